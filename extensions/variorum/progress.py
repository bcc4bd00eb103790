"""How far a build is, in a line a step; of what Sphinx says no more than that."""

from __future__ import annotations

import io
import re
from typing import TextIO

STEPS = {
    "reading articles": ("file opened", "files opened"),
    "staging stories": ("story analysed and compared", "stories analysed and compared"),
    "reading sources": ("page made", "pages made"),
    "writing output": ("page written", "pages written"),
}
"""Sphinx's name of a step, and what its number counts: one, several."""

_LINE = re.compile(r"(?P<step>[a-z ]{1,40})\.\.\. \[ *\d+%\]")
_COLOUR = re.compile(r"\x1b\[[0-9;]{0,12}[A-Za-z]")


class Progress(io.StringIO):
    """A stream for Sphinx's messages: *out* gets a line a step, on a terminal as it grows."""

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        self.out = out
        self.step = ""
        self.count = 0
        self.part = ""

    def write(self, text: str) -> int:
        """Count what a step has done."""
        *lines, self.part = re.split(r"[\r\n]", self.part + text)
        for line in lines:
            found = _LINE.search(_COLOUR.sub("", line))
            if found and found["step"].strip() in STEPS:
                self._count(found["step"].strip())
        return len(text)

    def _count(self, step: str) -> None:
        if step != self.step:
            self.finish()
            self.step = step
        self.count += 1
        if self.out.isatty():
            self.out.write(f"\r{self._line()}")
            self.out.flush()

    def finish(self) -> None:
        """End the line of the step that was counted last."""
        if self.step:
            self.out.write("\n" if self.out.isatty() else f"{self._line()}\n")
        self.step, self.count = "", 0

    def _line(self) -> str:
        one, several = STEPS[self.step]
        return f"{self.count} {one if self.count == 1 else several}"
