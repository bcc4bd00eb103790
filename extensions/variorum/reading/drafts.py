"""What a format's reader takes and gives: a file's bytes, and the articles found in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from variorum.model import Basis, Ground, Problem

if TYPE_CHECKING:
    from variorum.reading.sheet import Sheet

__all__ = ["Draft", "File", "Reader", "Warn"]

Warn = Callable[[Problem], None]
"""Takes what is wrong with an article that could be read all the same."""


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes, or those of a part of one."""

    data: bytes
    source: str
    """Its path; of a part, the path of the whole, a slash and the part's own."""
    warn: Warn
    max_bytes: int
    """Bytes of text above which an article is left out."""
    url: str | None = None
    """The address that it was saved from, where what it is a part of says so."""
    within: bool = False
    """Whether it is a part of another file."""

    def part(self, data: bytes, name: str, url: str | None = None) -> File:
        """A file within this one."""
        source = f"{self.source}/{name}"
        return dataclasses.replace(self, data=data, source=source, url=url, within=True)


@dataclass(slots=True)
class Draft:
    """An article as its format gives it, before its zones and its own words are looked at."""

    sheet: Sheet
    given: dict[str, Any] = field(default_factory=dict)
    """What stands and isn't looked for in the text."""
    ground: Ground = "page data"
    """What says it."""
    by_layout: bool = False
    """Whether the format marks no headings, so that the place of a line has to tell them."""
    encoding: str = "utf-8"
    spans: dict[str, Basis] = field(default_factory=dict)
    """Where in the text a given field stands, or what says it where that isn't the ground."""
    otherwise: dict[str, Any] = field(default_factory=dict)
    """What counts where the text says nothing else."""
    id: str = ""
    """The id that a record gives it."""
    part: str = ""
    """The path of its own file within one that packs several."""


Reader = Callable[[File], Iterator[Draft]]
"""Gives the articles of a file; raises ``ReadingError`` where there is none to be had."""
