"""Records of articles in ``.jsonl``, ``.json`` and ``.csv``: ours, and those of other programs.

news-please, newspaper and Media Cloud call the same things by other names; the table says which.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from variorum.reading.drafts import Draft, File
from variorum.reading.html_dates import date_of
from variorum.reading.parts import PartsLeft
from variorum.reading.plain import decoded
from variorum.reading.problems import left_out
from variorum.reading.references import references_in
from variorum.reading.schema import FIELDS, TEXT_KEYS, check, is_text
from variorum.reading.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["read_records", "read_table"]

_NAMES = {
    "text": TEXT_KEYS,
    "id": ("id",),
    "title": ("title", "headline"),
    "outlet": ("outlet", "media_name", "source_name", "publication", "source_domain", "domain",
               "source"),
    "published": ("published", "date_publish", "publish_date", "published_at", "pub_date", "date"),
    "updated": ("updated", "date_modify"),
    "byline": ("byline", "authors", "author"),
    "url": ("url", "link"),
    "retrieved": ("retrieved", "date_download"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Keys and columns by field, the best first."""
_WITH_FILES = "lay the saved pages beside it, as Zotero exports them with files"
_LONGEST_COLUMN = 2_000_000
_DATES = frozenset(name for name, kind in FIELDS.items() if kind == "date")
_LISTS = frozenset(name for name, kind in FIELDS.items() if kind == "texts")


def read_table(file: File) -> Iterator[Draft]:
    """The rows of a table that has a column of text."""
    text, encoding = decoded(file)
    head = text.partition("\n")[0]
    delimiter = max("\t;,", key=head.count)
    csv.field_size_limit(_LONGEST_COLUMN)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = {(name or "").strip().lower() for name in rows.fieldnames or ()}
    numbered = ((number, row) for number, row in enumerate(rows, 2))
    if columns & {*TEXT_KEYS}:
        yield from _drafts(file, numbered, encoding, "row")
        return
    if columns & {*_NAMES["title"], *_NAMES["url"]}:
        # A list of articles, as Media Cloud gives it.
        left = PartsLeft(file)
        for number, row in numbered:
            _leave(left, f"row {number}", row)
        left.close()
    wanted = ", ".join(TEXT_KEYS)
    raise left_out(
        file.source, f"no column of text: none is called {wanted}", empty=True,
        remedy="save the pages that it lists" if columns & {*_NAMES["url"]} else "",
    )  # fmt: skip


def read_records(file: File) -> Iterator[Draft]:
    """The objects of a file, one a line or all in one."""
    text, encoding = decoded(file)
    if file.source.lower().endswith(".jsonl"):
        yield from _drafts(file, _lines(file, text), encoding, "line")
        return
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise left_out(file.source, f"not readable as JSON: {error}") from error
    objects = data if isinstance(data, list) else [data]
    if not any(isinstance(each, dict) and _first(each, "text") for each in objects):
        if references_in(file.data, file.source):
            why = "references without the texts they name"
            raise left_out(file.source, why, remedy=_WITH_FILES, empty=True)
        raise left_out(file.source, "data without the text of an article", empty=True)
    yield from _drafts(file, enumerate(objects, 1), encoding, "record")


def _lines(file: File, text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                message = f"not a JSON object: {error}"
                file.warn(left_out(file.source, message, line=number).problem)


def _drafts(
    file: File, rows: Iterator[tuple[int, Any]], encoding: str, what: str
) -> Iterator[Draft]:
    """The articles of records; *what* one is called."""
    left = PartsLeft(file)
    for number, row in rows:
        said = _first(row, "text") if isinstance(row, dict) else None
        if not isinstance(said, str) or not said.strip():
            _leave(left, f"{what} {number}", row)
        elif not is_text(said):
            message = "contains NUL characters or half a surrogate pair"
            file.warn(left_out(file.source, message, line=number).problem)
        else:
            yield _draft(row, said, encoding)
    left.tell("records have no text")


def _leave(left: PartsLeft, part: str, row: Any) -> None:
    """Tell of a record without text, with its title and where its text may be had."""
    row = row if isinstance(row, dict) else {}
    title, url = (_first(row, name) for name in ("title", "url"))
    called = title if isinstance(title, str) else ""
    is_address = isinstance(url, str) and url.lower().startswith(("http://", "https://"))
    left.add(part, "no text", called=called, url=url if is_address else "")


def _draft(row: Mapping[str, Any], text: str, encoding: str) -> Draft:
    fields = {name: _value(name, _first(row, name)) for name in FIELDS if name in _NAMES}
    fields |= {name: row[name] for name in FIELDS if name not in _NAMES and row.get(name)}
    given = {k: v for k, v, complaint in check(fields) if v and not complaint}
    id_ = _first(row, "id")
    is_id = isinstance(id_, (str, int)) and not isinstance(id_, bool)
    name = " ".join(str(id_).split()) if is_id else ""
    return Draft(read_text(text), given, "record", True, encoding, id=name if is_text(name) else "")


def _first(row: Mapping[str, Any], field: str) -> Any:
    """A field's value under the first of its names that has one, whatever their case."""
    known = {key.strip().lower(): value for key, value in row.items() if isinstance(key, str)}
    return next((known[name] for name in _NAMES[field] if known.get(name)), None)


def _value(name: str, said: Any) -> Any:
    if name in _DATES:
        return date_of(said) if isinstance(said, str) else None
    if name in _LISTS and isinstance(said, str):
        return _people(said)
    return said


def _people(said: str) -> list[str]:
    """Names in one cell: a list as programs print it, or parted by commas or semicolons."""
    bare = said.strip().removeprefix("[").removesuffix("]")
    parts = bare.replace(";", ",").split(",")
    return [name for part in parts if (name := part.strip().strip("'\"").strip())]
