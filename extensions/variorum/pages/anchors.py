"""Where on its article's page a reading begins: the ids that links to it lead to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.model import Article, Block, Reading, finding_id

if TYPE_CHECKING:
    from variorum.edition import Story


class Anchors:
    """The id of every reading that a page may link to.

    What is compared (a finding, a claim, two statements kept apart) gives its id to the first
    reading it has in an article, and ``<id>-<i>`` to the i-th further one: the ids of the marks
    that findings make in the text.
    """

    def __init__(self, story: Story) -> None:
        self._blocks = {a.id: _Blocks(a) for a in story.articles}
        self._ids: dict[tuple[str, Reading], str] = {}
        self._in: dict[str, dict[str, Reading]] = {a.id: {} for a in story.articles}
        for of, readings in _compared(story):
            counts: Counter[str] = Counter()
            for reading in readings:
                if reading.article not in self._in or self.block(reading) is None:
                    continue
                n = counts[reading.article]
                counts[reading.article] += 1
                id_ = self._ids.setdefault((of, reading), f"{of}-{n}" if n else of)
                self._in[reading.article][id_] = reading

    def id_of(self, of: str, reading: Reading) -> str:
        """The id of a reading of something compared; empty where the page doesn't show it."""
        return self._ids.get((of, reading), "")

    def block(self, reading: Reading) -> Block | None:
        """The block a reading begins in."""
        return self._blocks[reading.article].at(reading.start)

    def paragraph(self, reading: Reading) -> int | None:
        """The number of the paragraph a reading begins in."""
        return self._blocks[reading.article].number(reading.start)

    def unmarked(self, article: Article, marked: set[str]) -> list[tuple[int, int, str]]:
        """Start, end and id of the article's readings that no mark gives an id, in its order."""
        return sorted(
            (reading.start or 0, reading.end or 0, id_)
            for id_, reading in self._in[article.id].items()
            if id_ not in marked
        )


def _compared(story: Story) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    found = story.findings
    for finding in found.findings:
        yield finding.id, finding.readings
    for claim in found.claims:
        yield claim.id, tuple(r for cell in claim.cells for r in cell.readings)
    for pair in found.distinct:
        yield distinct_id(pair.one, pair.other), (pair.one, pair.other)


def distinct_id(one: Reading, other: Reading) -> str:
    """The id of two statements that were kept apart."""
    return finding_id("distinct", (one, other))


class _Blocks:
    """The blocks of an article by place."""

    def __init__(self, article: Article) -> None:
        self.blocks = sorted(article.blocks, key=lambda b: b.start)
        self.starts = [b.start for b in self.blocks]
        self.numbers: dict[int, int] = {}
        for block in article.blocks:
            if block.kind == "paragraph":
                self.numbers[block.start] = len(self.numbers) + 1

    def at(self, place: int | None) -> Block | None:
        if place is None:
            return None
        n = bisect_right(self.starts, place) - 1
        return self.blocks[n] if n >= 0 and place < self.blocks[n].end else None

    def number(self, place: int | None) -> int | None:
        block = self.at(place)
        return self.numbers.get(block.start) if block else None
