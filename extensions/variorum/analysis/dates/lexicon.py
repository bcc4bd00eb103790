"""The word lists of ``variorum/data/dates``, and patterns made from them."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from variorum import alternation
from variorum.almanac import MERIDIEM, MONTHS, WEEKDAYS, ZONE

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CALENDAR", "CARDINALS", "DECADES", "DETERMINERS", "DURATIONS", "EVENTS", "EVENT_DAYS",
    "FRAGMENTS", "HOLIDAYS", "MODIFIERS", "MONTHS", "NAMED_DAYS", "NUMBERS", "OPENERS",
    "ORDINALS", "PARTS", "QUANTIFIERS", "REFERENCES", "SEASONS", "UNITS", "VOCABULARY",
    "WEEKDAYS", "WORDS", "compile_rule", "number", "one_of", "ordinal_number", "plain", "table",
    "year_number",
]  # fmt: skip


@functools.cache
def table(name: str) -> dict[str, Any]:
    """One data file, read once."""
    source = files("variorum") / "data" / "dates" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


CALENDAR, NUMBERS, WORDS = table("calendar"), table("numbers"), table("words")
SEASONS: dict[str, int] = CALENDAR["seasons"]
PARTS: dict[str, str] = CALENDAR["parts"]
UNITS: dict[str, str] = CALENDAR["units"]
DURATIONS: dict[str, tuple[str, str, int]] = CALENDAR["durations"]
CARDINALS: dict[str, int] = NUMBERS["cardinals"]
ORDINALS: dict[str, int] = NUMBERS["ordinals"]
DECADES: dict[str, int] = NUMBERS["decades"]
HOLIDAYS: dict[str, dict[str, int]] = table("named")["holidays"]
NAMED_DAYS: dict[str, str] = table("named")["days"]
EVENTS: frozenset[str] = frozenset(table("named")["events"]["words"])
EVENT_DAYS: list[str] = table("named")["events"]["days"]
REFERENCES: dict[str, str] = {
    word: ref for ref, words in WORDS["references"].items() for word in words
}
MODIFIERS: dict[str, str] = WORDS["modifiers"]
QUANTIFIERS: dict[str, str] = WORDS["quantifiers"]


def one_of(words: Iterable[str]) -> str:
    """An alternation, longest word first, in which a space is any short run of white space."""
    return alternation.one_of(words, {"'": "['’]", " ": r"\s{1,3}"})


_TENS = [w for w, n in CARDINALS.items() if 20 <= n < 100]
_ONES = [w for w, n in CARDINALS.items() if 1 <= n <= 9]
_PLAIN = (
    f"(?:{one_of(_TENS)})(?:[- ](?:{one_of(_ONES)}))?|{one_of(w for w in CARDINALS if w != 'zero')}"
)
_SPELLED = (
    rf"(?:(?:{_PLAIN}|a)\s{{1,3}}(?:hundred|thousand)"
    rf"(?:\s{{1,3}}(?:and\s{{1,3}})?(?:{_PLAIN}))?|{_PLAIN})"
)
_HALF = r"(?:\s{1,3}and\s{1,3}(?:a\s{1,3}half|one[- ]half)|\s{1,3}1/2|½)"

FRAGMENTS: dict[str, str] = {
    "month": one_of(MONTHS),
    "weekday": one_of(WEEKDAYS),
    "season": one_of(SEASONS),
    "part": one_of(PARTS),
    "unit": rf"(?:{one_of(UNITS)})",
    "zone": ZONE,
    "holiday": one_of(HOLIDAYS),
    "reference": one_of(REFERENCES),
    "modifier": one_of(MODIFIERS),
    "quantifier": one_of(QUANTIFIERS),
    "era": one_of(table("named")["eras"]["names"]),
    "decade": one_of(DECADES),
    "ordinal": rf"{one_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)",
    "number": (
        rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,5}})(?:\.\d{{1,2}})?{_HALF}?"
        rf"|{one_of(NUMBERS['vague'])}|{one_of(NUMBERS['exact'])}|half\s{{1,3}}an?"
        rf"|{_SPELLED}{_HALF}?|an|a"
    ),
    "year": r"(?:1[0-9]|20)\d\d",
    "spelled": (
        rf"(?:{one_of(w for w, n in CARDINALS.items() if 10 <= n <= 20)})[\s-]{{1,3}}"
        rf"(?:(?:{one_of(_TENS)})(?:[\s-]{{1,3}}(?:{one_of(_ONES)}))?"
        rf"|(?:{one_of(w for w, n in CARDINALS.items() if 10 <= n < 20)})"
        rf"|(?:oh|o)[\s-]{{1,3}}(?:{one_of(_ONES)})|hundred)"
        rf"|two\s{{1,3}}thousand(?:\s{{1,3}}(?:and\s{{1,3}})?(?:{_PLAIN}))?"
    ),
    "dom": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "clock": (
        r"(?:(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?|(?:1[0-2]|0?[1-9])(?=\s{0,3}[ap]\.?\s?m\b))"
    ),
    "meridiem": MERIDIEM,
}
"""Named pieces of the recogniser's patterns; each becomes a group of its name."""


def compile_rule(template: str) -> re.Pattern[str]:
    """A pattern from a template: ``{month}`` is a named group, a space any short white space."""

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        return f"(?P<{name}>{FRAGMENTS[name.rstrip('2')]})"

    filled = re.sub(
        r"\{([a-z]+2?)\}", fill, template.replace("[ -]", r"[\s-]").replace(" ", r"\s{1,3}")
    )
    return re.compile(rf"(?:{filled})(?!\w)", re.IGNORECASE)


def plain(words: str) -> str:
    """A phrase as the tables spell it: lower case, single spaces, a straight apostrophe."""
    return re.sub(r"\s+", " ", words.lower()).replace("’", "'")


def _words_of(phrases: Iterable[str]) -> set[str]:
    return {w for p in phrases for w in re.findall("[a-z]+", p.lower())}


_PHRASES = (
    *MONTHS, *WEEKDAYS, *SEASONS, *PARTS, *UNITS, *CARDINALS, *ORDINALS, *DECADES, *HOLIDAYS,
    *NUMBERS["exact"], *NUMBERS["vague"], *REFERENCES, *MODIFIERS, *QUANTIFIERS,
    *table("named")["eras"]["names"], *WORDS["openers"],
)  # fmt: skip
_PLURALS = {w + "s" for w in (*WEEKDAYS, *UNITS)}
OPENERS: frozenset[str] = frozenset(
    {re.split("[^a-z]", p.lower(), maxsplit=1)[0] for p in _PHRASES} | _PLURALS
)
"""The words, in lower case, that a pattern may begin with."""
VOCABULARY: frozenset[str] = frozenset(_words_of(_PHRASES) | _PLURALS)
"""Every word that stands in one of the lists."""
DETERMINERS: frozenset[str] = frozenset(WORDS["determiners"])
"""Openers that open nothing unless a word of the lists or a number follows."""


def number(words: str) -> float | None:
    """The number a phrase stands for; ``None`` for the uncertain ("a few", "several")."""
    said = re.sub(r"[\s-]+", " ", words.lower().strip())
    if said in NUMBERS["vague"]:
        return None
    if said in NUMBERS["exact"]:
        return float(NUMBERS["exact"][said])
    if said.startswith("half a"):
        return 0.5
    half = 0.5 if said != (said := re.sub(r"( and (a|one) half| 1/2|½)$", "", said)) else 0.0
    if said[:1].isdigit():
        return float(said.replace(",", "")) + half
    total = 0
    for word in said.split():
        value = 1 if word in ("a", "an") else CARDINALS.get(word, 0)
        total = max(total, 1) * value if value in (100, 1000) else total + value
    return total + half


def ordinal_number(word: str) -> int:
    """The number of an ordinal: "third", "3rd"."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS[re.sub(r"\s", "-", word.lower())]


def year_number(words: str) -> int:
    """A spelled year: "nineteen ninety-six", "two thousand", "nineteen eighty"."""
    first, *rest = (CARDINALS.get(w, 0) for w in re.split(r"[\s-]+", words.lower()))
    if first == 2:  # two thousand
        return 2000 + sum(rest[1:])
    return first * 100 + (0 if rest == [100] else sum(rest))
