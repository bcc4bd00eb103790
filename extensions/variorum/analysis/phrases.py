"""Definite noun phrases that stand for a named actor: "the alliance", "the Examplian diplomat"."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from variorum.analysis import gazetteer
from variorum.analysis.clauses import DEEPEST, WIDEST
from variorum.analysis.entities.words import LAST, ROLE_MODIFIERS, is_role_head
from variorum.analysis.rules import Rules, described
from variorum.analysis.salience import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Span, Token

    from variorum.analysis.salience import Named, Persons
    from variorum.model import Entity, Role

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
    ranks: frozenset[str]
    """What tells one title from another with the same head: "deputy", "prime"."""
    after: str
    """The word that follows."""


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
    return frozenset(
        bodies
        | set(_table("kinds"))
        | set(_table("wider"))
        | set(_table("governing")["nouns"])
        | words("pairs", "nouns")
        | {"counterpart", "country"}
    )


def noun_phrases(sent: Span, names: Mapping[int, Named]) -> Iterator[Phrase]:
    """Phrases whose head could stand for an actor and that aren't a title before a name."""
    doc = sent.doc
    for token in sent:
        if token.lower_ not in _OPEN:
            continue
        i = token.i + 1
        while i < len(doc) and i - token.i < 8 and _inside(doc, i, names):
            i += 1
        last = i
        while last > token.i + 1 and not _ends(doc[last - 1]):
            last -= 1
        if last <= token.i + 1 or (
            last < len(doc) and last in names and names[last].label == "PER"
        ):
            continue
        head = doc[last - 1].lower_
        several = token.lower_ == "both" or doc[token.i + 1].lower_ == "two"
        single = head[:-1] if several and head.endswith("s") else head
        if single not in _heads() and not is_role_head(single) and not (several and _people(head)):
            continue
        if last - 1 in names or _is_office(doc[last - 1]):
            continue
        inside = tuple(dict.fromkeys(names[k] for k in range(token.i + 1, last) if k in names))
        said = "".join(doc[k].text_with_ws for k in range(token.i + 1, last)).lower().split()
        plain = {doc[k].lower_ for k in range(token.i + 1, last) if k not in names}
        after = doc[last].lower_ if last < len(doc) else ""
        yield Phrase(
            token.i,
            last,
            token.lower_,
            tuple(said),
            inside,
            single,
            frozenset(plain & ROLE_MODIFIERS),
            after,
        )


def _is_office(noun: Token) -> bool:
    """Whether whoever holds an office is meant: "the law requires the president to …"."""
    if not is_role_head(noun.lower_):
        return False
    above = [noun, *itertools.islice(noun.ancestors, DEEPEST)]
    rules = words("laws", "nouns")
    for verb in above:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        timeless = verb.tag_ in ("VBZ", "VBP", "VB") or any(
            c.lower_ in words("laws", "modals") and c.dep_ == "aux" for c in verb.children
        )
        near = list(itertools.islice(verb.children, WIDEST))
        said = [c for c in near if c.dep_ in ("nsubj", "nsubjpass")]
        under = [o for c in near if c.lower_ in ("under", "by", "in") for o in c.children]
        if timeless and any(t.lemma_.lower() in rules and t != noun for t in (*said, *under)):
            return True
    return False


def _ends(token: Token) -> bool:
    """Whether a phrase can end with a token: a noun, or "the two" alone."""
    return token.pos_ in ("NOUN", "PROPN") or (
        token.lower_ == "two" and token.nbor(-1).lower_ == "the"
    )


def _people(plural: str) -> bool:
    """Whether a plural is one of people: "men", "lawmakers", "drivers"."""
    return plural in ("men", "women", "two") or plural.removesuffix("s") in words("people", "nouns")


def _inside(doc: Doc, i: int, names: Mapping[int, Named]) -> bool:
    token = doc[i]
    if token.lower_ == "two" and i and doc[i - 1].lower_ == "the":
        return True
    if i in names:
        return names[i].label in ("NORP", "GPE", "ORG", "LOC")
    if token.text == "-" or (doc[i - 1].text == "-" and token.is_alpha):
        return True
    return token.pos_ in ("ADJ", "NOUN", "PROPN") and token.is_alpha


Meant: TypeAlias = "tuple[str | tuple[str, ...], str]"
"""Whom a phrase stands for, and the label."""
Meaning: TypeAlias = "Callable[[Phrase, Persons, int], Meant | None]"
"""What a rule does: whom a phrase that starts at an offset stands for, if it knows."""


def resolve_phrase(
    phrase: Phrase, persons: Persons, here: int
) -> tuple[str | tuple[str, ...], str, str] | None:
    """Whom a phrase that starts at *here* stands for, the rule that says so, and the label."""
    for rule in RULES.as_extended():
        if found := rule.apply(phrase, persons, here):
            return found[0], rule.name, found[1]
    return None


def _by_pair(phrase: Phrase, persons: Persons, here: int) -> Meant | None:
    both = _both(phrase, persons) if _is_pair(phrase) else None
    return (both, "PER") if both else None


def _by_both(phrase: Phrase, persons: Persons, here: int) -> Meant | None:
    both = _both(phrase, persons) if phrase.opener == "both" and not _is_pair(phrase) else None
    return (both, "PER") if both else None


def _by_counterpart(phrase: Phrase, persons: Persons, here: int) -> Meant | None:
    other = _counterpart(phrase, persons, here) if phrase.head == "counterpart" else None
    return (other, "PER") if other else None


def _by_government(phrase: Phrase, persons: Persons, here: int) -> Meant | None:
    state = _state(phrase) if phrase.head in _table("governing")["nouns"] else None
    return (state, "GPE") if state else None


def _by_body(phrase: Phrase, persons: Persons, here: int) -> Meant | None:
    if not _points(phrase) or phrase.head in _table("governing")["nouns"]:
        return None
    found = persons.bodies.get(_bodies().get(" ".join(phrase.words), ""))
    return (found, "ORG") if found else None


def _by_country(phrase: Phrase, persons: Persons, here: int) -> Meant | None:
    country = _country(persons, here) if _points(phrase) and _is_country(phrase) else None
    return (country, "GPE") if country else None


def _by_kind(phrase: Phrase, persons: Persons, here: int) -> Meant | None:
    if not _points(phrase) or phrase.head not in _table("kinds"):
        return None
    organisation = _organisation(phrase, persons, here)
    return (organisation, "ORG") if organisation else None


def _by_title(phrase: Phrase, persons: Persons, here: int) -> Meant | None:
    other = phrase.head in _table("kinds") or phrase.head in _table("governing")["nouns"]
    if not _points(phrase) or other or phrase.head == "counterpart" or _is_country(phrase):
        return None
    person = _bearer(phrase, persons, here)
    return (person, "PER") if person else None


RULES: Rules[Meaning] = described(
    "phrases",
    {
        "pair": _by_pair,
        "both": _by_both,
        "counterpart": _by_counterpart,
        "government": _by_government,
        "body": _by_body,
        "country": _by_country,
        "kind": _by_kind,
        "title": _by_title,
    },
)


def _points(phrase: Phrase) -> bool:
    """Whether a phrase points at one thing: "the bank", not "its bank" or "both banks"."""
    return phrase.opener in ("the", "this", "that") and not _is_pair(phrase)


def _is_country(phrase: Phrase) -> bool:
    return phrase.words == ("country",) and phrase.after != "of"


def _state(phrase: Phrase) -> str | None:
    """The state whose government it is: "the Examplian government", "the Examplia side"."""
    if phrase.opener != "the" or len(phrase.inside) != 1 or phrase.after in ("of", "in"):
        return None
    named = phrase.inside[0]
    if len(phrase.words) != named.last - named.first + 1 or not isinstance(named.actor, str):
        return None
    return named.actor if named.label in ("NORP", "GPE") else None


def _country(persons: Persons, here: int) -> str | None:
    """The country named last: by its own name, not as its government."""
    for e in persons.before(here, 400):
        if e.label == "GPE" and e.metonym_for is None:
            entry = gazetteer.lookup(e.exact)
            if entry is not None and entry.kind == "country":
                return e.actor
    return None


def _organisation(phrase: Phrase, persons: Persons, here: int) -> str | None:
    """The organisation named last, if its own name fits the noun."""
    if len(phrase.words) > 1 or phrase.after == "of":
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


def _is_pair(phrase: Phrase) -> bool:
    """Whether a phrase means two who were just named: "the couple", "the two ministers"."""
    if phrase.opener != "the" or phrase.after in ("of", "who", "whose") or phrase.inside:
        return False
    if phrase.words[0] == "two":
        return len(phrase.words) < 4
    return len(phrase.words) == 1 and phrase.head in words("pairs", "nouns")


def _both(phrase: Phrase, persons: Persons) -> tuple[str, ...] | None:
    people = _people(phrase.words[-1]) or phrase.head in words("pairs", "nouns")
    if not (people or is_role_head(phrase.head) or phrase.head in _table("wider")):
        return None
    for sentence in ([n for n in persons.here if n.label == "PER"], *reversed(persons.memory.past)):
        each = ((n.actor,) if isinstance(n.actor, str) else n.actor for n in sentence)
        actors = tuple(dict.fromkeys(itertools.chain.from_iterable(each)))
        if len(actors) == 2:
            return actors
        if actors:
            return None
    return None


def _counterpart(phrase: Phrase, persons: Persons, here: int) -> str | None:
    """ "his Examplian counterpart": the one of that country, most recently named."""
    countries = {n.actor for n in phrase.inside}
    for role, theirs in reversed(persons.titles(here, REACH)):
        if theirs & countries:
            return str(role.actor)
    return None


def _bearer(phrase: Phrase, persons: Persons, here: int) -> str | None:
    """The person who bears such a title: the only one, or the nearest of that country."""
    if phrase.after in ("who", "that"):
        return None
    countries = {n.actor for n in phrase.inside}
    fitting = {
        str(role.actor)
        for role, theirs in persons.titles(here, REACH)
        if _bears(role, phrase) and (not countries or theirs & countries)
    }
    if len(fitting) > 1 and not countries:
        return None
    return next((str(e.actor) for e in persons.before(here, REACH) if e.actor in fitting), None)


def _bears(role: Role, phrase: Phrase) -> bool:
    said = set(role.exact.lower().replace("-", " ").split())
    if phrase.head in said:
        return phrase.ranks <= said
    return bool(said.intersection(_table("wider").get(phrase.head, ())))
