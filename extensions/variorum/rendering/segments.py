"""Overlapping ranges, cut at every boundary into flat segments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Protocol, TypeVar


class Ranged(Protocol):
    """Anything with a half-open range."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


R = TypeVar("R", bound=Ranged)


def segments(start: int, end: int, ranges: Iterable[R]) -> Iterator[tuple[int, int, tuple[R, ...]]]:
    """Cut ``[start, end)`` wherever one of *ranges* begins or ends.

    Yields disjoint ``(start, end, those that cover it)`` in order, without gaps; the covering
    ranges keep the order they came in. A range is clipped to ``[start, end)``; an empty one covers
    nothing. Time is linear in the number of ranges times the depth of their overlap.
    """
    opening: dict[int, list[tuple[int, R]]] = {}
    cuts = {start, end}
    for rank, item in enumerate(ranges):
        first, last = max(item.start, start), min(item.end, end)
        if first < last:
            opening.setdefault(first, []).append((rank, item))
            cuts |= {first, last}
    live: list[tuple[int, R]] = []
    ordered = sorted(cuts)
    for here, there in pairwise(ordered):
        live = [pair for pair in live if pair[1].end > here] + opening.get(here, [])
        live.sort(key=lambda pair: pair[0])
        yield here, there, tuple(item for _, item in live)
