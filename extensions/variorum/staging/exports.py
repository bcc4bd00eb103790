"""The exports that stand beside a site's pages, in the folder ``_export``.

They are staged with the facts, and copied when the pages are written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variorum import links
from variorum.pages.data import FOLDER
from variorum.remembering import is_remembering
from variorum.rendering.links import SITES
from variorum.staging.files import copy_if_changed, files_below, remove

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def export_folder(app: Sphinx) -> Path | None:
    """Where exports are staged; nowhere for a builder that makes no site.

    Nor for the desk, which makes one when it is asked for.
    """
    return _staged(app) if app.builder.name in SITES and not is_remembering() else None


def publish_exports(app: Sphinx, exception: Exception | None) -> None:
    """Copy the staged files into the site."""
    staged = export_folder(app)
    if exception or staged is None:
        return
    files = {path.relative_to(staged).as_posix(): path for path in files_below(staged)}
    folder = published(app, FOLDER)
    for path in files_below(folder):
        if path.relative_to(folder).as_posix() not in files:
            remove(path, folder)
    for name, path in files.items():
        copy_if_changed(path, published(app, f"{FOLDER}/{name}"))


def published(app: Sphinx, name: str) -> Path:
    """The path of a file of ours in the site, which no link leads out of."""
    try:
        return links.below(Path(app.outdir), name)
    except links.LedOutError as error:
        from sphinx.errors import ExtensionError

        raise ExtensionError(f"{Path(app.outdir, name)}: {error.strerror}") from error


def _staged(app: Sphinx) -> Path:
    return Path(app.doctreedir) / "variorum" / "export"
