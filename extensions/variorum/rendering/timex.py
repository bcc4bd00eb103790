"""TIMEX3 values in words: what a date in the text was resolved to."""

from __future__ import annotations

import re
from datetime import date, timedelta

from variorum.rendering.words import (
    _,
    _n,
    date_words,
    day_and_month,
    month_and_year,
    span_words,
    weekday_name,
)

_MARKUP = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?|\d{4}-W\d\d|"
    r"P\d+D|PT(\d+[HMS])+",
    re.ASCII,
)
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?", re.ASCII)
_PART = re.compile(r"(\d{4}-\d\d-\d\d)T(MO|AF|EV|NI|DT|MI)", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-([QH])(\d)", re.ASCII)
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)", re.ASCII)
_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)(Y|M|W|D|H|S|DE|CE|WE|Q)", re.ASCII)
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7]).*", re.ASCII)


def markup_value(value: str | None) -> str:
    """The value as HTML's ``datetime`` takes it, or nothing where HTML has no form for it."""
    part = _PART.fullmatch(value or "")
    said = part[1] if part else (value or "")
    return said if _MARKUP.fullmatch(said) else ""


def value_words(value: str | None) -> str:
    """A value in words: ``Wednesday 12 January 2022``, ``the week of 10 to 16 January 2022``."""
    value = value or ""
    for pattern, say in _WORDS:
        found = pattern.fullmatch(value)
        if found:
            return say(found)
    if value in _REFERENCES:
        return _REFERENCES[value]()
    said = date_words(value, weekday=True)
    if said != value or re.fullmatch(r"\d{4}", value):
        return said
    return _("not resolved (%s)") % value if value else _("not resolved")


def gloss(value: str | None) -> str:
    """A date of a day, a month or a week, short enough to stand raised in the text."""
    value = value or ""
    week = _WEEK.fullmatch(value)
    if week and (span := _week(week)):
        first, last = span
        a, b = day_and_month(first), day_and_month(last)
        return f"{a.split()[0]}–{b}" if first.month == last.month else f"{a} – {b}"
    day = re.match(r"\d{4}-\d\d-\d\d", value)
    if day:
        at = _day(day[0])
        return day_and_month(at) if at else ""
    if re.fullmatch(r"\d{4}-\d\d", value):
        at = _day(f"{value}-01")
        return month_and_year(at) if at else ""
    return ""


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _week(found: re.Match[str]) -> tuple[date, date] | None:
    try:
        first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
        return first, first + timedelta(days=1 if found[3] else 6)
    except (ValueError, OverflowError):
        return None


def _week_words(found: re.Match[str]) -> str:
    span = _week(found)
    if not span:
        return found[0]
    words = span_words(span[0].isoformat(), span[1].isoformat())
    return (_("the weekend of %s") if found[3] else _("the week of %s")) % words


def _part_words(found: re.Match[str]) -> str:
    parts = {
        "MO": _("the morning of %s"), "AF": _("the afternoon of %s"),
        "EV": _("the evening of %s"), "NI": _("the night of %s"),
        "DT": _("the daytime of %s"), "MI": _("noon of %s"),
    }  # fmt: skip
    return parts[found[2]] % date_words(found[1], weekday=True)


def _quarter_words(found: re.Match[str]) -> str:
    words = _("quarter %(n)s of %(year)s") if found[2] == "Q" else _("half %(n)s of %(year)s")
    return words % {"n": found[3], "year": found[1]}


def _season_words(found: re.Match[str]) -> str:
    names = {
        "SP": _("spring"), "SU": _("summer"), "FA": _("autumn"), "AU": _("autumn"),
        "WI": _("winter"),
    }  # fmt: skip
    return f"{names[found[2]]} {found[1]}"


def _decade_words(found: re.Match[str]) -> str:
    return _("the %s0s") % found[0]


def _century_words(found: re.Match[str]) -> str:
    return _("the %s00s") % found[0]


def _duration_words(found: re.Match[str]) -> str:
    clock, count, unit = found.groups()
    whole = int(count) if count.isdigit() else 2
    return {
        "Y": _n("%s year", "%s years", whole), "W": _n("%s week", "%s weeks", whole),
        "D": _n("%s day", "%s days", whole), "H": _n("%s hour", "%s hours", whole),
        "S": _n("%s second", "%s seconds", whole),
        "M": _n("%s minute", "%s minutes", whole) if clock
        else _n("%s month", "%s months", whole),
        "DE": _n("%s decade", "%s decades", whole), "CE": _n("%s century", "%s centuries", whole),
        "WE": _n("%s weekend", "%s weekends", whole),
        "Q": _n("%s quarter", "%s quarters", whole),
    }[unit] % (_("some") if count == "X" else count)  # fmt: skip


def _weekday_words(found: re.Match[str]) -> str:
    # Any Monday to Sunday will do for the name.
    name = weekday_name(date(2024, 1, int(found[1])))
    return _("a %s; which one isn’t known") % name


_WORDS = (
    (_WEEK, _week_words),
    (_PART, _part_words),
    (_QUARTER, _quarter_words),
    (_SEASON, _season_words),
    (re.compile(r"\d{3}", re.ASCII), _decade_words),
    (re.compile(r"\d{2}", re.ASCII), _century_words),
    (_DURATION, _duration_words),
    (_WEEKDAY, _weekday_words),
)
_REFERENCES = {
    "PRESENT_REF": lambda: _("about the time of writing"),
    "PAST_REF": lambda: _("some time in the past"),
    "FUTURE_REF": lambda: _("some time to come"),
}
