"""What was edited inside shared passages: word for word copies that differ in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from variorum.collation.findings.edits import changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.collation.findings.material import Material, Text
    from variorum.collation.findings.passages import Pair, Stretch
    from variorum.model import Annotation, Quote, Span

Located = TypeVar("Located", bound="Annotation")

MOST = 25
"""Between two stretches that match so many words may have been exchanged, …"""
TAIL = 7
"""… and from one to the end of its sentence."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of one article, and those that another has in their place.

    ``one`` or ``other`` is empty where words were left out or added.
    """

    article: str
    witness: str
    one: Span
    other: Span

    @property
    def exchange(self) -> bool:
        """Whether both have words there."""
        return self.one[0] < self.one[1] and self.other[0] < self.other[1]


def edits(material: Material, found: Iterable[Pair]) -> Iterator[Edit]:
    """The edits of all passages, in the order of the edition."""
    for pair in found:
        one, other = material.texts[pair.one], material.texts[pair.other]
        for places in _gaps(one, other, pair):
            yield from _between(one, other, *places)


def _gaps(one: Text, other: Text, pair: Pair) -> Iterator[Stretch]:
    """The words between two stretches that match, and from a stretch to the end of a sentence."""
    matched = pair.stretches
    before = [(0, 0, 0, 0), *matched]
    after = [*matched, (len(one.words), 0, len(other.words), 0)]
    for (_, a1, _, b1), (c0, _, d0, _) in zip(before, after, strict=True):
        if 0 <= c0 - a1 <= MOST and 0 <= d0 - b1 <= MOST:
            yield a1, c0, b1, d0
            continue
        if a1:
            ends = (_sentence_end(one, a1, c0), _sentence_end(other, b1, d0))
            if max(ends[0] - a1, ends[1] - b1) <= TAIL:
                yield a1, ends[0], b1, ends[1]
        if c0 < len(one.words):
            starts = (_sentence_start(one, c0, a1), _sentence_start(other, d0, b1))
            if max(c0 - starts[0], d0 - starts[1]) <= TAIL:
                yield starts[0], c0, starts[1], d0


def _sentence_end(text: Text, word: int, most: int) -> int:
    """Where the sentence ends that the word before belongs to."""
    sentence = text.sentence_at(text.words[word - 1].start)
    return max(word, min(sentence.last, most) if sentence and most > word else word)


def _sentence_start(text: Text, word: int, least: int) -> int:
    sentence = text.sentence_at(text.words[word].start)
    return min(word, max(sentence.first, least) if sentence and least < word else word)


def _between(one: Text, other: Text, a: int, b: int, c: int, d: int) -> Iterator[Edit]:
    mine, theirs = one.words[a:b], other.words[c:d]
    ids = one.article.id, other.article.id
    if mine and theirs:
        for change in changes(mine, theirs):
            if change.op != "same":
                yield Edit(*ids, change.base, change.variant)
    elif mine or theirs:
        yield Edit(*ids, _span(one, a, b), _span(other, c, d))


def _span(text: Text, first: int, last: int) -> Span:
    """The range of some words; of none, the place after the word before."""
    if first < last:
        return text.words[first].start, text.words[last - 1].end
    at = text.words[first - 1].end if first else 0
    return at, at


def touching(listed: Iterable[Located], span: Span) -> list[Located]:
    """The annotations that share a character with a range."""
    return [a for a in listed if a.start < span[1] and a.end > span[0]]


def in_marks(text: Text, span: Span) -> Quote | None:
    """The quotation within whose marks a range lies."""
    for quote in text.quotes:
        if quote.start <= span[0] and span[1] <= quote.end:
            inside = quote.quoted or (quote.parts if quote.kind == "direct" else ())
            if any(s <= span[0] and span[1] <= e for s, e in inside):
                return quote
    return None


def beside_quote(text: Text, span: Span) -> Quote | None:
    """The quotation whose speaker a range names."""
    for quote in text.quotes:
        at = quote.speaker_span
        if at and at[0] < span[1] and at[1] > span[0]:
            return quote
    return None
