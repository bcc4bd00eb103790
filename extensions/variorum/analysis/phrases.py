"""Definite noun phrases that stand for a named actor: "the alliance", "the Examplian diplomat"."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.words import LAST, is_role_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc

    from variorum.analysis.salience import Named, Persons
    from variorum.model import Entity

_OPEN = frozenset({"the", "this", "that", "both", "his", "her", "its", "their"})
_GENERAL = frozenset(
    {"company", "firm", "airline", "group", "organisation", "organization", "agency"}
)
"""Nouns that can stand for an organisation whose name doesn't say what it is."""


REACH = 4000
"""How many characters back a title is looked for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A determiner and the words up to the noun; ``named`` are the labels of names inside."""

    first: int
    last: int
    opener: str
    words: tuple[str, ...]
    """Without the determiner, in lower case."""
    inside: tuple[Named, ...]
    head: str

    @property
    def personal(self) -> bool:
        """Whether it can only mean a person."""
        return is_role_head(self.head) or self.head == "counterpart"


@functools.cache
def _table(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = gazetteer.table("references.toml")[name]
    return found


@functools.cache
def _bodies() -> dict[str, str]:
    return {form: body for body, forms in _table("bodies").items() for form in forms}


@functools.cache
def _heads() -> frozenset[str]:
    bodies = {form.split()[-1] for form in _bodies()}
    return frozenset(bodies | set(_table("kinds")) | set(_table("wider")) | {"counterpart"})


def noun_phrases(doc: Doc, names: Mapping[int, Named]) -> Iterator[Phrase]:
    """Phrases whose head could stand for an actor and that aren't a title before a name."""
    for token in doc:
        if token.lower_ not in _OPEN:
            continue
        i = token.i + 1
        while i < len(doc) and i - token.i < 8 and _inside(doc, i, names):
            i += 1
        last = i
        while last > token.i + 1 and doc[last - 1].pos_ not in ("NOUN", "PROPN"):
            last -= 1
        if last <= token.i + 1 or (
            last < len(doc) and last in names and names[last].label == "PER"
        ):
            continue
        head = doc[last - 1].lower_
        single = head[:-1] if token.lower_ == "both" and head.endswith("s") else head
        if single not in _heads() and not is_role_head(single):
            continue
        if last - 1 in names or _says_what(doc, last):
            continue
        inside = tuple(dict.fromkeys(names[k] for k in range(token.i + 1, last) if k in names))
        said = "".join(doc[k].text_with_ws for k in range(token.i + 1, last)).lower().split()
        yield Phrase(token.i, last, token.lower_, tuple(said), inside, single)


def _says_what(doc: Doc, last: int) -> bool:
    """Whether a phrase tells what somebody is, or goes on: "is the head", "the head of"."""
    named = last < len(doc) and doc[last].lower_ == "of" and doc[last].head.i == last - 1
    return doc[last - 1].dep_ == "attr" or (named and doc[last - 1].lower_ != "counterpart")


def _inside(doc: Doc, i: int, names: Mapping[int, Named]) -> bool:
    token = doc[i]
    if i in names:
        return names[i].label in ("NORP", "GPE", "ORG", "LOC")
    if token.text == "-" or (doc[i - 1].text == "-" and token.is_alpha):
        return True
    return token.pos_ in ("ADJ", "NOUN", "PROPN") and token.is_alpha


def resolve_phrase(
    phrase: Phrase, persons: Persons, here: int
) -> tuple[str | tuple[str, ...], str] | None:
    """The actor a phrase that starts at *here* stands for and the rule that says so, or nothing."""
    if phrase.opener == "both":
        return _both(phrase, persons)
    if phrase.head == "counterpart":
        return _counterpart(phrase, persons, here)
    if phrase.opener in ("his", "her", "its", "their"):
        return None
    if found := persons.bodies.get(_bodies().get(" ".join(phrase.words), "")):
        return found, "body"
    if phrase.head in _table("kinds"):
        organisation = _organisation(phrase, persons, here)
        return (organisation, "kind") if organisation else None
    person = _bearer(phrase, persons, here)
    return (person, "title") if person else None


def _organisation(phrase: Phrase, persons: Persons, here: int) -> str | None:
    """The organisation named last, if its own name fits the noun."""
    if len(phrase.words) > 1:
        return None
    tails = _table("kinds")[phrase.head]
    for e in persons.before(here, 600):
        if e.label != "ORG":
            continue
        words = e.exact.lower().split()
        if words[-1].rstrip(".") in tails or words[0] in tails:
            return e.actor
        if phrase.head in _GENERAL and words[-1].rstrip(".") not in LAST:
            return None if _public(e) else e.actor
    return None


def _public(entity: Entity) -> bool:
    """Whether a body is known and no firm: "the company" isn't the United Nations."""
    entry = gazetteer.lookup(entity.exact)
    return entry is not None and any(w in entry.canonical for w in ("Nations", "Union", "NATO"))


def _both(phrase: Phrase, persons: Persons) -> tuple[tuple[str, ...], str] | None:
    if not (is_role_head(phrase.head) or phrase.head in _table("wider")):
        return None
    for sentence in ([n for n in persons.here if n.label == "PER"], *reversed(persons.past)):
        actors = tuple(dict.fromkeys(n.actor for n in sentence))
        if len(actors) == 2:
            return actors, "both"
        if actors:
            return None
    return None


def _counterpart(phrase: Phrase, persons: Persons, here: int) -> tuple[str, str] | None:
    """ "his Examplian counterpart": the one of that country, most recently named."""
    countries = {n.actor for n in phrase.inside}
    for role, theirs in reversed(persons.titles(here, REACH)):
        if theirs & countries:
            return str(role.actor), "counterpart"
    return None


def _bearer(phrase: Phrase, persons: Persons, here: int) -> str | None:
    """The person who bears such a title: the only one, or the nearest of that country."""
    countries = {n.actor for n in phrase.inside}
    heads = {phrase.head, *_table("wider").get(phrase.head, ())}
    fitting = {
        str(role.actor)
        for role, theirs in persons.titles(here, REACH)
        if heads & set(role.exact.lower().replace("-", " ").split())
        and (not countries or theirs & countries)
    }
    if len(fitting) > 1 and not countries:
        return None
    return next((str(e.actor) for e in persons.before(here, REACH) if e.actor in fitting), None)
