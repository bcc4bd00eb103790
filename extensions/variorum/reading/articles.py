"""One article: bytes or a given text to an :class:`~variorum.model.Article`."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from variorum.model import Article, Block, Ground, Problem, Zone
from variorum.reading.decode import MAX_BYTES
from variorum.reading.drafts import Draft, File, Warn
from variorum.reading.files import file_bytes
from variorum.reading.formats import drafts, most_bytes
from variorum.reading.head.file_name import before_dash
from variorum.reading.metadata import find_metadata
from variorum.reading.problems import left_out
from variorum.reading.splits import split_pieces
from variorum.reading.text import read_text
from variorum.reading.zones import mark_zones

if TYPE_CHECKING:
    from variorum.reading.references import References
    from variorum.reading.sheet import Sheet

__all__ = [
    "Warn",
    "article_of",
    "articles_of",
    "read_articles",
    "read_bytes",
    "read_file",
    "read_given_text",
]


def _ignore(problem: Problem) -> None:
    """Warn nobody."""


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
    found = read_articles(
        path, story, id=id or path.stem, source=source or path.name, max_bytes=max_bytes, warn=warn
    )
    return _only(found, source or path.name)


def read_articles(
    path: Path,
    story: str,
    *,
    id: str,  # noqa: A002
    source: str,
    max_bytes: int = MAX_BYTES,
    warn: Warn = _ignore,
    references: References | None = None,
) -> list[Article]:
    """Read the articles of a file; :func:`articles_of` says how."""
    try:
        data, size = file_bytes(path, most := most_bytes(source, max_bytes))
    except OSError as error:
        raise left_out(source, f"cannot be read: {error.strerror or error}") from error
    if size > most:
        raise left_out(source, f"too large: {size:,} bytes, the limit is {most:,}")
    return articles_of(
        data, source, story, id=id, max_bytes=max_bytes, warn=warn, references=references
    )


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
    return _only(articles_of(data, source, story, id=id, max_bytes=max_bytes, warn=warn), source)


def _only(found: list[Article], source: str) -> Article:
    if len(found) != 1:
        raise left_out(source, f"holds {len(found)} articles, not one")
    return found[0]


def articles_of(
    data: bytes,
    source: str,
    story: str,
    *,
    id: str,  # noqa: A002
    max_bytes: int = MAX_BYTES,
    warn: Warn = _ignore,
    references: References | None = None,
) -> list[Article]:
    """Read the articles of a file from its bytes.

    Of a file with one article its id is *id*; of one with several, each has a hash of headline,
    outlet and date behind it. The *references* say what is known of a file's one article. Raises
    :exc:`~variorum.reading.problems.ReadingError` where none can be read.
    """
    found: list[Article] = []
    given_ids: list[str] = []
    drafted = list(drafts(File(data, source, warn, max_bytes)))
    if references and len(drafted) == 1:
        references.describe(drafted[0], source)
    for draft in drafted:
        if len(draft.sheet.text) > max_bytes:
            warn(left_out(source, "an article in it is too large").problem)
        elif draft.sheet.pieces:
            found.append(_article(draft, data, source, story, id))
            given_ids.append(draft.id)
    if not found:
        raise left_out(source, "empty: there is no text in it", empty=True)
    if len(found) == 1:
        return [dataclasses.replace(found[0], id=given_ids[0] or id)]
    names = _names(found, given_ids, id)
    return [dataclasses.replace(a, id=name) for a, name in zip(found, names, strict=True)]


def _names(found: list[Article], given: list[str], stem: str) -> list[str]:
    """An id for each article of a file; where two would be equal, the second has a number."""
    names: list[str] = []
    for article, id_ in zip(found, given, strict=True):
        said = "\n".join(getattr(article.meta, k) or "" for k in ("title", "outlet", "published"))
        name = id_ or f"{stem}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"
        numbered = (f"{name}-{number}" for number in itertools.count(2))
        names.append(next(n for n in itertools.chain([name], numbered) if n not in names))
    return names


def _article(draft: Draft, data: bytes, source: str, story: str, id_: str) -> Article:
    given = dict(draft.given)
    story = given.pop("story", story)
    article = article_of(
        draft.sheet,
        given,
        draft.ground,
        article_id=id_,
        source=f"{source}/{draft.part}" if draft.part else source,
        story=story,
        by_layout=draft.by_layout,
    )
    missing = {k: v for k, v in draft.otherwise.items() if v and not getattr(article.meta, k)}
    basis = {**article.meta.basis, **dict.fromkeys(missing, draft.ground), **draft.spans}
    ordered = {name: basis[name] for name in sorted(basis)}
    return dataclasses.replace(
        article,
        meta=dataclasses.replace(article.meta, **missing, basis=ordered),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=draft.encoding,
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
    name = "" if ground == "record" else PurePosixPath(source).stem
    sheet.title, sheet.outlet = given.get("title"), given.get("outlet") or before_dash(name)
    split_pieces(sheet)
    mark_zones(sheet, by_layout=by_layout)
    meta = find_metadata(sheet, given, ground, name)
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
