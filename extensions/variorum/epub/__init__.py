"""The edition as an EPUB 3 book: Sphinx's own builder, with what a reading system wants besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup_epub(app: Sphinx) -> None:
    """Register the builder in place of Sphinx's, and what it needs."""
    from variorum.epub.builder import EditionEpubBuilder
    from variorum.epub.notes import PopUpNotes

    app.add_builder(EditionEpubBuilder, override=True)
    app.add_post_transform(PopUpNotes)
    app.connect("config-inited", _choose, priority=300)


def _choose(app: Sphinx, config: Config) -> None:
    """What Sphinx leaves open or unknown, where the project says nothing of it."""
    from variorum.epub.builder import identifier

    name = identifier(config.project, config.author, config.variorum_title)
    # Generated pages are in hidden tables of contents, which are nobody's contents otherwise.
    chosen = {
        "epub_tocscope": ("default", "includehidden"),
        "epub_tocdup": (True, False),
        "epub_identifier": ("unknown", name),
        "epub_scheme": ("unknown", "variorum"),
        "epub_uid": ("unknown", name),
        "epub_description": ("unknown", config.html_title),
        "epub_contributor": ("unknown", config.author),
        "version": ("", "1"),
    }
    for name, (unsaid, value) in chosen.items():
        if getattr(config, name) == unsaid:
            setattr(config, name, value)
