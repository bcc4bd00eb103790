"""Plain text: a block a line, or a block a run of lines where the file is hard-wrapped."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from variorum.reading.sheet import Piece, Sheet, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import Span

__all__ = ["read_text"]

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""A line, as :meth:`str.splitlines` sees one."""

_NARROWEST, _WIDEST = 45, 120
"""Characters between which lines are wrapped by hand or by a mail program."""
_FEWEST = 8
"""Lines that must be followed by another before a file's wrapping can be judged."""


def read_text(text: str) -> Sheet:
    """Cut a text into lines; white space around a line belongs to none."""
    lines = [
        (match.start() + len(said) - len(said.lstrip()), match.start() + len(said.rstrip()))
        for match in _LINE.finditer(text)
        if (said := match.group()).strip()
    ]
    width = _width(text, lines)
    if _NARROWEST <= width <= _WIDEST and _is_wrapped(text, lines, width):
        lines = _unwrap(text, lines, width)
    else:
        lines = [line for run in _runs(text, lines) for line in _flowing(text, run)]
    return Sheet(text, [Piece(start, end) for start, end in lines])


def _width(text: str, lines: list[Span]) -> int:
    """The length that hardly a line exceeds, of those that another follows at once."""
    pairs = itertools.pairwise(lines)
    lengths = sorted(
        end - start for (start, end), line in pairs if _adjacent(text, (start, end), line)
    )
    return lengths[int(0.97 * (len(lengths) - 1))] if lengths else 0


def _is_wrapped(text: str, lines: list[Span], width: int) -> bool:
    """Whether nearly every line is as full as its width allows, and most end in mid-sentence."""
    followed = [pair for pair in itertools.pairwise(lines) if _adjacent(text, *pair)]
    full = [pair for pair in followed if _is_full(text, *pair, width)]
    open_ended = sum(not ends_sentence(text[start:end]) for (start, end), _ in full)
    return (
        len(followed) >= _FEWEST
        and len(full) >= 0.7 * len(followed)
        and open_ended >= 0.6 * len(full)
    )


def _unwrap(text: str, lines: list[Span], width: int) -> list[Span]:
    """Join each line to the one before it, where that one had no room for its first word."""
    joined = [lines[0]]
    for before, line in itertools.pairwise(lines):
        if _adjacent(text, before, line) and _is_full(text, before, line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _runs(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The lines between two empty ones."""
    run = lines[:1]
    for before, line in itertools.pairwise(lines):
        if not _adjacent(text, before, line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _flowing(text: str, run: list[Span]) -> list[Span]:
    """The lines of one paragraph joined, where some go on in mid-sentence: "on | the pier"."""
    said = [text[start:end] for start, end in run]
    if not any(_goes_on(a, b) for a, b in itertools.pairwise(said)) or len(max(said, key=len)) > (
        _WIDEST
    ):
        return run
    if not any(_STOP.search(line) for line in said):
        return run
    joined = [run[0]]
    for (before, after), line in zip(itertools.pairwise(said), run[1:], strict=True):
        stops = ends_sentence(before) and len(before) < _SHORT_OF * len(max(said, key=len))
        if stops or before.endswith(":") or _ITEM.match(after):
            joined.append(line)
        else:
            joined[-1] = (joined[-1][0], line[1])
    return joined


def _goes_on(before: str, after: str) -> bool:
    """Whether a line ends in mid-sentence and the next one goes on in lower case."""
    return after[0].islower() and (before[-1].isalnum() or before[-1] in ',-’”"')


_STOP = re.compile(r"[.!?][”\"’')]?(?:\s|$)")
_ITEM = re.compile(r"[-–—•◦▪*·●]\s|\d{1,3}[.)]\s")
"""What an item of a list begins with."""
_SHORT_OF = 0.6
"""The share of the longest line below which one that ends a sentence ends its paragraph, too."""


def _adjacent(text: str, before: Span, line: Span) -> bool:
    """Whether no empty line parts two lines."""
    between = text[before[1] : line[0]].replace("\r\n", "\n")
    return between.count("\n") + between.count("\r") == 1


def _is_full(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether the first word of *line* would not have fitted into *before*."""
    first_word = text[line[0] : line[1]].split(maxsplit=1)[0]
    return before[1] - before[0] + 1 + len(first_word) > 0.94 * width
