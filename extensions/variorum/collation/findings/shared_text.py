"""Passages that stand in several articles, and who says where they are from."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import listed, quoted, source, sources
from variorum.collation.findings.tags import Tag
from variorum.model import Count, Message, Name, Number, Several

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.view import Passage
    from variorum.model import Value

Place = tuple[int, str, int]
"""Where something begins in one article, another article, and where it begins there."""
PAGE, SENTENCE = 60, 22
"""So many words are more than a quotation, so many more than a phrase."""
PART = 1.3
"""An article that has so many times fewer words of a passage has a part of it."""


def find(context: Context) -> Iterator[Draft]:
    """One finding a passage."""
    turned = _turned(context)
    for passage in context.passages:
        articles = list(dict.fromkeys(r.article for r in passage.readings))
        if len(articles) < 2:
            continue
        yield Draft(
            "shared-text",
            passage.readings,
            _explain(context, passage, articles, turned),
            Message.of("text: ground", count=Number(passage.words)),
            0.97,
            tags=frozenset(_tags(context, passage, articles)),
            weight=passage.words,
        )


def _tags(context: Context, passage: Passage, articles: list[str]) -> Iterator[Tag]:
    if passage.words >= PAGE:
        yield Tag.PAGE
    elif passage.words >= SENTENCE:
        yield Tag.SENTENCE
    if len(articles) == len(context.material.texts):
        words = {" ".join(context.text(r).split()).casefold() for r in passage.readings}
        if len(words) == len(passage.readings) // len(articles):
            yield Tag.IN_ALL
    credit = [bool(context.material.texts[a].article.meta.agency) for a in articles]
    if any(credit) and not all(credit):
        yield Tag.CREDITED_BY_SOME


def _explain(
    context: Context, passage: Passage, articles: list[str], turned: Mapping[str, list[Place]]
) -> Message:
    material = context.material
    sizes = {a: _size(context, passage, a) for a in articles}
    whole = [a for a in articles if sizes[a] * PART >= max(sizes.values())]
    first = next(r for r in passage.readings if r.article in whole)
    exact = len({context.text(r).casefold() for r in passage.readings}) == 1
    opening = quoted(first.exact, 18)
    told: dict[str, Value] = {"sources": sources(material, whole), "words": opening}
    paragraphs = min(sum(r.article == a for r in passage.readings) for a in whole)
    if exact:
        main = Message.of("text: word for word", **told)
    elif paragraphs > 2:
        told["words"] = quoted(first.exact, 10)
        main = Message.of("text: paragraphs", **told, count=Count(paragraphs))
    elif len(whole) == 1:
        main = Message.of("text: printed", **told)
    elif passage.words < 16:
        main = Message.of("text: a stretch", **told)
    elif _is_turned(passage, turned):
        main = Message.of("text: turned", **told)
    else:
        main = Message.of("text: nearly", **told)
    parts = _parts(context, passage, [a for a in articles if a not in whole])
    return Message.of(
        "told", told=Several((main, *parts, *_credit(context, articles)), parted=True)
    )


def _size(context: Context, passage: Passage, article: str) -> int:
    """How many words of an article a passage covers."""
    text = context.material.texts[article]
    spans = [(r.start or 0, r.end or 0) for r in passage.readings if r.article == article]
    return sum(last - first for first, last in (text.between(*span) for span in spans))


def _turned(context: Context) -> dict[str, list[Place]]:
    """By article, where a stretch begins that stands in another order in another article."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    texts = context.material.texts
    for pair in context.pairs:
        if any(later[2] < sooner[2] for sooner, later in pairwise(pair.stretches)):
            mine = texts[pair.one].words[pair.first[0]].start
            found[pair.one].append(
                (mine, pair.other, texts[pair.other].words[pair.second[0]].start)
            )
    return found


def _is_turned(passage: Passage, turned: Mapping[str, list[Place]]) -> bool:
    """Whether what two have in common stands in another order in one of them."""
    return any(
        (r.start or 0) <= mine < (r.end or 0)
        and any(s.article == a and (s.start or 0) <= at < (s.end or 0) for s in passage.readings)
        for r in passage.readings
        for mine, a, at in turned.get(r.article, ())
    )


def _parts(context: Context, passage: Passage, articles: list[str]) -> Iterator[Value]:
    """Who has only a part of a passage, and which."""
    longest = {
        a: max((context.text(r) for r in passage.readings if r.article == a), key=len)
        for a in articles
    }
    if articles:
        yield listed(
            Message.of(
                "text: only" if n else "text: has only",
                source=source(context.material, a), words=quoted(longest[a]),
            )
            for n, a in enumerate(articles)
        )  # fmt: skip


def _credit(context: Context, articles: list[str]) -> Iterator[Value]:
    """To whom a passage is credited, and by whom."""
    material = context.material
    credited = {a: material.texts[a].article.meta.agency for a in articles}
    naming = [a for a in articles if credited[a]]
    silent = [a for a in articles if not credited[a]]
    if not naming:
        return
    agency = listed(Name(n) for n in sorted({name for a in naming for name in credited[a]}))
    if not silent:
        yield Message.of("text: credited", agency=agency)
        return
    yield Message.of(
        "text: credited by some", sources=listed(source(material, a) for a in naming[:2]),
        agency=agency, others=sources(material, silent),
    )  # fmt: skip
