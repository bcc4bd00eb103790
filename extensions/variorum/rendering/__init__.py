"""An article’s text as elements, and those as HTML or docutils nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_rendering(app: Sphinx) -> None:
    """Register the interface's words, the nodes and the links between pages."""
    from sphinx.locale import translators

    from variorum.rendering.building import setup_building
    from variorum.rendering.fragments import ResolveFragments
    from variorum.rendering.links import ResolveLinks
    from variorum.rendering.visitors import setup_nodes
    from variorum.rendering.words import CATALOGUE, LOCALE

    # Sphinx would keep the catalogue of an earlier build in this process.
    translators.pop(("general", CATALOGUE), None)
    app.add_message_catalog(CATALOGUE, LOCALE)
    setup_building(app)
    app.add_post_transform(ResolveFragments)
    app.add_post_transform(ResolveLinks)
    setup_nodes(app)
