"""The data files that reading rules draw on, loaded once and compiled."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from variorum import almanac
from variorum.alternation import one_of

__all__ = [
    "agencies",
    "agency_pattern",
    "boilerplate",
    "cities",
    "compiled",
    "fitting",
    "given_names",
    "load",
    "names_agency",
]


@functools.cache
def load(name: str) -> dict[str, Any]:
    """Parse ``variorum/data/<name>.toml``."""
    return tomllib.loads((resources.files("variorum") / "data" / f"{name}.toml").read_text("utf-8"))


def boilerplate() -> dict[str, Any]:
    """Patterns and words of what stands around an article."""
    return load("boilerplate")


@functools.cache
def agencies() -> dict[str, tuple[str, str]]:
    """Each spelling of a news agency or outlet: its full name and its kind."""
    return {
        spelling: (name, kind)
        for kind, names in load("agencies").items()
        for name, spellings in names.items()
        for known in (name, *spellings)
        for spelling in (known, known.upper())
    }


@functools.cache
def agency_pattern(*kinds: str) -> str:
    """A pattern (matching case) for any agency's spelling (of some kinds), the longest first."""
    known = (s for s, (_, kind) in agencies().items() if not kinds or kind in kinds)
    return rf"(?-i:{one_of(known)})(?!\w)"


@functools.cache
def dating_words() -> frozenset[str]:
    """Words that date stamps and their labels are made of, in small letters."""
    labels = [label for labels in boilerplate()["stamp_labels"].values() for label in labels]
    return frozenset(
        [
            *almanac.MONTHS,
            *almanac.WEEKDAYS,
            *load("calendar")["dating"],
            *(zone.lower() for zone in almanac.ZONES),
            *(word for label in labels for word in label.split()),
        ]
    )


@functools.cache
def given_names() -> frozenset[str]:
    """Given names of people, as written."""
    said = (resources.files("variorum") / "data" / "given-names.txt").read_text("utf-8")
    lines = (line for line in said.splitlines() if not line.startswith("#"))
    return frozenset(name for line in lines for name in line.split())


@functools.cache
def cities() -> dict[str, str]:
    """Cities of datelines, as written and in capitals: the country's ISO 3166 code."""
    return {
        spelling: country
        for country, names in load("places").items()
        for name in names
        for spelling in (name, name.upper())
    }


@functools.cache
def compiled(name: str, key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a data file's list, case not minded."""
    return tuple(map(_compiled, load(name)[key]))


def fitting(name: str, key: str, line: str) -> Iterator[re.Pattern[str]]:
    """The patterns of a list that may fit a line, in their order.

    Those that want an agency's name are compiled only for a line that has one: there are hundreds
    of spellings in each.
    """
    agency = names_agency(line)
    for pattern in load(name)[key]:
        if agency or not ("{agency}" in pattern or "{pictures}" in pattern):
            yield _compiled(pattern)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_filled(pattern), re.IGNORECASE)


def names_agency(line: str) -> bool:
    """Whether a line has any agency's name, in any spelling."""
    return _any_agency().search(line) is not None


@functools.cache
def _any_agency() -> re.Pattern[str]:
    return re.compile(agency_pattern())


def _filled(pattern: str) -> str:
    """A pattern with agencies' spellings for ``{agency}`` and ``{pictures}``."""
    pattern = pattern.replace("{agency}", agency_pattern())
    return pattern.replace("{pictures}", agency_pattern("pictures"))
