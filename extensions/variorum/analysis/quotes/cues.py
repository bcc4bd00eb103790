"""The lexicons of reporting verbs and nouns: what a word reports by, and what it implies."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import extending
from variorum.analysis.quotes import tree
from variorum.analysis.quotes.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.analysis.quotes.tree import Range

__all__ = [
    "Sense",
    "cue_range",
    "implied",
    "implied_by",
    "nouns",
    "particle",
    "quotes",
    "sense_of",
    "senses",
    "strayed_from",
    "verb_key",
    "verbs",
]


@dataclass(frozen=True, slots=True)
class Sense:
    """One word as one group of a lexicon has it."""

    group: str
    implies: str
    takes: frozenset[str]
    quoting: frozenset[str] = frozenset()
    """The complements that are speech only where words stand within marks in them."""
    stated: frozenset[str] = frozenset()
    """The complements by which somebody of whom a sentence says so wants or holds something."""


def verbs() -> dict[str, tuple[Sense, ...]]:
    """Lemma (``"say"``, ``"point out"``) to its senses, in the order of the file."""
    return _load("reporting_verbs", extending.lexicons("reporting_verbs"))


def nouns() -> dict[str, tuple[Sense, ...]]:
    """Lemma (``"claim"``) to its senses, in the order of the file."""
    return _load("reporting_nouns", extending.lexicons("reporting_nouns"))


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
    second = particle(token)
    phrasal = f"{lemma} {second.lower_}" if second is not None else ""
    return phrasal if phrasal in verbs() else lemma


def particle(verb: Token) -> Token | None:
    """What makes one word with a verb: "point *out*", "make *clear*"."""
    lemma = verb.lemma_.lower()
    for c in verb.rights:
        if c.dep_ == "prt" or (c.pos_ == "ADJ" and f"{lemma} {c.lower_}" in verbs()):
            return c
        if c.i == verb.i + 1 and c.lower_ == "in" and f"{lemma} in" in verbs():
            return c  # "chimed in Ann Lee": no preposition
    return None


def cue_range(verb: Token) -> Range:
    """A reporting verb, with its particle and with "quoted as" before "saying"."""
    end = verb.i + 1
    second = particle(verb)
    if second is not None and (second.i == end or second.dep_ != "prt"):
        end = second.i + 1
    start = verb.i
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.i == start - 2:
        start = verb.head.head.i
        passive = child(verb.head.head, "auxpass")
        if passive is not None and passive.i == start - 1:
            start -= 1
    return start, end


def senses(verb: Token) -> tuple[Sense, ...]:
    """The senses of a verb in a text."""
    return verbs().get(verb_key(verb), ())


def quotes(verb: Token) -> bool:
    """Whether a verb may introduce words within marks."""
    return any("quote" in s.takes for s in senses(verb))


def sense_of(found: tuple[Sense, ...], complement: str) -> Sense | None:
    """The sense by which a word reports with a complement: outright, else stated, else quoting."""
    by_way = [
        *(s for s in found if complement in s.takes),
        *(s for s in found if complement in s.stated),
        *(s for s in found if complement in s.quoting),
    ]
    return by_way[0] if by_way else None


def strayed_from(verb: Token) -> Token | None:
    """The reporting verb that a verb goes with, where the parse hangs it into what was said.

    "It said it was opposed and *warned* Oslo": a verb that reports by itself goes with the
    reporting one, if it has the same form and no subject of its own.
    """
    found = tree.strayed_from(verb)
    if found is not None or verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass", "mark"):
        return found
    told = verb.head
    same = told.dep_ == "ccomp" and told.head.i < told.i and told.head.tag_ == verb.tag_
    tells = verb.lemma_ == "add" or any(
        s.implies not in _PLAIN and s.takes & _SPEAKING for s in senses(verb)
    )
    return told.head if same and tells and senses(told.head) else None


_PLAIN = frozenset({"neutral", "believing", "showing", "refusing", "conceding", "agreeing"})
"""What verbs imply that may as well tell what those who are spoken of did."""
_SPEAKING = frozenset({"clause", "to"})


@functools.cache
def _load(name: str, more: tuple[Path, ...]) -> dict[str, tuple[Sense, ...]]:
    """Our lexicon of a name, and then those that extensions add to it."""
    found: dict[str, tuple[Sense, ...]] = {}
    texts = [
        path.read_text(encoding="utf-8")
        for path in (files("variorum") / "data" / f"{name}.toml", *more)
    ]
    for group in (group for text in texts for group in tomllib.loads(text)["group"]):
        takes, quoting, stated = (
            frozenset(group.get(key, ())) for key in ("takes", "quoting", "stated")
        )
        sense = Sense(group["name"], group["implies"], takes, quoting, stated)
        for word in group["lemmas"].split():
            key = word.replace("~", " ")
            found[key] = (*found.get(key, ()), sense)
    return found
