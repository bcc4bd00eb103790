"""The calendar by its English names: months, weekdays, clocks and time zones.

One table (``data/calendar.toml``) and one grammar of a time of day for what stands in a stamp and
for what a text says.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

_TABLE: dict[str, Any] = tomllib.loads(
    (files("variorum") / "data" / "calendar.toml").read_text(encoding="utf-8")
)
MONTHS: dict[str, int] = _TABLE["months"]
WEEKDAYS: dict[str, int] = _TABLE["weekdays"]
"""ISO 8601: Monday is 1."""
_ZONES: dict[str, str] = _TABLE["zones"]
_AMBIGUOUS: dict[str, dict[str, str]] = _TABLE["ambiguous"]
_SEASONAL: dict[str, int] = _TABLE["seasonal"]
ZONES: frozenset[str] = frozenset({*_ZONES, *_AMBIGUOUS, *_SEASONAL})
"""The names of time zones."""


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


_OFFSET = r"[ ]?[+\u2212-]\d\d?:?(?:\d\d)?(?!\d)"
ZONE = rf"(?:UTC|GMT){_OFFSET}|Z(?!\w)|(?-i:{_any_of(ZONES)})(?!\w)"
"""A pattern of a time zone by its name: "PHT", "GMT+8"."""
OFFSET = rf"(?:UTC|GMT)?{_OFFSET}"
"""A pattern of an offset in figures, as it stands right behind a time: "+05:30"."""
MERIDIEM = r"[ap]\.?\s?m(?:\.|\b)"
"""A pattern of "p.m." and its kin."""
_DIGITS = re.compile(r"([+\u2212-])(\d\d?):?(\d\d)?$")


def time_of_day(
    hour: int, minute: int = 0, second: int | None = None, half: str = ""
) -> str | None:
    """``20:17`` from 8, 17 and "p.m."; ``None`` for a time no clock shows.

    A half after an hour past twelve ("17:41 PM") adds nothing.
    """
    if half[:1].lower() == "p" and hour < 12:
        hour += 12
    elif half[:1].lower() == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and (minute or second)):
        return None
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "")


def offsets(zone: str) -> tuple[str, ...]:
    """Every offset from UTC that a zone as printed may stand for, the likeliest first."""
    name = zone.strip(" ()")
    if digits := _DIGITS.search(name):
        sign = "+" if digits[1] == "+" else "-"
        return (f"{sign}{int(digits[2]):02}:{digits[3] or '00'}",)
    if name.upper() == "Z":
        return ("+00:00",)
    if name in _ZONES:
        return (_ZONES[name],)
    if name in _SEASONAL:
        return tuple(_hours(_SEASONAL[name] + summer) for summer in (0, 1))
    return tuple(dict.fromkeys(_AMBIGUOUS.get(name, {}).values()))


def offset(zone: str, day: str, country: str | None) -> str | None:
    """The offset of a zone on a day, or ``None`` where its name alone doesn't say.

    *country* (ISO 3166) decides between zones of one name.
    """
    name = zone.strip(" ()")
    if name in _SEASONAL:
        return _hours(_SEASONAL[name] + _is_us_summer(date.fromisoformat(day)))
    if name in _AMBIGUOUS:
        return _AMBIGUOUS[name].get(country or "")
    return next(iter(offsets(zone)), None)


def _hours(hours: int) -> str:
    return f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"


def _is_us_summer(day: date) -> bool:
    """Whether summer time runs in the United States (rule since 2007) on a day."""
    march = date(day.year, 3, 8)
    november = date(day.year, 11, 1)
    begins = march.replace(day=8 + (6 - march.weekday()) % 7)
    ends = november.replace(day=1 + (6 - november.weekday()) % 7)
    return begins <= day < ends
