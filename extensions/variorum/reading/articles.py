"""One article: bytes or a given text to an :class:`~variorum.model.Article`."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from variorum.model import Article, Block, Ground, Problem, Zone
from variorum.reading.decode import MAX_BYTES, decode
from variorum.reading.files import file_bytes
from variorum.reading.metadata import find_metadata
from variorum.reading.problems import left_out
from variorum.reading.splits import split_pieces
from variorum.reading.text import read_text
from variorum.reading.zones import mark_zones

if TYPE_CHECKING:
    from variorum.reading.sheet import Sheet

__all__ = ["Warn", "article_of", "read_bytes", "read_file", "read_given_text"]

Warn = Callable[[Problem], None]
"""Takes what is wrong with an article that could be read all the same."""


def _ignore(problem: Problem) -> None:
    """Warn nobody."""


def _plain(text: str, source: str, warn: Warn) -> tuple[Sheet, dict[str, Any]]:
    return read_text(text), {}


def _markdown(text: str, source: str, warn: Warn) -> tuple[Sheet, dict[str, Any]]:
    from variorum.reading.markdown import read_markdown

    return read_markdown(text, source, warn)


def _html(text: str, source: str, warn: Warn) -> tuple[Sheet, dict[str, Any]]:
    from variorum.reading.html import read_html

    return read_html(text, source, warn)


# Imported where an article needs it: a module that isn't there costs articles of that format alone.
_READERS: dict[str, Callable[[str, str, Warn], tuple[Sheet, dict[str, Any]]]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
}
_PACKAGES = {
    ".md": "markdown-it-py pyyaml",
    ".html": "lxml lxml-html-clean trafilatura",
    ".htm": "lxml lxml-html-clean trafilatura",
}
"""What a reader imports, as pip calls it."""
_GROUNDS: dict[str, Ground] = {".md": "front matter"}
"""What gives a format's metadata; of other formats it is the page's data."""


def read_file(
    path: Path | str,
    story: str = "",
    *,
    id: str | None = None,  # noqa: A002
    source: str | None = None,
    max_bytes: int = MAX_BYTES,
    warn: Warn = _ignore,
) -> Article:
    """Read an article from a file; :func:`read_bytes` says how.

    The *id* is the file's stem and the *source* its name, where they aren't given.
    """
    path = Path(path)
    source = source or path.name
    try:
        data, size = file_bytes(path, max_bytes)
    except OSError as error:
        raise left_out(source, f"cannot be read: {error.strerror or error}") from error
    if size > max_bytes:
        raise left_out(source, f"too large: {size:,} bytes, the limit is {max_bytes:,}")
    return read_bytes(data, source, story, id=id or path.stem, max_bytes=max_bytes, warn=warn)


def read_bytes(
    data: bytes,
    source: str,
    story: str = "",
    *,
    id: str,  # noqa: A002
    max_bytes: int = MAX_BYTES,
    warn: Warn = _ignore,
) -> Article:
    """Read an article from a file's bytes; the suffix of *source* tells its format.

    *story* is the story it belongs to unless it names one itself. Raises
    :exc:`~variorum.reading.problems.ReadingError` where it has to be left out, and passes what
    is merely doubtful to *warn*.
    """
    suffix = PurePosixPath(source).suffix.lower()
    if suffix not in _READERS:
        raise left_out(source, f"not an article: {suffix or 'no suffix'}")
    decoded = decode(data, source, max_bytes=max_bytes)
    if decoded.problem:
        warn(decoded.problem)
    try:
        sheet, given = _READERS[suffix](decoded.text, source, warn)
    except ImportError as error:
        what = " ".join(str(error).split())
        message = f"cannot be read: {what}; run: python -m pip install {_PACKAGES[suffix]}"
        raise left_out(source, message) from error
    if not sheet.pieces:
        raise left_out(source, "empty: there is no text in it", empty=True)
    story = given.pop("story", story)
    article = article_of(
        sheet,
        given,
        _GROUNDS.get(suffix, "page data"),
        article_id=id,
        source=source,
        story=story,
        by_layout=suffix == ".txt",
    )
    return dataclasses.replace(
        article, sha256=hashlib.sha256(data).hexdigest(), encoding=decoded.encoding
    )


def read_given_text(
    text: str, given: Mapping[str, Any], *, article_id: str, source: str, story: str
) -> Article:
    """Read an article from a plain text; the metadata that are *given* stand."""
    article = article_of(
        read_text(text),
        given,
        "record",
        article_id=article_id,
        source=source,
        story=story,
        by_layout=True,
    )
    return dataclasses.replace(article, sha256=hashlib.sha256(text.encode()).hexdigest())


def article_of(
    sheet: Sheet,
    given: Mapping[str, Any],
    ground: Ground,
    *,
    article_id: str,
    source: str,
    story: str,
    by_layout: bool,
) -> Article:
    """Recognise the zones and metadata of a sheet; what no rule claims is a paragraph.

    *ground* is what says the metadata that are *given*.
    """
    sheet.title = given.get("title")
    split_pieces(sheet)
    mark_zones(sheet, by_layout=by_layout)
    file_name = "" if ground == "record" else PurePosixPath(source).stem
    meta = find_metadata(sheet, given, ground, file_name)
    pieces = sheet.pieces
    return Article(
        id=article_id,
        source=source,
        story=story,
        text=sheet.text,
        meta=meta,
        blocks=tuple(Block(p.kind or "paragraph", p.start, p.end) for p in pieces),
        zones=tuple(Zone(p.kind, p.start, p.end, p.by) for p in pieces if p.kind),
        inlines=tuple(sheet.inlines),
        by_hand=tuple(sheet.by_hand),
        dateline=sheet.dateline,
    )
