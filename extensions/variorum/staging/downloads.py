"""The edition as files to take along, offered on front pages where they were built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.rendering.links import SITES
from variorum.staging.files import write_if_changed

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "_downloads"


def offer_downloads(app: Sphinx, facts: dict[str, dict[str, Any]]) -> None:
    """Say on every front page which files there are; a file named as a story is that story's."""
    fronts = {name: said for name, said in facts.items() if said["page"] == "front"}
    stories = {said["story"] or "index" for said in fronts.values()}
    files = _files(app)
    for said in fronts.values():
        said["downloads"] = [
            {"name": path.name, "path": f"{FOLDER}/{path.name}", "bytes": path.stat().st_size}
            for path in files
            if path.stem not in stories or path.stem == (said["story"] or "index")
        ]


def copy_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Put the files beside the site's pages."""
    if exception or app.builder.name not in SITES:
        return
    for path in _files(app):
        write_if_changed(Path(app.outdir, FOLDER, path.name), path.read_bytes())


def _files(app: Sphinx) -> list[Path]:
    """The files that ``variorum_downloads`` names and that are there, by kind and name."""
    base = Path(app.confdir)
    found = {
        path.name: path
        for pattern in app.config.variorum_downloads
        for path in sorted(base.glob(pattern))
        if path.is_file()
    }
    return [found[name] for name in sorted(found, key=lambda n: (Path(n).suffix, n))]
