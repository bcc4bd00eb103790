"""Ranges that overlap, as elements that nest.

XML elements cannot overlap, annotations do. A range that would cross the end of another is cut
there and goes on behind it (TEI Guidelines, 20.3: fragmentation and reconstitution). The parts of
one range are chained by ``next`` and ``prev``.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from variorum.characters import plain

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Range:
    """An element on a range of text; ``id`` is empty where nothing needs to point at it."""

    start: int
    end: int
    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    id: str = ""


Part = tuple[int, int, Range]
"""A part of a range: where it begins and ends, and whose it is."""


def parts(ranges: Iterable[Range], start: int, end: int) -> Iterator[Part]:
    """The parts of ranges within a block, in order, so that each one nests in those around it."""
    waiting = [
        (max(item.start, start), -min(item.end, end), order, item)
        for order, item in enumerate(ranges)
        if max(item.start, start) < min(item.end, end)
    ]
    heapq.heapify(waiting)
    open_ends: list[int] = []
    while waiting:
        first, minus_last, order, item = heapq.heappop(waiting)
        last = -minus_last
        while open_ends and open_ends[-1] <= first:
            open_ends.pop()
        if open_ends and open_ends[-1] < last:
            heapq.heappush(waiting, (open_ends[-1], minus_last, order, item))
            last = open_ends[-1]
        open_ends.append(last)
        yield first, last, item


class Text:
    """Blocks of one article's text, each put into an element of its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.made: dict[str, list[etree._Element]] = {}

    def fill(self, parent: etree._Element, block: tuple[int, int], ranges: Iterable[Range]) -> None:
        """Put a block into *parent*, with elements on its ranges.

        Joining all text in *parent* gives the block again, but for characters that XML does not
        have: each becomes an empty ``g`` that names it.
        """
        place = _Writer(parent, self.text, block[0])
        open_ends: list[int] = []
        for start, end, item in parts(ranges, *block):
            while open_ends and open_ends[-1] <= start:
                place.leave(open_ends.pop())
            place.text_until(start)
            open_ends.append(end)
            element = place.enter(item)
            if item.id:
                self.made.setdefault(item.id, []).append(element)
        while open_ends:
            place.leave(open_ends.pop())
        place.text_until(block[1])

    def chain(self) -> None:
        """Give the elements of each range their ids, and chain those of a range that was cut."""
        for id_, elements in self.made.items():
            ids = [f"{id_}.{number}" if number else id_ for number in range(len(elements))]
            for number, element in enumerate(elements):
                element.set(XML_ID, ids[number])
                if number:
                    element.set("prev", f"#{ids[number - 1]}")
                if number + 1 < len(ids):
                    element.set("next", f"#{ids[number + 1]}")


class _Writer:
    """Writes text and elements one after the other, wherever it stands in the tree."""

    def __init__(self, parent: etree._Element, text: str, at: int) -> None:
        self.inside = parent
        self.behind: etree._Element | None = None
        self.text = text
        self.at = at

    def text_until(self, end: int) -> None:
        for said in _pieces(self.text[self.at : end]):
            if isinstance(said, int):
                self.behind = etree.SubElement(self.inside, f"{{{TEI}}}g", n=f"U+{said:04X}")
            elif self.behind is None:
                self.inside.text = (self.inside.text or "") + said
            else:
                self.behind.tail = (self.behind.tail or "") + said
        self.at = max(self.at, end)

    def enter(self, item: Range) -> etree._Element:
        self.inside = etree.SubElement(self.inside, f"{{{TEI}}}{item.tag}", dict(item.attributes))
        self.behind = None
        return self.inside

    def leave(self, end: int) -> None:
        self.text_until(end)
        parent = self.inside.getparent()
        assert parent is not None
        self.inside, self.behind = parent, self.inside


def _pieces(words: str) -> Iterator[str | int]:
    """Runs of characters that may stand, and the numbers of those that may not."""
    run: list[str] = []
    for char in words:
        if plain(char) == char:
            run.append(char)
            continue
        yield "".join(run)
        run = []
        yield ord(char)
    yield "".join(run)
