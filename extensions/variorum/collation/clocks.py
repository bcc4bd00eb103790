"""Which clock an article runs by: printed, inferred, or printed and not to be believed.

Published, updated, photographed and told are different dates and are kept apart. An article
without a date gets a range, with the reasons; one whose stamp does not fit what it tells keeps
the stamp, shown as an anomaly, and is read by the better date.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum.analysis import dates as analysis
from variorum.analysis.dates import civil
from variorum.collation.clock_bounds import (
    WEEK,
    Bound,
    Reason,
    after_picture,
    iso_day,
    kind_at,
    own_bounds,
    printed_bound,
    shared_bounds,
    when,
)  # fmt: skip
from variorum.collation.clock_votes import ballots, reasons, vote
from variorum.collation.shared_days import Link, links, tellings
from variorum.collation.shared_passages import passages
from variorum.model import FOLDED, Anchor, DateRef, Day, Message, Several, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from variorum.analysis.parse import ParsedArticle
    from variorum.model import Metadata

ENOUGH = 4
"""Links of this strength convict a stamp: one with shared words or names, or two events."""
SEVERAL = 2
"""So many days told as past that a stamp has yet to see convict it."""
WHOLE_PASSAGE = 4
"""What a paragraph in common weighs where one of the days that are left is to be taken."""
FAR = 4
"""A stamp so many days outside what the text allows does not fit it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression resolved both ways: by the stamp, and by the date that fits."""

    start: int
    end: int
    exact: str
    by_stamp: str | None
    by_anchor: str | None


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A stamp that does not fit its text."""

    stamp: str
    said: Message
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known of when an article was written, and of when what it tells took place.

    ``inferred`` is the earliest and the latest day of writing (``None``: open) that its text, its
    captions and the articles it shares something with allow; only where no day is printed, or the
    printed one does not fit. ``anchor`` is what relative dates are counted from. ``photographed``
    are the days that captions name, ``told`` the first and the last day the text tells of.
    """

    published: str | None = None
    updated: str | None = None
    inferred: tuple[str, str | None] | None = None
    reasons: tuple[Reason, ...] = ()
    anomaly: Anomaly | None = None
    anchor: Anchor | None = None
    photographed: tuple[str, ...] = ()
    told: tuple[str, str] | None = None


def settle(
    articles: Sequence[ParsedArticle], dates: Mapping[str, Sequence[DateRef]],
    sigla: Mapping[str, str],
) -> dict[str, Clock]:  # fmt: skip
    """The clock of each article of one story, by article id.

    *dates* are those found with each article's printed date. Where ``clock.anchor`` is another,
    the caller finds them again with it.
    """
    refs = {p.article.id: dates.get(p.article.id, ()) for p in articles}
    named = {
        p.article.id: Source(
            p.article.id, p.article.meta.outlet or "", sigla.get(p.article.id, "?")
        )
        for p in articles
    }
    linked = _links(articles, refs)
    stamps = _stamps(articles)
    doubtful = _contradicted(articles, linked, stamps, named) | _ahead_of_stamp(
        articles, refs, stamps
    )
    trusted = {a: day for a, day in stamps.items() if a not in doubtful}
    clocks = {p.article.id: _printed(p.article.meta) for p in articles}
    unsettled = [p for p in articles if p.article.id not in trusted]
    common = passages([p.article for p in articles]) if unsettled else {}
    inferred: dict[str, int] = {}
    for _ in range(2):  # what the first round dates can date others in the second
        for parsed in unsettled:
            name = parsed.article.id
            bounds = shared_bounds(linked.get(name, ()), trusted, inferred, named)
            known = {**inferred, **trusted}
            day_of = dates.get(name, ())
            clocks[name] = _infer(parsed, bounds, day_of, known, common[name], named)
        for parsed in unsettled:
            name = parsed.article.id
            anchor = clocks[name].anchor
            day = _day(anchor)
            if anchor and anchor.source == "inferred" and day is not None:
                inferred[name] = day
                refs[name] = analysis.found(parsed, anchor)
            else:  # what the first round took for its day no longer holds
                inferred.pop(name, None)
                refs[name] = dates.get(name, ())
        linked = _links(articles, refs) if inferred else linked
    for parsed in articles:
        name = parsed.article.id
        clock = clocks[name]
        if name in doubtful and _is_far(clock, stamps[name]):
            anomaly = _anomaly(clock, dates.get(name, ()), refs[name])
            clock = replace(clock, anomaly=anomaly)
        elif name in doubtful:  # what would be inferred says nearly the same: it fits
            clock = _printed(parsed.article.meta)
        clocks[name] = _with_days(parsed, clock, refs[name])
    return clocks


def _links(
    articles: Sequence[ParsedArticle], refs: Mapping[str, Sequence[DateRef]]
) -> dict[str, list[Link]]:
    return links({p.article.id: tellings(p, refs[p.article.id]) for p in articles})


def _stamps(articles: Sequence[ParsedArticle]) -> dict[str, int]:
    days = {p.article.id: _day(analysis.anchor_of(p.article.meta)) for p in articles}
    return {name: day for name, day in days.items() if day is not None}


def _day(anchor: Anchor | None) -> int | None:
    point = civil.read(anchor.value) if anchor else None
    return point.index if point and point.unit == "day" else None


def _printed(meta: Metadata) -> Clock:
    return Clock(meta.published, meta.updated, anchor=analysis.anchor_of(meta))


def _with_days(parsed: ParsedArticle, clock: Clock, refs: Sequence[DateRef]) -> Clock:
    """The clock with the days its pictures were taken and its text tells of."""
    shots, told = set(), []
    for ref in refs:
        point = civil.read(ref.value)
        if point is None or point.unit != "day":
            continue
        kind = kind_at(parsed.article, ref)
        if kind == "caption":
            shots.add(point.index)
        elif kind not in FOLDED:
            told.append(point.index)
    return replace(
        clock, photographed=tuple(iso_day(d) for d in sorted(shots)),
        told=(iso_day(min(told)), iso_day(max(told))) if told else None,
    )  # fmt: skip


# --- stamps that do not fit ----------------------------------------------------------------------


def _contradicted(
    articles: Sequence[ParsedArticle], linked: Mapping[str, Sequence[Link]],
    stamps: Mapping[str, int], named: Mapping[str, Source],
) -> set[str]:  # fmt: skip
    """Articles whose stamp others of the story contradict, and that have less to say for it.

    Of two that contradict each other the one that others agree with is believed; without any,
    a time of publication before a time of an update; else neither is doubted.
    """
    against: Counter[tuple[str, str]] = Counter()
    agree: Counter[str] = Counter()
    for name, own in linked.items():
        if name not in stamps:
            continue
        for bound in ballots(shared_bounds(own, stamps, {}, named)):
            distance = bound.distance(stamps[name])
            if distance >= FAR:
                against[name, bound.other] += bound.strength
            elif not distance:
                agree[name] += bound.strength
    updates = {p.article.id for p in articles if not p.article.meta.published}
    return {
        name
        for (name, other), weight in against.items()
        if weight >= ENOUGH
        and (agree[name], name not in updates) < (agree[other], other not in updates)
    }


def _ahead_of_stamp(
    articles: Sequence[ParsedArticle], refs: Mapping[str, Sequence[DateRef]],
    stamps: Mapping[str, int],
) -> set[str]:  # fmt: skip
    """Articles that tell of several days as past which their stamp has yet to see."""
    found = set()
    for parsed in articles:
        name = parsed.article.id
        if name in stamps:
            own = own_bounds(parsed.article, refs[name], stamps[name])
            ahead = {b.low for b in own if b.low is not None and b.low - stamps[name] >= FAR}
            if len(ahead) >= SEVERAL:
                found.add(name)
    return found


def _is_far(clock: Clock, stamp: int) -> bool:
    """Whether a stamp lies well outside what was inferred instead."""
    edges = [civil.read(edge) for edge in clock.inferred or ()]
    low, high = (edge.index if edge else None for edge in edges) if edges else (None, None)
    return Bound(low, high, Reason(Message(""))).distance(stamp) >= FAR


def _anomaly(clock: Clock, by_stamp: Sequence[DateRef], by_anchor: Sequence[DateRef]) -> Anomaly:
    again = {(r.start, r.end): r.value for r in by_anchor}
    readings = tuple(
        Reading(r.start, r.end, r.exact, r.value, again[r.start, r.end])
        for r in by_stamp
        if again.get((r.start, r.end), r.value) != r.value
    )
    stamp = clock.published or clock.updated or ""
    which = "published" if clock.published else "updated"
    edges = [civil.read(edge) for edge in clock.inferred or ()]
    low, high = (edge.index if edge else None for edge in edges)
    said = Message.of(f"clock: {which} does not fit", stamp=Day(stamp), when=when(low or 0, high))
    return Anomaly(stamp, said, readings)


# --- from bounds to a range ----------------------------------------------------------------------


def _infer(
    parsed: ParsedArticle, shared: list[Bound], refs: Sequence[DateRef],
    known: Mapping[str, int], passages: Mapping[str, int], named: Mapping[str, Source],
) -> Clock:  # fmt: skip
    """The clock of an article without a day, or with one that does not fit."""
    article, clock = parsed.article, _printed(parsed.article.meta)
    stamp = civil.read(clock.anchor.value) if clock.anchor else None
    own = own_bounds(article, refs, _day(clock.anchor))
    if stamp is not None and stamp.unit != "day":
        own.append(printed_bound(stamp))
    verdict = vote(ballots([*own, *shared]))
    low, high = verdict.low, verdict.high
    told = [b for b in verdict.agreeing if b.other]
    if low is None or not (told or any(b.of for b in verdict.agreeing)):
        return clock
    pictured = any(b.of == "picture" and b.low == low for b in verdict.agreeing)
    if pictured and all(b.second_hand for b in told):
        later = after_picture(article.id, low, refs)
        if later and later.low is not None and (high is None or later.low <= high):
            low, high = later.low, later.low + WEEK if high is None else high
            agreeing = (*verdict.agreeing, later)
            verdict = replace(verdict, low=low, high=high, agreeing=agreeing)
    why, anchor = reasons(verdict), clock.anchor
    if verdict.agreed and (told or pictured):
        day, said = _day_within(low, high, told, known, passages, named)
        anchor = Anchor(iso_day(day), "inferred")
        why += said
    return replace(
        clock, inferred=(iso_day(low), iso_day(high) if high is not None else None),
        reasons=why, anchor=anchor,
    )  # fmt: skip


def _day_within(
    low: int, high: int | None, told: Iterable[Bound], known: Mapping[str, int],
    passages: Mapping[str, int], named: Mapping[str, Source],
) -> tuple[int, tuple[Reason, ...]]:  # fmt: skip
    """Of the days that are left, that of the articles it has most in common with; else the first.

    *passages* counts the paragraphs it shares with others, which date nothing by themselves.
    """
    weights: Counter[int] = Counter()
    for bound in told:
        if not bound.second_hand:
            weights[known[bound.other]] += bound.strength
    near = {o: n for o, n in passages.items() if o in known}
    for other, number in near.items():
        weights[known[other]] += WHOLE_PASSAGE * number
    inside = [d for d in weights if low <= d and (high is None or d <= high)]
    if not inside:
        return low, ()
    day = max(inside, key=lambda d: (weights[d], -d))
    told_by = {bound.other for bound in told}
    sources = sorted(o for o in near if known[o] == day and o not in told_by)
    if not sources or low == high:
        return day, ()
    said = Message.of(
        "clock: whole passages",
        sources=Several(tuple(named[o] for o in sources)), day=Day(iso_day(day)),
    )  # fmt: skip
    return day, (Reason(said),)
