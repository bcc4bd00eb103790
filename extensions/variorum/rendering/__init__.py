"""An article's text as docutils nodes, and those nodes as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_rendering(app: Sphinx) -> None:
    """Register the interface's words, the nodes and the links between pages."""
    from sphinx.locale import translators

    from variorum.rendering.headline import SetHeadlines
    from variorum.rendering.html import setup_html
    from variorum.rendering.links import ResolveLinks
    from variorum.rendering.words import CATALOGUE, LOCALE

    # Sphinx would keep the catalogue of an earlier build in this process.
    translators.pop(("general", CATALOGUE), None)
    app.add_message_catalog(CATALOGUE, LOCALE)
    app.add_post_transform(SetHeadlines)
    app.add_post_transform(ResolveLinks)
    setup_html(app)
