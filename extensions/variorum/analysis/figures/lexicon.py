"""The word lists of ``variorum/data/figures``, and pieces of patterns made from them."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from variorum import alternation

if TYPE_CHECKING:
    from collections.abc import Iterable


@functools.cache
def table(name: str) -> dict[str, Any]:
    """One data file, read once."""
    source = files("variorum") / "data" / "figures" / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def one_of(words: Iterable[str]) -> str:
    """An alternation, longest word first, in which a space is any short run of white space."""
    return alternation.one_of(words, {" ": r"\s{1,3}"})


def plain(words: str) -> str:
    """A phrase as the tables spell it: lower case, single spaces."""
    return re.sub(r"\s+", " ", words.strip().lower())


NUMBERS, CONTEXT = table("numbers"), table("context")
ONES: dict[str, int] = NUMBERS["ones"]
TEENS: dict[str, int] = NUMBERS["teens"]
TENS: dict[str, int] = NUMBERS["tens"]
CARDINALS: dict[str, int] = ONES | TEENS | TENS
SCALES: dict[str, int] = NUMBERS["scales"]
SUFFIXES: dict[str, int] = NUMBERS["suffixes"]
VAGUE: dict[str, tuple[float, float]] = NUMBERS["vague"]
PLURALS: dict[str, tuple[float, float]] = NUMBERS["plurals"]
PARTS: dict[str, int] = NUMBERS["parts"]
SIGNS: dict[str, float] = NUMBERS["signs"]
TIMES: dict[str, int] = NUMBERS["times"]

BEFORE: dict[str, str] = table("approximators")["before"]
AFTER: dict[str, str] = table("approximators")["after"]
PREPOSITIONS: frozenset[str] = frozenset(table("approximators")["prepositions"]["words"])

_UNITS = table("units")
MEASURES: dict[str, str] = {f: unit for unit, forms in _UNITS["measures"].items() for f in forms}
MONEY: dict[str, str] = {f: code for code, forms in _UNITS["money"].items() for f in forms}
CURRENCY_SIGNS: dict[str, str] = _UNITS["signs"]
TIME_UNITS: frozenset[str] = frozenset(_UNITS["time"]["words"])
UNITS: dict[str, str] = {plain(form): unit for form, unit in (MEASURES | MONEY).items()}

LABELS: frozenset[str] = frozenset(CONTEXT["labels"]["words"])
STREETS: frozenset[str] = frozenset(CONTEXT["streets"]["words"])
PEOPLE: frozenset[str] = frozenset(CONTEXT["people"]["words"])
NOT_ONE: frozenset[str] = frozenset(CONTEXT["one"]["words"])
NOT_COUNTED: frozenset[str] = frozenset(CONTEXT["idiom"]["words"])
OFFSETS: frozenset[str] = frozenset(CONTEXT["offset"]["words"])
COLLECTIVE: frozenset[str] = frozenset(CONTEXT["collective"]["words"])
CHANGES: frozenset[str] = frozenset(CONTEXT["changes"]["words"])
NO_THINGS: frozenset[str] = frozenset(CONTEXT["no_things"]["words"])
IRREGULAR: dict[str, str] = CONTEXT["plural"]


def plural(noun: str) -> str:
    """The plural of a noun printed in the singular."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")
