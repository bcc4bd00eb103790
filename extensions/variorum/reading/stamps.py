"""Date stamps as sites print them, read as ISO 8601, as precise as they are certain.

A stamp is a day, perhaps a time and a zone: ``08:17 PM, 11 Jan, 2022``,
``Sunday 09/January/2022 17:41 PM``. A zone whose name means several (``IST``) is resolved only
where the country is known; a day that can be read in two orders (``03/04/2022``) is resolved only
by the weekday beside it, by a number above 12, or not at all.
"""

from __future__ import annotations

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from variorum import almanac
from variorum.alternation import one_of
from variorum.reading import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Stamp", "find_stamps", "parse_stamp", "stamp_label"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date stamp; ``start`` and ``end`` are offsets into the text that was searched."""

    start: int
    end: int
    day: str | None
    """``YYYY-MM-DD``, or ``None`` where the order of day and month can't be told."""
    time: str | None = None
    """``HH:MM`` or ``HH:MM:SS``, on the 24-hour clock."""
    zone: str | None = None
    """The zone as printed."""
    iso: bool = False
    """Printed as ``YYYY-MM-DD``."""
    late: bool = False
    """Whether "updated" stands between the day and the time."""

    def value(self, country: str | None = None) -> str | None:
        """ISO 8601; *country* (ISO 3166) decides between zones of one name."""
        if self.day is None or self.time is None:
            return self.day
        offset = almanac.offset(self.zone, self.day, country) if self.zone else None
        return f"{self.day}T{self.time}{offset or ''}"


@functools.cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of a day, of a time after it, of a time before it, and of a weekday before it."""

    def any_of(words: list[str]) -> str:
        return "|".join(sorted(words, key=lambda w: (-len(w), w)))

    month = rf"(?P<{{0}}>{any_of(list(almanac.MONTHS))})\.?"
    weekday = rf"(?:{any_of(list(almanac.WEEKDAYS))})"
    day = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
    year = r"(?P<{0}>[12]\d{{3}})"
    sep = r"[ \t\xa0]{0,2}[,./-]?[ \t\xa0]{0,2}"
    forms = (
        rf"{year.format('y1')}-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)",
        rf"{day.format('d2')}(?: of)?{sep}{month.format('m2')}{sep}{year.format('y2')}(?!\d)",
        rf"{month.format('m3')}{sep}{day.format('d3')}{sep}{year.format('y3')}(?!\d)",
        rf"{year.format('y4')}{sep}{month.format('m4')}{sep}{day.format('d4')}(?!\d)",
        rf"{year.format('y5')}[./](?P<m5>\d\d?)[./](?P<d5>\d\d?)(?!\d)",
        rf"(?P<a6>\d\d?)(?P<s6>[./-])(?P<b6>\d\d?)(?P=s6){year.format('y6')}(?!\d)",
    )
    zone = rf"\(?(?P<zone>{almanac.OFFSET}|{almanac.ZONE})\)?"
    half = rf"[ \xa0]?[ \xa0]?(?P<{{0}}>{almanac.MERIDIEM})"
    hours = r"[ ]?(?:hrs|hours|h)\b"
    clock = (
        r"(?P<h>\d\d?)(?:[:.h][ ]?(?P<min>\d\d)(?!\d)(?:[:.](?P<s>\d\d)(?!\d)(?:\.\d{1,9})?)?"
        rf"(?:{half.format('half1')}|{hours})?|{half.format('half2')}|{hours})"
    )
    military = (
        r"(?P<h2>[01]\d|2[0-3])(?P<min2>[0-5]\d)"
        r"(?=[ ]?(?:GMT|UTC|hrs|hours|Z)\b)(?:[ ]?(?:hrs|hours)\b)?"
    )
    time = rf"(?:{military}|{clock})(?:[ \xa0]{{0,2}}{zone})?"
    gap = r"(?:[ \t\xa0]{0,3}(?:[,;|·•@–—-]|\bat\b|\bon\b)?[ \t\xa0]{0,3})"
    flags = re.IGNORECASE
    return (
        re.compile(r"(?<![\w/.-])(?:" + "|".join(forms) + ")", flags),
        re.compile(rf"(?:T|{gap}(?P<late>(?:last )?updated:?[ ](?:at[ ])?)?){time}", flags),
        re.compile(rf"(?<![\w:.]){time}{gap}(?:{weekday}[.,]?[ ]?)?$", flags),
        re.compile(rf"\b(?P<weekday>{weekday})\b[.,]?[ \t\xa0]{{0,2}}(?:the )?$", flags),
    )


_BEFORE = 40
"""Characters before a day in which its weekday and time are looked for."""


def find_stamps(text: str) -> Iterator[Stamp]:
    """Find every day with a year in *text*, with the weekday, time and zone that belong to it."""
    days, after, before, weekday_before = _grammar()
    done = 0
    for match in days.finditer(text):
        start, end = match.span()
        lead = text[max(done, start - _BEFORE) : start]
        weekday = weekday_before.search(lead)
        day, iso = _day(match, weekday.group("weekday") if weekday else None)
        if day == "":
            continue
        clock = after.match(text, end)
        if clock and _time(clock):
            end = clock.end()
            start -= len(lead) - weekday.start() if weekday else 0
        elif (clock := before.search(lead)) and _time(clock):
            start -= len(lead) - clock.start()
        else:
            clock = None
            start -= len(lead) - weekday.start() if weekday else 0
        done = end
        yield Stamp(
            start,
            end,
            day,
            _time(clock) if clock else None,
            clock.group("zone").strip(" ()") if clock and clock.group("zone") else None,
            iso,
            bool(clock and clock.groupdict().get("late")),
        )


@functools.cache
def _labels() -> re.Pattern[str]:
    labels = lexicon.boilerplate()["stamp_labels"]
    clocks = one_of([*labels["published"], *labels["updated"]], {" ": r"\s"})
    return re.compile(rf"(?P<label>{clocks})\s?[:|–—-]?\s?$", re.IGNORECASE)


def stamp_label(line: str, stamp_start: int) -> tuple[int, str | None]:
    """Where the words that label a stamp start, and its clock: "published", "updated" or None."""
    window = max(0, stamp_start - 40)
    match = _labels().search(line[window:stamp_start])
    if match is None:
        return stamp_start, None
    label = " ".join(match.group("label").lower().split())
    clock = "updated" if label in lexicon.boilerplate()["stamp_labels"]["updated"] else "published"
    return window + match.start(), clock


def parse_stamp(text: str, country: str | None = None) -> str | None:
    """The first stamp in *text* as ISO 8601, or ``None``."""
    return next((stamp.value(country) for stamp in find_stamps(text)), None)


def _day(match: re.Match[str], weekday: str | None) -> tuple[str | None, bool]:
    """The day as ISO 8601: ``None`` where it is ambiguous, ``""`` where there is none such."""
    group = {k[0]: v for k, v in match.groupdict().items() if v is not None}
    year = int(group["y"])
    if "a" in group:
        return _either_order(year, int(group["a"]), int(group["b"]), weekday), False
    month = group["m"].lower()
    number = int(month) if month.isdigit() else almanac.MONTHS[month]
    iso = match.group("y1") is not None
    return _iso(year, number, int(group["d"])) or "", iso


def _either_order(year: int, first: int, second: int, weekday: str | None) -> str | None:
    """``03/04/2022``: by the calendar, else by the weekday, else not at all."""
    readings = sorted({_iso(year, second, first), _iso(year, first, second)} - {None}, key=str)
    if weekday and len(readings) == 2:
        number = almanac.WEEKDAYS[weekday.lower().rstrip(".")]
        readings = [r for r in readings if r and date.fromisoformat(r).isoweekday() == number]
    if not readings:
        return None if weekday else ""
    return readings[0] if len(readings) == 1 else None


def _iso(year: int, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def _time(match: re.Match[str]) -> str | None:
    """``HH:MM``, or ``None`` where it is no time of day that a day's stamp can have."""
    group = match.groupdict()
    hour, minute = int(group["h2"] or group["h"]), int(group["min2"] or group["min"] or 0)
    second = int(group["s"]) if group["s"] else None
    half = group["half1"] or group["half2"] or ""
    return almanac.time_of_day(hour, minute, second, half) if hour < 24 else None
