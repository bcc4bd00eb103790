"""``variorum build``: a folder of raw articles to a website, without any configuration."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from variorum.errors import UserError

EVERY_FOLDER = ["**"]
SPHINX_ONLY = frozenset((".buildinfo", ".buildinfo.bak"))
"""What Sphinx keeps in its output folder for itself."""


def build_folder(
    folder: Path, output: Path | None = None, values: Mapping[str, Any] | None = None
) -> Path:
    """Build the site of *folder* and return the path of its front page.

    *values* are configuration values beside our own.

    The default *output* is ``build/<name of the folder>``. Sphinx builds in the user's cache
    folder, and what it made is then published file by file, each in one step: whoever reads
    *output* meanwhile, or after a build was killed, finds no half-written page. Raises
    :exc:`~variorum.errors.UserError`.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise UserError(f"no such folder: {folder}")
    from variorum.staging.discovery import raw_files

    if not any(raw_files(folder, EVERY_FOLDER, [])):
        raise UserError(f"no article (.txt, .md, .html) in {folder}")
    output = (output or Path("build", folder.name)).resolve()
    if output.is_relative_to(folder):
        raise UserError(
            f"the site would be written into the folder of articles ({output}); "
            "say where else it should go with -o"
        )
    work = _cache(folder, output)
    try:
        _sphinx(folder, work / "html", work / "doctrees", values or {})
        publish(work / "html", output, work / "published.json")
    except OSError as error:
        raise UserError(f"cannot write the site: {error}") from error
    return output / "index.html"


def publish(made: Path, output: Path, record: Path) -> None:
    """Make *output* hold what *made* holds; *record* remembers which files there are ours."""
    from variorum.staging.files import (
        as_json,
        copy_if_changed,
        files_below,
        remove,
        write_if_changed,
    )

    names = {path.relative_to(made).as_posix() for path in files_below(made)} - SPHINX_ONLY
    try:
        before = set(json.loads(record.read_bytes()))
    except (OSError, ValueError):
        before = set()
    # Until all is done the record knows both, so that a build after a killed one can tidy up.
    write_if_changed(record, as_json(sorted(names | before)))
    for name in sorted(before | names):
        (output / f"{name}.part").unlink(missing_ok=True)
        if name not in names:
            remove(output / name, output)
    for name in sorted(names):
        copy_if_changed(made / name, output / name)
    write_if_changed(record, as_json(sorted(names)))


def _sphinx(folder: Path, output: Path, doctrees: Path, values: Mapping[str, Any]) -> None:
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    try:
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                srcdir=folder,
                confdir=None,
                outdir=output,
                doctreedir=doctrees,
                buildername="html",
                confoverrides={**_configuration(), **values},
                status=sys.stdout,
                warning=sys.stderr,
            )
            app.build()
    except SphinxError as error:
        raise UserError(str(error)) from error
    if app.statuscode:
        raise UserError("the site could not be built; the messages above say why")


def _configuration() -> dict[str, Any]:
    return {
        "extensions": ["variorum"],
        "project": "Variorum",
        "html_title": "Variorum",
        "html_theme": "variorum",
        "html_copy_source": False,
        "html_show_copyright": False,
        "language": "en",
        # Every file in the folder is an article, none of them a page of an author's.
        "include_patterns": [],
        "variorum_articles": EVERY_FOLDER,
    }


def _cache(folder: Path, output: Path) -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    name = hashlib.sha256(f"{folder}\n{output}".encode()).hexdigest()[:16]
    return base / "variorum" / f"{folder.name}-{name}"
