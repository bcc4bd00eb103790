"""The index for the search page: made anew where something that it says has changed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import keeping
from variorum.docnames import SEARCH
from variorum.pages.kinds import KINDS
from variorum.staging.files import as_json, write_if_changed
from variorum.staging.outputs import record_path
from variorum.staging.project import StagedProject
from variorum.versions import code_hash

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

INDEX = Path("_static", "variorum", "index.js")


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """Write the index beside the pages, if this builder makes a search page of ours."""
    theme = getattr(app.builder, "theme", None)
    searched = getattr(app.builder, "search", False)
    if (
        exception
        or not searched
        or not theme
        or Path(__file__).parent not in theme.get_theme_dirs()
    ):
        return
    path, record = Path(app.outdir, INDEX), record_path(app, ".search.json")
    depends = _depends(app)
    if _known(record) == [depends, _stat(path)]:
        return
    from variorum.theme.search_index import Index

    said = json.dumps(Index(app).build(), ensure_ascii=False, separators=(",", ":"))
    # Both are line ends to older scripts; half of a pair has no form in UTF-8.
    said = said.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    data = f"Variorum.search.setIndex({said});\n".encode("utf-8", "backslashreplace")
    write_if_changed(path, data)
    keeping.write(record, as_json([depends, _stat(path)]))


def readable_pages(env: BuildEnvironment) -> list[tuple[str, str]]:
    """Docname and title of every page but those of actors and statements, which others list."""
    apart = {kind.name for kind in KINDS if not kind.listed}
    return [
        (docname, env.titles[docname].astext())
        for docname in sorted(env.found_docs)
        if env.metadata.get(docname, {}).get("variorum") not in apart and docname in env.titles
    ]


def only_storys_tabs(env: BuildEnvironment) -> list[tuple[str, str, bool]]:
    """The tabs of the story where a site has but one, so that a search doesn't lead out of it."""
    fronts = [name for name, said in env.metadata.items() if said.get("variorum") == "front"]
    if len(fronts) != 1:
        return []
    tabs = env.metadata[fronts[0]].get("variorum-tabs", [])
    return [(docname, words, False) for docname, words, _here in tabs]


def _depends(app: Sphinx) -> str:
    """A hash of all the index is made from: the stories' share in it, and when pages were read."""
    project = app.env.project
    shares = ""
    if isinstance(project, StagedProject) and project.staged_path(SEARCH).is_file():
        shares = hashlib.sha256(project.staged_path(SEARCH).read_bytes()).hexdigest()
    read = sorted((name, app.env.all_docs.get(name)) for name in app.env.found_docs)
    said = [shares, read, app.config.language, app.builder.get_target_uri("a/b"), code_hash()]
    return hashlib.sha256(as_json(said)).hexdigest()


def _known(record: Path) -> object:
    return keeping.parsed(record, json.loads)


def _stat(path: Path) -> list[int]:
    """Size and time of a file; of one that isn't there, none."""
    try:
        stat = path.stat()
    except OSError:
        return []
    return [stat.st_size, stat.st_mtime_ns]
