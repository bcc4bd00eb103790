"""The civil calendar as counted points: a unit and a running number, years 0 to 9999.

``datetime`` knows no year 0 and no quarters. Here every unit has one count, so that "three weeks
ago" is a subtraction in the unit it names, and coarser units are reached by division. Days follow
the proleptic Gregorian calendar; weeks are those of ISO 8601 (Monday first).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Unit = Literal[
    "day", "week", "weekend", "month", "quarter", "season", "half", "year",
    "decade", "century", "millennium",
]  # fmt: skip

YEARS: dict[str, int] = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
"""Units made of whole years, and of how many."""
PER_YEAR: dict[str, int] = {"month": 12, "quarter": 4, "season": 4, "half": 2}
"""Units that divide a year, and into how many."""
SEASONS = ("SP", "SU", "FA", "WI")
LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar, one *unit* long, the *index*-th since the start of year 0.

    ``time`` is what TIMEX3 writes after a day: ``T20:17``, ``TEV``; empty for whole units.
    """

    unit: Unit
    index: int
    time: str = ""


def ordinal(year: int, month: int, day: int) -> int:
    """Days since 1 January of year 0; the arguments must name a real day."""
    shifted = year - (month <= 2)
    since_march = (month + 9) % 12
    leaps = shifted // 4 - shifted // 100 + shifted // 400
    return 365 * shifted + leaps + (153 * since_march + 2) // 5 + day - 1 + 60


def civil(days: int) -> tuple[int, int, int]:
    """Year, month and day of a count of days: the inverse of :func:`ordinal`."""
    days -= 60
    era, rest = divmod(days, 146097)
    year = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    day_of_year = rest - (365 * year + year // 4 - year // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return year + era * 400 + (month <= 2), month, day


FIRST_MONDAY = 2
"""1 January of year 0 is a Saturday, so day 2 is a Monday."""
DAYS_IN_ALL = ordinal(LAST_YEAR, 12, 31) + 1


def is_leap(year: int) -> bool:
    """Whether *year* has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 + (month + month // 8) % 2


def day(year: int, month: int, day_of_month: int) -> Point | None:
    """The point of a day, or ``None`` if there is no such day in years 0 to 9999."""
    if not (0 <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= day_of_month <= month_length(year, month):
        return None
    return Point("day", ordinal(year, month, day_of_month))


def weekday(point: Point) -> int:
    """1 for Monday to 7 for Sunday, of a point whose unit is a day."""
    return (point.index - FIRST_MONDAY) % 7 + 1


def shift(point: Point, count: int) -> Point:
    """The point *count* units later (earlier if negative), without a time of day."""
    return Point(point.unit, point.index + count)


def add(point: Point, count: int, unit: Unit) -> Point | None:
    """*point* moved by *count* of a coarser unit: the same day a month later, and so on.

    A day that the month reached does not have becomes its last (29 February in a common year).
    """
    if point.unit == unit or unit not in ("month", "year"):
        moved = coarsen(point, unit)
        return shift(moved, count) if moved else None
    months = count * (12 if unit == "year" else 1)
    if point.unit == "day":
        year, month, of_month = civil(point.index)
        year, month0 = divmod(year * 12 + month - 1 + months, 12)
        if not 0 <= year <= LAST_YEAR:
            return None
        return day(year, month0 + 1, min(of_month, month_length(year, month0 + 1)))
    if point.unit in PER_YEAR:
        return shift(point, months * PER_YEAR[point.unit] // 12)
    moved = coarsen(point, unit)
    return shift(moved, count) if moved else None


def first_day(point: Point) -> int:
    """The count of the first day of a point."""
    unit, index = point.unit, point.index
    if unit == "day":
        return index
    if unit in ("week", "weekend"):
        return index * 7 + FIRST_MONDAY + (5 if unit == "weekend" else 0)
    if unit in YEARS:
        return ordinal(index * YEARS[unit], 1, 1)
    year, part = divmod(index, PER_YEAR[unit])
    month = part * (12 // PER_YEAR[unit]) + (3 if unit == "season" else 1)
    return ordinal(year, month, 1)


def last_day(point: Point) -> int:
    """The count of the last day of a point."""
    if point.unit == "weekend":
        return first_day(point) + 1
    return first_day(shift(point, 1)) - 1


def coarsen(point: Point, unit: Unit) -> Point | None:
    """The *unit* that a point lies in, by its first day; ``None`` where *unit* is finer."""
    if point.unit == unit:
        return replace(point, time="")
    if size(unit) < size(point.unit):
        return None
    days = first_day(point)
    if unit == "day":
        return Point("day", days)
    if unit in ("week", "weekend"):
        return Point(unit, (days - FIRST_MONDAY) // 7)
    year, month, _ = civil(days)
    if unit in YEARS:
        return Point(unit, year // YEARS[unit])
    months = year * 12 + month - 1 - (2 if unit == "season" else 0)
    return Point(unit, months // (12 // PER_YEAR[unit]))


def size(unit: Unit) -> int:
    """About how many days a unit has: an order of granularity."""
    if unit == "weekend":
        return 2
    if unit in ("day", "week"):
        return 1 if unit == "day" else 7
    return 365 * YEARS[unit] if unit in YEARS else 365 // PER_YEAR[unit]


def iso(point: Point) -> str | None:
    """The point as TIMEX3 writes it, or ``None`` outside years 0 to 9999."""
    unit, index = point.unit, point.index
    if not 0 <= first_day(point) < DAYS_IN_ALL:
        return None
    if unit == "day":
        year, month, of_month = civil(index)
        return f"{year:04d}-{month:02d}-{of_month:02d}{point.time}"
    if unit in ("week", "weekend"):
        thursday = index * 7 + FIRST_MONDAY + 3
        year = civil(thursday)[0]
        if not 0 <= year <= LAST_YEAR:
            return None
        number = (thursday - ordinal(year, 1, 1)) // 7 + 1
        return f"{year:04d}-W{number:02d}" + ("-WE" if unit == "weekend" else "")
    if unit in YEARS:
        return f"{index:0{4 - len(str(YEARS[unit])) + 1}d}"
    year, part = divmod(index, PER_YEAR[unit])
    names = {"month": f"{part + 1:02d}", "quarter": f"Q{part + 1}", "half": f"H{part + 1}"}
    return f"{year:04d}-{names.get(unit) or SEASONS[part]}"


_ISO = re.compile(
    r"(?P<year>\d{4})(?:"
    r"-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>[T ].{1,24})?)?"
    r"|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)",
    re.ASCII,
)


def read(value: str | None) -> Point | None:
    """The point that :func:`iso` (or an ISO 8601 date) writes as *value*, else ``None``."""
    found = _ISO.fullmatch(value or "")
    if not found:
        return None
    part = found.groupdict()
    if part["decade"] or part["century"]:
        name: Unit = "decade" if part["decade"] else "century"
        return Point(name, int(part[name]))
    year = int(part["year"])
    if part["day"]:
        point = day(year, int(part["month"]), int(part["day"]))
        time = (part["time"] or "").replace(" ", "T")
        return replace(point, time=time) if point else None
    if part["month"]:
        month = int(part["month"])
        return Point("month", year * 12 + month - 1) if 1 <= month <= 12 else None
    if part["week"]:
        week = iso_week(year, int(part["week"]))
        return replace(week, unit="weekend") if week and part["weekend"] else week
    if part["quarter"]:
        return Point("quarter", year * 4 + int(part["quarter"]) - 1)
    if part["half"]:
        return Point("half", year * 2 + int(part["half"]) - 1)
    if part["season"]:
        return Point("season", year * 4 + SEASONS.index(part["season"]))
    return Point("year", year)


def iso_week(year: int, number: int) -> Point | None:
    """Week *number* of an ISO year, or ``None`` if that year has no such week."""
    start = (ordinal(year, 1, 4) - FIRST_MONDAY) // 7
    point = Point("week", start + number - 1)
    written = iso(point)
    return point if written and written.startswith(f"{year:04d}-") and number else None


def easter(year: int) -> int:
    """The count of Easter Sunday (Gregorian; the anonymous computus of 1876)."""
    golden, century = year % 19, year // 100
    skipped = century // 4
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    left = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * left) // 451
    month, of_month = divmod(moon + left - 7 * late + 114, 31)
    return ordinal(year, month, of_month + 1)
