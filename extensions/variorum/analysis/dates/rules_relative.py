"""Recogniser rules for what is counted from somewhere: "yesterday", "last week", "that Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.analysis.dates import lexicon
from variorum.analysis.dates.meaning import (
    Base,
    Counted,
    Marker,
    Recurring,
    Timed,
)  # fmt: skip
from variorum.analysis.dates.rules_absolute import Form, Found, day_slot, form

if TYPE_CHECKING:
    from variorum.analysis.dates.civil import Unit

_TURNS: dict[str, tuple[int, Base]] = {
    "this": (0, "anchor"), "current": (0, "anchor"), "this coming": (1, "anchor"),
    "this past": (-1, "anchor"), "last": (-1, "anchor"), "past": (-1, "anchor"),
    "next": (1, "anchor"), "coming": (1, "anchor"), "upcoming": (1, "anchor"),
    "previous": (-1, "text"), "preceding": (-1, "text"), "prior": (-1, "text"),
    "following": (1, "text"), "same": (0, "text"), "that": (0, "text"), "that same": (0, "text"),
    "latest": (0, "latest"),
}  # fmt: skip
"""How far a determiner turns the calendar, and from where."""

_WITH_ARTICLE = ("following", "preceding", "prior")
TURN = (
    rf"(?:the )?(?P<turn>{lexicon.one_of(t for t in _TURNS if t not in _WITH_ARTICLE)}"
    rf"|(?<=the\s)(?:{lexicon.one_of(_WITH_ARTICLE)}))"
)
"""A determiner; "following Monday's talks" has a preposition, so that word needs its article."""


def _turn(m: re.Match[str]) -> tuple[int, Base]:
    said = lexicon.plain(m["turn"])
    count, base = _TURNS[said]
    if said == "next" and m[0].lower().startswith("the next"):
        base = "text"
    return count, base


def unit_of(m: re.Match[str]) -> str:
    """The unit a match names, as the tables call it."""
    return lexicon.UNITS[m["unit"].lower()]


def _turned_unit(m: re.Match[str]) -> Found:
    unit, (count, base) = _CALENDAR.get(unit_of(m)), _turn(m)
    return Counted(unit, count, base) if unit else None


_CALENDAR: dict[str, Unit] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
"""The units that the calendar numbers; the others only measure."""


def _turned_name(m: re.Match[str]) -> Found:
    turn, base = _turn(m)
    name = lexicon.plain(m["name"])
    if name in lexicon.WEEKDAYS:
        return Recurring("day", "week", lexicon.WEEKDAYS[name], turn, base)
    if name in lexicon.MONTHS:
        return Recurring("month", "year", lexicon.MONTHS[name], turn, base)
    if name in lexicon.SEASONS:
        return Recurring("season", "year", lexicon.SEASONS[name], turn, base)
    return Recurring("day", "year", name, turn, base)


def _turned_day(m: re.Match[str]) -> Found:
    turn, base = _turn(m)
    meaning = day_slot(lexicon.MONTHS[m["month"].lower()], int(re.sub(r"\D", "", m["dom"])))
    return replace(meaning, turn=turn, base=base) if meaning else None


def _turned_part(m: re.Match[str]) -> Found:
    turn, base = _turn(m)
    part = lexicon.PARTS[m["part"].lower()]
    return Timed("T" + part, of=Counted("day", turn, base))


def _bare_unit(m: re.Match[str]) -> Found:
    unit = _CALENDAR[unit_of(m)]
    return Counted(unit, 0, "latest" if unit == "quarter" else "near")


def _whole_unit(m: re.Match[str]) -> Found:
    unit = _CALENDAR.get(unit_of(m))
    return Counted(unit, 0) if unit else None


_SIMPLE = {"today": 0, "yesterday": -1, "tomorrow": 1}
NAMES = lexicon.one_of([*lexicon.WEEKDAYS, *lexicon.MONTHS, *lexicon.SEASONS, *lexicon.HOLIDAYS])


def _simple(m: re.Match[str]) -> Found:
    return Counted("day", _SIMPLE[m["w"].lower()])


def _tonight(m: re.Match[str]) -> Found:
    return Timed("TNI", of=Counted("day", -1 if m[0].lower().startswith("last") else 0))


def _part(m: re.Match[str]) -> Found:
    return Timed("T" + lexicon.PARTS[m["part"].lower()])


def _season(m: re.Match[str]) -> Found:
    return Recurring("season", "year", lexicon.SEASONS[m["season"].lower()])


def _weekend(m: re.Match[str]) -> Found:
    return Recurring("weekend", "week", 6)


def _year_end(m: re.Match[str]) -> Found:
    return Counted("year", 0)


def _day_beside(m: re.Match[str]) -> Found:
    step = 1 if m["side"].lower() == "after" else -1
    if not m["of"]:
        return Marker("after" if step > 0 else "before", "1 day")
    return Counted("day", step + (1 if m["of"].lower() == "tomorrow" else -1))


def _but_one(m: re.Match[str]) -> Found:
    unit = _CALENDAR.get(unit_of(m))
    if unit is None or unit == "day":  # "the day before last Friday" is another matter
        return None
    return Counted(unit, 2 if m["way"].lower().startswith("after") else -2)


def _year_ago(m: re.Match[str]) -> Found:
    return Counted("year", -1, "anchor" if m["w"].lower() == "ago" else "text", keep=True)


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "final": -1, "last": -1}


def _week_of_month(m: re.Match[str]) -> Found:
    return Recurring("week", "month", _NTH[m["n"].lower()])


def _name_beside(m: re.Match[str]) -> Found:
    step = -1 if m["side"].lower() == "before" else 1
    return Recurring("day", "week", lexicon.WEEKDAYS[m["weekday"].lower()], step, "text")


MANY = 60
"""Nobody counts more weekdays back than this."""


def _name_but_one(m: re.Match[str]) -> Found:
    turn = -2 if m["way"].lower() in ("before", "ago", "last") else 2
    return Recurring("day", "week", lexicon.WEEKDAYS[m["weekday"].lower()], turn)


def _names_ago(m: re.Match[str]) -> Found:
    count = lexicon.number(m["number"])
    if count is None or count != int(count) or not 1 <= count <= MANY:
        return None
    return Recurring("day", "week", lexicon.WEEKDAYS[m["weekday"].lower()], -int(count))


RELATIVE: tuple[Form, ...] = (
    form(
        "week-of-month",
        rf"the (?P<n>{lexicon.one_of(_NTH)}) week"
        r"(?= (?:of|in) (?:{month}|(?:last|this|next) month)\b)",
        _week_of_month,
    ),
    form("name-beside", r"the {weekday} (?P<side>before|after)(?=\s{0,3}[.,;:!?)])", _name_beside),
    form("name-but-one", r"(?:the )?{weekday} (?P<way>before|after) (?:last|next)", _name_but_one),
    form("name-but-one", r"a week (?P<way>on|from|next|last) {weekday}", _name_but_one),
    form("name-but-one", r"a week (?P<way>ago) (?:(?:on|last) )?{weekday}", _name_but_one),
    form(
        "name-but-one",
        r"{weekday} (?P<way>week)(?=\s{0,2}[.,;:!?)]|\s(?:at|in|to|when)\b)",
        _name_but_one,
        0.8,
    ),
    form("names-ago", r"{number} {weekday}s ago", _names_ago),
    form("today", r"(?P<w>today|yesterday|tomorrow)", _simple, 0.97),
    form(
        "day-beside",
        r"(?:the )?day (?P<side>before|after)(?: (?P<of>yesterday|tomorrow))?",
        _day_beside,
    ),
    form("tonight", r"tonight|last night", _tonight, 0.97),
    form("overnight", r"overnight", _tonight, 0.7),
    form("turned-part", rf"{TURN} {{part}}", _turned_part),
    form("part", r"(?:the |at |in the )?{part}", _part, 0.7),
    form("turned-name", rf"{TURN} (?P<name>{NAMES})", _turned_name, 0.95),
    form("turned-day", rf"{TURN} {{month}}\.? {{dom}}(?![:.,]?\d)", _turned_day, 0.95),
    form("turned-unit", rf"{TURN}(?: fiscal)? {{unit}}", _turned_unit, 0.92),
    form("season", r"(?:the )?{season}", _season, 0.7),
    form("weekend", r"(?:the |over the )?weekend", _weekend, 0.85),
    form("whole-unit", r"the (?:entire|full|whole) {unit}", _whole_unit, 0.8),
    form(
        "bare-unit",
        r"the (?P<unit>day|week|month|quarter|year(?! end(?:ed|ing))|decade)",
        _bare_unit,
        0.6,
    ),
    form("but-one", r"the {unit} (?P<way>before last|after next)", _but_one),
    form("year-ago", r"(?:the |a )?year[ -](?P<w>ago|earlier)(?: (?:quarter|period))?", _year_ago),
    form("year-end", r"(?:the )?(?:year(?:['’]s)?[ -]end)", _year_end, 0.8),
)
"""In the order in which they win where two match the same length."""
