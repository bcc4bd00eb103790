"""Rules for the lines of a head: what names the outlet, keys and their values, bare names."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.model import Span, ZoneKind
from variorum.reading import lexicon
from variorum.reading.head.cells import Cell, cells, is_person
from variorum.reading.head.outlets import is_host
from variorum.reading.sheet import Sheet, ends_sentence, words
from variorum.reading.stamps import find_stamps

__all__ = [
    "Key",
    "bare_authors",
    "body_start",
    "head",
    "head_lines",
    "key_in",
    "key_lines",
    "title_key",
    "title_keys",
]

Found = Iterator[tuple[int, ZoneKind]]

_MOST = 14
"""Pieces that a head has at most."""
_BEHIND = 2
"""Pieces below the first paragraph that may still be the head's: a standfirst is a paragraph."""
_BEFORE_TITLE = 6
"""Keys that may stand above a headline that has one, too."""
_TITLE = re.compile(r"(?:title|headline):", re.IGNORECASE)
_FURNITURE = 8
"""Words of a line that may be the outlet's, the author's or the day's."""
_KEY = re.compile(r"(?P<key>[A-Za-z][A-Za-z ]{1,24}?)\s*:\s*(?P<value>\S.{0,299})")
_ZONES: dict[str, ZoneKind] = {
    "outlet": "credit", "source": "credit", "byline": "byline", "agency": "credit",
    "place": "stamp", "retrieved": "stamp", "url": "promo", "rights": "promo",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """What a line says of the article behind a colon; the range is that of the value."""

    field: str
    value: str
    span: Span


def body_start(sheet: Sheet) -> int:
    """The first piece of running text; a first line with the head's lines below it is none."""
    first = sheet.first_prose()
    if first + 1 >= len(sheet.pieces) or any(sheet.is_open(i) for i in range(first)):
        return first
    if not _is_furniture(sheet, first + 1):
        return first
    rest = range(first + 1, len(sheet.pieces))
    return next((i for i in rest if sheet.is_prose(i)), first)


def _is_furniture(sheet: Sheet, i: int) -> bool:
    line = sheet.line(i)
    if not line or len(words(line)) > _FURNITURE or ends_sentence(line):
        return False
    dated = next(find_stamps(line), None)
    return dated is not None or bool(cells(line)) or sheet.pieces[i].kind in ("stamp", "byline")


def head(sheet: Sheet) -> range:
    """The pieces in which an article says what it is; of a page, those from its headline on."""
    marked = (i for i, piece in enumerate(sheet.pieces) if piece.kind == "headline")
    start, top = next(marked, 0), body_start(sheet)
    end = min(top + 1 + _BEHIND, start + _MOST, len(sheet.pieces))
    return range(start, next((i + 1 for i in range(top + 1, end) if sheet.is_prose(i)), end))


def head_lines(sheet: Sheet) -> Found:
    """A line that names the outlet: alone, or beside authors, days and places."""
    top, end = body_start(sheet), sheet.last_prose()
    for i in head(sheet):
        # Below a first paragraph, which is then a standfirst, the article still has to come.
        around = i < top or (0 < top < i < end)
        if around and sheet.is_open(i) and (kind := _kind_of(sheet, i)):
            yield i, kind


def _kind_of(sheet: Sheet, i: int) -> ZoneKind | None:
    found = cells(sheet.line(i))
    if not found:
        return None
    kinds = {cell.kind for cell in found}
    if "outlet" not in kinds and not kinds >= {"agency", "stamp"}:
        return None
    return "stamp" if "stamp" in kinds else "byline" if "author" in kinds else "credit"


def key_lines(sheet: Sheet) -> Found:
    """``Outlet: …``, ``Author: …`` and the like."""
    for i in head(sheet):
        if sheet.is_open(i) and (key := key_in(sheet, i)) and key.field in _ZONES:
            yield i, _ZONES[key.field]


def key_in(sheet: Sheet, i: int) -> Key | None:
    """The key that piece *i* is, if it is one."""
    match = _KEY.fullmatch(sheet.line(i))
    field = _keys().get(match["key"].lower()) if match else None
    if match is None or field is None or not _fits(field, match["value"]):
        return None
    start = sheet.text.find(match["value"][:20], sheet.pieces[i].start, sheet.pieces[i].end)
    return Key(field, match["value"], (start, sheet.pieces[i].end)) if start >= 0 else None


@functools.cache
def _keys() -> dict[str, str]:
    return {key: field for field, keys in lexicon.load("keys").items() for key in keys}


def _fits(field: str, value: str) -> bool:
    """Whether a value can be what its key says."""
    short = len(words(value)) <= _FURNITURE and len(value) <= 80
    if field == "url":
        return value.lower().startswith(("http://", "https://", "www."))
    if field == "source":
        found = cells(value)
        return any(cell.kind == "outlet" for cell in found or ())
    if field in ("outlet", "place", "agency"):
        return is_host(value) or (short and not ends_sentence(value) and not value[0].islower())
    if field == "byline":
        return short and any(char.isupper() for char in value)
    return field == "title" or short


def title_key(sheet: Sheet, i: int) -> int | None:
    """``Title: Harbour reopens``: where the title begins."""
    key = key_in(sheet, i)
    return key.span[0] if key and key.field == "title" else None


def title_keys(sheet: Sheet) -> Found:
    """A lone ``Title:``, and the headline behind it."""
    for i in range(len(sheet.pieces) - 1):
        if _TITLE.fullmatch(sheet.line(i)) and sheet.is_open(i) and i < _BEFORE_TITLE:
            yield i, "promo"
            if sheet.is_open(i + 1):
                yield i + 1, "headline"
            return


def bare_authors(sheet: Sheet) -> Found:
    """A person's name without "By", beside a stamp, an outlet or a reading time."""
    for i in head(sheet):
        if not (sheet.is_open(i) and 0 < i < len(sheet.pieces) - 1):
            continue
        line = sheet.line(i)
        kinds = {sheet.pieces[i + 1].kind, sheet.pieces[i - 1].kind}
        # Between what a reader's view puts around it any name is one.
        timed = sheet.pieces[i + 1].kind == "promo"
        parts = re.split(r",\s+|\s+(?:and|&)\s+", line)
        if kinds & {"stamp", "credit", "promo"} and parts and all(
            is_person(part, given=not timed) for part in parts
        ):  # fmt: skip
            yield i, "byline"


def cells_in(sheet: Sheet, i: int) -> Iterator[tuple[Cell, Span]]:
    """The cells of piece *i*, each with its range in the text."""
    at = sheet.pieces[i].start
    line = sheet.line(i)
    for cell in cells(line) or ():
        said = line[cell.start : cell.end]
        start = sheet.text.find(said, at, sheet.pieces[i].end)
        if start >= 0:
            at = start + len(said)
            yield cell, (start, at)
