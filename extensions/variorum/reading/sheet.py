"""An article while it is being read: its text, cut into pieces that rules give a kind to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.model import ByHand, Inline, Span, ZoneKind

__all__ = ["LINE", "Piece", "Sheet", "ends_sentence", "plain", "words"]

LINE = 400
"""Characters above which a piece is no line of furniture, and line rules don't look at it."""

_CLOSERS = " \t\r\n\xa0\u200b\"'”’»›)]"
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(slots=True)
class Piece:
    """A range of the text; ``kind`` is ``None`` as long as no rule has claimed it."""

    start: int
    end: int
    kind: ZoneKind | None = None
    by: str = ""


@dataclass(slots=True)
class Sheet:
    """A text and its pieces: disjoint, in source order, covering all that isn't white space."""

    text: str
    pieces: list[Piece]
    title: str | None = None
    """The title, where it is given from outside."""
    outlet: str | None = None
    """The outlet, where it is given from outside; else what stands for one in the file's name."""
    inlines: list[Inline] = field(default_factory=list)
    by_hand: list[ByHand] = field(default_factory=list)
    dateline: Span | None = None
    """The range of the dateline, once it is found."""
    _lines: dict[tuple[int, int], str] = field(default_factory=dict)

    def said(self, i: int) -> str:
        """The text of piece *i* as it stands."""
        return self.text[self.pieces[i].start : self.pieces[i].end]

    def line(self, i: int) -> str:
        """The text of piece *i*, white space made single spaces; ``""`` if it is no short line."""
        span = (self.pieces[i].start, self.pieces[i].end)
        if span[1] - span[0] > LINE:
            return ""
        if span not in self._lines:
            self._lines[span] = " ".join(self.said(i).split())
        return self._lines[span]

    def is_open(self, i: int) -> bool:
        """Whether piece *i* has no kind yet."""
        return self.pieces[i].kind is None

    def is_prose(self, i: int) -> bool:
        """Whether piece *i* has no kind yet and reads like running text."""
        if not self.is_open(i):
            return False
        line = self.line(i)
        count = len(words(line))
        return not line or count >= 25 or (count >= 8 and ends_sentence(line))

    def first_prose(self) -> int:
        """Index of the first piece of running text; the number of pieces if there is none."""
        return next((i for i in range(len(self.pieces)) if self.is_prose(i)), len(self.pieces))

    def last_prose(self) -> int:
        """Index of the last piece of running text; -1 if there is none."""
        return next((i for i in reversed(range(len(self.pieces))) if self.is_prose(i)), -1)


def words(line: str) -> list[str]:
    """The words of a line; "U.S.-led" and "Russia's" are one each."""
    return _WORD.findall(line)


def ends_sentence(line: str) -> bool:
    """Whether a line ends in a full stop, exclamation mark, question mark or ellipsis."""
    return line.rstrip(_CLOSERS).endswith((".", "!", "?", "…", "。"))


def plain(line: str) -> str:
    """A line without what typography varies: case, marks, the final stop."""
    return " ".join(words(line.replace("’", "'").lower()))
