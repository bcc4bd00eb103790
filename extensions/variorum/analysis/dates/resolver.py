"""Turns meanings into TIMEX3 values: an ordered table, one function for each kind of meaning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from variorum.analysis.dates import civil
from variorum.analysis.dates.context import Context, Resolution, of_point, shown, unanchored
from variorum.analysis.dates.meaning import (
    Beside,
    Checked,
    Counted,
    Either,
    Fixed,
    Length,
    Meaning,
    Recurring,
    Remembered,
    Repeated,
    Timed,
    Vague,
    Within,
)  # fmt: skip
from variorum.analysis.dates.recurrence import occurrence, recurring
from variorum.analysis.dates.zone import UNIVERSAL
from variorum.model import Message, Number

if TYPE_CHECKING:
    from collections.abc import Callable

    from variorum.analysis.dates.civil import Point, Unit


def resolve(meaning: Meaning, context: Context) -> Resolution:
    """The value of a meaning in a context; ``value`` is ``None`` where nothing fixes it."""
    for kind, resolver in RESOLVERS:
        if isinstance(meaning, kind):
            return resolver(meaning, context)
    raise TypeError(f"no resolver for {meaning!r}")


def _fixed(meaning: Fixed, context: Context) -> Resolution:
    return of_point(meaning.point, "as-printed", None, [], Message.of("date: as printed"))


def _remembered(meaning: Remembered, context: Context) -> Resolution:
    if context.anchor is not None and civil.first_day(context.anchor) < meaning.point.index:
        return recurring(meaning.yearly, context)
    return of_point(meaning.point, "remembered", None, [], Message.of("date: remembered"))


NEAR = 31
"""Of two readings of a numeric date, one within so many days of the day of writing is meant."""


def _either(meaning: Either, context: Context) -> Resolution:
    first, second = meaning.day_first, meaning.month_first
    if context.day_first is not None:
        chosen, other = (first, second) if context.day_first else (second, first)
        order = "day" if context.day_first else "month"
        why = Message.of(f"date: {order} first")
        return of_point(chosen, "order-by-evidence", None, [other], why)
    if context.anchor:
        away = [abs(p.index - civil.first_day(context.anchor)) for p in (first, second)]
        if min(away) <= NEAR < max(away):
            chosen, other = (first, second) if away[0] < away[1] else (second, first)
            why = Message.of("date: near writing")
            return of_point(chosen, "order-by-anchor", context.anchor, [other], why)
    why = Message.of("date: could change places")
    return of_point(second, "order-unknown", None, [first], why)


def _counted(meaning: Counted, context: Context) -> Resolution:
    base = (
        resolve(meaning.origin, context).point
        if meaning.origin is not None
        else context.base(meaning.base, meaning.unit)
    )
    if base is None or meaning.count is None:
        return unanchored()
    if meaning.origin is None and meaning.base == "text":
        base = _section_before(base, meaning, context)
    if meaning.keep and meaning.unit == "year":
        grain = _grain(context)
        if grain is not None:
            moved = civil.add(grain, meaning.count, meaning.unit)
            why = Message.of("date: compared with", day=shown(grain))
            return of_point(moved, "counted-like", grain, [], why)
    start = civil.coarsen(base, meaning.unit)
    if start is None:
        return of_point(None, "too-coarse", base, [])
    why = _counting(meaning.count, meaning.unit, base)
    rule = f"counted-from-{meaning.base}" if meaning.origin is None else "counted-from-date"
    return of_point(civil.shift(start, meaning.count), rule, base, [], why)


def _section_before(base: Point, meaning: Counted, context: Context) -> Point:
    """The day of the section before, where counting from it leads to this section's own day.

    Under "Oslo, May 12", "two days later" is May 12 itself if the last heading was of May 10.
    """
    last, this = context.headings
    if last is None or base != this or not meaning.count or last.unit != meaning.unit:
        return base
    return last if civil.shift(last, meaning.count) == this else base


def _counting(count: int, unit: Unit, base: Point) -> Message:
    """How many units of the calendar it is from a date."""
    if not count:
        return Message.of("date: of", unit=Message.of(f"unit: {unit}"), day=shown(base))
    length = Message.of(f"length: {unit}", count=Number(abs(count)))
    return Message.of(
        "date: after" if count > 0 else "date: before", length=length, day=shown(base)
    )


def _grain(context: Context) -> Point | None:
    """The quarter or half that "a year earlier" is compared with, if the text is at one."""
    here = context.here.of("quarter", "half")
    last = context.said.of("quarter", "half", "month", "year")
    return here or (last if last and last.unit in ("quarter", "half") else None)


def _within(meaning: Within, context: Context) -> Resolution:
    whole = resolve(meaning.whole, context)
    cycle = civil.coarsen(whole.point, meaning.part.cycle) if whole.point else None
    if cycle is None:
        return replace(whole, value=None, point=None, rule="within")
    point = occurrence(meaning.part, cycle)
    return replace(of_point(point, "within", None, [], *whole.steps), anchor=whole.anchor)


def _checked(meaning: Checked, context: Context) -> Resolution:
    done = resolve(meaning.date, context)
    if done.point is None or civil.weekday(done.point) == meaning.weekday:
        return done
    for other in map(civil.read, done.alternatives):
        if other and other.unit == "day" and civil.weekday(other) == meaning.weekday:
            why = Message.of("date: fits its weekday")
            return of_point(other, "by-weekday", context.anchor, [done.point], why)
    return replace(done, steps=(*done.steps, Message.of("date: another weekday")))


def _timed(meaning: Timed, context: Context) -> Resolution:
    if meaning.of is not None:
        found = resolve(meaning.of, context)
    else:
        day = context.main or context.day_told()
        bare = replace(day, time="") if day and day.unit == "day" else None
        found = of_point(bare, "day-of-text", day, [], Message.of("date: day last named"))
    if found.point is None or found.point.unit != "day":
        prefix = found.value if found.value and found.value.startswith("XXXX") else "XXXX-XX-XX"
        return replace(found, kind="time", value=prefix + meaning.time, rule=found.rule, point=None)
    offset = "Z" if meaning.zone in UNIVERSAL else ""
    point = replace(found.point, time=meaning.time + offset)
    others = tuple(v + meaning.time + offset for v in found.alternatives)
    return replace(found, kind="time", value=civil.iso(point), point=point, alternatives=others)


def _length(meaning: Length, context: Context) -> Resolution:
    return Resolution("duration", meaning.value, "duration", steps=(Message.of("date: length"),))


def _beside(meaning: Beside, context: Context) -> Resolution:
    if context.event is not None:
        days = (meaning.length.count or 0) * (7 if meaning.length.unit == "week" else 1)
        point = civil.shift(context.event, meaning.sign * days)
        why = Message.of("date: from the event")
        return of_point(point, "beside-event", context.event, [], why)
    if context.main is not None and meaning.sign > 0:
        why = Message.of("date: of its sentence")
        return of_point(context.main, "beside-main", context.main, [], why)
    return _length(meaning.length, context)


def _repeated(meaning: Repeated, context: Context) -> Resolution:
    return Resolution("set", meaning.value, "set", steps=(Message.of("date: again"),))


def _vague(meaning: Vague, context: Context) -> Resolution:
    return Resolution("date", meaning.value, "vague", steps=(Message.of("date: none named"),))


RESOLVERS: tuple[tuple[type, Callable[[Any, Context], Resolution]], ...] = (
    (Fixed, _fixed),
    (Either, _either),
    (Recurring, recurring),
    (Remembered, _remembered),
    (Counted, _counted),
    (Within, _within),
    (Checked, _checked),
    (Timed, _timed),
    (Length, _length),
    (Beside, _beside),
    (Repeated, _repeated),
    (Vague, _vague),
)
"""One for each kind of meaning."""
