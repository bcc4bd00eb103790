"""The edition on paper: a builder that typesets each story as a PDF, by Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_paper(app: Sphinx) -> None:
    """Register the builder ``variorum-pdf``; Typst is only asked for when it runs."""
    from variorum.paper.builder import PdfBuilder

    app.add_builder(PdfBuilder)
