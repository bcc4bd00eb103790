"""Cells of a table that a spreadsheet opens as text, whatever they begin with.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return
for a formula. Such a cell gets an apostrophe in front, and so does one that begins with
apostrophes before such a character; taking one apostrophe off gives every cell back as it was.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from variorum.characters import plain

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def guarded(cell: str) -> str:
    """The cell as it is written."""
    return f"'{cell}" if cell.lstrip("'").startswith(_ACTIVE) else cell


def unguarded(cell: str) -> str:
    """The cell that :func:`guarded` was given."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def as_csv(head: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """A table as a spreadsheet opens it: UTF-8 with a byte order mark, lines ended by CR LF."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(head)
    for row in rows:
        writer.writerow([guarded(plain(_words(row.get(name)))) for name in head])
    return made.getvalue().encode("utf-8-sig", "replace")


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return SEPARATOR.join(str(item) for item in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


SEPARATOR = "; "
"""Stands between several values in one cell."""
