"""Variorum: an annotated reader of news, built with Sphinx.

As a Sphinx extension: ``extensions = ["variorum"]``. As a command: ``variorum --help``. In Python:
the names of ``__all__``; every other name is ours to change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum import lazily

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from variorum.edition import Story
    from variorum.errors import UserError
    from variorum.extending import Analyser, Extension, Kind
    from variorum.interface import annotate, build, collate, load, read
    from variorum.model import Actor, Annotation, Article, Finding, Metadata, Problem, Reading
    from variorum.printed import Annotated

__version__ = "0.2.0"
__all__ = [
    "Actor",
    "Analyser",
    "Annotated",
    "Annotation",
    "Article",
    "Extension",
    "Finding",
    "Kind",
    "Metadata",
    "Problem",
    "Reading",
    "Story",
    "UserError",
    "annotate",
    "build",
    "collate",
    "load",
    "read",
]

__getattr__ = lazily.names(
    __name__,
    {
        **dict.fromkeys(("annotate", "build", "collate", "load", "read"), "interface"),
        **dict.fromkeys(
            ("Actor", "Annotation", "Article", "Finding", "Metadata", "Problem", "Reading"), "model"
        ),
        **dict.fromkeys(("Analyser", "Extension", "Kind"), "extending"),
        "Annotated": "printed",
        "Story": "edition",
        "UserError": "errors",
    },
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up the extension, room by room (imported here: the command line needs no Sphinx)."""
    from variorum.config import setup_config
    from variorum.epub import setup_epub
    from variorum.hosting import setup_hosting
    from variorum.paper import setup_paper
    from variorum.rendering import setup_rendering
    from variorum.staging import setup_staging
    from variorum.theme import setup_theme
    from variorum.versions import code_hash

    setup_config(app)
    app.setup_extension("variorum.domain")
    setup_staging(app)
    setup_rendering(app)
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
