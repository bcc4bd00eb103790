"""What "it", "its" and "which" stand for, where that is a named body or country."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from variorum.analysis.salience import Named, named_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

NEUTRAL = frozenset({"it", "its", "itself", "which"})
_EMPTY = frozenset({"be", "seem", "appear", "take", "rain", "snow", "happen", "matter", "turn"})
"""Verbs whose "it" is mostly nobody: "it seems", "it takes time"."""


def neutral(token: Token, resolved: Mapping[int, Named]) -> tuple[Named | None, str]:
    """The body or country a neuter pronoun stands for and the rule that says so, or nothing."""
    if token.lower_ == "which":
        return _which(token, resolved), "which"
    if token.lower_ == "it":
        return _reported(token, resolved), "reported-subject"
    doc, i = token.doc, token.i
    named = resolved.get(i - 2) if i > 1 and doc[i - 1].lower_ == "and" else None
    if named is not None and _acts(named):
        return named, "and-its"
    subject = _clause_subject(token)
    if subject is not None and subject.i < i and (named := resolved.get(subject.i)) is not None:
        others = [n for n in named_between(resolved, subject.i + 1, i) if n.actor != named.actor]
        if _acts(named) and not any(n.label == "ORG" for n in others):
            return named, "clause-subject"
    return None, ""


def _clause_subject(token: Token) -> Token | None:
    """The subject of the clause a word is in, also where a verb before it has it."""
    for verb in itertools.islice(token.ancestors, 12):
        if verb.pos_ in ("VERB", "AUX"):
            subject = _subject_of(verb)
            if subject is not None or verb.dep_ not in ("conj", "xcomp", "pcomp"):
                return subject
    return None


def _which(token: Token, resolved: Mapping[int, Named]) -> Named | None:
    """The name before a comma and "which", or before it and a preposition: "X, which denies"."""
    if token.i < 2 or token.nbor(-1).text != "," or not _does(token):
        return None
    named = resolved.get(token.i - 2)
    return named if named is not None and _acts(named) else None


def _does(token: Token) -> bool:
    """Whether "which" does something in its clause, so that it isn't what was just told."""
    return token.dep_ == "nsubj" and token.head.lemma_ not in _EMPTY | {"mean", "make"}


def _reported(token: Token, resolved: Mapping[int, Named]) -> Named | None:
    """Whose words or doings a clause is part of: "Moscow says it denies", "it" for Moscow."""
    if token.dep_ != "nsubj" or token.head.lemma_ in _EMPTY:
        return None
    for verb in _verbs_above(token.head):
        subject = _subject_of(verb)
        if subject is None:
            continue
        named = resolved.get(subject.i)
        if named is None or not _acts(named) or subject.i > token.i:
            return None
        between = named_between(resolved, subject.i + 1, token.i)
        rivals = [n for n in between if n.actor != named.actor and n.label in ("ORG", "GPE")]
        return None if any(n.subject for n in rivals) else named
    return None


def _verbs_above(verb: Token) -> Iterator[Token]:
    """The verbs a clause hangs on, as far as it is what they report, or goes on from them."""
    for token in itertools.islice(verb.ancestors, 6):
        if verb.dep_ not in ("ccomp", "conj", "advcl", "xcomp", "relcl", "pcomp", "acl", "dobj"):
            return
        if token.pos_ in ("VERB", "AUX"):
            yield token
        verb = token


def _subject_of(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _acts(named: Named) -> bool:
    return named.label in ("ORG", "GPE")
