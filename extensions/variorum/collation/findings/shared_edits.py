"""What was edited inside shared passages: word for word copies that differ in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.edits import changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from variorum.collation.findings.material import Material, Text, Word
    from variorum.collation.findings.passages import Pair
    from variorum.model import Annotation, Quote, Span

MOST = 25
"""Between two stretches that match so many words may have been exchanged."""


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
        for (_, a1, _, b1), (c0, _, d0, _) in zip(pair.stretches, pair.stretches[1:], strict=False):
            if 0 <= c0 - a1 <= MOST and 0 <= d0 - b1 <= MOST:
                yield from _between(pair, one.words[a1:c0], other.words[b1:d0])


def _between(pair: Pair, mine: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Edit]:
    if not mine or not theirs:
        spans = [(w[0].start, w[-1].end) if w else (0, 0) for w in (mine, theirs)]
        if mine or theirs:
            yield Edit(pair.one, pair.other, spans[0], spans[1])
        return
    for change in changes(mine, theirs):
        if change.op != "same":
            yield Edit(pair.one, pair.other, change.base, change.variant)


def touching(listed: Iterable[Annotation], span: Span) -> list[Annotation]:
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
