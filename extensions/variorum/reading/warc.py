"""Web archives, WARC and WACZ: the pages that a crawler or an archive kept."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from variorum.reading.html import read_page
from variorum.reading.parts import PartsLeft
from variorum.reading.problems import ReadingError, left_out
from variorum.reading.sheet import words
from variorum.reading.zips import Zip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warcio.recordloader import ArcWarcRecord

    from variorum.reading.drafts import Draft, File

__all__ = ["read_warc"]

_MOST_RECORDS = 20_000
_FEWEST = 50
"""Words of a page that is more than a frame, a notice or a list of links."""


def read_warc(file: File) -> Iterator[Draft]:
    """The pages of an archive that are articles."""
    if file.source.lower().endswith(".wacz"):
        packed = Zip(file)
        for name in packed.names():
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                yield from _pages(file, packed.read(name))
    else:
        yield from _pages(file, file.data)


def _pages(file: File, data: bytes) -> Iterator[Draft]:
    from warcio.archiveiterator import ArchiveIterator

    left = file.max_bytes * 40
    seen: set[str] = set()
    others = PartsLeft(file)
    for number, record in enumerate(ArchiveIterator(io.BytesIO(data))):
        if number >= _MOST_RECORDS:
            raise left_out(file.source, f"too many records: the limit is {_MOST_RECORDS:,}")
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        if not _is_page(record) or url in seen:
            continue
        seen.add(url)
        page = record.content_stream().read(left + 1)
        left -= len(page)
        if left < 0:
            raise left_out(file.source, "too large: unpacked")
        try:
            drafts = list(read_page(file.part(page, "page.html", url)))
        except ReadingError as error:
            file.warn(error.problem)
            continue
        if not any(map(_is_article, drafts)):
            others.add(url, "a page without the headline and the text of an article")
        for draft in drafts:
            if _is_article(draft):
                draft.given.setdefault("retrieved", record.rec_headers.get_header("WARC-Date"))
                yield draft
    others.tell("pages are no articles")


def _is_page(record: ArcWarcRecord) -> bool:
    """Whether a record is the answer that brought a page."""
    headers = record.http_headers
    if record.rec_type not in ("response", "resource") or headers is None:
        return False
    kind = headers.get_header("Content-Type") or ""
    return headers.get_statuscode() == "200" and kind.startswith(("text/html", "application/xhtml"))


def _is_article(draft: Draft) -> bool:
    """Whether a page has a headline and a text below it, and isn't a front page or a frame."""
    shown = [piece for piece in draft.sheet.pieces if piece.kind != "promo"]
    text = " ".join(draft.sheet.text[piece.start : piece.end] for piece in shown)
    titled = "title" in draft.given or any(piece.kind == "headline" for piece in shown)
    return titled and len(words(text)) >= _FEWEST
