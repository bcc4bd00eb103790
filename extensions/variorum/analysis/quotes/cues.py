"""The lexicons of reporting verbs and nouns: what a word reports by, and what it implies."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Sense", "implied", "implied_by", "nouns", "sense_of", "verb_key", "verbs"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One word as one group of a lexicon has it."""

    group: str
    implies: str
    takes: frozenset[str]
    quoting: frozenset[str] = frozenset()
    """The complements that are speech only where words stand within marks in them."""


@functools.cache
def verbs() -> dict[str, tuple[Sense, ...]]:
    """Lemma (``"say"``, ``"point out"``) to its senses, in the order of the file."""
    return _load("reporting_verbs.toml")


@functools.cache
def nouns() -> dict[str, tuple[Sense, ...]]:
    """Lemma (``"claim"``) to its senses, in the order of the file."""
    return _load("reporting_nouns.toml")


def implied(cue: str) -> str | None:
    """What a reporting verb or noun implies, by its lemma: the first group that has it decides."""
    senses = verbs().get(cue) or nouns().get(cue)
    return senses[0].implies if senses else None


def implied_by(token: Token) -> str | None:
    """What a reporting word of a text implies."""
    return implied(verb_key(token) if token.pos_ in ("VERB", "AUX") else token.lemma_.lower())


def verb_key(token: Token) -> str:
    """The lexicon's key of a verb: its lemma, with its particle where it has one."""
    lemma = token.lemma_.lower()
    for child in token.rights:
        if child.dep_ == "prt":
            phrasal = f"{lemma} {child.lower_}"
            if phrasal in verbs():
                return phrasal
    return lemma


def sense_of(senses: tuple[Sense, ...], complement: str) -> Sense | None:
    """The sense by which a word reports with a complement; outright before only in quoted words."""
    outright = (s for s in senses if complement in s.takes)
    return next(outright, None) or next((s for s in senses if complement in s.quoting), None)


def _load(name: str) -> dict[str, tuple[Sense, ...]]:
    data = tomllib.loads((files("variorum") / "data" / name).read_text(encoding="utf-8"))
    found: dict[str, tuple[Sense, ...]] = {}
    for group in data["group"]:
        takes, quoting = (frozenset(group.get(key, ())) for key in ("takes", "quoting"))
        sense = Sense(group["name"], group["implies"], takes, quoting)
        for word in group["lemmas"].split():
            key = word.replace("~", " ")
            found[key] = (*found.get(key, ()), sense)
    return found
