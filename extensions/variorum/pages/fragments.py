"""Several readings at a glance: as much of each as fits; what differs is marked and not cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.model import Span

__all__ = ["Place", "fragments"]

LONGEST = 110
"""A fragment has at most so many characters: two lines on a page, three on a phone."""
COMPARED = 120
"""Readings are compared by at most so many words."""
FEW = 3
"""A reading of more words that shares none with the others is not marked: all of it differs."""

SMALL = 4
"""A word of fewer letters ends no fragment, unless the sentence ends there."""

_WORD = re.compile(r"\S+")
_EDGE = re.compile(r"^\W+|\W+$")

Part = tuple[str, bool]
"""Words, and whether they differ."""


@dataclass(frozen=True, slots=True)
class Place:
    """A reading, and the sentence that it stands in."""

    text: str
    start: int
    end: int
    around: Span
    by: str = ""
    """Whose words they are; what one says twice is compared with what others say."""


def fragments(places: Sequence[Place]) -> list[list[Part]]:
    """What to show of each reading, in their order.

    A word differs where some other reading lacks it.
    """
    readings = [_Words.of(place) for place in places]
    several = len({place.by for place in places}) > 1
    made = []
    for place, reading in zip(places, readings, strict=True):
        others = [
            theirs.plain
            for other, theirs in zip(places, readings, strict=True)
            if theirs is not reading and not (several and other.by == place.by)
        ]
        made.append(reading.shown(_differing(reading.plain, others)))
    return made


def _differing(words: Sequence[str], others: Sequence[Sequence[str]]) -> list[bool]:
    """Of each word of one reading, whether another reading lacks it."""
    differs = [False] * len(words)
    for other in others:
        shared = [False] * len(words)
        matcher = SequenceMatcher(None, words, other, autojunk=False)
        for start, _other, size in matcher.get_matching_blocks():
            shared[start : start + size] = [True] * size
        differs = [a or not b for a, b in zip(differs, shared, strict=True)]
    return differs


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a reading's sentence; those from ``first`` to before ``last`` are its own."""

    text: str
    spans: list[Span]
    first: int
    last: int

    @classmethod
    def of(cls, place: Place) -> _Words:
        spans = [match.span() for match in _WORD.finditer(place.text, *place.around)]
        own = [i for i, (a, b) in enumerate(spans) if a < place.end and place.start < b]
        own = own[:COMPARED] or [0]
        return cls(place.text, spans, own[0], own[-1] + 1)

    @property
    def plain(self) -> list[str]:
        """Its own words, without case and punctuation."""
        own = self.spans[self.first : self.last]
        return [_EDGE.sub("", self.text[a:b]).casefold() for a, b in own]

    def shown(self, differs: Sequence[bool]) -> list[Part]:
        """What differs, with as many words around it as fit."""
        if not self.spans:
            return []
        marked = [self.first + i for i, one in enumerate(differs) if one]
        if len(marked) == len(differs) > FEW:
            marked = []
        first, last = self._core(marked)
        low, high = self._widened(first, last)
        while high > last and high + 1 < len(self.spans) and self._is_small(high):
            high -= 1
        return list(self._joined(low, high, frozenset(marked)))

    def _core(self, marked: Sequence[int]) -> tuple[int, int]:
        """The first and last word that have to be shown: all that differ, or as many as fit."""
        wanted = marked or range(self.first, self.last)
        return wanted[0], max((i for i in wanted if self._fit(wanted[0], i)), default=wanted[0])

    def _widened(self, low: int, high: int) -> tuple[int, int]:
        while True:
            right = high + 1 < len(self.spans) and self._fit(low, high + 1)
            high += right
            left = low > 0 and self._fit(low - 1, high)
            low -= left
            if not (left or right):
                return low, high

    def _is_small(self, i: int) -> bool:
        """Whether a word leaves open what comes after it: "of", "the", "and"."""
        word = self.text[slice(*self.spans[i])]
        return len(word) < SMALL and word.isalpha()

    def _fit(self, low: int, high: int) -> bool:
        return self.spans[high][1] - self.spans[low][0] <= LONGEST

    def _joined(self, low: int, high: int, marked: frozenset[int]) -> Iterator[Part]:
        """Neighbours that differ alike, together."""
        run: list[str] = []
        for i in range(low, high + 1):
            if run and (i in marked) != (i - 1 in marked):
                yield " ".join(run), i - 1 in marked
                run = []
            run.append(self.text[slice(*self.spans[i])])
        yield " ".join(run), high in marked
