"""An exported file that somebody edited, as rows: the same for a table, Web Annotations and TEI."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from variorum.errors import UserError
from variorum.export.cells import SEPARATOR, unguarded
from variorum.export.edited_tei import FILENAME, tei_rows
from variorum.export.rows import EDITABLE, Row
from variorum.export.tables import HEADS

_ABOUT = {"statements": "quote", "dates": "date", "findings": "finding", "actors": "actor"}
_MOST = 50_000_000
_BEFORE_XML = b"\xef\xbb\xbf \t\r\n"


def read_rows(data: bytes, name: str) -> tuple[str, list[Row]]:
    """The name of the export that a file is, and its rows.

    Raises :exc:`~variorum.errors.UserError` for a file that is none of ours.
    """
    if len(data) > _MOST:
        raise UserError(f"{name}: larger than {_MOST:,} bytes")
    if data.lstrip(_BEFORE_XML).startswith(b"<"):
        return FILENAME, list(tei_rows(data, name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeError as error:
        raise UserError(f"{name}: it is not UTF-8; save it as “CSV UTF-8”") from error
    if text.lstrip().startswith("{"):
        return "annotations.jsonld", list(_annotations(text, name))
    return _table(text, name)


# --- tables ---------------------------------------------------------------------------------------


def _table(text: str, name: str) -> tuple[str, list[Row]]:
    first = text.partition("\n")[0]
    # A spreadsheet writes what its country divides cells with.
    dividers = [c for c in (",", ";", "\t") if c in first] or [","]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(dividers, key=first.count))
    try:
        head = next(reader, [])
        table = next((t for t, columns in HEADS.items() if set(columns) <= set(head)), "")
        if not table or len(set(head)) < len(head):
            known = ", ".join(f"{t}.csv" for t in HEADS)
            raise UserError(f"{name}: its columns are those of no exported table ({known})")
        rows = []
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_row(table, f"{name}:{line}", head, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UserError(f"{name}:{reader.line_num}: {error}") from error
    return f"{table}.csv", rows


def _row(table: str, where: str, head: list[str], cells: list[str]) -> Row:
    if len(cells) != len(head):
        more = "more" if len(cells) > len(head) else "fewer"
        raise UserError(f"{where}: {more} cells than the table has columns; nothing was read")
    said = {column: unguarded(cell) for column, cell in zip(head, cells, strict=True)}
    what = _ABOUT.get(table) or said["type"].strip() or "entity"
    return Row(where, said["id"].strip(), what, said)


# --- Web Annotations ------------------------------------------------------------------------------


def _annotations(text: str, name: str) -> Iterator[Row]:
    try:
        items = json.loads(text)["first"]["items"]
        if not isinstance(items, list):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UserError(f"{name}: not a collection of Web Annotations as exported") from error
    for number, item in enumerate(items, 1):
        where = f"{name}, annotation {number}"
        try:
            yield from _item(item, where)
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise UserError(f"{where}: not as exported ({error!r})") from error


def _item(item: dict[str, Any], where: str) -> Iterator[Row]:
    """A row for an annotation, one a reading for a finding."""
    body = item["body"][0]
    what = str(body["variorum:type"])
    values = {
        column: _cell(body.get(f"variorum:{_CAMEL.get(column, column)}"))
        for column in EDITABLE.get(what, {})
    }
    derived = _cell(body.get("value"))
    if what == "finding":
        values["explanation"] = derived
    for target in item["target"]:
        place: dict[str, Any] = next((s for s in target.get("selector", ()) if "exact" in s), {})
        said = {name: str(place.get(name, "")) for name in ("exact", "prefix", "suffix")}
        said["article"] = str(target["variorum:article"])
        if what != "finding":
            said["value of the body"] = derived
        yield Row(where, str(item.get("id") or "").removeprefix("#"), what, {**said, **values})


_CAMEL = {"metonym_for": "metonymFor"}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return SEPARATOR.join(str(item) for item in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
