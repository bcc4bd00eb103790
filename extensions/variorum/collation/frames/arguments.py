"""Who or what a noun phrase stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.frames.frame import NOBODY, Argument
from variorum.collation.frames.things import same_things
from variorum.model import Entity, Reference, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.material import Sentence, Text

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
"""Words by which a speaker names himself."""
QUALIFYING = ("poss", "compound", "nmod", "amod", "appos", "nummod")
VAGUE = frozenset(
    ("thing", "time", "way", "part", "people", "man", "woman", "person", "one", "number", "day",
     "year", "week", "month", "fact", "place", "case", "lot", "question", "other")
)  # fmt: skip
"""Nouns that stand for anything."""


class Arguments:
    """The arguments of a sentence's clauses: each noun phrase is read once."""

    def __init__(self, text: Text, sentence: Sentence) -> None:
        self._base = sentence.offset
        self._sentence = sentence
        self._ranges = tuple(_named(text, sentence))
        self._spoken = tuple(_spoken(text, sentence))
        self._read: dict[int, Argument] = {}

    def of(self, token: Token) -> Iterator[Argument]:
        """What a noun phrase stands for, one for each noun joined by "and"."""
        if token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.tag_ in ("WDT", "WP"):
            above = token.head.head if token.head.dep_ == "relcl" else None
            if above is not None:
                yield self._one(above)
                if token.lower_ == "which" and above.dep_ == "pobj":
                    # "the cable to the island, which was laid": either may be meant.
                    over = above.head.head
                    if over.pos_ == "NOUN" and above.head.lower_ != "of":
                        yield self._one(over)
            return
        if token.lower_ == "it" and token.dep_ in ("nsubj", "nsubjpass"):
            yield self._taken_up(token)
            return
        for one in (token, *token.conjuncts):
            if one.i >= token.i or (one.dep_ == "nsubj" and token.dep_ == "conj"):
                yield self._one(one)

    def _taken_up(self, token: Token) -> Argument:
        """What "it" stands for: whom it is known for, else the one thing told of before it."""
        keys = self._keys(token)
        thing = None if keys else self._thing_before(token)
        if thing is not None and thing.tag_ == "NN" and thing.ent_type_ != "PERSON":
            keys = self._keys(thing)
        return Argument(token, frozenset(keys))

    def _thing_before(self, it: Token) -> Token | None:
        """The subject of the sentence before; within a sentence, the object of the main clause."""
        if it.i == it.sent.start:
            return _child(_root_before(self._sentence), ("nsubj", "nsubjpass"))
        return _child(it.head.head, ("dobj",)) if it.head.dep_ == "advcl" else None

    def _one(self, token: Token) -> Argument:
        if token.i not in self._read:
            keys = self._keys(token)
            for child in token.children:
                if child.dep_ == "appos":
                    keys |= {k for k in self._keys(child) if k.startswith("@")}
            self._read[token.i] = Argument(token, frozenset(keys), frozenset(self._around(token)))
        return self._read[token.i]

    def _keys(self, token: Token) -> set[str]:
        at = self._base + token.idx
        keys = {f"@{actor}" for start, end, actor in self._ranges if start <= at < end}
        if token.lower_ in FIRST:
            keys |= {f"@{a}" for start, end, a in self._spoken if start <= at < end}
        if not keys and token.pos_ == "PROPN":
            keys.add(token.lower_)
        if token.pos_ == "NOUN" and token.lemma_.lower() not in VAGUE:
            lemma = token.lemma_.lower()
            keys.add(same_things().get(lemma, lemma))
        return keys

    def _around(self, token: Token) -> Iterator[str]:
        """Keys of what describes a noun: its owner, its adjectives, what it is of."""
        for child in token.children:
            if child.dep_ in QUALIFYING:
                yield from self._keys(child) or {child.lemma_.lower()}
            elif child.dep_ == "prep":
                for below in child.children:
                    if below.dep_ == "pobj":
                        yield from self._keys(below)


def _child(verb: Token | None, sides: tuple[str, ...]) -> Token | None:
    """The first word that hangs on a verb in one of some ways."""
    return next((c for c in verb.children if c.dep_ in sides), None) if verb is not None else None


def _root_before(sentence: Sentence) -> Token | None:
    """The main verb of the sentence before, in the same block."""
    start = sentence.tokens.start
    return sentence.tokens.doc[start - 1].sent.root if start else None


def _named(text: Text, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The ranges of a sentence that stand for an actor."""
    for a in text.acting(sentence.start, sentence.end):
        if isinstance(a, Entity):
            named: tuple[str | None, ...] = (a.metonym_for or a.actor,)
        elif isinstance(a, Reference | Role):
            named = a.actor if isinstance(a.actor, tuple) else (a.actor,)
        else:
            named = ()
        for actor in named:
            if actor:
                yield a.start, a.end, actor


def _spoken(text: Text, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The ranges of a sentence that one actor says within marks."""
    for quote in text.quoted.get(sentence.number, ()):
        if isinstance(quote.speaker, str):
            for start, end in quote.quoted:
                yield start, end, quote.speaker


def clash(one: tuple[Argument, ...], other: tuple[Argument, ...]) -> bool:
    """Whether two arguments are surely not the same: each names actors, and none in common."""
    mine = NOBODY.union(*(a.actors for a in one))
    theirs = NOBODY.union(*(a.actors for a in other))
    return bool(mine and theirs and not mine & theirs)
