"""Texts in columns, row by row: passages that belong together level, what differs marked.

Below some width the columns are stacked, each under its name; to those who can't see it the markup
stays a table by its roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variorum.model import Span
from variorum.pages.records import Run
from variorum.rendering.elements import Box, Part, box, line, mark
from variorum.rendering.words import _n, number

Apart: TypeAlias = Sequence[tuple[Span, str]]
"""The words of a passage that differ, as :func:`variorum.collation.parallel.words_apart` says."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A passage in its column, and the column's name, which stands over it where it is narrow."""

    parts: Sequence[Part]
    name: str
    classes: str = ""
    over: int = 1
    """How many columns it lies over."""


def columns(
    label: str, heads: Sequence[Sequence[Part]], rows: Iterable[Box], classes: str = ""
) -> Box:
    """A table of rows by :func:`row`; *label* names it for those who can't see it."""
    first = box("tr", role="row")
    for words in heads:
        first += box("th", line(*words), scope="col", role="columnheader")
    body = box("tbody", *rows, role="rowgroup")
    return box(
        "table", box("thead", first, role="rowgroup"), body, classes=f"vr-wide {classes}".strip(),
        role="table", aria_label=label,
    )  # fmt: skip


def row(head: Sequence[Part], cells: Iterable[Cell], *, anchor: str = "") -> Box:
    """What the passages are, and each in its column."""
    made = box("tr", box("th", line(*head), scope="row", role="rowheader"), role="row")
    made.id = anchor
    for cell in cells:
        tag = mark("span", cell.name, classes="vr-tag", screen=True) if cell.name else ""
        made += box("td", line(tag, *cell.parts), classes=cell.classes, role="cell",
                    colspan=cell.over if cell.over > 1 else None)  # fmt: skip
    return made


def gap(words: str) -> Part:
    """A dashed line in the place of what is missing."""
    return mark("span", words, classes="vr-gap")


def words_missing(count: int) -> str:
    """How many words a gap stands for."""
    return str(_n("%s word", "%s words", count) % number(count))


def runs(texts: Sequence[str], spans: Sequence[Span], apart: Sequence[Apart]) -> list[list[Run]]:
    """Two passages as runs of words: each side with what it has otherwise, or alone.

    The runs of changed words of both follow each other in the same order.
    """
    changed = [
        [texts[side][slice(*span)] for span, how in apart[side] if how == "changed"]
        for side in (0, 1)
    ]
    return [_side(texts[n], spans[n], apart[n], iter(changed[1 - n])) for n in (0, 1)]


def _side(text: str, span: Span, apart: Apart, instead: Iterable[str]) -> list[Run]:
    start, end = span
    there = iter(instead)
    made: list[Run] = []
    for (first, last), how in apart:
        if start < first:
            made.append(("same", text[start:first], ""))
        if how == "changed":
            made.append(("changed", text[first:last], next(there, "")))
        else:
            made.append(("added", text[first:last], ""))
        start = last
    if start < end:
        made.append(("same", text[start:end], ""))
    return made
