"""Recogniser rules for what lasts, repeats or stays vague, and for the words that frame a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.dates import lexicon
from variorum.analysis.dates.meaning import Length, Marker, Meaning, Repeated, Role, Vague
from variorum.analysis.dates.rules_absolute import Form, Found, form
from variorum.analysis.dates.rules_relative import NAMES, unit_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


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


def _and_half(m: re.Match[str]) -> Found:
    amount = lexicon.number(m["number"])
    return length(amount + 0.5, unit_of(m)) if amount else None


def _bare_length(m: re.Match[str]) -> Found:
    return length(1 if not m["s"] else None, unit_of(m))


def _one_year(m: re.Match[str]) -> Found:
    return length(1, "year")


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


def _repeated_adverb(m: re.Match[str]) -> Found:
    return Repeated(_ADVERBS[m["w"].lower()])


def _reference(m: re.Match[str]) -> Found:
    return Vague(lexicon.REFERENCES[lexicon.plain(m["reference"])])


def _era(m: re.Match[str]) -> Found:
    return Vague("PAST_REF")


def _modifier(m: re.Match[str]) -> Found:
    return Marker("modifier", lexicon.MODIFIERS[lexicon.plain(m["modifier"])])


def _quantifier(m: re.Match[str]) -> Found:
    return Marker("quantifier", lexicon.QUANTIFIERS[lexicon.plain(m["quantifier"])])


def _vague(value: str) -> Callable[[re.Match[str]], Found]:
    return lambda _: Vague(value)


def _marker(role: Role, value: str = "") -> Callable[[re.Match[str]], Found]:
    return lambda _: Marker(role, value)


_words = lexicon.one_of
_FILLER = rf"(?:(?:{_words(lexicon.WORDS['fillers'])})[ -])?"
_STRETCH = (
    rf"(?:(?:(?:{_words(lexicon.WORDS['possessives'])}) )?"
    rf"(?:{_words(lexicon.WORDS['stretches'])}) )?"
)
_POINTER = rf"(?! (?:{_words(lexicon.WORDS['pointers'])})\b)"
_MODAL = "|".join(rf"(?<={word}\s)" for word in ("will", "would", "could", "might", "may"))
_LONG_WEEKDAY = _words(w for w in lexicon.WEEKDAYS if w.endswith("day"))
_MEASURED = rf"[ -]{_FILLER}{{unit}}(?P<s>s)?"

MEASURES: tuple[Form, ...] = (
    form("some-day", rf"(?:{_MODAL})one day", _vague("FUTURE_REF"), 0.7),
    form("length", r"the (?P<unit>year)(?= end(?:ed|ing))", _one_year, 0.8),
    form("length", rf"{_STRETCH}{{number}}{_MEASURED}(?:[ -](?:long|old))?", _length),
    form(
        "length",
        rf"{_STRETCH}{{number}}(?: to | or |\s?[-–]\s?){{number2}}{_MEASURED}",
        _length,
        0.8,
    ),
    form("length", rf"{{number}}{_MEASURED} and a half", _and_half),
    form("length", rf"{{number}}{_MEASURED} or (?:so|two)", _length, 0.8),
    form("reference", r"coming {unit}s", _vague("FUTURE_REF"), 0.8),
    form("reference", r"past {unit}s", _vague("PAST_REF"), 0.8),
    form("span", r"(?:the (?:past|coming)|(?:the )?(?:last|next)) {unit}s", _plural, 0.8),
    form("bare-length", r"{unit}(?P<s>s)?[ -](?:long|old)", _bare_length, 0.8),
    form("plural", r"(?:the )?(?P<unit>year|month|week|day|decade|hour|minute)s", _plural, 0.75),
    form("plural", r"(?P<unit>centuries)", _plural, 0.75),
    form("adverb", rf"(?P<w>{lexicon.one_of(_ADVERBS)})", _repeated_adverb, 0.8),
    form("each", r"(?:each|every) (?P<other>other )?(?:{number} )?{unit}s?", _each),
    form(
        "each-name",
        rf"(?:each|every) (?P<name>{NAMES}|{lexicon.one_of(lexicon.PARTS)})(?: {{part}})?",
        _each_name,
    ),
    form("names", rf"(?P<name>{_LONG_WEEKDAY})(?:s| {{part}}s)", _each_name, 0.85),
    form("reference", r"{reference}", _reference, 0.8),
    form("era", r"(?:the )?(?:post-|pre-|post |pre )?{era}", _era, 0.6),
    form("modifier", r"(?:the )?{modifier}", _modifier),
    form("quantifier", rf"{{quantifier}}{_POINTER}", _quantifier),
    form("ago", r"ago", _marker("ago")),
    form("later", r"later", _marker("later", "END")),
    form("later", r"afterwards?", _marker("later")),
    form("earlier", r"earlier", _marker("earlier", "START")),
    form("earlier", r"before(?=[.,;:)]|\s?$)|previously", _marker("earlier")),
    form("hence", r"from now|hence", _marker("hence")),
    form("hence", r"from", _marker("after")),
    form("after", r"after", _marker("after")),
    form("before", r"before", _marker("before")),
)
"""In the order in which they win where two match the same length."""
