"""Turns meanings into TIMEX3 values: an ordered table, one function for each kind of meaning.

A :class:`Context` holds what a value may depend on: the day of writing, the dates the text has
set so far, the direction of the clause, and whether this outlet writes the day first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from variorum.analysis.dates import civil, lexicon
from variorum.analysis.dates.civil import Point, Unit
from variorum.analysis.dates.meaning import (
    Base,
    Beside,
    Counted,
    Either,
    Fixed,
    Length,
    Meaning,
    Recurring,
    Repeated,
    Timed,
    Vague,
    Within,
)  # fmt: skip
from variorum.analysis.dates.tense import Look

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["date", "time", "duration", "set"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A value, and the ledger's account of it."""

    kind: Kind
    value: str | None
    rule: str
    point: Point | None = None
    anchor: str | None = None
    alternatives: tuple[str, ...] = ()
    why: str = ""


@dataclass(slots=True)
class Context:
    """What is known when an expression is met, reading from the top."""

    anchor: Point | None = None
    day_first: bool | None = None
    said: list[Point] = field(default_factory=list)
    """The dates the text has set so far in this article, the latest last."""
    here: list[Point] = field(default_factory=list)
    """Those of the same sentence."""
    before: list[Point] = field(default_factory=list)
    """Those of the sentence before it."""
    event: Point | None = None
    """The date of the event that "a day after" speaks of, if the sentence gives it."""
    main: Point | None = None
    """The date of what happened "a day after", if the sentence gives it."""
    look: Look = Look(0)

    def base(self, base: Base, unit: Unit) -> Point | None:
        """What an expression of this *unit* is counted from."""
        if base == "latest":
            same = [p for p in self.said if p.unit == unit]
            now = civil.coarsen(self.anchor, unit) if self.anchor and not same else None
            return same[-1] if same else now and civil.shift(now, -1)
        if base != "anchor":
            for point in reversed(self.said if base == "text" else self.near):
                if civil.size(point.unit) <= civil.size(unit):
                    return point
        return self.anchor

    @property
    def near(self) -> list[Point]:
        """The dates of this sentence and the one before."""
        return self.before + self.here

    def next_sentence(self) -> None:
        """What was said in this sentence becomes what was said in the one before."""
        self.before = self.here
        self.here = []

    def remember(self, point: Point) -> None:
        """The text has set a date."""
        self.said.append(point)
        self.here.append(point)


def resolve(meaning: Meaning, context: Context) -> Resolution:
    """The value of a meaning in a context; ``value`` is ``None`` where nothing fixes it."""
    for kind, resolver in RESOLVERS:
        if isinstance(meaning, kind):
            return resolver(meaning, context)
    raise TypeError(f"no resolver for {meaning!r}")


def _of_point(
    point: Point | None, rule: str, anchor: Point | None = None, others: list[Point] | None = None,
    why: str = "",
) -> Resolution:  # fmt: skip
    value = civil.iso(point) if point else None
    alternatives = [v for p in others or [] if (v := civil.iso(p)) and v != value]
    return Resolution(
        "time" if point and point.time else "date", value, rule, point if value else None,
        civil.iso(anchor) if anchor else None, tuple(dict.fromkeys(alternatives)), why,
    )  # fmt: skip


def _fixed(meaning: Fixed, context: Context) -> Resolution:
    return _of_point(meaning.point, "as-printed", why="Printed in full.")


def _either(meaning: Either, context: Context) -> Resolution:
    first, second = meaning.day_first, meaning.month_first
    if context.day_first is None and context.anchor:
        anchor = context.anchor.index
        near = [p for p in (first, second) if abs(p.index - anchor) <= 31]
        far = [p for p in (first, second) if abs(p.index - anchor) > 31]
        if len(near) == 1:
            return _of_point(near[0], "order-by-anchor", context.anchor, far, "Only this reading is near the day of writing.")  # fmt: skip
    if context.day_first is None:
        return _of_point(second, "order-unknown", None, [first], "Day and month could change places: nothing in the article tells.")  # fmt: skip
    chosen, other = (first, second) if context.day_first else (second, first)
    order = "day first" if context.day_first else "month first"
    return _of_point(chosen, "order-by-evidence", None, [other], f"The article writes dates with the {order}.")  # fmt: skip


def occurrence(part: Recurring, cycle: Point) -> Point | None:
    """The turn of a recurring name in one cycle; ``None`` if that cycle has none (29 February)."""
    if part.unit == "weekend":
        return Point("weekend", cycle.index)
    if part.cycle == "week" and isinstance(part.slot, int):
        return Point("day", civil.first_day(cycle) + part.slot - 1)
    if isinstance(part.slot, tuple):
        return civil.day(cycle.index, *part.slot)
    if isinstance(part.slot, str):
        return _holiday(lexicon.HOLIDAYS[part.slot], cycle.index)
    per_year = civil.PER_YEAR[part.unit]
    offset = part.slot if part.unit == "season" else part.slot - 1
    return Point(part.unit, cycle.index * per_year + offset)


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


def _turns(part: Recurring, base: Point) -> list[Point]:
    """The turns of a name around a base, earliest first: enough to hold the last and the next."""
    cycle = civil.coarsen(base, part.cycle)
    if cycle is None:
        return []
    reach = 8 if part.slot == (2, 29) else 2
    found = (occurrence(part, civil.shift(cycle, n)) for n in range(-reach, reach + 1))
    return [p for p in found if p is not None and civil.iso(p)]


def underspecified(part: Recurring) -> str | None:
    """What TIMEX3 writes for a recurring name that no date fixes: ``XXXX-WXX-3``, ``XXXX-12``."""
    if part.unit == "weekend":
        return "XXXX-WXX-WE"
    if part.cycle == "week":
        return f"XXXX-WXX-{part.slot}"
    shown = occurrence(part, Point("year", 2000))
    value = civil.iso(shown) if shown and not isinstance(part.slot, str) else None
    return "XXXX" + value[4:] if value else None


def _recurring(meaning: Recurring, context: Context) -> Resolution:
    base = context.base(meaning.base, meaning.unit)
    own = civil.coarsen(base, meaning.unit) if base else None
    if base is None or own is None:
        return Resolution(
            "date", underspecified(meaning), "unanchored", why="Nothing says when this was written."
        )
    turns = _turns(meaning, base)
    on = civil.last_day(base) >= civil.first_day(own)  # a Wednesday lies before its weekend
    before = [p for p in turns if p.index < own.index]
    same = [p for p in turns if p.index == own.index and on]
    after = [p for p in turns if p.index > own.index or (p.index == own.index and not on)]
    if not before or not after:
        return _of_point(None, "out-of-range", base)
    said = civil.iso(base)
    if meaning.turn is not None:
        return _turned(meaning, base, (before, same, after))
    way = context.look.way
    past, future = (same or before)[-1], (same or after)[0]
    if way == 0 or meaning.cycle == "year":
        gap_back = own.index - past.index
        gap_on = future.index - own.index
        lean = {-1: 4, 0: 1.5, 1: 0.5 if meaning.unit == "quarter" else 0.25}[way]
        chosen = past if gap_back <= gap_on * lean else future
        why = f"The nearest to {said}."
    else:
        chosen = past if way < 0 else future
        side = "on or before" if way < 0 else "on or after"
        told = f" (“{context.look.words}”)" if context.look.words else ""
        why = f"The nearest {side} {said}: the clause looks {'back' if way < 0 else 'ahead'}{told}."
    others = [past, future] if not same else [before[-1] if way < 0 else after[0]]
    rule = (
        "same-day"
        if same
        else ("nearest", "next", "last")[0 if way == 0 else (1 if way > 0 else -1)]
    )
    return _of_point(chosen, rule, base, others, why)


def _turned(
    meaning: Recurring, base: Point, turns: tuple[list[Point], list[Point], list[Point]]
) -> Resolution:
    before, same, after = turns
    said = civil.iso(base)
    month = civil.coarsen(base, "month")
    base_month = month.index if month else 0
    if meaning.turn == -1 and meaning.unit == "month" and before[-1].index == base_month - 1:
        # the month just past is "last month": by its name it is the one a year before
        return _of_point(
            before[-2], "turn-last", base, before[-1:], f"The last but one before {said}."
        )
    if meaning.turn == -1:
        return _of_point(before[-1], "turn-last", base, before[-2:-1], f"The last before {said}.")
    if meaning.turn == 1:
        return _of_point(after[0], "turn-next", base, after[1:2], f"The next after {said}.")
    if same:
        return _of_point(same[0], "turn-this", base, [], f"That of {said}.")
    if meaning.base == "text":
        return _of_point(before[-1], "turn-that", base, after[:1], f"The one next to {said}.")
    cycle = civil.coarsen(base, meaning.cycle)
    inside = [p for p in (before[-1], after[0]) if civil.coarsen(p, meaning.cycle) == cycle]
    chosen = inside[-1] if inside else after[0]
    return _of_point(chosen, "turn-this", base, [before[-1], after[0]], f"The one of the same {meaning.cycle} as {said}.")  # fmt: skip


def _counted(meaning: Counted, context: Context) -> Resolution:
    if meaning.origin is not None:
        origin = resolve(meaning.origin, context)
        base = origin.point
    else:
        base = context.base(meaning.base, meaning.unit)
    if base is None or meaning.count is None:
        return Resolution("date", None, "unanchored", why="Nothing says when this was written.")
    if meaning.keep and meaning.unit == "year":
        grain = _grain(context, meaning)
        if grain is not None:
            moved = civil.add(grain, meaning.count, meaning.unit)
            return _of_point(moved, "counted-like", grain, [], f"Compared with {civil.iso(grain)}.")
    moved = civil.coarsen(base, meaning.unit)
    if moved is None:
        return _of_point(None, "too-coarse", base)
    point = civil.shift(moved, meaning.count)
    many = f"{abs(meaning.count)} {meaning.unit}{'s' if abs(meaning.count) > 1 else ''}"
    way = "after" if meaning.count > 0 else "before"
    why = (
        f"{many} {way} {civil.iso(base)}."
        if meaning.count
        else f"The {meaning.unit} of {civil.iso(base)}."
    )
    return _of_point(point, f"counted-from-{meaning.base}", base, [], why)


def _grain(context: Context, meaning: Counted) -> Point | None:
    """The quarter or half that "a year earlier" is compared with, if the sentence names one."""
    for point in reversed(context.here or context.said[-1:]):
        if point.unit in ("quarter", "half"):
            return point
    return None


def _within(meaning: Within, context: Context) -> Resolution:
    whole = resolve(meaning.whole, context)
    cycle = civil.coarsen(whole.point, meaning.part.cycle) if whole.point else None
    if cycle is None:
        return replace(whole, value=None, point=None, rule="within")
    point = occurrence(meaning.part, cycle)
    done = _of_point(point, "within", why=whole.why)
    return replace(done, anchor=whole.anchor)


def _timed(meaning: Timed, context: Context) -> Resolution:
    if meaning.of is not None:
        found = resolve(meaning.of, context)
    else:
        day = context.base("text", "day")
        found = _of_point(replace(day, time="") if day and day.unit == "day" else None, "day-of-text", day, [], "On the day last named.")  # fmt: skip
    if found.point is None or found.point.unit != "day":
        prefix = found.value if found.value and found.value.startswith("XXXX") else "XXXX-XX-XX"
        return replace(found, kind="time", value=prefix + meaning.time, rule=found.rule, point=None)
    offset = "Z" if lexicon.ZONES.get(meaning.zone, [""])[0] == "Z" else ""
    point = replace(found.point, time=meaning.time + offset)
    others = tuple(v + meaning.time + offset for v in found.alternatives)
    return replace(found, kind="time", value=civil.iso(point), point=point, alternatives=others)


def _length(meaning: Length, context: Context) -> Resolution:
    return Resolution("duration", meaning.value, "duration")


def _beside(meaning: Beside, context: Context) -> Resolution:
    if context.event is not None:
        days = (meaning.length.count or 0) * (7 if meaning.length.unit == "week" else 1)
        point = civil.shift(context.event, meaning.sign * days)
        return _of_point(
            point, "beside-event", context.event, [], "Counted from the event's own date."
        )
    if context.main is not None and meaning.sign > 0:
        return _of_point(
            context.main, "beside-main", context.main, [], "The day the sentence itself names."
        )
    return _length(meaning.length, context)


def _repeated(meaning: Repeated, context: Context) -> Resolution:
    return Resolution("set", meaning.value, "set")


def _vague(meaning: Vague, context: Context) -> Resolution:
    return Resolution("date", meaning.value, "vague")


RESOLVERS: tuple[tuple[type, Callable[[Any, Context], Resolution]], ...] = (
    (Fixed, _fixed),
    (Either, _either),
    (Recurring, _recurring),
    (Counted, _counted),
    (Within, _within),
    (Timed, _timed),
    (Length, _length),
    (Beside, _beside),
    (Repeated, _repeated),
    (Vague, _vague),
)
"""One for each kind of meaning."""
