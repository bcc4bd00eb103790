"""Passages that stand in several articles, and who says where they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import count, listed, quoted, source, sources, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.view import Passage


def find(context: Context) -> Iterator[Draft]:
    """One finding a passage."""
    for passage in context.passages:
        articles = list(dict.fromkeys(r.article for r in passage.readings))
        if len(articles) < 2:
            continue
        yield Draft(
            "shared-text",
            passage.readings,
            _explain(context, passage, articles),
            f"{passage.words} words run alike, with at most a few exchanged.",
            0.97,
            tags=frozenset(_tags(context, passage, articles)),
            weight=passage.words,
        )


def _tags(context: Context, passage: Passage, articles: list[str]) -> Iterator[str]:
    if passage.words >= 60:
        yield "page"
    elif passage.words >= 22:
        yield "sentence"
    credit = [bool(context.material.texts[a].article.meta.agency) for a in articles]
    if any(credit) and not all(credit):
        yield "credited by some"


def _explain(context: Context, passage: Passage, articles: list[str]) -> str:
    material = context.material
    first = passage.readings[0]
    exact = len({context.text(r).casefold() for r in passage.readings}) == 1
    opening = quoted(first.exact, 18)
    who = sources(material, articles)
    paragraphs = max(sum(r.article == a for r in passage.readings) for a in articles)
    if paragraphs > 2:
        begin = quoted(first.exact, 10)
        told = f"{who} print the same {count(paragraphs)} paragraphs, from {begin} on"
    elif exact:
        told = f"{opening} stands word for word in {who}"
    elif passage.words < 16:
        told = f"{who} have a stretch of words in common: {opening}"
    else:
        told = f"{who} print one passage with small differences: {opening}"
    return upper_first(f"{told}{_credit(context, articles)}.")


def _credit(context: Context, articles: list[str]) -> str:
    material = context.material
    credited = {a: material.texts[a].article.meta.agency for a in articles}
    naming = [a for a in articles if credited[a]]
    silent = [a for a in articles if not credited[a]]
    if not naming:
        return ""
    agency = listed(sorted({name for a in naming for name in credited[a]}))
    if not silent:
        return f"; credited to {agency}"
    whom = " and ".join(source(material, a) for a in naming[:2])
    return f"; {whom} credits {agency}, {sources(material, silent)} nobody by name"
