"""Two that are each called the largest: of one kind, only one can be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.tags import Tag
from variorum.collation.frames.arguments import Arguments, clash
from variorum.collation.frames.standing import denied
from variorum.model import Message, Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.collation.frames.frame import Argument
    from variorum.model import Reading

RANKS = frozenset({"main", "chief", "top", "leading", "sole", "only", "principal"})
"""Adjectives of which, as of a superlative, only one thing can be."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    """What is called the most of a kind."""

    article: str
    bearer: tuple[Argument, ...]
    scope: frozenset[str]
    """Keys of what it is the most of, or where."""
    reading: Reading


def find(context: Context) -> Iterator[Draft]:
    """One finding a rank and a kind of thing."""
    ranked: defaultdict[tuple[str, str], list[_Ranked]] = defaultdict(list)
    for text in context.material.texts.values():
        for sentence in text.sentences:
            for rank, kind, one in _ranked(text, sentence):
                ranked[rank, kind].append(one)
    for (rank, kind), listed in sorted(ranked.items()):
        first: dict[str, _Ranked] = {}
        for one in listed:
            first.setdefault(one.article, one)
        apart = [a for a in first.values() if any(_excludes(a, b) for b in first.values())]
        if apart:
            yield _draft(context, f"{rank} {kind}", apart)


def _ranked(text: Text, sentence: Sentence) -> Iterator[tuple[str, str, _Ranked]]:
    arguments = Arguments(text, sentence)
    for adjective in sentence.tokens:
        noun = adjective.head
        if adjective.dep_ != "amod" or noun.pos_ != "NOUN" or noun.i <= adjective.i:
            continue
        most = any(c.lower_ in ("most", "least") for c in adjective.children)
        if adjective.tag_ != "JJS" and adjective.lower_ not in RANKS and not most:
            continue
        beside = [c.lower_ for c in noun.children if c.i < adjective.i]
        bearer = _bearer(noun)
        if bearer is None or (
            not set(beside) & {"the", "'s", "its", "their", "his", "her"}
            and not any(c.dep_ == "poss" for c in noun.children)
        ):
            continue
        told = tuple(arguments.of(bearer))
        if len(told) != 1 or not told[0].actors:
            continue
        this = next(arguments.of(noun))
        base = sentence.offset
        start, end = min(bearer.left_edge.i, noun.left_edge.i), _end(noun)
        reading = text.reading(
            base + noun.doc[start].idx, base + noun.doc[end].idx + len(noun.doc[end])
        )
        scope = this.qualifiers - {adjective.lemma_.lower()}
        yield (
            adjective.lemma_.lower(),
            noun.lemma_.lower(),
            _Ranked(text.article.id, told, scope, reading),
        )


def _bearer(noun: Token) -> Token | None:
    """What a noun is said of: the subject of "is", or the name beside it."""
    above = noun.head
    if noun.dep_ == "attr" and above.lemma_ == "be" and not denied(above):
        return next((c for c in above.children if c.dep_ == "nsubj"), None)
    if noun.dep_ == "nsubj" and above.lemma_ == "be" and not denied(above):
        return next((c for c in above.children if c.dep_ == "attr"), None)
    if noun.dep_ == "appos":
        return above
    return next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)


def _end(noun: Token) -> int:
    """The last word of what a noun is of, without clauses."""
    last = noun.i
    for child in noun.rights:
        if child.dep_ != "prep":
            break
        last = child.right_edge.i
    return last


def _excludes(one: _Ranked, other: _Ranked) -> bool:
    if one.article == other.article or not clash(one.bearer, other.bearer):
        return False
    return bool(one.scope & other.scope)


def _draft(context: Context, what: str, ranked: list[_Ranked]) -> Draft:
    material = context.material
    readings = material.in_order(r.reading for r in ranked)
    told = each(material, ((r.article, r.exact) for r in readings))
    return Draft(
        "contradiction", readings,
        Message.of("contradiction: superlative", what=Name(what), told=told),
        Message.of("contradiction: superlative, ground"), 0.8,
        tags=frozenset({Tag.SUPERLATIVE}), weight=6, about=what,
    )  # fmt: skip
