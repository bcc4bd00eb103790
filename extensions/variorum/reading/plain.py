"""Text files: plain ones, exports of news archives, and Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.reading.decode import decode
from variorum.reading.drafts import Draft, File
from variorum.reading.exports import export_drafts
from variorum.reading.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["decoded", "read_md", "read_plain", "text_drafts"]


def read_plain(file: File) -> Iterator[Draft]:
    """A text, or the articles of an export."""
    text, encoding = decoded(file)
    yield from text_drafts(text, encoding)


def text_drafts(text: str, encoding: str = "utf-8") -> Iterator[Draft]:
    """The articles of an export, else the one that a text is."""
    found = list(export_drafts(text))
    for draft in found or [Draft(read_text(text), by_layout=True)]:
        draft.encoding = encoding
        yield draft


def read_md(file: File) -> Iterator[Draft]:
    """A Markdown file with its front matter."""
    from variorum.reading.markdown import read_markdown

    text, encoding = decoded(file)
    sheet, given = read_markdown(text, file.source, file.warn)
    yield Draft(sheet, given, "front matter", encoding=encoding)


def decoded(file: File) -> tuple[str, str]:
    """A file's text and encoding; what is doubtful is told."""
    found = decode(file.data, file.source, max_bytes=max(file.max_bytes, len(file.data)))
    if found.problem:
        file.warn(found.problem)
    return found.text, found.encoding
