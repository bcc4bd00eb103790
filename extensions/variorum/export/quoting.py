"""A range of text as words with a little of what stands around them.

The W3C calls this a TextQuoteSelector: it finds the place again in a text that was edited
elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Article

CONTEXT = 32
"""Characters before and after the words, at most."""


@dataclass(frozen=True, slots=True)
class Quoting:
    """The words of a range, exactly, and those before and after them."""

    prefix: str
    exact: str
    suffix: str


def quoting(article: Article, start: int, end: int) -> Quoting:
    """What finds a range of an article's text again."""
    if article.withheld:
        return _in_excerpt(article, start, end)
    text = article.text
    return Quoting(
        text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
    )


def _in_excerpt(article: Article, start: int, end: int) -> Quoting:
    """Within one quotation: the next one stood elsewhere, and dots at its end are ours."""
    block = next(b for b in article.blocks if b.start <= start < b.end)
    text = article.text[: block.end].removesuffix(" …")
    end = min(end, len(text))
    before = text[max(block.start, start - CONTEXT) : start]
    return Quoting(before, text[start:end], text[end : end + CONTEXT])
