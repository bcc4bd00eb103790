"""Ranges of text that stay disjoint, asked by overlap in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.model import Span


class Cover:
    """What is taken already."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = joined(spans)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of it lies in a range."""
        i = bisect_left(self._spans, (end,))
        return i > 0 and self._spans[i - 1][1] > start

    def add(self, start: int, end: int) -> None:
        """Take a range that overlaps nothing taken before."""
        insort(self._spans, (start, end))


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same text as disjoint ranges in order."""
    done: list[Span] = []
    for start, end in sorted(spans):
        if done and start <= done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return done
