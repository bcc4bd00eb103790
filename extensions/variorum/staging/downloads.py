"""The edition as files to take along, offered on front pages where they were built."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.rendering.links import SITES
from variorum.staging.exports import published
from variorum.staging.files import copy_if_changed

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "_downloads"


def offered_downloads(app: Sphinx, story: str, stories: Iterable[str]) -> list[dict[str, Any]]:
    """What a story's front page offers; a file named as another of the *stories* is that one's.

    So are that one's other editions.
    """
    others = {key or "index" for key in stories} - {story or "index"}
    return [
        {"name": path.name, "path": f"{FOLDER}/{path.name}", "bytes": path.stat().st_size}
        for path in _files(app)
        if path.stem.removesuffix("-reader").removesuffix("-handouts") not in others
    ]


def copy_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Put the files beside the site's pages."""
    if exception or app.builder.name not in SITES:
        return
    for path in _files(app):
        copy_if_changed(path, published(app, f"{FOLDER}/{path.name}"))


def _files(app: Sphinx) -> list[Path]:
    """The files that ``variorum_downloads`` names and that are there, by kind and name."""
    base = Path(app.confdir)
    found = {
        path.name: path
        for pattern in app.config.variorum_downloads
        if pattern  # `-D variorum_downloads=` is a list of one empty word
        for path in sorted(base.glob(pattern))
        if path.is_file()
    }
    return [found[name] for name in sorted(found, key=lambda n: (Path(n).suffix, n))]
