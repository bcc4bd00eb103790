"""Clauses as the parser sees them: the verbs above a word, their subjects and their objects."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from variorum.analysis.salience import Named

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
OBJECTS = frozenset({"dobj", "dative", "iobj"})
DEEPEST = 20
"""How many steps up a sentence's tree are gone: deeper ones are lists that nobody reads."""
WIDEST = 200
"""How many tokens before a pronoun are looked at within its sentence."""


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of its clause."""
    return token.dep_ in SUBJECTS


def subject(verb: Token, besides: Token | None = None) -> Token | None:
    """A verb's own subject."""
    near = itertools.islice(verb.children, WIDEST)
    return next((c for c in near if is_subject(c) and c != besides), None)


def verbs_above(token: Token) -> Iterator[tuple[Token, Token]]:
    """The verbs above a token, the nearest first, each with what hangs on it on the way there."""
    below = token
    for above in itertools.islice(token.ancestors, DEEPEST):
        if above.pos_ in ("VERB", "AUX"):
            yield above, below
        below = above


def meant(token: Token, resolved: Mapping[int, Named]) -> Named | None:
    """Whom a noun or pronoun names, by itself or by the name beside it ("His friend Ann Doe")."""
    if token.i in resolved:
        return resolved[token.i]
    beside = (resolved.get(c.i) for c in token.children if c.dep_ == "appos" and c.i > token.i)
    return next((n for n in beside if n is not None and n.label == "PER"), None)


def together(token: Token, resolved: Mapping[int, Named]) -> tuple[str, ...] | None:
    """Who is named by "X and Y": nothing for a single noun, empty where one of them is no name."""
    both = [token, *token.conjuncts]
    if len(both) == 1:
        return None
    said = [meant(t, resolved) for t in both]
    if any(n is None for n in said):
        return ()
    return tuple(dict.fromkeys(str(n.actor) for n in said if n is not None))


def doer(token: Token) -> Token | None:
    """Who does what is done to a pronoun, never whom it means: "Ann chose to ask her"."""
    if token.dep_ == "poss" or token.lower_.endswith("self"):
        return None
    if token.dep_ not in OBJECTS and not (token.dep_ == "pobj" and token.head.lower_ in _DONE_TO):
        return None
    for verb, _ in verbs_above(token):
        if (of := subject(verb)) is not None:
            return of
        if verb.dep_ not in ("xcomp", "conj", "advcl", "pcomp"):
            return None
    return None


_DONE_TO = frozenset({"to", "at", "against", "by", "of", "from", "about"})
