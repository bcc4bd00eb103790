"""Where somebody else does the job: their file or their tags stand, and none of ours does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def gives_file(app: Sphinx, name: str) -> bool:
    """Whether the project itself brings a file for the root of its site."""
    entries = [Path(app.confdir, entry) for entry in app.config.html_extra_path]
    return any(entry.name == name or (entry / name).is_file() for entry in entries)


def maps_site(app: Sphinx) -> str:
    """The name of the map that another extension makes, if one does."""
    if "sphinx_sitemap" in app.extensions:
        return str(app.config.sitemap_filename)
    return "sitemap.xml" if gives_file(app, "sitemap.xml") else ""


def tells_missing(app: Sphinx, docname: str) -> bool:
    """Whether there is a page for what is missing already."""
    return (
        "notfound.extension" in app.extensions
        or docname in app.env.found_docs
        or gives_file(app, f"{docname}.html")
    )


def describes_pages(app: Sphinx) -> bool:
    """Whether another extension says how a shared link is shown."""
    return "sphinxext.opengraph" in app.extensions
