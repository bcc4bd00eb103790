"""Where the names of an article stand: in which block, and on which tokens."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.analysis.entities.view import View
    from variorum.analysis.parse import ParsedArticle, ParsedBlock
    from variorum.model import Entity


def by_block(
    parsed: ParsedArticle, entities: Sequence[Entity]
) -> Iterator[tuple[ParsedBlock, list[Entity]]]:
    """Each block of an article with the entities in it."""
    listed = sorted(entities, key=lambda e: e.start)
    starts = [e.start for e in listed]
    for block in parsed.blocks:
        first = bisect.bisect_left(starts, block.block.start)
        yield block, listed[first : bisect.bisect_left(starts, block.block.end)]


def named_tokens(v: View, entities: Sequence[Entity]) -> list[str]:
    """For each token the label of the entity it is in, or ``""``."""
    labels = [""] * len(v)
    position = 0
    for e in sorted(entities, key=lambda e: e.start):
        while position < len(v) and v.ends[position] <= e.start:
            position += 1
        i = position
        while i < len(v) and v.starts[i] < e.end:
            labels[i] = e.label
            i += 1
    return labels
