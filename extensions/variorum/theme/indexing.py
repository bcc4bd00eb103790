"""Sphinx's own index of words: left out where the search page is ours, else shown our pages' words.

Nothing reads it beside ours, and stemming every word of every page is half the time of a build.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from variorum.rendering.building import builder_of
from variorum.rendering.fragments import WRITING
from variorum.rendering.nodes import text_of, variorum_fragment

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STEPS = ("load_indexer", "index_page", "dump_search_index")
"""The builder's methods that read, fill and write ``searchindex.js``."""


def leave_out_index(app: Sphinx) -> None:
    """Make the steps of indexing do nothing for a builder that uses our theme."""
    theme = getattr(app.builder, "theme", None)
    if theme and Path(__file__).parent in theme.get_theme_dirs():
        for step in STEPS:
            setattr(app.builder, step, _nothing)


class ShowWords(SphinxPostTransform):
    """Put its words into every fragment that is written as it is: the index looks for text."""

    default_priority = 8
    builders = WRITING

    def run(self, **kwargs: Any) -> None:
        if getattr(builder_of(self.env), "index_page", _nothing) is _nothing:
            return
        for node in self.document.findall(variorum_fragment):
            node += nodes.Text(text_of(node))


def _nothing(*_arguments: object) -> None:
    """Nothing to index."""
