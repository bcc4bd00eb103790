"""Recogniser rules for what the calendar itself names: stamps, days, months, years, quarters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from variorum.almanac import time_of_day
from variorum.analysis.dates import civil, lexicon
from variorum.analysis.dates.civil import Point
from variorum.analysis.dates.meaning import Either, Fixed, Meaning, Recurring, Remembered, Timed

if TYPE_CHECKING:
    from collections.abc import Callable

Found: TypeAlias = Meaning | list[tuple[str, Meaning]] | None
"""One meaning for the whole match, several each of a named group, or none: no such date."""


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern of a named rule, and what a match of it means."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Found]
    confidence: float


def form(
    name: str, template: str, build: Callable[[re.Match[str]], Found], confidence: float = 0.9
) -> Form:
    """A form from a template (see :func:`lexicon.compile_rule`)."""
    return Form(name, lexicon.compile_rule(template), build, confidence)


def month_of(m: re.Match[str]) -> int:
    """The number of the month a match names."""
    return lexicon.MONTHS[m["month"].lower()]


def _dom(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _fixed(point: Point | None) -> Fixed | None:
    return Fixed(point) if point else None


def full_year(digits: str) -> int:
    """A year of two digits is within 1950 to 2049; of four, itself."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 50 else 2000)


def _stamp(m: re.Match[str]) -> Found:
    point = civil.day(int(m["y"]), int(m["m"]), int(m["d"]))
    if point is None:
        return None
    if not m["t"]:
        return Fixed(point)
    return Timed("T" + m["t"], (m["off"] or "").upper(), Fixed(point))


def _iso_month(m: re.Match[str]) -> Found:
    year, part = int(m["y"]), int(m["m"])
    if part == year % 100 + 1:  # 2008-09 is more often two years than a September
        return [("y", Fixed(Point("year", year))), ("m", Fixed(Point("year", year + 1)))]
    return _fixed(civil.read(f"{year:04d}-{part:02d}"))


def _numeric(m: re.Match[str]) -> Found:
    a, b, year = int(m["a"]), int(m["b"]), full_year(m["y"])
    day_first, month_first = civil.day(year, b, a), civil.day(year, a, b)
    if day_first and month_first and day_first != month_first:
        return Either(day_first, month_first)
    return _fixed(day_first or month_first)


def _calendar_day(m: re.Match[str]) -> Found:
    return _fixed(civil.day(int(m["year"]), month_of(m), _dom(m["dom"])))


def day_slot(month: int, dom: int) -> Recurring | None:
    """A day of every year, or ``None`` where no year has it."""
    return (
        Recurring("day", "year", (month, dom)) if civil.day(2000, month, dom) is not None else None
    )


def _day_in_month(m: re.Match[str]) -> Found:
    return day_slot(month_of(m), _dom(m["dom"]))


def _named_event(m: re.Match[str]) -> Found:
    """A day before a word of what happened on it."""
    behind = _WORD.match(m.string, m.end())
    slot = month_of(m), _dom(m["dom"])
    if behind is None or behind[1].lower() not in lexicon.EVENTS:
        return None
    known = f"-{slot[0]:02}-{slot[1]:02}"
    point = next((civil.read(day) for day in lexicon.EVENT_DAYS if day.endswith(known)), None)
    return Remembered(point, Recurring("day", "year", slot)) if point else None


_WORD = re.compile(r"\s{1,3}(?:[A-Z][a-z]{1,14}\s)?(\w{1,14})")


def _ordinal_in_month(m: re.Match[str]) -> Found:
    return day_slot(month_of(m), lexicon.ordinal_number(m["ordinal"]))


def _two_days(m: re.Match[str]) -> Found:
    month, found = month_of(m), []
    for group in ("dom", "dom2"):
        dom = _dom(m[group])
        meaning: Meaning | None = (
            _fixed(civil.day(int(m["year"]), month, dom)) if m["year"] else day_slot(month, dom)
        )
        if meaning is None:
            return None
        found.append((group, meaning))
    return found


def _day_of_month(m: re.Match[str]) -> Found:
    dom = _dom(m["d"])
    return Recurring("day", "month", dom) if 1 <= dom <= 31 else None


def _month_year(m: re.Match[str]) -> Found:
    return Fixed(Point("month", full_year(re.sub(r"\D", "", m["y"])) * 12 + month_of(m) - 1))


def _month_spelled_year(m: re.Match[str]) -> Found:
    return Fixed(Point("month", lexicon.year_number(m["spelled"]) * 12 + month_of(m) - 1))


def _spelled_year(m: re.Match[str]) -> Found:
    return Fixed(Point("year", lexicon.year_number(m["spelled"])))


def _year(m: re.Match[str]) -> Found:
    return Fixed(Point("year", full_year(re.sub(r"\D", "", m["y"]))))


def _two_years(m: re.Match[str]) -> Found:
    first = int(m["year"])
    second = int(m["b"]) if len(m["b"]) == 4 else first // 100 * 100 + int(m["b"])
    if not first < second < first + 100:
        return None
    return [("year", Fixed(Point("year", first))), ("b", Fixed(Point("year", second)))]


def _decade(m: re.Match[str]) -> Found:
    century = int(m["c"]) if m["c"] else (20 if m["x"] in "012" else 19)
    return Fixed(Point("decade", century * 10 + int(m["x"])))


def _named_decade(m: re.Match[str]) -> Found:
    tens = lexicon.DECADES[m["decade"].lower()] // 10
    return Fixed(Point("decade", 190 + tens))


def _century(m: re.Match[str]) -> Found:
    return Fixed(Point("century", lexicon.ordinal_number(m["ordinal"]) - 1))


def _nth(m: re.Match[str]) -> int:
    word = m["n"].lower()
    return {"1": 1, "2": 2, "3": 3, "4": 4, "latter": 2, "last": 2, "final": 4}.get(
        word[:1] if word[:1].isdigit() else word, 0
    ) or lexicon.ORDINALS[word]


def _quarter(m: re.Match[str]) -> Found:
    return Recurring("quarter", "year", _nth(m))


def _half(m: re.Match[str]) -> Found:
    return Recurring("half", "year", _nth(m))


def clock_value(clock: str, meridiem: str) -> str | None:
    """``T20:17`` from "8:17" and "p.m."; ``None`` for a time no clock shows."""
    hour, minute, second, *_ = (*(int(x) for x in re.split("[:.]", clock)), None, None)
    time = time_of_day(hour or 0, minute or 0, second, meridiem)
    return f"T{time}" if time else None


def _clock(m: re.Match[str]) -> Found:
    if "." in m["clock"] and not (m["meridiem"] or m["zone"]):
        return None  # 12.30 is a number unless something says it's a time
    time = clock_value(m["clock"], m["meridiem"] or "")
    return Timed(time, m["zone"] or "") if time else None


def _hours(m: re.Match[str]) -> Found:
    return Timed(f"T{m['h']}:{m['min']}", m["zone"] or m["zone2"] or "")


def _holiday(m: re.Match[str]) -> Found:
    return Recurring("day", "year", lexicon.plain(m["holiday"]))


def _named_day(m: re.Match[str]) -> Found:
    return _fixed(civil.read(lexicon.NAMED_DAYS[lexicon.plain(m[0])]))


def _spoken_clock(m: re.Match[str]) -> Found:
    hour = int(lexicon.number(m["number"]) or 0)
    if not 1 <= hour <= 12:
        return None
    minutes = _PARTS_OF_HOUR[m["share"].lower().removeprefix("a ")]
    if m["side"].lower() == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    time = clock_value(f"{hour}:{minutes:02}", m["meridiem"] or "")
    return Timed(time) if time else None


_PARTS_OF_HOUR = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def _noon(m: re.Match[str]) -> Found:
    return Timed("T24:00" if m["w"].lower() == "midnight" else "T12:00", m["zone"] or "")


_RANGE = r"\s?(?:-|–|—|to|and|or|through|until)\s?"
_SEP = r"[\s/.-]{1,3}"

ABSOLUTE: tuple[Form, ...] = (
    form(
        "iso-stamp",
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
        r"(?:[T\s](?P<t>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?:\.\d{1,6})?"
        r"\s?(?P<off>Z|[+-]\d\d:?\d\d)?)?",
        _stamp,
        0.98,
    ),
    form("iso-month", r"(?P<y>(?:1[89]|20)\d\d)-(?P<m>0[1-9]|1[0-2])", _iso_month, 0.85),
    form(
        "iso-week",
        r"(?P<y>\d{4})-W(?P<w>\d\d)",
        lambda m: _fixed(civil.iso_week(int(m["y"]), int(m["w"]))),
        0.98,
    ),
    form(
        "year-first",
        r"(?P<y>\d{4})(?P<s>[/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})",
        lambda m: _fixed(civil.day(int(m["y"]), int(m["m"]), int(m["d"]))),
        0.95,
    ),
    form(
        "numeric",
        r"(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})",
        _numeric,
        0.85,
    ),
    form(
        "month-day-year",
        rf"{{month}}\.?{_SEP}{{dom}}(?:,|,? of)?{_SEP}{{year}}",
        _calendar_day,
        0.98,
    ),
    form(
        "day-month-year",
        rf"(?:the )?{{dom}}(?: of)?{_SEP}{{month}}[.,]?{_SEP}{{year}}",
        _calendar_day,
        0.98,
    ),
    form("days-of-month", rf"{{month}}\.? {{dom}}{_RANGE}{{dom2}}(?:,? {{year}})?", _two_days),
    form(
        "days-of-month", rf"{{dom}}{_RANGE}{{dom2}} (?:of )?{{month}}(?:\.?,? {{year}})?", _two_days
    ),
    form("named-event", r"{month}\.? {dom}", _named_event, 0.95),
    form("month-day", r"{month}\.? {dom}(?![:.,]?\d)", _day_in_month, 0.95),
    form("month-day", r"{month} (?:the )?{ordinal}", _ordinal_in_month),
    form(
        "day-month",
        r"(?:the )?{dom}(?: of)?[\s-]{1,2}{month}(?!\.? \d{1,2}(?![\d:.]))",
        _day_in_month,
        0.95,
    ),
    form("day-month", r"(?:the )?{ordinal} (?:day )?of {month}", _ordinal_in_month),
    form(
        "month-year",
        r"{month}\.?,? (?:of |in )?(?P<y>(?:1[0-9]|20)\d\d|['’]\d\d)",
        _month_year,
        0.97,
    ),
    form(
        "day-of-month",
        r"the (?P<d>\d{1,2}(?:st|nd|rd|th))(?: of (?:the|this) month)?",
        _day_of_month,
        0.7,
    ),
    form("month-year", r"{month},? {spelled}", _month_spelled_year),
    form("month", r"{month}", lambda m: Recurring("month", "year", month_of(m))),
    form("years", r"{year}[-–/](?P<b>\d{4}|\d\d)", _two_years, 0.85),
    form("year", r"(?:the year |(?:the )?fiscal (?:year )?|FY\s?)(?P<y>\d{4})", _year, 0.97),
    form("year", r"(?P<y>(?:1[0-9]|20)\d\d|['’]\d\d)", _year, 0.85),
    form("spelled-year", r"(?:the year )?{spelled}", _spelled_year, 0.85),
    form("decade", r"(?:the )?(?:(?P<c>1\d|20)|['’]?)(?P<x>\d)0['’]?s", _decade),
    form("decade", r"(?:the )?(?:nineteen[ -])?{decade}", _named_decade, 0.85),
    form("century", r"(?:the )?{ordinal}[ -]century", _century),
    form(
        "quarter",
        r"(?:(?:the|its|their|his|an?) )?(?:fiscal[ -])?"
        r"(?P<n>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]quarter",
        _quarter,
    ),
    form("quarter", r"(?-i:Q)(?P<n>[1-4])", _quarter),
    form("half", r"(?:the )?(?P<n>first|second|latter|last|1st|2nd)[ -]half", _half, 0.8),
    form("half", r"(?-i:H)(?P<n>[12])", _half, 0.7),
    form(
        "weekday",
        r"(?:black )?{weekday}(?:(?<!day)\.)?",
        lambda m: Recurring("day", "week", lexicon.WEEKDAYS[m["weekday"].lower()]),
    ),
    form("holiday", r"{holiday}", _holiday),
    form("named-day", rf"(?:{lexicon.one_of(lexicon.NAMED_DAYS)})(?![/.-]?\d)", _named_day),
    form(
        "clock",
        r"{clock}(?:\s{0,3}{meridiem})?(?: (?:hrs|hours))?"
        r"(?:,?\s{1,3}\(?{zone}\)?)?",
        _clock,
        0.95,
    ),
    form("clock", r"(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d) (?:hours(?: {zone})?|{zone2})", _hours),
    form(
        "spoken-clock",
        rf"(?:(?P<share>{lexicon.one_of([*_PARTS_OF_HOUR, 'a quarter'])}) (?P<side>past|to)"
        r" {number}(?! [a-z]{1,12}s\b)(?:\s{0,3}{meridiem})?)",
        _spoken_clock,
    ),
    form("clock", r"(?P<w>noon|midnight)(?: {zone})?", _noon),
)
"""In the order in which they win where two match the same length."""
