"""The exports that stand beside a site's pages, in the folder ``_export``.

They are staged with the facts, and copied when the pages are written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variorum.edition import Edition
from variorum.export import files_of
from variorum.pages.data import FOLDER
from variorum.rendering.links import SITES
from variorum.staging.files import files_below, write_if_changed

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def stage_exports(app: Sphinx, edition: Edition) -> None:
    """Write every story's files under the doctree folder."""
    if app.builder.name not in SITES:
        return
    made = {
        f"{story.key}/{name}".lstrip("/"): data
        for story in edition.stories
        for name, data in files_of(story).items()
    }
    _write(_staged(app), made)


def publish_exports(app: Sphinx, exception: Exception | None) -> None:
    """Copy the staged files into the site."""
    if exception or app.builder.name not in SITES:
        return
    staged = _staged(app)
    files = {p.relative_to(staged).as_posix(): p.read_bytes() for p in files_below(staged)}
    _write(Path(app.outdir, FOLDER), files)


def _staged(app: Sphinx) -> Path:
    return Path(app.doctreedir) / "variorum" / "export"


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold these files and no other."""
    for name, data in files.items():
        write_if_changed(folder / name, data)
    for path in files_below(folder):
        if path.relative_to(folder).as_posix() not in files:
            path.unlink()
