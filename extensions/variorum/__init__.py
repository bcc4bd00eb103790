"""Variorum: an annotated reader of news, built with Sphinx.

As a Sphinx extension: ``extensions = ["variorum"]``. As a command: ``variorum --help``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up the extension, room by room (imported here: the command line needs no Sphinx)."""
    from variorum.config import setup_config
    from variorum.epub import setup_epub
    from variorum.hosting import setup_hosting
    from variorum.pages import setup_pages
    from variorum.paper import setup_paper
    from variorum.rendering import setup_rendering
    from variorum.staging import setup_staging
    from variorum.theme import setup_theme
    from variorum.versions import code_hash

    setup_config(app)
    app.setup_extension("variorum.domain")
    setup_staging(app)
    setup_rendering(app)
    setup_pages(app)
    setup_theme(app)
    setup_paper(app)
    setup_epub(app)
    setup_hosting(app)
    return {
        "version": __version__,
        # Whatever Sphinx remembers of pages that other code made is read again.
        "env_version": int(code_hash()[:8], 16) + 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
