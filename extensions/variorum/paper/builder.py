"""The builder ``variorum-pdf``: a PDF a story, into the output folder."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.display import progress_message

from variorum.paper.book import Book, books
from variorum.paper.compile import compile_pdf, typst_module
from variorum.paper.compose import compose

if TYPE_CHECKING:
    from docutils import nodes

logger = logging.getLogger(__name__)
SHOWN = 20
"""So many characters without a glyph are named in a warning."""


class PdfBuilder(Builder):
    """Typesets each story as a book of its own, with all its pages."""

    name = "variorum-pdf"
    format = "pdf"
    epilog = "The PDF files are in %(outdir)s."
    allow_parallel = True
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp",
    ]  # fmt: skip

    def init(self) -> None:
        """Say at once if Typst isn't there."""
        typst_module()

    def get_outdated_docs(self) -> str:
        """A book is made of all its pages."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Links inside a book are resolved by its writer."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same from every page."""
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Nothing to prepare."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Write every book."""
        for book in books(self.env, self.config.variorum_pdf):
            with progress_message(f"typesetting {book.file}"):
                self.write_book(book)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Pages are no files of their own."""

    def write_book(self, book: Book) -> None:
        """Write one story's PDF."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        timestamp = int(epoch) if epoch.isdecimal() else None
        code = compose(book, self, dated=timestamp is not None)
        made = compile_pdf(code, Path(self.srcdir), timestamp)
        if made.missing:
            logger.warning(
                "%s: no font has %s; install one that does (such as the Noto fonts) and build "
                "again", book.file, _named(made.missing),
                type="variorum", subtype="font",
            )  # fmt: skip
        path = Path(self.outdir, book.file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.pdf)


def _named(characters: tuple[str, ...]) -> str:
    said = ", ".join(
        f"U+{ord(c):04X} {unicodedata.name(c, '')}".strip() for c in characters[:SHOWN]
    )
    more = len(characters) - SHOWN
    return f"{said} and {more} more" if more > 0 else said
