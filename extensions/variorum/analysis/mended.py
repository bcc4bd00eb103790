r"""A text without what a reader doesn't see in it: soft hyphens, words broken at a line's end.

"Lind\u00adqvist" is read as "Lindqvist" and "coun-\ncil" as "council". Everything is looked for in
the mended text; :meth:`Mended.span` says where that stands in the article's own.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.analysis.vocabulary import Vocabulary
    from variorum.model import Article, Block, ByHand, Inline, Span, Zone

__all__ = ["Mended", "mended"]

T = TypeVar("T", "Block", "Zone", "Inline", "ByHand")

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+|(?<=[^\\W\\d_])-\\r?\\n[ \\t]*(?=[^\\W\\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"[^\W\d_]+$")
LONGEST = 40
"""Letters of a word on either side of a broken line's end at most."""


def mended(article: Article, vocabulary: Vocabulary) -> Mended | None:
    """The article mended; nothing where there is nothing to mend."""
    if not _UNSEEN.search(article.text):
        return None
    cuts = list(_cuts(article, vocabulary))
    return Mended(article, cuts) if cuts else None


def _cuts(article: Article, vocabulary: Vocabulary) -> Iterator[Span]:
    """What a reader doesn't see, left to right."""
    text = article.text
    plain = {word.group().lower() for word in _WORD.finditer(text)}
    for found in _UNSEEN.finditer(text):
        if found[0][0] != "-":
            yield found.span()
            continue
        before = _BEFORE.search(text, max(0, found.start() - LONGEST), found.start())
        after = _WORD.match(text, found.end(), found.end() + LONGEST)
        if before is None or after is None:
            continue
        one, other = before.group().lower(), after.group().lower()
        both = vocabulary.knows(one) and vocabulary.knows(other)
        joined = one + other in plain or vocabulary.knows(one + other)
        if after.group()[0].islower() and (joined or not both):
            yield found.span()
        else:  # "well-|known", "Anna-|Maria": the hyphen is the word's
            yield found.start() + 1, found.end()


class Mended:
    """An article with pieces of its text cut out."""

    def __init__(self, article: Article, cuts: list[Span]) -> None:
        self.article = article
        self._kept = [0, *(end for _, end in cuts)]
        """Where each stretch of text that is left began."""
        self._begins: list[int] = []
        """Where it begins now."""
        gone, at = 0, 0
        pieces = []
        for start, end in [*cuts, (len(article.text), len(article.text))]:
            self._begins.append(at - gone)
            pieces.append(article.text[at:start])
            gone += end - start
            at = end
        self.made = dataclasses.replace(
            article,
            text="".join(pieces),
            blocks=tuple(self._there(b) for b in article.blocks),
            zones=tuple(self._there(z) for z in article.zones),
            inlines=tuple(self._there(i) for i in article.inlines),
            by_hand=tuple(self._there(h) for h in article.by_hand),
            meta=dataclasses.replace(
                article.meta,
                basis={
                    name: basis if isinstance(basis, str) else self._mended(*basis)
                    for name, basis in article.meta.basis.items()
                },
            ),
        )

    def span(self, start: int, end: int) -> Span:
        """Where a range of the mended text stands in the article's own."""
        first = self._own(start)
        return first, max(first, self._own(end - 1) + 1) if end > start else first

    def _own(self, at: int) -> int:
        n = max(0, bisect_right(self._begins, at) - 1)
        return self._kept[n] + at - self._begins[n]

    def _mended(self, start: int, end: int) -> Span:
        return self._now(start), self._now(end)

    def _now(self, at: int) -> int:
        n = max(0, bisect_right(self._kept, at) - 1)
        until = self._begins[n + 1] if n + 1 < len(self._begins) else None
        now = self._begins[n] + at - self._kept[n]
        return now if until is None else min(now, until)

    def _there(self, part: T) -> T:
        start, end = self._mended(part.start, part.end)
        return dataclasses.replace(part, start=start, end=end)
