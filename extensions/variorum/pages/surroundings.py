"""The block and the words around a place in an article."""

from __future__ import annotations

from bisect import bisect_right

from variorum.model import Article, Block
from variorum.pages.records import Surroundings

CONTEXT = 60
"""Characters of context on each side of a mention, at most."""


def block_at(article: Article, offset: int) -> Block | None:
    """The block that an offset lies in."""
    at = bisect_right(article.blocks, offset, key=lambda block: block.start) - 1
    return article.blocks[at] if at >= 0 and offset < article.blocks[at].end else None


def context(article: Article, start: int, end: int) -> Surroundings:
    """The words before and after a range, within its block, cut between words."""
    block = block_at(article, start)
    first, last = (block.start, block.end) if block else (start, end)
    before = article.text[max(first, start - CONTEXT) : start]
    after = article.text[end : min(last, end + CONTEXT)]
    if start - CONTEXT > first:
        before = "…" + before[before.find(" ") :] if " " in before else before
    if end + CONTEXT < last:
        after = after[: after.rfind(" ") + 1] + "…" if " " in after else after
    return {"before": before, "words": article.text[start:end], "after": after}
