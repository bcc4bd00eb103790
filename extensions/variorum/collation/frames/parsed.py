"""What the parser says around a word: what stands behind it, its particle, its own words."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from variorum.collation.frames import acts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.frames.frame import Argument

APART = frozenset({"advcl", "relcl", "ccomp", "conj", "cc", "punct", "parataxis", "appos", "mark"})
"""What hangs on a clause and is said apart from it."""
WIDEST = 200
"""So many words that hang on one are looked at."""
FREELY = frozenset({"formal", "official", "any", "single", "such", "immediate"})
"""Adjectives that leave a denial whole."""
ONLY_PARTLY = frozenset(
    {
        "only",
        "just",
        "solely",
        "merely",
        "necessarily",
        "always",
        "entirely",
        "fully",
        "alone",
        "directly",
        "first",
        "last",
    }
)
"""Words that a denial may be of and nothing else: "not only", "not the first time"."""
JUDGING = frozenset({"find", "declare", "rule", "deem", "judge", "consider", "prove", "pronounce"})
"""Verbs that say of their object what another word tells: "found guilty"."""
PARTICLES = frozenset({"aside", "down", "out", "off", "up", "back", "over", "away"})
LONGEST = 40
"""A clause of more words is odd input."""


def lent(noun: Token) -> bool:
    """Whether a noun's verb only lends itself to it."""
    return noun.dep_ in ("dobj", "nsubjpass") and lemma_of(noun.head) in acts.light()


def near(token: Token) -> Iterator[Token]:
    return itertools.islice(token.children, WIDEST)


def behind(prep: Token, which: str) -> Token | None:
    if prep.lower_ != which:
        return None
    return next((c for c in prep.children if c.dep_ == "pobj"), None)


def lemma_of(token: Token) -> str:
    """A lemma, with the particle that makes another verb of it."""
    lemma = token.lemma_.lower()
    particle = next((c for c in near(token) if c.dep_ == "prt" or beside(c)), None)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def beside(token: Token) -> bool:
    """Whether a word is a particle that the parser took for none: "step aside"."""
    if token.i != token.head.i + 1 or token.lower_ not in PARTICLES:
        return False
    known = f"{token.head.lemma_.lower()} {token.lower_}" in acts.acts()
    return token.dep_ == "advmod" or (token.dep_ == "prep" and known)


def predicate(verb: Token) -> Token | None:
    """The adjective or noun that a form of "be" says of its subject, or a verdict of its object."""
    if verb.lemma_ in JUDGING:
        return next((c for c in near(verb) if c.dep_ in ("acomp", "oprd")), None)
    if verb.lemma_ not in ("be", "become", "remain", "stay"):
        return None
    return next((c for c in near(verb) if c.dep_ in ("acomp", "attr", "oprd")), None)


def telling_to(verb: Token) -> str:
    """A verb by which somebody is told or allowed to do something: "order to", "allow to leave";
    "" for any other."""
    lemma = verb.lemma_.lower()
    if lemma not in acts.telling_to():
        return ""
    below = (c for c in near(verb) if c.dep_ in ("xcomp", "ccomp") and c.pos_ == "VERB")
    then = next((c.lemma_.lower() for c in below if _is_infinitive(c)), None)
    phrases = (f"{lemma} to {then}", f"{lemma} to") if then else ()
    return next((phrase for phrase in phrases if phrase in acts.acts()), "")


def stays(verb: Token) -> bool:
    """Whether a verb only says that a state goes on: "remains in custody"."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in ("remain", "stay", "sit")


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in near(verb)) or verb.tag_ == "VB"


def passive(verb: Token) -> bool:
    if any(c.dep_ in ("nsubjpass", "auxpass", "agent") for c in near(verb)):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "conj", "advcl", "xcomp") and not any(
        c.dep_ in ("nsubj", "dobj") or c.lemma_ == "have" for c in near(verb)
    )  # fmt: skip


def has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in near(verb))


def own(head: Token) -> Iterator[Token]:
    """The words of a clause, without those clauses that hang on it; at most so many in a row."""
    kept = {head.i}
    todo = [head]
    while todo:
        for child in near(todo.pop()):
            listed = child.dep_ == "conj" and child.head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
            if listed or (child.dep_ not in APART and abs(child.i - head.i) <= LONGEST):
                kept.add(child.i)
                todo.append(child)
    for token in head.doc[min(kept) : max(kept) + 1]:
        if token.i in kept:
            yield token


def restricting(
    tokens: tuple[Token, ...], patient: tuple[Argument, ...]
) -> Iterator[str]:  # fmt: skip
    """Words that narrow a clause: a denial of "a paid post" leaves others."""
    yield from (t.lower_ for t in tokens if t.lower_ in ONLY_PARTLY)
    for argument in patient:
        for child in near(argument.token):
            if child.dep_ in ("amod", "nummod", "npadvmod") and child.lower_ not in FREELY:
                yield child.lemma_.lower()
