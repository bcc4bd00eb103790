"""The pages of the reader, each made from its facts alone.

A page is a function from facts (the JSON object that staging wrote) to a :class:`Page`. The same
functions serve the generated pages and the directives an author puts on any page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from variorum.pages import (
    actor,
    actors,
    article,
    blind,
    coverage,
    data,
    dates,
    differences,
    front,
    method,
    pairs,
    parallel,
    sources,
    statement,
    statements,
    stories,
    timeline,
)
from variorum.pages.page import Page

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["PAGES", "Page", "setup_pages"]

PAGES: dict[str, Callable[[dict[str, Any]], Page]] = {
    "actor": actor.build,
    "actors": actors.build,
    "article": article.build,
    "blind": blind.build,
    "coverage": coverage.build,
    "data": data.build,
    "dates": dates.build,
    "differences": differences.build,
    "front": front.build,
    "pairs": pairs.build,
    "parallel": parallel.build,
    "sources": sources.build,
    "statement": statement.build,
    "statements": statements.build,
    "stories": stories.build,
    "timeline": timeline.build,
    "method": method.build,
}


def setup_pages(app: Sphinx) -> None:
    """Register the parser of staged documents, and the directives that put a view on any page."""
    from variorum.pages.directives import setup_directives
    from variorum.pages.parser import StagedParser

    app.add_source_parser(StagedParser)
    setup_directives(app)
