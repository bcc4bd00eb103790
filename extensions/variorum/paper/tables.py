"""Tables that fit the page: narrow columns, sideways, or in parts with the first column again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.paper.code import array, call

PORTRAIT = 116.0
LANDSCAPE = 184.0
"""Widths of the type area upright and sideways, in mm, as ``edition.typ`` has them."""
SQUEEZED = 1.25
"""A table may want so many times the width it gets."""
NARROW = 7
"""A column whose cells have at most so many characters is as wide as they are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's code and its words, which say how much room it needs."""

    code: str
    words: str
    head: bool = False


def table(head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> str:
    """The code of a table whose first row is *head*."""
    if _is_turned(head, rows):
        head, *rows = _turned(head, rows)
    count = max(len(row) for row in (head, *rows))
    needs = [_need([row[i] for row in (head, *rows) if i < len(row)]) for i in range(count)]
    if sum(needs) <= PORTRAIT * SQUEEZED:
        return _part(head, rows, needs, range(count))
    parts = [_part(head, rows, needs, columns) for columns in _split(needs)]
    return call("sideways", *parts)


def _is_turned(head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether few rows of many words stand better as columns."""
    wordy = sum(any(len(row[i].words) > NARROW for row in rows) for i in range(1, len(head)))
    square = all(len(row) == len(head) for row in rows)
    return square and wordy > 0 and len(head) > len(rows) + 1


def _turned(head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Columns as rows, without those that have nothing in any cell."""
    columns = [[row[i] for row in (head, *rows)] for i in range(len(head))]
    first = [replace(cell, head=True) for cell in columns[0]]
    said = [c for c in columns[1:] if any(cell.words.strip(" –") for cell in c[1:])]
    return [first, *said]


def _need(column: Sequence[Cell]) -> float:
    """The least width in mm at which a column reads well."""
    longest = max((len(cell.words) for cell in column), default=0)
    if longest <= NARROW:
        return 3.0 + 1.9 * max(longest, 2)
    mean = sum(len(cell.words) for cell in column) / len(column)
    word = max((len(w) for cell in column for w in cell.words.split()), default=0)
    return 4.0 + min(max(1.7 * min(word, 14), 4.5 * math.sqrt(mean)), 48.0)


def _split(needs: Sequence[float]) -> list[list[int]]:
    """The columns in groups that fit sideways, the first column in each."""
    groups: list[list[int]] = [[0]]
    for i in range(1, len(needs)):
        if len(groups[-1]) > 1 and needs[0] + sum(needs[j] for j in groups[-1][1:]) + needs[i] > (
            LANDSCAPE
        ):
            groups.append([0])
        groups[-1].append(i)
    return groups


def _part(
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    needs: Sequence[float],
    columns: Sequence[int],
) -> str:
    widths = array(f"{needs[i]:.1f}fr" for i in columns)
    top = [head[i].code if i < len(head) else "[]" for i in columns]
    body = [
        call("head-cell", row[i].code) if row[i].head else row[i].code
        for row in rows
        for i in columns
        if i < len(row)
    ]
    narrow = array(
        "right" if i and all(len(row[i].words) <= NARROW for row in rows if i < len(row))
        else "left"
        for i in columns
    )  # fmt: skip
    return call("grid-table", widths, narrow, array(top), array(body))
