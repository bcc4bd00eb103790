"""Exports of news archives (Nexis, Factiva, ProQuest): many articles in one text.

Each article's text is its part of the file, head included. What tells an export is the lines that
its program writes, whole and more than one kind of them; a sentence about documents is none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from variorum.reading.drafts import Draft
from variorum.reading.export_heads import (
    COUNT,
    PARTS,
    RULE,
    Found,
    Line,
    code_of,
    factiva,
    factiva_codes,
    lines_of,
    nexis,
    nexis_old,
    proquest,
)
from variorum.reading.furniture import author_names
from variorum.reading.sheet import Piece, Sheet
from variorum.reading.stamps import find_stamps
from variorum.reading.text import read_text

if TYPE_CHECKING:
    from variorum.model import Span, ZoneKind

__all__ = ["EXPORT_SIGNS", "export_drafts"]

EXPORT_SIGNS = ("End of Document", " DOCUMENTS", "Document ", "ProQuest document ID")
"""Words of which any export has one."""
_NEXIS_END = re.compile(r"End of Document")
_NEXIS_OLD = re.compile(r"\d{1,5} of \d{1,5} DOCUMENTS?")
_FACTIVA_END = re.compile(r"(?:AN\s+)?Document [A-Z][A-Z0-9]{2,9}\d{8,16}[a-z0-9]{6,12}")
_PROQUEST_ID = re.compile(r"(?:ProQuest document ID|ProQuest ID|Accession number): ?\d{5,}")

_Shape = Callable[[list[Line]], "Found | None"]


def export_drafts(text: str) -> Iterator[Draft]:
    """The articles of an export; none of any other text."""
    for start, end, shape in _parts(text):
        part = text[start:end]
        lines = list(lines_of(part))
        if (found := shape(lines)) and part[slice(*found.body)].strip():
            yield _draft(part, lines, found)


def _parts(text: str) -> Iterator[tuple[int, int, _Shape]]:
    """Where each article of an export stands, and what reads it."""
    if not any(sign in text for sign in EXPORT_SIGNS):
        return
    lines = list(lines_of(text))
    said = [line.said for line in lines]
    numbered = [line.end for line in lines if _FACTIVA_END.fullmatch(line.said)]
    if numbered and {"HD", "PD", "SN"} <= set(map(code_of, said)):
        yield from _between([0, *numbered], factiva_codes)
    elif any(map(COUNT.fullmatch, said)):
        if ends := [line.end for line in lines if _NEXIS_END.fullmatch(line.said)]:
            yield from _between([0, *ends], nexis)
        elif starts := [line.start for line in lines if _NEXIS_OLD.fullmatch(line.said)]:
            yield from _between([*starts, len(text)], nexis_old)
        elif numbered:
            yield from _between([0, *numbered], factiva)
    if any(map(_PROQUEST_ID.fullmatch, said)):
        rules = [line.end for line in lines if RULE.fullmatch(line.said)]
        yield from _between([0, *rules, len(text)], proquest)


def _between(cuts: list[int], shape: _Shape) -> Iterator[tuple[int, int, _Shape]]:
    for start, end in itertools.pairwise(cuts):
        yield start, end, shape


def _draft(part: str, lines: list[Line], found: Found) -> Draft:
    given: dict[str, object] = {}
    spans: dict[str, Span] = {}
    for name, span in (("title", found.title), ("outlet", found.outlet), ("rights", found.rights)):
        if span and part[slice(*span)].strip():
            given[name], spans[name] = " ".join(part[slice(*span)].split()), span
    if found.day and (stamp := next(find_stamps(part[slice(*found.day)]), None)):
        given["published"], spans["published"] = stamp.value(), found.day
    if found.byline and (said := part[slice(*found.byline)].strip()):
        given["byline"], spans["byline"] = tuple(_names(said, found)), found.byline
    sheet = Sheet(part, list(_pieces(part, lines, found)))
    return Draft(sheet, given, "record", spans={k: s for k, s in spans.items() if given[k]})


def _names(said: str, found: Found) -> list[str]:
    people = [person.split(", ") for person in said.rstrip(" ;").split("; ")]
    if found.surnames_first and all(len(person) == 2 for person in people):
        return [f"{given} {surname}" for surname, given in people]
    head = said if said.lower().startswith("by ") else f"By {said}"
    return [head[slice(*span)] for span in author_names(head)] or [said]


def _pieces(part: str, lines: list[Line], found: Found) -> Iterator[Piece]:
    start, end = found.body
    for line in lines:
        if line.end <= start:
            yield _head_piece(line, found)
        elif line.start < start:
            yield Piece(line.start, start, "promo", "export")
    for piece in read_text(part[start:end]).pieces:
        at = (piece.start + start, piece.end + start)
        is_code = part[slice(*at)] in PARTS
        yield Piece(*at, "promo", "export") if is_code else Piece(*at)
    for line in lines:
        if line.start >= end:
            yield Piece(line.start, line.end, "promo", "export")


def _head_piece(line: Line, found: Found) -> Piece:
    kinds: list[tuple[ZoneKind, Span | None]] = [
        ("headline", found.title), ("stamp", found.day), ("byline", found.byline),
    ]  # fmt: skip
    for kind, span in kinds:
        if span and line.start <= span[0] < line.end:
            return Piece(line.start, line.end, kind, "export")
    return Piece(line.start, line.end, "promo", "export")
