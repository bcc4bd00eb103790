"""What is told of a rarely named thing, of one year, in different verbs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, each
from variorum.collation.findings.tags import Tag
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.model import Span

RARE = 2
"""A thing in so many sentences of an article at most is told of once."""


def find(context: Context) -> Iterator[Draft]:
    """What is told of a thing that each article names but once or twice, of the same year."""
    material = context.material
    places: defaultdict[str, defaultdict[str, list[Sentence]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for sentence in material.sentences():
        for actor in sentence.actors:
            places[actor][sentence.article].append(sentence)
    for actor in sorted(places):
        told = {a: s for a, s in places[actor].items() if len(s) <= RARE}
        label = material.actors[actor].label if actor in material.actors else "PER"
        if len(told) < 2 or label in ("PER", "NORP"):
            continue
        clauses = [
            (s, span, lemma)
            for listed in told.values()
            for s in listed
            if (found := _clause(material.texts[s.article], s, actor)) is not None
            for span, lemma in [found]
        ]
        yield from _fact(context, actor, clauses)


def _fact(
    context: Context, actor: str, clauses: list[tuple[Sentence, Span, str]]
) -> Iterator[Draft]:
    material = context.material
    group: list[tuple[Sentence, Span, str]] = []
    for entry in clauses:
        s = entry[0]
        if any(g[0].article == s.article for g in group):
            continue
        if not group or any(_one_fact(context, s, g[0], actor) for g in group):
            group.append(entry)
    if len(group) < 2 or len({lemma for _, _, lemma in group}) < 2:
        return
    readings = material.in_order(material.texts[s.article].reading(*span) for s, span, _ in group)
    name = called(material, actor)
    told = each(material, ((s.article, material.texts[s.article].article.text[a:b])
                           for s, (a, b), _ in group))  # fmt: skip
    yield Draft(
        "wording", readings,
        Message.of("wording: other verbs", actor=name, told=told),
        Message.of("wording: other verbs, ground", actor=name), 0.8,
        tags=frozenset({Tag.FACT, *([Tag.THREE_OR_MORE] if len(group) > 2 else [])}),
        weight=5 + len(group), actors=(actor,), about=actor,
    )  # fmt: skip


def _one_fact(context: Context, one: Sentence, other: Sentence, actor: str) -> bool:
    if not (one.actors & other.actors) - {actor}:
        return False
    years = [_years(context, s) for s in (one, other)]
    return bool(years[0] & years[1])


def _years(context: Context, sentence: Sentence) -> set[str]:
    """Years told as such in a sentence or its neighbours."""
    listed = context.material.texts[sentence.article].sentences
    near = listed[max(0, sentence.number - 1) : sentence.number + 2]
    return {d.value for s in near for d in s.dates if d.value and len(d.value) == 4}


def _clause(text: Text, sentence: Sentence, actor: str) -> tuple[Span, str] | None:
    """The predicate around an actor's name: its verb to the end of what belongs to it."""
    for entity in text.entities:
        if entity.start >= sentence.end:
            break
        if entity.start < sentence.start or actor not in (entity.actor, entity.metonym_for):
            continue
        at = sentence.tokens.char_span(
            entity.start - sentence.offset - sentence.tokens.start_char,
            entity.end - sentence.offset - sentence.tokens.start_char,
            alignment_mode="expand",
        )
        if at is None:
            continue
        verb = next((t for t in (at.root, *at.root.ancestors) if t.pos_ == "VERB"), None)
        if verb is None or not _takes_part(at.root, verb):
            continue
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and at.root not in verb.lefts:
            verb = verb.head
        last = _last(verb, at.root)
        base = sentence.offset
        return (base + verb.idx, base + last.idx + len(last)), verb.lemma_
    return None


def _takes_part(name: Token, verb: Token) -> bool:
    """Whether a name is subject or object of a verb, not where or when it happened."""
    steps, token = 0, name
    while token != verb and steps <= 4:
        if token.dep_ in ("pobj", "pcomp") and token.head.lower_ not in ("of", "over", "by"):
            return False
        if token.dep_ in ("advcl", "relcl", "ccomp", "poss"):
            return False
        token, steps = token.head, steps + 1
    return steps <= 4


def _last(verb: Token, name: Token) -> Token:
    """The last word of a predicate, twelve words on at most, and before the next clause."""
    last = verb
    for token in verb.subtree:
        if token.i <= verb.i:
            continue
        if token.i - verb.i > 12 or (
            token.is_punct and token.text in ",;:—–-" and token.i > name.i
        ):
            break
        if token.dep_ in ("cc", "mark") and token.i > name.i > verb.i:
            break
        if not token.is_punct:
            last = token
    return last
