"""The block, the sentences and the words around a place in an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from variorum.model import Article, Block
from variorum.pages.records import Surroundings

CONTEXT = 60
"""Characters of context on each side of a mention, at most."""

_BREAK = re.compile(r"[.!?…؟。]['\"”’»)\]]*\s+")
_SHORT = re.compile(r"(?:\b[A-Z][a-z]{1,2}|\b[^\W\d_])\.$")
"""Before a full stop that ends no sentence: ``Mr.``, ``Gen.``, ``U.S.``"""


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


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a range, each with the white space behind it."""
    at = start
    for match in _BREAK.finditer(text, start, end):
        after = text[match.end() : match.end() + 1]
        short = _SHORT.search(text, max(at, match.start() - 4), match.start() + 1)
        if match.end() < end and not after.islower() and not short:
            yield at, match.end()
            at = match.end()
    if at < end:
        yield at, end
