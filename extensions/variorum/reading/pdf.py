"""PDF with a text layer: its lines, joined to paragraphs."""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections import Counter
from typing import TYPE_CHECKING

from variorum.reading.builder import Builder
from variorum.reading.drafts import Draft, File
from variorum.reading.exports import export_drafts
from variorum.reading.problems import left_out
from variorum.reading.sheet import ends_sentence, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_pdf"]

_MOST_PAGES = 500
_EDGE = 2
"""Lines at the top and the foot of a page among which its running heads are."""
_FULL, _FULL_STOP = 0.15, 0.0
"""Share of a line's width that is left where the next word had no room; after a full stop, too."""
_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-z])")


def read_pdf(file: File) -> Iterator[Draft]:
    """The text of a PDF, without the lines that stand on every page."""
    pages = list(_pages(file))
    text = "\n".join("\n".join(page) for page in _without_heads(pages))
    if not text.strip():
        raise left_out(
            file.source, "a PDF without a text layer: pictures of pages", empty=True,
            remedy="let a program recognise its text (OCR), and save it as .txt",
        )  # fmt: skip
    if found := list(export_drafts(text)):
        yield from found
        return
    builder = Builder()
    for paragraph in _paragraphs(text.splitlines()):
        builder.add(" ".join(_HYPHEN.sub("", paragraph).split()))
        builder.close()
    yield Draft(builder.sheet(), by_layout=True)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined where the first word of the next had no room any more, or goes on in small."""
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    paragraph = ""
    for line, after in itertools.pairwise([*lines, ""]):
        paragraph += f"{line}\n"
        if not after or not _goes_on(line, after, width):
            yield paragraph
            paragraph = ""


def _goes_on(line: str, after: str, width: int) -> bool:
    room = width - len(line) - len(after.split(maxsplit=1)[0])
    if ends_sentence(line):
        return room < _FULL_STOP * width
    return room < _FULL * width or after[:1].islower()


def _pages(file: File) -> Iterator[list[str]]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(file.data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise left_out(file.source, "protected by a password")
    if len(reader.pages) > _MOST_PAGES:
        raise left_out(file.source, f"too long: the limit is {_MOST_PAGES} pages")
    size = 0
    for page in reader.pages:
        said = page.extract_text().replace("\0", "")
        size += len(said)
        if size > file.max_bytes:
            raise left_out(file.source, f"too large: the limit is {file.max_bytes:,} characters")
        yield [line.strip() for line in said.splitlines()]


def _without_heads(pages: list[list[str]]) -> Iterator[list[str]]:
    """The pages without their numbers and without what most of them repeat at their edges."""
    counts = Counter(
        line for page in pages for line in {_same(page[i]) for i in _edges(page)} if line
    )
    often = max(3, len(pages) // 2)
    for page in pages:
        edges = set(_edges(page))
        yield [
            line
            for i, line in enumerate(page)
            if not (i in edges and (_NUMBER.fullmatch(line) or counts[_same(line)] >= often))
        ]


def _edges(page: list[str]) -> Iterator[int]:
    """The numbers of the first and last lines that have words."""
    said = [i for i, line in enumerate(page) if line]
    return itertools.chain(said[:_EDGE], said[-_EDGE:])


def _same(line: str) -> str:
    return re.sub(r"\d+", "0", plain(line))
