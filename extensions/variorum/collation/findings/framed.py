"""Words of the framing lexicon for one matter, set side by side."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.framing import Term, terms
from variorum.collation.findings.phrasing import each, listed, quoted, source
from variorum.collation.findings.tags import Tag
from variorum.model import Message, Notion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Material, Sentence
    from variorum.model import Reading

MATTER = 0.3
"""Sentences so much alike are on one matter, …"""
SAME = 0.37
"""… and so much tell the same."""
COPIED = 0.8
"""Sentences so much alike are copies; what was edited in them is told by the edit."""
MOST = 400
"""So many places of a group of words are compared."""


def find(context: Context) -> Iterator[Draft]:
    """One finding a group of words and matter."""
    material = context.material
    by_group: defaultdict[str, list[Term]] = defaultdict(list)
    for term in terms(material):
        by_group[term.group].append(term)
    for name in sorted(by_group):
        for group in _matters(context, by_group[name]):
            draft = _framing(context, name, group)
            if draft is not None:
                yield draft


def _matters(
    context: Context, places: list[Term]
) -> Iterator[list[Term]]:  # fmt: skip
    """Terms of one group in sentences on one matter, gathered around the first."""
    rest = places[:MOST]
    while rest:
        group = [rest.pop(0)]
        for other in list(rest):
            if any(_one_matter(context, t.sentence, other.sentence, t.sharp) for t in group[:4]):
                group.append(other)
                rest.remove(other)
        if len({t.sentence.article for t in group}) > 1:
            yield group


def _one_matter(context: Context, one: Sentence, other: Sentence, sharp: bool) -> bool:
    if one.article == other.article:
        return one is other
    if context.copies(one.article, other.article):
        return False
    score = context.alignment.score(one.key, other.key)
    if score >= COPIED:
        return False
    names = one.actors & other.actors
    return score >= (MATTER if sharp else SAME) or (
        sharp and (len(names) >= 2 or bool(names & context.rare))
    )


def _framing(context: Context, name: str, group: list[Term]) -> Draft | None:
    material = context.material
    words: defaultdict[str, list[str]] = defaultdict(list)
    first: dict[tuple[str, str], Term] = {}
    for term in group:
        if term.word not in words[term.sentence.article]:
            words[term.sentence.article].append(term.word)
            first[term.sentence.article, term.word] = term
    # Words that all have tell nothing; each must have one that another lacks.
    common = set.intersection(*(set(w) for w in words.values()))
    kept = [t for (_, word), t in first.items() if word not in common]
    if len({t.sentence.article for t in kept}) < 2 or len({t.word for t in kept}) < 2:
        return None
    readings = material.in_order(_phrase(context, t) for t in kept)
    said = [(r.article, r.exact) for r in readings]
    return Draft(
        "wording", readings,
        _framing_told(material, name, said),
        Message.of("wording: framed, ground", name=Notion(name)), 0.7,
        tags=frozenset(
            {
                Tag.FRAMING if kept[0].sharp else Tag.SOFT,
                *([Tag.THREE_OR_MORE] if len(words) > 2 else []),
            }
        ),
        weight=2 + len(words), about=name,
        actors=tuple(sorted(frozenset.intersection(*(t.sentence.actors for t in kept)))),
    )  # fmt: skip


def _framing_told(material: Material, name: str, said: list[tuple[str, str | None]]) -> Message:
    if len({a for a, _ in said}) == 2:
        (one, first), *rest = said
        mine = [first, *(w for a, w in rest if a == one)]
        theirs = [w for a, w in rest if a != one]
        other = next(a for a, _ in rest if a != one)
        return Message.of(
            "wording: writes",
            one=source(material, one), mine=listed(quoted(w) for w in mine),
            other=source(material, other), theirs=listed(quoted(w) for w in theirs),
        )  # fmt: skip
    return Message.of("wording: no common word", name=Notion(name), told=each(material, said))


def _phrase(context: Context, term: Term) -> Reading:
    """A term with the adjectives and nouns before it that belong to it."""
    start, end = term.span
    base = term.sentence.offset
    token = next((t for t in term.sentence.tokens if base + t.idx == start), None)
    if token is not None and token.pos_ in ("NOUN", "PROPN"):
        for left in token.lefts:
            if left.dep_ in ("amod", "compound", "nmod") and left.i >= term.sentence.tokens.start:
                start = min(start, base + left.idx)
                break
    text = context.material.texts[term.sentence.article]
    while start > 1 and text.article.text[start - 1] == "-":
        start = text.words[text.between(0, start - 1)[1] - 1].start
    return text.reading(start, end)
