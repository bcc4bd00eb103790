"""Joins neighbouring atoms into one expression: "Friday" + "evening", "a year" + "ago".

An ordered table, read from the top for every neighbouring pair; what two atoms became may join
the next. Markers that found no partner are no expressions and fall away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.dates.meaning import (
    DAYS,
    Atom,
    Beside,
    Checked,
    Counted,
    Either,
    Fixed,
    Length,
    Marker,
    Meaning,
    Recurring,
    Repeated,
    Timed,
    Vague,
    Within,
)

if TYPE_CHECKING:
    from variorum.analysis.dates.civil import Unit
    from variorum.analysis.dates.meaning import Base

Join = Callable[[Meaning, Meaning], Meaning | None]


@dataclass(frozen=True, slots=True)
class Joint:
    """What may stand between two atoms, and what they mean together, if anything."""

    name: str
    gap: re.Pattern[str]
    join: Join


def _unit(meaning: Meaning | None) -> Unit | None:
    match meaning:
        case Fixed(point):
            return point.unit
        case Either():
            return "day"
        case Recurring() | Counted():
            return meaning.unit
        case Within():
            return meaning.part.unit
        case Checked(date=date):
            return _unit(date)
    return None


def _is_day(meaning: Meaning) -> bool:
    return isinstance(meaning, DAYS) and _unit(meaning) == "day"


def _weekday_date(a: Meaning, b: Meaning) -> Meaning | None:
    if not (isinstance(a, Recurring) and a.cycle == "week" and isinstance(a.slot, int)):
        return None
    if a.unit != "day" or not _is_day(b) or not isinstance(b, Fixed | Either | Recurring):
        return None
    return None if isinstance(b, Recurring) and b.cycle == "week" else Checked(a.slot, b)


def _date_weekday(a: Meaning, b: Meaning) -> Meaning | None:
    return _weekday_date(b, a)


def _day_time(a: Meaning, b: Meaning) -> Meaning | None:
    if not isinstance(b, Timed) or b.of is not None:
        return None
    if _is_day(a):
        return Timed(b.time, b.zone, a)
    if isinstance(a, Repeated) and a.value.startswith("XXXX-W") and "T" not in a.value:
        return Repeated(a.value + b.time)
    return None


def _timed_weekday_date(a: Meaning, b: Meaning) -> Meaning | None:
    """ "9:01 AM Mon" + "September 10, 2012"."""
    if isinstance(a, Timed) and a.of is not None:
        day = _weekday_date(a.of, b)
        return Timed(a.time, a.zone, day) if day else None
    return None


def _time_day(a: Meaning, b: Meaning) -> Meaning | None:
    if isinstance(a, Timed) and a.of is None:
        if (
            isinstance(b, Timed)
            and b.of is not None
            and not a.time[1:].isalpha()
            and b.time[1:].isalpha()
        ):
            return Timed(a.time, a.zone, b.of)
        return _day_time(b, a)
    return None


def _part_whole(a: Meaning, b: Meaning) -> Meaning | None:
    if isinstance(a, Recurring) and isinstance(b, Fixed | Counted | Recurring) and a.turn is None:
        if isinstance(b, Recurring) and b.turn is None and b.cycle == "week":
            return None
        if _unit(b) == a.cycle:
            return Within(a, b)
    return None


def _whole_part(a: Meaning, b: Meaning) -> Meaning | None:
    return _part_whole(b, a) if isinstance(a, Fixed | Counted) else None


def _unit_of_day(a: Meaning, b: Meaning) -> Meaning | None:
    """ "The week" + "of March 6"."""
    if isinstance(a, Counted) and a.base == "near" and a.unit != "day" and _is_day(b):
        return Counted(a.unit, 0, origin=b)
    return None


def _frame(a: Meaning, b: Meaning) -> Meaning | None:
    if isinstance(a, Marker) and a.role in ("modifier", "earlier", "later") and a.value:
        return b if isinstance(b, (*DAYS, Timed)) else None
    return None


def _blur(a: Meaning, b: Meaning) -> Meaning | None:
    if not (isinstance(a, Marker) and a.role == "quantifier"):
        return None
    if isinstance(b, Length):
        return b
    weekday = isinstance(b, Recurring) and b.cycle == "week"
    about = a.value == "APPROX" and not weekday and not isinstance(b, Counted)
    return b if about and isinstance(b, (*DAYS, Timed)) else None


_STEPS = {"ago": -1, "earlier": -1, "later": 1, "hence": 1}


def _count(a: Meaning, b: Meaning) -> Meaning | None:
    if not isinstance(a, Length) or not isinstance(b, Marker) or b.role not in _STEPS:
        return None
    if a.count is None or a.unit in ("second", "minute", "hour"):
        if a.count is None and b.role == "ago":
            return Vague("PAST_REF")
        return None
    base: Base = "anchor" if b.role in ("ago", "hence") else "text"
    count = a.count * _STEPS[b.role] * (2 if a.unit == "fortnight" else 1)
    unit: Unit = "week" if a.unit == "fortnight" else a.unit  # type: ignore[assignment]
    return Counted(unit, count, base, keep=True)


def _beside(a: Meaning, b: Meaning) -> Meaning | None:
    """ "A week" + "after": what follows may be a date, or an event."""
    if isinstance(a, Length) and a.count and isinstance(b, Marker) and a.unit in ("day", "week"):
        return Beside(a, 1 if b.role == "after" else -1) if b.role in ("after", "before") else None
    return None


def _beside_date(a: Meaning, b: Meaning) -> Meaning | None:
    if isinstance(b, Counted) and b.origin is not None:
        return None  # "a day after a day after …" has to end somewhere
    if isinstance(a, Beside) and a.length.count and _is_day(b):
        days = 7 if a.length.unit == "week" else 1
        return Counted("day", a.sign * a.length.count * days, origin=b)
    if isinstance(a, Marker) and a.role in ("after", "before") and a.value and _is_day(b):
        return Counted("day", 1 if a.role == "after" else -1, origin=b)
    return None


def _joint(name: str, gap: str, join: Join) -> Joint:
    return Joint(name, re.compile(gap, re.IGNORECASE), join)


JOINTS: tuple[Joint, ...] = (
    _joint("weekday-date", r",?\s{0,3}(?:the\s)?", _weekday_date),
    _joint("date-weekday", r",?\s{1,3}", _date_weekday),
    _joint(
        "day-time",
        r"(?:,|\s-|\s?\||\s?•|\s?–)?\s{0,3}(?:(?:at|in the|around|about|at about)\s)?",
        _day_time,
    ),
    _joint("time-day", r",?\s{1,3}(?:(?:on|of|local time|local time on|time)\s)?", _time_day),
    _joint("timed-weekday-date", r",?\s{1,3}", _timed_weekday_date),
    _joint("part-whole", r",?\s{1,3}(?:(?:of|in)\s)?", _part_whole),
    _joint("whole-part", r"(?:['’]s?)?[\s-]", _whole_part),
    _joint("unit-of-day", r"\s{1,3}of\s{1,3}", _unit_of_day),
    _joint("frame", r"[\s-]{0,3}(?:in\s|on\s)?(?:the\s)?", _frame),
    _joint("blur", r"\s{1,3}", _blur),
    _joint("count", r"\s{1,3}", _count),
    _joint("beside", r"\s{1,3}", _beside),
    _joint("beside-date", r"\s{1,3}", _beside_date),
)


FRAMES = ("frame", "blur")
"""Joints whose left side only narrows or blurs the right one; once is enough."""


def _joined(text: str, a: Atom, b: Atom) -> Atom | None:
    gap = text[a.end : b.start]
    for joint in JOINTS:
        if not joint.gap.fullmatch(gap) or (joint.name in FRAMES and b.mod):
            continue
        meaning = joint.join(a.meaning, b.meaning)
        if meaning is not None:
            own = a.meaning.value if isinstance(a.meaning, Marker) else a.mod
            mod = own if joint.name in FRAMES else a.mod or b.mod
            sure = min(a.confidence, b.confidence)
            return Atom(a.start, b.end, f"{a.rule}+{b.rule}", meaning, sure, mod)
    return None


def compose(text: str, atoms: Iterable[Atom]) -> list[Atom]:
    """Join what stands side by side; drop the markers that are left."""
    done: list[Atom] = []
    for atom in atoms:
        current = atom
        while done and current.start - done[-1].end <= 20:
            joined = _joined(text, done[-1], current)
            if joined is None:
                break
            done.pop()
            current = joined
        done.append(current)
    return [a for a in done if not isinstance(a.meaning, Marker)]
