"""No second index: where the search page is ours, Sphinx's own index of words is not made.

Nothing reads it there, and stemming every word of every page is half the time of a build.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STEPS = ("load_indexer", "index_page", "dump_search_index")
"""The builder's methods that read, fill and write ``searchindex.js``."""


def leave_out_index(app: Sphinx) -> None:
    """Make the steps of indexing do nothing for a builder that uses our theme."""
    theme = getattr(app.builder, "theme", None)
    if theme and Path(__file__).parent in theme.get_theme_dirs():
        for step in STEPS:
            setattr(app.builder, step, _nothing)


def is_indexed(builder: Builder) -> bool:
    """Whether Sphinx's own index looks for words in every page."""
    return getattr(builder, "index_page", _nothing) is not _nothing


def _nothing(*_arguments: object) -> None:
    """Nothing to index."""
