"""Long passages that two articles have word for word, whether or not they name a day."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from variorum.collation.shared_days import COMMON
from variorum.model import FOLDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.model import Article

LONG = 16
"""This many words in the same order are no chance and no turn of phrase."""
_WORD = re.compile(r"\w+")


def passages(articles: Sequence[Article]) -> dict[str, Counter[str]]:
    """For each article, in how many of its paragraphs it has a passage of another's, by its id.

    What many articles have is furniture and counts for none.
    """
    holders: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for article in articles:
        for runs in _paragraphs(article):
            for run in runs:
                holders[run].add(article.id)
    found: dict[str, Counter[str]] = {}
    for article in articles:
        found[article.id] = Counter()
        for runs in _paragraphs(article):
            shared = {a for run in runs if len(holders[run]) <= COMMON for a in holders[run]}
            found[article.id].update(shared - {article.id})
    return found


def _paragraphs(article: Article) -> Iterator[set[tuple[str, ...]]]:
    for block in article.blocks:
        if block.kind not in FOLDED:
            words = _WORD.findall(article.text[block.start : block.end].lower())
            yield {tuple(words[i : i + LONG]) for i in range(len(words) - LONG + 1)}
