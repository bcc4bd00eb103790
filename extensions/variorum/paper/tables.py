"""Tables that fit the page: narrow columns, sideways, or in parts with the first column again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.paper.code import array, call

PORTRAIT = 116.0
LANDSCAPE = 184.0
"""Widths of the type area upright and sideways, in mm, as ``edition.typ`` has them."""
NARROW = 7
"""A column whose cells have at most so many characters is as wide as they are."""
WHOLE = 500
"""Rows stay in one piece where no cell has more characters."""
SQUEEZE = 0.6
"""How much of what is wanted beyond the least width a table has to get."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's code and its words, which say how much room it needs."""

    code: str
    words: str
    head: bool = False


def table(head: Sequence[Cell], rows: Sequence[Sequence[Cell]], *, turned: bool = False) -> str:
    """The code of a table whose first row is *head*; with *turned* its columns become rows."""
    if turned:
        head, *rows = _turned(head, rows)
        if len(head) == 2:
            return call("definitions", *(c.code for row in rows for c in row), first="34mm")
    count = max(len(row) for row in (head, *rows))
    widths = [_width([row[i] for row in (head, *rows) if i < len(row)]) for i in range(count)]
    if sum(width.enough for width in widths) <= PORTRAIT:
        return _part(head, rows, widths, range(count), PORTRAIT)
    parts = [_part(head, rows, widths, columns, LANDSCAPE) for columns in _split(widths)]
    return call("sideways", *parts)


def _turned(head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Columns as rows, without those that have nothing in any cell."""
    columns = [[row[i] for row in (head, *rows)] for i in range(len(head))]
    first = [replace(cell, head=True) for cell in columns[0]]
    said = [c for c in columns[1:] if any(cell.words.strip(" –") for cell in c[1:])]
    return [first, *said]


@dataclass(frozen=True, slots=True)
class Width:
    """What a column needs in mm: at least, so that no word is cut; and to read well."""

    least: float
    well: float

    @property
    def enough(self) -> float:
        """What it has to get."""
        return self.least + SQUEEZE * (self.well - self.least)


def _width(column: Sequence[Cell]) -> Width:
    longest = max((len(cell.words) for cell in column), default=0)
    if longest <= NARROW:
        width = 3.4 + 1.9 * max(longest, 1)
        return Width(width, width)
    mean = sum(len(cell.words) for cell in column) / len(column)
    word = max((len(w) for cell in column for w in cell.words.split()), default=0)
    least = 3.6 + 1.5 * min(word, 14)
    return Width(least, max(least, min(5.2 * math.sqrt(mean), 60.0)))


def _split(widths: Sequence[Width]) -> list[list[int]]:
    """The columns in groups that fit sideways, the first column in each."""
    groups: list[list[int]] = [[0]]
    for i in range(1, len(widths)):
        used = sum(widths[j].enough for j in groups[-1])
        if len(groups[-1]) > 1 and used + widths[i].enough > LANDSCAPE:
            groups.append([0])
        groups[-1].append(i)
    return groups


def _shared_out(widths: Sequence[Width], room: float) -> list[float]:
    """The least to each, the rest to those who want more, or to all alike."""
    rest = room - sum(width.least for width in widths)
    wants = [width.well - width.least for width in widths]
    if not any(wants):
        wants = [width.least for width in widths]
    return [w.least + rest * want / sum(wants) for w, want in zip(widths, wants, strict=True)]


def _part(
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[Width],
    columns: Sequence[int],
    room: float,
) -> str:
    shared = _shared_out([widths[i] for i in columns], room)
    top = [head[i].code if i < len(head) else "[]" for i in columns]
    body = [
        call("head-cell", row[i].code) if row[i].head else row[i].code
        for row in rows
        for i in columns
        if i < len(row)
    ]
    whole = all(len(cell.words) <= WHOLE for row in rows for cell in row)
    sides = array(
        "right" if i and all(len(row[i].words) <= NARROW for row in rows if i < len(row))
        else "left"
        for i in columns
    )  # fmt: skip
    return call(
        "grid-table", array(f"{width:.2f}mm" for width in shared), sides, array(top), array(body),
        whole="true" if whole else "false",
    )  # fmt: skip
