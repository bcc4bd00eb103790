"""Saved web pages: trafilatura tells the article's text from the page around it.

The text as read is the headline, then what belongs to the article in source order, then the rest
of what a reader of the page sees, in source order, as ``promo``: folded, and not lost.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml import html as lxml_html

from variorum.reading.builder import Builder
from variorum.reading.html_chunks import Chunk, chunks
from variorum.reading.html_meta import page_metadata, page_title
from variorum.reading.problems import left_out
from variorum.reading.sheet import ends_sentence, plain, words
from variorum.reading.stamps import find_stamps
from variorum.reading.zones import mark_zones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import ZoneKind
    from variorum.reading.articles import Warn
    from variorum.reading.sheet import Sheet

__all__ = ["read_html"]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_STAMP = 12
"""Words of a line that is a stamp because a date is in it."""
_SHINGLE = 5
"""Words in the runs by which a chunk is found again in the main text."""
_IN_PLACE = frozenset(("stamp", "byline", "credit", "caption", "tweet", "headline", "standfirst"))
"""Zones that stay where the page has them, though trafilatura drops them."""


def read_html(text: str, source: str, warn: Warn) -> tuple[Sheet, dict[str, Any]]:
    """Read a saved page; give its sheet and what its head says."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise left_out(source, f"not readable as HTML: {error}") from error
    found = list(chunks(root))
    given = page_metadata(root, text)
    title = page_title(root)
    headline = _headline(found, title)
    if headline is None and title and title.strip():
        given["title"] = " ".join(title.split())
    main = _main(found, text, headline)
    kinds = _kinds(found, main, headline)
    others = [i for i in range(len(found)) if i != headline]
    shown = [i for i in others if _is_shown(kinds[i][0], i in main)]
    folded = [i for i in others if not _is_shown(kinds[i][0], i in main)]
    builder = Builder()
    for i in shown if headline is None else [headline, *shown]:
        found[i].write(builder)
        builder.close(*kinds[i])
    for i in folded:
        found[i].write(builder)
        builder.close("promo", "main-text")
    return builder.sheet(), given


def _is_shown(kind: ZoneKind | None, is_main: bool) -> bool:
    return is_main or kind in _IN_PLACE


def _headline(found: Sequence[Chunk], title: str | None) -> int | None:
    """The first heading that the page's title contains, else the first of the highest rank."""
    headings = [i for i, chunk in enumerate(found) if chunk.tag in _HEADINGS]
    if title:
        said = f" {plain(title)} "
        for i in headings:
            if f" {plain(found[i].text)} " in said and len(words(found[i].text)) > 1:
                return i
    return next((i for i in headings if found[i].tag == "h1" and not found[i].chrome), None)


def _main(found: Sequence[Chunk], text: str, headline: int | None) -> set[int]:
    """Which chunks are the article's text."""
    lines = _extract(text)
    # A row of a table comes as one line, its cells parted by upright strokes.
    known = {plain(cell) for line in lines for cell in (line, *line.split("|"))} - {""}
    shingles = {run for line in lines for run in _runs(plain(line))}
    main = {i for i, chunk in enumerate(found) if _is_known(chunk, known, shingles)}
    if not main:
        return {i for i, chunk in enumerate(found) if not chunk.chrome}
    # What reads like a paragraph amid the article is one, though it was dropped.
    first = min(main) if headline is None else min(headline, *main)
    for i in range(first, max(main)):
        chunk = found[i]
        if i not in main and not chunk.chrome and chunk.linked < 0.5 * len(chunk.text):
            is_heading = chunk.tag in ("h2", "h3", "h4") and i - 1 in main and i + 1 in main
            if is_heading or (len(words(chunk.text)) >= 8 and ends_sentence(chunk.text)):
                main.add(i)
    return main


def _extract(text: str) -> list[str]:
    """The lines of the main text as trafilatura finds it."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        said = trafilatura.extract(text, include_comments=False, favor_recall=True)
    except Exception:  # A page it stumbles over is read without it.
        return []
    return [line for line in (said or "").splitlines() if line.strip()]


def _is_known(chunk: Chunk, known: set[str], shingles: set[str]) -> bool:
    said = plain(chunk.text)
    if said in known:
        return True
    runs = _runs(said)
    return bool(runs) and sum(run in shingles for run in runs) >= 0.7 * len(runs)


def _runs(said: str) -> list[str]:
    tokens = said.split()
    return [" ".join(tokens[i : i + _SHINGLE]) for i in range(len(tokens) - _SHINGLE + 1)]


def _kinds(
    found: Sequence[Chunk], main: set[int], headline: int | None
) -> list[tuple[ZoneKind | None, str]]:
    """The kind of each chunk and what tells it: its element, else a rule on what it says."""
    builder = Builder()
    said = plain(found[headline].text) if headline is not None else None
    first = min((i for i in main if i != headline), default=0)
    for i, chunk in enumerate(found):
        chunk.write(builder)
        kind = _by_element(chunk, i in main, headline is not None and headline < i < first)
        if i == headline or (chunk.tag in _HEADINGS and plain(chunk.text) == said):
            kind = "headline"
        builder.close(kind, "markup" if kind else "")
    sheet = builder.sheet()
    mark_zones(sheet, by_layout=False)
    return [(piece.kind, piece.by) for piece in sheet.pieces]


def _by_element(chunk: Chunk, is_main: bool, is_above: bool) -> ZoneKind | None:
    if chunk.tag == "tweet":
        return "tweet"
    if chunk.tag == "figcaption":
        return "caption"
    if chunk.standfirst and not chunk.chrome:
        return "standfirst"
    is_short = not is_main and not chunk.chrome and len(words(chunk.text)) <= _LONGEST_STAMP
    if is_short and (chunk.dated or (is_above and next(find_stamps(chunk.text), None))):
        return "stamp"
    if chunk.tag in _HEADINGS and is_main:
        return "subhead"
    return None
