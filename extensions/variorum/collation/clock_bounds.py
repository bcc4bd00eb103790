"""What one observation says of the day an article was written: from its own words, or another's."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum.analysis.dates import civil
from variorum.collation.shared_days import is_relative, slot
from variorum.model import FOLDED, Day, Message, Several, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from variorum.analysis.dates.civil import Point
    from variorum.collation.shared_days import Link
    from variorum.model import Article, Block, DateRef, Source, Zone

WEEK = 6
"""A bare weekday lies within so many days of the day of writing."""
PRINTED, TOLD_AS_PAST, STILL_AHEAD, NAMED = 8, 6, 4, 2
"""Strengths: of a printed month, of a date told as past, as coming, and neither."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What is to be said, and the ranges of text it rests on (article id, start, end)."""

    said: Message
    ranges: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """Days of writing that one observation allows (counts of days; ``None`` is open)."""

    low: int | None
    high: int | None
    reason: Reason
    strength: int = 2
    other: str = ""
    """The article that told, if it wasn't this one."""
    of: str = ""
    """What told: ``day`` for a day printed in full, ``picture`` for one in a caption."""
    second_hand: bool = False
    """Whether the other article's own day is inferred."""

    def distance(self, day: int) -> int:
        """How many days a day lies outside; 0 inside."""
        below = self.low - day if self.low is not None else 0
        above = day - self.high if self.high is not None else 0
        return max(below, above, 0)


def iso_day(day: int) -> str:
    """A count of days as ISO 8601."""
    return civil.iso(civil.Point("day", day)) or ""


def kind_at(article: Article, ref: DateRef) -> str:
    """The kind of the zone, else of the block, that an expression stands in."""
    layers: tuple[Sequence[Zone | Block], ...] = (article.zones, article.blocks)
    for places in layers:
        i = bisect.bisect_right(places, ref.start, key=lambda place: place.start) - 1
        if i >= 0 and ref.start < places[i].end:
            return places[i].kind
    return "paragraph"


# --- its own words -------------------------------------------------------------------------------


def own_bounds(article: Article, refs: Iterable[DateRef], stamp: int | None) -> list[Bound]:
    """Bounds from dates printed in full: what has happened is past, what will is to come.

    *stamp* is the day printed as the article's own, which is no such date.
    """
    bounds = []
    for ref in refs:
        point = civil.read(ref.value)
        if ref.rule != "as-printed" or point is None or kind_at(article, ref) in FOLDED:
            continue
        if point.unit in ("decade", "century", "millennium"):
            continue  # an age, or too long ago to say anything
        if point.unit == "day" and point.index == stamp:
            continue
        where = ((article.id, ref.start, ref.end),)
        if ref.way <= 0:
            first = civil.first_day(point)
            why = Message.of(
                "clock: later than told", words=Words(ref.exact), day=Day(iso_day(first))
            )
            caption = kind_at(article, ref) == "caption"
            of = ("picture" if caption else "day") if point.unit == "day" else ""
            strength = TOLD_AS_PAST if ref.way else NAMED
            bounds.append(Bound(first, None, Reason(why, where), strength, of=of))
        elif point.unit == "day":
            why = Message.of(
                "clock: still to come", words=Words(ref.exact), day=Day(iso_day(point.index))
            )
            bounds.append(Bound(None, point.index, Reason(why, where), STILL_AHEAD))
    return bounds


def printed_bound(stamp: Point) -> Bound:
    """The bound of a stamp that names no day, only a month or a year."""
    low, high = civil.first_day(stamp), civil.last_day(stamp)
    why = Message.of("clock: dated", day=Day(civil.iso(stamp) or ""))
    return Bound(low, high, Reason(why), PRINTED)


def after_picture(article: str, low: int, refs: Iterable[DateRef]) -> Bound | None:
    """A picture is taken before the report is written: the weekdays told as past come after it.

    The bound begins on the first day on which each of them lies on or after *low*.
    """
    past = [r for r in refs if r.way < 0 and weekday_of(r) and is_relative(r)]
    if not past:
        return None
    start = civil.weekday(civil.Point("day", low))
    later = max(low + (weekday_of(r) - start) % 7 for r in past)
    why = Message.of(
        "clock: later than its picture",
        words=Several(tuple(dict.fromkeys(Words(r.exact) for r in past))),
        picture=Day(iso_day(low)), day=Day(iso_day(later)),
    )  # fmt: skip
    return Bound(later, None, Reason(why, tuple((article, r.start, r.end) for r in past)))


def weekday_of(ref: DateRef) -> int:
    """The weekday an expression names, 1 to 7; 0 if it names none."""
    named = slot(ref) or ""
    return int(named[-1]) if named.startswith("weekday") else 0


# --- another article's ---------------------------------------------------------------------------


def shared_bounds(
    linked: Iterable[Link], trusted: Mapping[str, int], inferred: Mapping[str, int],
    named: Mapping[str, Source],
) -> list[Bound]:  # fmt: skip
    """Bounds from sentences that an article of known date has too; *named* says who that is."""
    bounds = []
    for link in linked:
        if link.other.article in trusted or link.other.article in inferred:
            bound = bound_of(link, named)
            if bound is not None and link.other.article not in trusted:
                bound = replace(bound, strength=bound.strength // 2, second_hand=True)
            if bound is not None:
                bounds.append(bound)
    return bounds


def when(low: int, high: int | None) -> Message:
    """On which day, or between which, something was written."""
    first = Day(iso_day(low))
    if high is None:
        return Message.of("clock: on or later", day=first)
    if low == high:
        return Message.of("clock: on", day=first)
    return Message.of("clock: between", first=first, last=Day(iso_day(high)))


def bound_of(link: Link, named: Mapping[str, Source]) -> Bound | None:
    """The days of writing on which both tellings mean the same day (or month)."""
    point = civil.read(link.other.ref.value)
    way = -1 if link.kind == "quotation" else link.mine.ref.way  # what is quoted has been said
    allowed = _allowed(link.mine.ref.exact.lower(), way, point) if point else None
    if point is None or allowed is None:
        return None
    low, high = allowed
    why = Message.of(
        f"clock: the same {link.kind}", source=named[link.other.article],
        theirs=Words(link.other.ref.exact), day=Day(civil.iso(point) or ""),
        mine=Words(link.mine.ref.exact), when=when(low, high),
    )  # fmt: skip
    ranges = tuple((t.article, t.ref.start, t.ref.end) for t in (link.mine, link.other))
    return Bound(low, high, Reason(why, ranges), link.strength, link.other.article)


_STEP = {"yesterday": -1, "today": 0, "tomorrow": 1}


def _allowed(said: str, way: int, point: Point) -> tuple[int, int] | None:
    if point.unit == "month":
        for word, turn in (("last month", 1), ("this month", 0), ("next month", -1)):
            if said.endswith(word):
                month = civil.shift(point, turn)
                return civil.first_day(month), civil.last_day(month)
        return None
    if point.unit != "day":
        return None
    day = point.index
    if said in _STEP:
        return day - _STEP[said], day - _STEP[said]
    if way:
        return (day, day + WEEK) if way < 0 else (day - WEEK, day)
    return day - WEEK // 2, day + WEEK // 2
