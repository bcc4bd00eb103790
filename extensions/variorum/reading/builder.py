"""Builds the text of a format with markup: blocks parted by an empty line, inline ranges."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from variorum.model import ByHand, Inline
from variorum.reading.sheet import Piece, Sheet

if TYPE_CHECKING:
    from variorum.model import ZoneKind

__all__ = ["Builder"]

HandKind = Literal["actor", "said", "when"]
InlineKind = Literal["emphasis", "strong", "code", "link"]
HAND: tuple[HandKind, ...] = get_args(HandKind)
"""Roles by which an author says what words mean."""


@dataclass(slots=True)
class Builder:
    """Collects the words of a block, then closes it; offsets of inline ranges follow."""

    _text: list[str] = field(default_factory=list)
    _length: int = 0
    _pieces: list[Piece] = field(default_factory=list)
    _inlines: list[Inline] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _at: int = 0
    _by_hand: list[ByHand] = field(default_factory=list)
    _opened: list[tuple[InlineKind | HandKind, int, str]] = field(default_factory=list)
    _closed: list[tuple[InlineKind | HandKind, int, int, str]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Add words to the block that is being written."""
        self._words.append(words)
        self._at += len(words)

    def begin(self, kind: InlineKind | HandKind, target: str = "") -> None:
        """Begin an inline range."""
        self._opened.append((kind, self._at, target))

    def end(self) -> None:
        """End the inline range that was begun last; a link without a target leaves none."""
        kind, start, target = self._opened.pop()
        self._closed.append((kind, start, self._at, target))

    def close(self, kind: ZoneKind | None = None, by: str = "") -> bool:
        """End the block; white space around it is left out, and a block of nothing else too."""
        said = "".join(self._words)
        lead = len(said) - len(said.lstrip())
        words = said.strip()
        closed = sorted(self._closed, key=lambda c: (c[1], -c[2], c[0]))
        self._words, self._at, self._opened, self._closed = [], 0, [], []
        if not words:
            return False
        if self._pieces:
            self._text.append("\n\n")
            self._length += 2
        self._text.append(words)
        shift = self._length - lead
        self._length += len(words)
        self._pieces.append(Piece(self._length - len(words), self._length, kind, by))
        for of, first, last, target in closed:
            start = max(first + shift, self._length - len(words))
            end = min(last + shift, self._length)
            if start >= end:
                continue
            if of == "actor" or of == "said" or of == "when":
                self._by_hand.append(ByHand(of, start, end, target))
            elif of != "link" or target:
                self._inlines.append(Inline(of, start, end, target))
        return True

    def sheet(self) -> Sheet:
        """What was built."""
        return Sheet(
            "".join(self._text), self._pieces, inlines=self._inlines, by_hand=self._by_hand
        )
