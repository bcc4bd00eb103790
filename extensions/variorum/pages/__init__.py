"""The pages of the reader, each made from its facts alone.

A page is a function from facts (the JSON object that staging wrote) to a :class:`Page`. The same
functions serve the generated pages and the directives an author puts on any page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum import lazily

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from variorum.pages.page import Page
    from variorum.pages.table import PAGES

__all__ = ["PAGES", "Page", "setup_pages"]

__getattr__ = lazily.names(__name__, {"PAGES": "table", "Page": "page"})


def setup_pages(app: Sphinx) -> None:
    """Register the parser of staged documents, and the directives that put a view on any page."""
    from variorum.pages.directives import setup_directives
    from variorum.pages.labels import forget_labels
    from variorum.pages.parser import StagedParser

    app.add_source_parser(StagedParser)
    app.connect("doctree-read", forget_labels, priority=900)
    setup_directives(app)
