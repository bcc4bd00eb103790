"""Where a scrape has run two parts of a page into one line, the line is cut.

A stamp in front of the first paragraph, a byline and a stamp in one line, an agency's credit
behind the last sentence.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from typing import TYPE_CHECKING

from variorum.reading.head.cells import title_end
from variorum.reading.head.lines import title_key
from variorum.reading.lexicon import agency_pattern, names_agency
from variorum.reading.sheet import LINE, Piece, Sheet, words
from variorum.reading.stamps import find_stamps, stamp_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.model import ZoneKind

__all__ = ["split_pieces"]

_TITLE = 4
"""Pieces from the top in which an outlet may be glued to the headline."""
_HEAD = 12
"""Pieces from the top in which a stamp may be glued to something else."""
_HEAD_WORDS = 12
"""Words of a line that is nothing but a byline, a stamp and perhaps links."""
_TAIL = 6
"""Pieces from the end in which a credit may be glued to a sentence."""
_GLUED = 140
"""Characters from the start of a piece in which its stamp has to end."""
_CREDIT = 100
"""Characters from the end of a piece in which its credit has to start."""
_BYLINE_BEHIND = re.compile(r"\s*[|,;·•–—-]?\s*(?P<byline>(?i:by)\s?:?\s+[^\W\d_].{1,80})$")
_BYLINE_FIRST = re.compile(r"by\b", re.IGNORECASE)
_BYLINE = re.compile(r"(?i:by):?\s+[^\d|]{2,80}?\s*[|,;·•–—-]\s*$")


def split_pieces(sheet: Sheet) -> None:
    """Cut the pieces of *sheet* where two parts of a page are run together."""
    whole = [i for i, piece in enumerate(sheet.pieces) if piece.kind is None]
    tail = frozenset(whole[-_TAIL:])
    pieces: list[Piece] = []
    for i, piece in enumerate(sheet.pieces):
        is_head = piece.kind == "byline" or (
            piece.kind is None and i < _HEAD and len(words(sheet.line(i))) <= _HEAD_WORDS
        )
        if is_head and (at := _beside_byline(sheet, i)):
            pieces += _byline_and_stamp(sheet.text, piece, at)
            continue
        cuts: list[int | None] = []
        if piece.kind is None and i < _HEAD:
            cuts.append(_stamp_in_front(sheet, i) or _beside_byline(sheet, i))
        if piece.kind is None and i < _TITLE:
            cuts += [title_key(sheet, i), _outlet_behind(sheet, i)]
        if i in tail:
            cuts.append(_credit_behind(sheet, i))
        known = sorted(cut for cut in cuts if cut is not None)
        pieces += _cut(sheet.text, piece, known) if known else [piece]
    sheet.pieces = pieces


def _cut(text: str, piece: Piece, cuts: list[int]) -> Iterator[Piece]:
    """A piece cut at offsets of the text; white space beside a cut belongs to neither side."""
    for start, end in itertools.pairwise((piece.start, *cuts, piece.end)):
        said = text[start:end]
        if said.strip():
            yield Piece(start + len(said) - len(said.lstrip()), start + len(said.rstrip()))


def _byline_and_stamp(text: str, piece: Piece, at: int) -> Iterator[Piece]:
    """The two parts of a line that has a byline and a date."""
    for part in _cut(text, piece, [at]):
        is_byline = _BYLINE_FIRST.match(text, part.start)
        kind: ZoneKind = "byline" if is_byline else "stamp"
        yield dataclasses.replace(part, kind=kind, by=piece.by or "byline-and-stamp")


def _stamp_in_front(sheet: Sheet, i: int) -> int | None:
    """``date 2022-01-11 Russia has said …``: the offset where the prose begins."""
    piece = sheet.pieces[i]
    head = sheet.text[piece.start : min(piece.end, piece.start + _GLUED)]
    stamp = next(find_stamps(head), None)
    if stamp is None:
        return None
    start, clock = stamp_label(head, stamp.start)
    if start > 0:
        return None
    gap = re.match(r"\s*([|–—:·•-]\s*)?", head[stamp.end :])
    assert gap
    parted = bool(clock or stamp.iso or stamp.time or gap.group(1)) and bool(gap.group())
    prose = piece.start + stamp.end + gap.end()
    starts = sheet.text[prose : prose + 1]
    if parted and piece.end - prose >= 40 and (starts.isupper() or starts in "\"'“‘«"):
        return prose
    return None


def _beside_byline(sheet: Sheet, i: int) -> int | None:
    """``By A. Writer | 11 Jan 2022``, ``11 Jan 2022 by A. Writer``: the offset between the two."""
    piece = sheet.pieces[i]
    if piece.end - piece.start > LINE:
        return None
    said = sheet.said(i)
    stamp = next(find_stamps(said), None)
    if stamp is None:
        return None
    start, _ = stamp_label(said, stamp.start)
    if _BYLINE.match(said[:start]):
        return piece.start + start
    if start == 0 and (byline := _BYLINE_BEHIND.match(said, stamp.end)):
        return piece.start + byline.start("byline")
    return None


def _outlet_behind(sheet: Sheet, i: int) -> int | None:
    """``Harbour reopens | Kelso Courier``: the offset where the headline ends."""
    end = title_end(sheet.said(i)) if sheet.line(i) else None
    return None if end is None else sheet.pieces[i].start + end


@functools.cache
def _credits() -> re.Pattern[str]:
    agency = rf"(?:the )?{agency_pattern()}"
    several = rf"{agency}(?:(?:, | ?/ ?|-| and | & |; ?){agency}){{0,3}}"
    wires = r"(?:news |wire )?agenc(?:y|ies)"
    inputs = (
        rf"(?:with |additional )?(?:inputs?|reporting|files?) (?:from|by) (?:{several}|{wires})"
    )
    credit = rf"(?:with {wires}(?: inputs?)?|agencies|{inputs}|(?:(?:source|via):? ?)?{several})"
    return re.compile(
        r"(?<=[.!?…\"'”’»)])\s*"
        rf"(?P<credit>[(\[]{credit}\.?[)\]]\.?|[–—-]+ ?{credit}\.?|/{several}/?)$",
        re.IGNORECASE,
    )


def _credit_behind(sheet: Sheet, i: int) -> int | None:
    """``… on Monday. (AFP)``, ``… the minister added. — SPA``: the offset of the credit."""
    piece = sheet.pieces[i]
    start = max(piece.start, piece.end - _CREDIT)
    tail = sheet.text[start : piece.end]
    if "agenc" not in tail.lower() and not names_agency(tail):
        return None
    match = _credits().search(sheet.text, start, piece.end)
    if match is None or match.start("credit") <= piece.start:
        return None
    return match.start("credit")
