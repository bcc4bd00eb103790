"""The acts that words tell of, and what opposes them: the lexicons, read once."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from variorum.analysis import gazetteer

if TYPE_CHECKING:
    from collections.abc import Mapping

Affected = Literal["object", "subject", "either"]
Light = Literal["of the subject", "of what follows"]

ENDINGS = (
    "ment", "ments", "ation", "ations", "ition", "tion", "ion", "ions", "al", "als", "ure", "ance",
    "ence", "ing", "ings", "ption",
)  # fmt: skip
"""What makes a noun of a verb."""
STEM = 4
"""A verb's stem of fewer letters is the beginning of anything."""


@functools.cache
def acts() -> Mapping[str, frozenset[str]]:
    """The acts that a word, or a verb with its particle, tells of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for act, entry in gazetteer.table("acts.toml")["acts"].items():
        for word in entry["words"]:
            found[word].add(act)
    letting = gazetteer.table("acts.toml")["letting"]
    for act in letting.keys() - {"verbs"}:
        for verb, then in itertools.product(letting["verbs"], letting[act]):
            found[f"{verb} to {then}"].add(act)
    return {word: frozenset(named) for word, named in found.items()}


@functools.cache
def words(group: str) -> frozenset[str]:
    """The words of a group of ``standing.toml``."""
    return frozenset(gazetteer.table("standing.toml")[group])


@functools.cache
def nouns() -> Mapping[str, frozenset[str]]:
    """The acts that a noun tells of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for act, entry in gazetteer.table("acts.toml")["acts"].items():
        for noun in entry["nouns"]:
            found[noun].add(act)
    return {noun: frozenset(named) for noun, named in found.items()}


@functools.cache
def affected(act: str) -> Affected:
    """Whom an act befalls."""
    entry = gazetteer.table("acts.toml")["acts"].get(act)
    side: Affected = entry["to"] if entry else "either"
    return side


@functools.cache
def light() -> Mapping[str, Light]:
    """Verbs that lend themselves to a noun, and whom what the noun tells of befalls."""
    table = gazetteer.table("acts.toml")["light"]
    sides: tuple[Light, ...] = ("of the subject", "of what follows")
    return {verb: side for side in sides for verb in table[side]}


@functools.cache
def deciding() -> Mapping[str, frozenset[str]]:
    """Verbs of deciding, with the prepositions before what is decided."""
    table = gazetteer.table("acts.toml")["deciding"]
    return {verb: frozenset(table["on"]) for verb in table["verbs"]}


@functools.cache
def joined() -> Mapping[tuple[str, str, str], str]:
    """Acts told by a verb and a noun behind a preposition ("take into custody")."""
    found = {}
    for act, phrases in gazetteer.table("acts.toml")["into"].items():
        for phrase in phrases:
            verb, *between, noun = phrase.split()
            found[verb, between[0] if between else "", noun] = act
    return found


@functools.cache
def telling_to() -> frozenset[str]:
    """Verbs that make an act with "to" behind them: "order to", "allow to leave"."""
    return frozenset(word.split()[0] for word in acts() if " to" in word)


def made_from(noun: str, verbs: Mapping[str, str]) -> str | None:
    """The verb, of those that a story uses, from which a noun is made.

    *verbs* has each by its stem.
    """
    for ending in ENDINGS:
        verb = verbs.get(noun.removesuffix(ending))
        if verb is not None and noun.endswith(ending) and len(noun) - len(ending) >= STEM:
            return verb
    return None


def stem(verb: str) -> str:
    """A verb without the letter that its nouns lose."""
    return verb.removesuffix("e")


@functools.cache
def opposed(same_doer: bool) -> frozenset[tuple[str, str]]:
    """Acts that are two accounts of one thing; or that one doer can't do both of."""
    rows = gazetteer.table("opposites.toml")["one doer" if same_doer else "one thing"]
    return frozenset(pair for a, b in rows for pair in ((a, b), (b, a)))


@functools.cache
def in_turn() -> frozenset[frozenset[str]]:
    """Opposed acts of which one may follow the other."""
    return frozenset(frozenset(row) for row in gazetteer.table("opposites.toml")["in turn"])


@functools.cache
def converse() -> frozenset[tuple[str, str]]:
    """Verbs for one matter, each from the side of another party."""
    return frozenset((a, b) for a, b in gazetteer.table("opposites.toml")["converse"])


@functools.cache
def opposite_words() -> Mapping[str, frozenset[str]]:
    """Of a word, those that oppose it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in gazetteer.table("opposites.toml")["words"]:
        one, other = ([w.strip() for w in side.split("|")] for side in row)
        for a in one:
            found[a] |= set(other)
        for b in other:
            found[b] |= set(one)
    return {word: frozenset(others) for word, others in found.items()}


@functools.cache
def firmness() -> Mapping[str, str]:
    """Words for how far a thing goes, each with its kind."""
    table = gazetteer.table("opposites.toml")["firmness"]
    return {word: kind for kind, words in table.items() for word in words}


@functools.cache
def degrees() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Of a verb: the acts that it tells in some degree, and in which, the mildest 0."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for act, row in gazetteer.table("degrees.toml").items():
        for degree, verbs in enumerate(row):
            for verb in verbs.split("|"):
                found[verb.strip()].append((act, degree))
    return {verb: tuple(listed) for verb, listed in found.items()}
