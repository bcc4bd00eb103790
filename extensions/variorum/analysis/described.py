"""People who are described and never named: "a 34-year-old woman", "the suspect", "the driver".

They are nobody's actor, and nothing is written of them. But a pronoun may mean them, and where one
of them could be meant it does not fall to a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.clauses import OBJECTS, is_subject
from variorum.analysis.entities.words import is_role_head
from variorum.analysis.salience import Named, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Span, Token

__all__ = ["described", "gender_of", "is_described"]

_UNNAMED = "?"
"""What the id of somebody without a name begins with; no actor's does."""
_DETERMINERS = frozenset(
    {"a", "an", "the", "one", "another", "this", "that", "his", "her", "their", "my", "our"}
)
_COMPARED = frozenset({"as", "like", "than"})


def is_described(actor: str | tuple[str, ...]) -> bool:
    """Whether it is somebody who is only described, alone or with others."""
    both = (actor,) if isinstance(actor, str) else actor
    return any(a.startswith(_UNNAMED) for a in both)


def gender_of(actor: str) -> str:
    """What the noun tells of whom it describes: ``m``, ``f`` or nothing."""
    noun = actor.removeprefix(_UNNAMED)
    if noun in words("gender", "feminine"):
        return "f"
    return "m" if noun in words("gender", "masculine") else ""


def described(
    sent: Span, resolved: Mapping[int, Named], bearers: Mapping[int, Named]
) -> Iterator[Named]:
    """The people of a sentence who are described, neither named nor known by their title."""
    for token in sent:
        if token.i in resolved or token.i in bearers or token.tag_ != "NN":
            continue
        noun = token.lower_
        if _is_person(noun) and _stands_alone(token, resolved) and _is_salient(token, noun):
            yield Named(token.i, token.i + 1, _UNNAMED + noun, "PER", is_subject(token))


def _is_person(noun: str) -> bool:
    return (
        noun in words("people", "nouns") or gender_of(_UNNAMED + noun) != "" or is_role_head(noun)
    )


def _stands_alone(token: Token, resolved: Mapping[int, Named]) -> bool:
    """Whether a noun means a person of its own: no title before a name, no predicate."""
    if token.dep_ in ("appos", "attr", "compound", "nmod", "amod", "oprd", "npadvmod"):
        return False
    if token.dep_ == "pobj" and token.head.lower_ in _COMPARED:
        return False
    children = list(token.children)
    if any(c.dep_ == "appos" and c.i in resolved for c in children):
        return False
    return any(c.lower_ in _DETERMINERS or c.dep_ == "poss" for c in children)


def _is_salient(token: Token, noun: str) -> bool:
    """Whether a pronoun may well mean it: what acts, or is said to be a man or a woman."""
    if is_subject(token) and token.head == token.sent.root:
        return True
    told = gender_of(_UNNAMED + noun) != "" or noun in words("people", "nouns")
    return told and (is_subject(token) or token.dep_ in OBJECTS | {"pobj", "conj"})
