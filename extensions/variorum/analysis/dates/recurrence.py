"""Names that come round again: "Friday", "May 3", "the third quarter", and which turn is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.analysis.dates import civil, lexicon
from variorum.analysis.dates.civil import Point
from variorum.analysis.dates.context import Context, Resolution, of_point, shown, unanchored
from variorum.model import Message, Number, Words

if TYPE_CHECKING:
    from variorum.analysis.dates.meaning import Recurring


def occurrence(part: Recurring, cycle: Point) -> Point | None:
    """The turn of a recurring name in one cycle; ``None`` if that cycle has none (29 February)."""
    if part.unit == "weekend":
        return Point("weekend", cycle.index)
    if part.cycle == "week" and isinstance(part.slot, int):
        return Point("day", civil.first_day(cycle) + part.slot - 1)
    if part.cycle == "month" and isinstance(part.slot, int):
        if part.unit == "week":
            return _week_of_month(part.slot, cycle)
        year, month = divmod(cycle.index, 12)
        return civil.day(year, month + 1, part.slot)
    if isinstance(part.slot, tuple):
        return civil.day(cycle.index, *part.slot)
    if isinstance(part.slot, str):
        return _holiday(lexicon.HOLIDAYS[part.slot], cycle.index)
    per_year = civil.PER_YEAR[part.unit]
    offset = part.slot if part.unit == "season" else part.slot - 1
    return Point(part.unit, cycle.index * per_year + offset)


def _week_of_month(which: int, month: Point) -> Point | None:
    """The calendar week that holds the middle of a month's first, second, … or last (-1) days."""
    first, last = civil.first_day(month), civil.last_day(month)
    middle = first + 7 * which - 4 if which > 0 else last - 3
    return civil.coarsen(Point("day", middle), "week") if middle <= last else None


def _holiday(fixed: dict[str, int], year: int) -> Point | None:
    if "easter" in fixed:
        return Point("day", civil.easter(year) + fixed["easter"])
    if "day" in fixed:
        return civil.day(year, fixed["month"], fixed["day"])
    length = civil.month_length(year, fixed["month"])
    days = [civil.day(year, fixed["month"], d) for d in range(fixed.get("from", 1), length + 1)]
    fitting = [d for d in days if d and civil.weekday(d) == fixed["weekday"]]
    which = fixed["which"]
    return fitting[which - 1 if which > 0 else which] if fitting else None


class Turns(NamedTuple):
    """The turns of a name around a day, nearest first on either side; ``same`` holds that day."""

    before: list[Point]
    same: list[Point]
    after: list[Point]


def turns(part: Recurring, base: Point) -> Turns:
    """The turns of a name before, at and after a base: enough to hold two of each."""
    cycle, own = civil.coarsen(base, part.cycle), civil.coarsen(base, part.unit)
    if cycle is None or own is None:
        return Turns([], [], [])
    reach = 12 if part.slot == (2, 29) else max(2, abs(part.turn or 0) + 1)
    found = (occurrence(part, civil.shift(cycle, n)) for n in range(-reach, reach + 1))
    points = [p for p in found if p is not None and civil.iso(p)]
    reached = civil.last_day(base) >= civil.first_day(own)  # a Wednesday precedes its weekend
    return Turns(
        [p for p in reversed(points) if p.index < own.index],
        [p for p in points if p.index == own.index and reached],
        [p for p in points if p.index > own.index or (p.index == own.index and not reached)],
    )


def underspecified(part: Recurring) -> str | None:
    """What TIMEX3 writes for a recurring name that no date fixes: ``XXXX-WXX-3``, ``XXXX-12``."""
    if part.unit == "weekend":
        return "XXXX-WXX-WE"
    if part.cycle == "week":
        return f"XXXX-WXX-{part.slot}"
    if part.cycle == "month" and isinstance(part.slot, int):
        return f"XXXX-XX-{part.slot:02d}"
    shown = occurrence(part, Point("year", 2000))
    value = civil.iso(shown) if shown and not isinstance(part.slot, str) else None
    return "XXXX" + value[4:] if value else None


def recurring(part: Recurring, context: Context) -> Resolution:
    """Which turn of a name is meant: by its determiner, else by the direction of the clause."""
    base = context.base(part.base, part.unit)
    if base is None or civil.coarsen(base, part.unit) is None:
        return unanchored(underspecified(part))
    around = turns(part, base)
    if part.turn is not None:
        return _turned(part, base, around)
    past = (around.same or around.before)[:1]
    future = (around.same or around.after)[:1]
    if around.same:
        other = around.before if context.look.way < 0 else around.after
        why = _own(part, base)
        if context.look.way < 0:
            why = _because(context, why)
        return of_point(past[0], "same-day", base, other[:1], why)
    if part.cycle != "year" and context.look.way:
        chosen, other = (past, future) if context.look.way < 0 else (future, past)
        side = "date: last before" if context.look.way < 0 else "date: next after"
        rule = "last" if context.look.way < 0 else "next"
        why = _because(context, Message.of(side, day=shown(base)))
        return of_point(_one(chosen), rule, base, other, why)
    chosen, other = (past, future) if _leans_back(part, base, around, context) else (future, past)
    why = Message.of("date: nearest", day=shown(base))
    return of_point(_one(chosen), "nearest", base, other, why)


def _one(points: list[Point]) -> Point | None:
    return points[0] if points else None


def _own(part: Recurring, base: Point) -> Message:
    return Message.of("date: itself", unit=Message.of(f"unit: {part.unit}"), day=shown(base))


def _because(context: Context, what: Message) -> Message:
    """What is told, and to which side the clause looks."""
    look = context.look
    way = "date: back" if look.way < 0 else "date: ahead"
    if look.words:
        return Message.of(f"{way} by", what=what, words=Words(look.words))
    return Message.of(way, what=what)


LEAN = {-1: 4.0, 0: 1.5, 1: 0.25}
"""How many times as far the turn behind may lie as the one ahead, and still be the one meant."""
LEAN_OF_QUARTERS = 0.5
"""Figures of a quarter are told after it, even where the clause looks ahead."""


def _leans_back(part: Recurring, base: Point, around: Turns, context: Context) -> bool:
    if not around.before or not around.after:
        return bool(around.before)
    own = civil.coarsen(base, part.unit) or base
    lean = LEAN[context.look.way]
    if context.look.way > 0 and part.unit == "quarter":
        lean = LEAN_OF_QUARTERS
    return own.index - around.before[0].index <= lean * (around.after[0].index - own.index)


def _skipping(skip: int, by: tuple[str, str, str], base: Point) -> Message:
    """The next or last, with how many between: by none, one, and more of them."""
    if skip > 1:
        return Message.of(by[2], count=Number(skip), day=shown(base))
    return Message.of(by[skip], day=shown(base))


LAST = ("date: last before", "date: last but one", "date: last but")
NEXT = ("date: next after", "date: next but one", "date: next but")


def _turned(part: Recurring, base: Point, around: Turns) -> Resolution:
    before, same, after = around
    day = shown(base)
    if part.turn is not None and part.turn < 0:
        skip = -1 - part.turn or int(part.unit == "month" and _was_last_month(before, base))
        why = _skipping(skip, LAST, base)
        return of_point(_one(before[skip:]), "turn-last", base, before[1 - skip : 2 - skip], why)
    if part.turn is not None and part.turn > 0:
        skip = part.turn - 1
        why = _skipping(skip, NEXT, base)
        return of_point(_one(after[skip:]), "turn-next", base, after[skip + 1 : skip + 2], why)
    if same:
        return of_point(same[0], "turn-this", base, [], Message.of("date: that of", day=day))
    if part.base == "text":
        why = Message.of("date: last before", day=day)
        return of_point(_one(before), "turn-that", base, after[:1], why)
    cycle = civil.coarsen(base, part.cycle)
    inside = [p for p in (*after[:1], *before[:1]) if civil.coarsen(p, part.cycle) == cycle]
    why = Message.of("date: of the same", cycle=Message.of(f"unit: {part.cycle}"), day=day)
    return of_point(_one(inside or after), "turn-this", base, before[:1] + after[:1], why)


def _was_last_month(before: list[Point], base: Point) -> bool:
    """The month just past is "last month"; called by its name it is the one a year before."""
    month = civil.coarsen(base, "month")
    return bool(before and month) and before[0] == civil.shift(month or base, -1)
