"""Recogniser rules for what is counted from somewhere, lasts, repeats, or stays vague."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.analysis.dates import lexicon
from variorum.analysis.dates.meaning import (
    Base,
    Counted,
    Length,
    Marker,
    Meaning,
    Recurring,
    Repeated,
    Timed,
    Vague,
)  # fmt: skip
from variorum.analysis.dates.rules_absolute import Found, Rule, day_slot, rule

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
    said = re.sub(r"\s+", " ", m["turn"].lower())
    count, base = _TURNS[said]
    if said == "next" and m[0].lower().startswith("the next"):
        base = "text"
    return count, base


def unit_of(m: re.Match[str]) -> str:
    """The unit a match names, as the tables call it."""
    return lexicon.UNITS[m["unit"].lower()]


def _turned_unit(m: re.Match[str]) -> Found:
    unit, (count, base) = unit_of(m), _turn(m)
    if unit not in _CALENDAR:
        return None
    if m["turn"].lower() == "latest" and unit not in ("quarter", "year", "month", "week"):
        return None
    return Counted(_calendar_unit(unit), count, base)


_CALENDAR: dict[str, Unit] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
"""The units that the calendar numbers; the others only measure."""


def _calendar_unit(unit: str) -> Unit:
    return _CALENDAR[unit]


def _turned_name(m: re.Match[str]) -> Found:
    turn, base = _turn(m)
    name = m["name"].lower()
    if name in lexicon.WEEKDAYS:
        return Recurring("day", "week", lexicon.WEEKDAYS[name], turn, base)
    if name in lexicon.MONTHS:
        return Recurring("month", "year", lexicon.MONTHS[name], turn, base)
    if name in lexicon.SEASONS:
        return Recurring("season", "year", lexicon.SEASONS[name], turn, base)
    return Recurring("day", "year", re.sub(r"\s+", " ", name.replace("’", "'")), turn, base)


def _turned_day(m: re.Match[str]) -> Found:
    turn, base = _turn(m)
    meaning = day_slot(lexicon.MONTHS[m["month"].lower()], int(re.sub(r"\D", "", m["dom"])))
    return replace(meaning, turn=turn, base=base) if meaning else None


def _turned_part(m: re.Match[str]) -> Found:
    turn, base = _turn(m)
    part = lexicon.PARTS[m["part"].lower()]
    return Timed("T" + part, of=Counted("day", turn, base))


def _bare_unit(m: re.Match[str], base: Base) -> Found:
    unit = unit_of(m)
    if unit not in _CALENDAR:
        return None
    return Counted(_calendar_unit(unit), 0, "latest" if unit == "quarter" else base)


def length(amount: float | None, unit: str, vague: str = "X") -> Length:
    """The duration of so many units; ``None`` of them is an uncertain number."""
    prefix, letter, each = lexicon.DURATIONS[unit]
    if amount is None:
        letter = {"decade": "DE", "century": "CE"}.get(unit, letter)
        return Length(f"{prefix}{vague}{letter}", unit)
    total = amount * each
    whole = int(total) if total == int(total) else None
    count = int(amount) if amount == int(amount) else None
    said = str(whole) if whole is not None else f"{total:g}"
    return Length(f"{prefix}{said}{letter}", unit, count)


def _length(m: re.Match[str]) -> Found:
    amount = lexicon.number(m["number"])
    if amount == 0 or (amount and 1900 <= amount <= 2100 and not m["s"]):
        return None  # "the 1988 quarter" is a quarter, and no great many of them
    if unit_of(m) == "quarter" and m[0].lower().endswith("-quarters"):
        return None  # three-quarters of something
    return length(amount, unit_of(m))


def _bare_length(m: re.Match[str]) -> Found:
    return length(1 if not m["s"] else None, unit_of(m))


def _plural(m: re.Match[str]) -> Found:
    return length(None, unit_of(m))


_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
    "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def _each(m: re.Match[str]) -> Found:
    amount = lexicon.number(m["number"]) if m["number"] else 1
    return Repeated(length(2 if m["other"] else amount, unit_of(m)).value)


def _each_name(m: re.Match[str]) -> Found:
    return set_of(m["name"].lower(), (m["part"] or "").lower())


def set_of(name: str, part: str = "") -> Meaning | None:
    """The TIMEX3 value of a name that stands for all its turns: every July, Tuesday nights."""
    time = "T" + lexicon.PARTS[part] if part else ""
    if name in lexicon.WEEKDAYS:
        return Repeated(f"XXXX-WXX-{lexicon.WEEKDAYS[name]}{time}")
    if name in lexicon.MONTHS:
        return Repeated(f"XXXX-{lexicon.MONTHS[name]:02d}")
    if name in lexicon.SEASONS:
        return Repeated("XXXX-" + ("SP", "SU", "FA", "WI")[lexicon.SEASONS[name]])
    if name in lexicon.PARTS:
        return Repeated("XXXX-XX-XXT" + lexicon.PARTS[name])
    return None


def _day_beside(m: re.Match[str]) -> Found:
    step = 1 if m["side"].lower() == "after" else -1
    if not m["of"]:
        return Marker("after" if step > 0 else "before", "1 day")
    return Counted("day", step + (1 if m["of"].lower() == "tomorrow" else -1))


def _year_ago(m: re.Match[str]) -> Found:
    return Counted("year", -1, "anchor" if m["w"].lower() == "ago" else "text", keep=True)


_SIMPLE = {"today": 0, "yesterday": -1, "tomorrow": 1}
_NAMES = lexicon.one_of([*lexicon.WEEKDAYS, *lexicon.MONTHS, *lexicon.SEASONS, *lexicon.HOLIDAYS])
_FILLERS = (
    r"(?:(?:more|straight|consecutive|additional|full|business|trading|calendar|working|long|"
    r"whole|solid|extra|further|successive|fiscal|school)[ -])?"
)
_SPAN = r"(?:(?:the |its |his |her |their |these |those )?(?:past|last|next|first|coming|previous|final|latest|following|preceding|early|intervening|ensuing) )?"

RELATIVE: tuple[Rule, ...] = (
    rule("today", r"(?P<w>today|yesterday|tomorrow)", lambda m: Counted("day", _SIMPLE[m["w"].lower()]), 0.97),
    rule("day-beside", r"(?:the )?day (?P<side>before|after)(?: (?P<of>yesterday|tomorrow))?", _day_beside),
    rule("tonight", r"tonight", lambda m: Timed("TNI", of=Counted("day", 0)), 0.97),
    rule("tonight", r"last night", lambda m: Timed("TNI", of=Counted("day", -1)), 0.97),
    rule("overnight", r"overnight", lambda m: Timed("TNI", of=Counted("day", 0)), 0.7),
    rule("turned-part", rf"{TURN} {{part}}", _turned_part),
    rule("part", r"(?:the |at |in the )?{part}", lambda m: Timed("T" + lexicon.PARTS[m["part"].lower()]), 0.7),
    rule("turned-name", rf"{TURN} (?P<name>{_NAMES})", _turned_name, 0.95),
    rule("turned-day", rf"{TURN} {{month}}\.? {{dom}}(?![:.,]?\d)", _turned_day, 0.95),
    rule("turned-unit", rf"{TURN}(?: fiscal)? {{unit}}", _turned_unit, 0.92),
    rule("season", r"(?:the )?{season}", lambda m: Recurring("season", "year", lexicon.SEASONS[m["season"].lower()]), 0.7),
    rule("weekend", r"(?:the |over the )?weekend", lambda m: Recurring("weekend", "week", 6), 0.85),
    rule("whole-unit", r"the (?:entire|full|whole) {unit}", lambda m: _bare_unit(m, "anchor"), 0.8),
    rule("length", r"the (?P<unit>year)(?= end(?:ed|ing))", lambda m: length(1, "year"), 0.8),
    rule("bare-unit", r"the (?P<unit>day|week|month|quarter|year|decade)", lambda m: _bare_unit(m, "near"), 0.6),
    rule("year-ago", r"(?:the |a )?year[ -](?P<w>ago|earlier)(?: (?:quarter|period))?", _year_ago),
    rule("year-end", r"(?:the )?(?:year(?:['’]s)?[ -]end)", lambda m: Counted("year", 0), 0.8),
    rule("length", rf"{_SPAN}{{number}}[ -]{_FILLERS}{{unit}}(?P<s>s)?(?:[ -](?:long|old))?", _length),
    rule("length", rf"{_SPAN}{{number}}(?: to | or |\s?[-–]\s?){{number2}}[ -]{_FILLERS}{{unit}}(?P<s>s)?", _length, 0.8),
    rule("span", r"(?:the )?(?:past|last|next|coming) {unit}s", _plural, 0.8),
    rule("bare-length", r"{unit}(?P<s>s)?[ -](?:long|old)", _bare_length, 0.8),
    rule("plural", r"(?:the )?(?P<unit>year|month|week|day|decade|hour|minute)s", _plural, 0.75),
    rule("plural", r"(?P<unit>centuries)", _plural, 0.75),
    rule("adverb", rf"(?P<w>{lexicon.one_of(_ADVERBS)})", lambda m: Repeated(_ADVERBS[m["w"].lower()]), 0.8),
    rule("each", r"(?:each|every) (?P<other>other )?(?:{number} )?{unit}s?", _each),
    rule("each-name", rf"(?:each|every) (?P<name>{_NAMES}|{lexicon.one_of(lexicon.PARTS)})(?: {{part}})?", _each_name),
    rule("names", rf"(?P<name>{lexicon.one_of(w for w in lexicon.WEEKDAYS if len(w) > 5)})(?:s| {{part}}s)", _each_name, 0.85),
    rule("reference", r"{reference}", lambda m: Vague(lexicon.REFERENCES[re.sub(r"\s+", " ", m["reference"].lower())]), 0.8),
    rule("era", r"(?:the )?(?:post-|pre-|post |pre )?{era}", lambda m: Vague("PAST_REF"), 0.6),
    rule("modifier", r"(?:the )?{modifier}", lambda m: Marker("modifier", lexicon.MODIFIERS[re.sub(r"\s+", " ", m["modifier"].lower())])),
    rule("quantifier", r"{quantifier}(?! (?:the|its|his|her|their|this|that|last|next|today|tomorrow|yesterday)\b)", lambda m: Marker("quantifier", lexicon.QUANTIFIERS[re.sub(r"\s+", " ", m["quantifier"].lower())])),
    rule("ago", r"ago", lambda m: Marker("ago")),
    rule("later", r"later", lambda m: Marker("later", "END")),
    rule("later", r"afterwards?", lambda m: Marker("later")),
    rule("earlier", r"earlier", lambda m: Marker("earlier", "START")),
    rule("earlier", r"before(?=[.,;:)]|\s?$)|previously", lambda m: Marker("earlier")),
    rule("hence", r"from now|hence", lambda m: Marker("hence")),
    rule("hence", r"from", lambda m: Marker("after")),
    rule("after", r"after", lambda m: Marker("after")),
    rule("before", r"before", lambda m: Marker("before")),
)  # fmt: skip
"""In the order in which they win where two match the same length."""
