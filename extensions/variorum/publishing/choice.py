"""Which words of an article are quoted where its full text is not published.

First what the findings compare, in their order, then what is said in the text, then names, dates
and figures, which say nothing by themselves. Nowhere do more than :data:`LONGEST` words follow on
each other, and of findings and quotations together there is no more than :data:`SHARE` of the
article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum.model import Annotation, Article, DateRef, Entity, Figure, Finding, Quote, Role, Span

LONGEST = 25
"""So many words of an article may follow on each other."""
LETTERS = 240
"""So many characters, where words are long or not divided."""
SHARE = 0.25
"""The part of an article's words that may be quoted."""
NAME = 8
"""A name, a date or a figure of more words is not repeated."""
WORD = re.compile(r"\w+")

_OPENERS = "“‘\"'«‹„‚([{"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow on each other: a range of the text, and what they are there for."""

    start: int
    end: int
    quoted: bool
    """Whether they are quoted; otherwise they are names, dates or figures alone."""


def chosen(
    article: Article, annotations: Sequence[Annotation], findings: Iterable[Finding]
) -> list[Run]:
    """The words that are kept, in text order."""
    choice = _Choice(article)
    budget = int(len(choice.words) * SHARE)
    for start, end in _worth_quoting(article, annotations, findings):
        budget -= choice.quote(start, end, budget)
    for said in annotations:
        if isinstance(said, (Entity, Role, DateRef, Figure)):
            choice.name(said.start, said.end)
    return list(choice.runs())


def _worth_quoting(
    article: Article, annotations: Sequence[Annotation], findings: Iterable[Finding]
) -> Iterator[Span]:
    for finding in findings:
        for reading in finding.readings:
            if reading.article == article.id and reading.start is not None and reading.end:
                yield reading.start, reading.end
    for said in annotations:
        if isinstance(said, Quote):
            yield from said.quoted or said.parts


_NAMED, _QUOTED = 1, 2
"""What a word is kept for."""


class _Choice:
    """The words of an article, and which of them are kept so far."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = [
            (block.start + found.start(), block.start + found.end())
            for block in article.blocks
            for found in WORD.finditer(article.text[block.start : block.end])
        ]
        self.starts = [start for start, _end in self.words]
        self.ends = [end for _start, end in self.words]
        self.kept = bytearray(len(self.words))

    def quote(self, start: int, end: int, budget: int) -> int:
        """Keep the first words of a range, as many as may follow on each other; say how many."""
        first, last = self._range(start, end)
        new = 0
        for number in range(first, min(last, first + LONGEST)):
            if self.kept[number] == _QUOTED:
                continue
            if not self.kept[number] and (new >= budget or self._too_long(number)):
                break
            new += not self.kept[number]
            self.kept[number] = _QUOTED
        return new

    def name(self, start: int, end: int) -> None:
        """Keep a range whole, or nothing of it."""
        first, last = self._range(start, end)
        before = self.kept[first:last]
        if last - first > NAME:
            return
        for number in range(first, last):
            if not self.kept[number]:
                if self._too_long(number):
                    self.kept[first:last] = before
                    return
                self.kept[number] = _NAMED

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the words within a range of the text."""
        return bisect_left(self.starts, start), bisect_right(self.ends, end)

    def _too_long(self, number: int) -> bool:
        """Whether with this word too many would follow on each other."""
        first = last = number
        while first and self.kept[first - 1] and last - first <= LONGEST:
            first -= 1
        while last + 1 < len(self.kept) and self.kept[last + 1] and last - first <= LONGEST:
            last += 1
        return last - first >= LONGEST or self.ends[last] - self.starts[first] > LETTERS

    def runs(self) -> Iterator[Run]:
        """The words that were kept as ranges, each within a block, with the signs around them."""
        for block in self.article.blocks:
            number, stop = self._range(block.start, block.end)
            while number < stop:
                if not self.kept[number]:
                    number += 1
                    continue
                first = number
                while number < stop and self.kept[number]:
                    number += 1
                start, end = self.starts[first], self.ends[number - 1]
                quoted = _QUOTED in self.kept[first:number]
                if quoted:
                    start, end = self._opened(start, block.start), self._closed(end, block.end)
                yield Run(start, end, quoted)

    def _opened(self, start: int, limit: int) -> int:
        while start > limit and self.article.text[start - 1] in _OPENERS:
            start -= 1
        return start

    def _closed(self, end: int, limit: int) -> int:
        text = self.article.text
        while end < limit and not text[end].isspace() and not WORD.match(text, end):
            end += 1
        return end
