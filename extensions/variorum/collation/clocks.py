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
from variorum.collation.shared_days import Link, is_relative, links, slot, tellings
from variorum.model import FOLDED, Anchor, DateRef

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.analysis.parse import ParsedArticle

WEEK = 6
"""A bare weekday lies within so many days of the day of writing."""
ENOUGH = 2
"""Links of this strength together convict a stamp: a shared passage, or two events."""
FAR = 4
"""A stamp so many days outside what the text allows does not fit it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A plain sentence, and the ranges of text it rests on (article id, start, end)."""

    sentence: str
    ranges: tuple[tuple[str, int, int], ...] = ()


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
    explanation: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """What is known of when an article was written, and of when what it tells took place.

    ``inferred`` is the earliest and latest day that its text, its captions and the articles it
    shares something with allow; only where no date is printed, or the printed one does not fit.
    ``anchor`` is what relative dates are to be counted from. ``photographed`` are the days that
    captions name, ``told`` the first and last day the text tells of.
    """

    published: str | None = None
    updated: str | None = None
    inferred: tuple[str, str] | None = None
    reasons: tuple[Reason, ...] = ()
    anomaly: Anomaly | None = None
    anchor: Anchor | None = None
    photographed: tuple[str, ...] = ()
    told: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Bound:
    """Days of writing that one observation allows; ``None`` is open."""

    low: int | None
    high: int | None
    reason: Reason
    strength: int = 1
    other: str = ""

    def allows(self, day: int) -> bool:
        return (self.low is None or day >= self.low) and (self.high is None or day <= self.high)


def settle(
    articles: Sequence[ParsedArticle], dates: Mapping[str, Sequence[DateRef]]
) -> dict[str, Clock]:
    """The clock of each article of one story, by article id.

    *dates* are those found with each article's printed date. Where ``clock.anchor`` is another,
    the caller finds them again with it.
    """
    refs = {p.article.id: dates.get(p.article.id, ()) for p in articles}
    told = {p.article.id: tellings(p, refs[p.article.id]) for p in articles}
    linked = links(told)
    stamps = {p.article.id: _day(analysis.anchor_of(p.article.meta)) for p in articles}
    known = {a: d for a, d in stamps.items() if d is not None}
    doubtful = _doubtful(articles, linked, known)
    trusted = {a: d for a, d in known.items() if a not in doubtful}
    clocks = {p.article.id: _printed(p, refs[p.article.id]) for p in articles}
    for parsed in sorted(articles, key=lambda p: (p.article.id not in doubtful, p.article.id)):
        article = parsed.article.id
        if article in trusted:
            continue
        bounds = _own(parsed, refs[article]) + _shared(linked.get(article, ()), trusted)
        clock = _infer(parsed, clocks[article], bounds, refs[article], trusted)
        clocks[article] = clock
        day = _day(clock.anchor)
        if clock.inferred and day is not None:  # what it tells can date the next
            trusted[article] = day
            refs[article] = analysis.find(parsed, clock.anchor)
            told[article] = tellings(parsed, refs[article])
            linked = links(told)
    return clocks


def _day(anchor: Anchor | None) -> int | None:
    point = civil.read(anchor.value) if anchor else None
    return point.index if point and point.unit == "day" else None


def _iso(day: int) -> str:
    return civil.iso(civil.Point("day", day)) or ""


def _printed(parsed: ParsedArticle, refs: Sequence[DateRef]) -> Clock:
    meta = parsed.article.meta
    days = [(r, p) for r in refs if (p := civil.read(r.value)) and p.unit == "day"]
    shots = sorted({_iso(p.index) for r, p in days if _kind(parsed, r) == "caption"})
    prose = sorted(p.index for r, p in days if _kind(parsed, r) not in FOLDED | {"caption"})
    return Clock(
        meta.published, meta.updated, anchor=analysis.anchor_of(meta), photographed=tuple(shots),
        told=(_iso(prose[0]), _iso(prose[-1])) if prose else None,
    )  # fmt: skip


def _kind(parsed: ParsedArticle, ref: DateRef) -> str:
    """The kind of the block or zone that an expression stands in."""
    article = parsed.article
    for place in (*article.zones, *article.blocks):
        if place.start <= ref.start < place.end:
            return place.kind
    return "paragraph"


# --- what the article's own words allow ----------------------------------------------------------


def _own(parsed: ParsedArticle, refs: Sequence[DateRef]) -> list[_Bound]:
    """Bounds from dates printed in full: what has happened is past, what will is to come."""
    bounds, article = [], parsed.article.id
    stamp = _day(analysis.anchor_of(parsed.article.meta))
    for ref in refs:
        point = civil.read(ref.value)
        if ref.rule != "as-printed" or point is None or _kind(parsed, ref) in FOLDED:
            continue
        if point.unit == "day" and point.index == stamp:
            continue  # the stamp itself
        where = ((article, ref.start, ref.end),)
        if ref.way <= 0:
            first = civil.first_day(point)
            why = f"It tells of “{ref.exact}”, so it was written on {_iso(first)} or later."
            bounds.append(_Bound(first, None, Reason(why, where), 3))
        elif point.unit == "day":
            why = f"“{ref.exact}” is still to come in it, so it was written by {_iso(point.index)}."
            bounds.append(_Bound(None, point.index, Reason(why, where), 2))
    return bounds


def _weekdays_after(low: int, refs: Sequence[DateRef]) -> tuple[int, list[DateRef]]:
    """The first day on which every weekday told as past lies on or after *low*."""
    past = [
        r for r in refs if r.way < 0 and (slot(r) or "").startswith("weekday") and is_relative(r)
    ]
    names = {int((slot(r) or "")[-1]) for r in past}
    days = [low + (n - civil.weekday(civil.Point("day", low))) % 7 for n in names]
    return max(days, default=low), past


# --- what the others allow -----------------------------------------------------------------------


def _shared(linked: Sequence[Link], trusted: Mapping[str, int]) -> list[_Bound]:
    """Bounds from sentences that a dated article has too."""
    bounds = []
    for link in linked:
        if link.other.article in trusted:
            bound = _bound_of(link)
            if bound is not None:
                bounds.append(bound)
    return bounds


def _bound_of(link: Link) -> _Bound | None:
    point = civil.read(link.other.ref.value)
    if point is None:
        return None
    mine = link.mine.ref
    low, high = _allowed(mine, point)
    if low is None:
        return None
    same = "shares a passage" if link.strength > 1 else "tells of the same event"
    why = (
        f"It {same} with {link.other.article}, where “{link.other.ref.exact}” is {civil.iso(point)}; "
        f"its own “{mine.exact}” puts it between {_iso(low)} and {_iso(high)}."
    )
    ranges = tuple((t.article, t.ref.start, t.ref.end) for t in (link.mine, link.other))
    return _Bound(low, high, Reason(why, ranges), link.strength, link.other.article)


_STEP = {"yesterday": -1, "today": 0, "tomorrow": 1}


def _allowed(ref: DateRef, point: civil.Point) -> tuple[int, int] | tuple[None, int]:
    """The days of writing on which *ref* would mean *point*."""
    if point.unit == "month":
        turn = -1 if ref.exact.lower().endswith("last month") else 0
        first = civil.shift(point, -turn)
        if turn or ref.exact.lower().endswith("this month"):
            return civil.first_day(first), civil.last_day(first)
        return (None, 0)
    if point.unit != "day":
        return (None, 0)
    day = point.index
    if ref.exact.lower() in _STEP:
        written = day - _STEP[ref.exact.lower()]
        return written, written
    if ref.way:
        return (day, day + WEEK) if ref.way < 0 else (day - WEEK, day)
    return day - WEEK // 2, day + WEEK // 2


def _doubtful(
    articles: Sequence[ParsedArticle],
    linked: Mapping[str, Sequence[Link]],
    stamps: Mapping[str, int],
) -> set[str]:
    """Articles whose stamp the others contradict, or their own words."""
    against: Counter[tuple[str, str]] = Counter()
    agree: Counter[str] = Counter()
    for article, own in linked.items():
        for link in own:
            bound = _bound_of(link)
            if bound is None or article not in stamps or bound.other not in stamps:
                continue
            if _distance(bound, stamps[article]) >= FAR:
                against[article, bound.other] += bound.strength
            elif bound.allows(stamps[article]):
                agree[article] += bound.strength
    updated_only = {p.article.id for p in articles if not p.article.meta.published}
    doubtful = set()
    for (article, other), weight in sorted(against.items()):
        mine, theirs = agree[article], agree[other]
        weaker = mine < theirs or (
            mine == theirs and article in updated_only and other not in updated_only
        )
        if weight >= ENOUGH and weaker:
            doubtful.add(article)
    return doubtful


def _distance(bound: _Bound, day: int) -> int:
    below = bound.low - day if bound.low is not None else 0
    above = day - bound.high if bound.high is not None else 0
    return max(below, above, 0)


# --- from bounds to a range ----------------------------------------------------------------------


def _infer(
    parsed: ParsedArticle, clock: Clock, bounds: Sequence[_Bound], refs: Sequence[DateRef],
    trusted: Mapping[str, int],
) -> Clock:  # fmt: skip
    low: int | None = None
    high: int | None = None
    reasons: list[Reason] = []
    others: Counter[int] = Counter()
    for bound in sorted(bounds, key=lambda b: (-b.strength, b.reason.ranges)):
        new_low = (
            bound.low if low is None else max(low, bound.low if bound.low is not None else low)
        )
        new_high = (
            bound.high
            if high is None
            else min(high, bound.high if bound.high is not None else high)
        )
        if new_low is not None and new_high is not None and new_low > new_high:
            continue
        if (new_low, new_high) != (low, high) or bound.other:
            reasons.append(bound.reason)
        if bound.other:
            others[trusted[bound.other]] += 1
        low, high = new_low, new_high
    if low is None or (not others and not clock.photographed):
        return clock
    if clock.photographed:
        low, reasons = _after_pictures(parsed, low, high, refs, reasons)
    high = high if high is not None else low + WEEK
    meant = [d for d, _ in others.most_common() if low <= d <= high]
    anchor = Anchor(_iso(meant[0] if meant else low), "inferred")
    clock = replace(clock, inferred=(_iso(low), _iso(high)), reasons=tuple(reasons), anchor=anchor)
    return (
        replace(clock, anomaly=_anomaly(parsed, clock, refs))
        if clock.published or clock.updated
        else clock
    )


def _after_pictures(
    parsed: ParsedArticle, low: int, high: int | None, refs: Sequence[DateRef], reasons: list[Reason]
) -> tuple[int, list[Reason]]:  # fmt: skip
    """A picture is older than the report it stands in: so are its weekdays later than it."""
    later, past = _weekdays_after(low, refs)
    if not past or (high is not None and later > high):
        return low, reasons
    names = " and ".join(dict.fromkeys(f"“{r.exact}”" for r in past))
    why = f"{names} are told as past and taken to be later than its picture, so it was written on {_iso(later)} or later."
    ranges = tuple((parsed.article.id, r.start, r.end) for r in past)
    return later, [*reasons, Reason(why, ranges)]


def _anomaly(parsed: ParsedArticle, clock: Clock, refs: Sequence[DateRef]) -> Anomaly:
    stamp = clock.published or clock.updated or ""
    word = "Published" if clock.published else "Updated"
    again = {(r.start, r.end): r for r in analysis.find(parsed, clock.anchor)}
    readings = tuple(
        Reading(r.start, r.end, r.exact, r.value, new.value)
        for r in refs
        if (new := again.get((r.start, r.end))) is not None and new.value != r.value
    )
    first, last = clock.inferred or ("", "")
    when = f"on {first}" if first == last else f"between {first} and {last}"
    explanation = f"“{word}: {stamp}” does not fit its text, which was written {when}."
    return Anomaly(stamp, explanation, readings)
