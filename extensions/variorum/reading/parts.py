"""Parts of a file that are no articles: rows without text, entries of feeds, pages of a crawl."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.characters import plain
from variorum.model import Problem
from variorum.reading.problems import left_out

if TYPE_CHECKING:
    from variorum.reading.drafts import File

__all__ = ["PartsLeft"]

_MOST = 50
"""So many parts of a file have a line of their own in the account."""
_LONGEST = 80


class PartsLeft:
    """Gives the account a line for each, and the reader of warnings one for all."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.count = 0

    def add(self, part: str, why: str, *, called: str = "", url: str = "") -> None:
        """A part by its name in the file, what it is called and where the whole may be had."""
        self.count += 1
        if self.count <= _MOST:
            called = " ".join(plain(called).split())
            called = f"{called[:_LONGEST]}…" if len(called) > _LONGEST else called
            said = f"{why}: “{called}”" if called else why
            remedy = f"save the page at {' '.join(plain(url).split())}" if url else ""
            self._line(part, said, remedy)

    def tell(self, what: str) -> None:
        """Say how many there were; *what* they are and why they aren't read."""
        self.close()
        if self.count:
            message = f"{self.count} {what}; passed over"
            self.file.warn(Problem("article", self.file.source, message))

    def close(self) -> None:
        """Say how many more there were than have a line."""
        if self.count > _MOST:
            self._line("…", f"{self.count - _MOST:,} more")

    def _line(self, part: str, why: str, remedy: str = "") -> None:
        source = f"{self.file.source}/{part}"
        self.file.warn(left_out(source, why, remedy=remedy, empty=True, quiet=True).problem)
