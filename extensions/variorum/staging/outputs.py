"""What each output folder holds: pages made from older facts, and pages of what is gone.

Sphinx compares the times of source and target, per builder. That misses an author's page that
shows a view of ours when another builder, sharing the doctrees, has read it first; and it never
deletes the page of a document that was removed. So we keep a list for each output folder: which
documents it holds, and a hash of the facts each was made from.

And Sphinx takes a page for whole that is newer than its source, even half of one. So a mark lies
beside the list as long as a build is on its way; one that is found there was left by a build that
never ended, and everything is read and written again.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import keeping
from variorum.staging.files import as_json, remove

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def begin(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Set the mark of a build on its way; if it stands already, every document is outdated."""
    mark = _mark(app)
    interrupted = mark.exists()
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    return sorted(env.found_docs) if interrupted else []


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Take the mark away: what the output folder holds is whole."""
    if not exception:
        _mark(app).unlink(missing_ok=True)


def outdated_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents whose page in this output folder was made from other facts."""
    before = _read(record_path(app))
    now = _facts(env)
    return sorted(d for d in now if d in before and before[d] != now[d])


def remove_orphans(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Delete the pages of documents that are no more, before another page is called as one was."""
    out = Path(app.outdir).resolve()
    for docname in sorted(_read(record_path(app)).keys() - env.found_docs):
        path = _page_path(app, docname)
        if path is not None and path.resolve().is_relative_to(out):
            remove(path.resolve(), out)
    return []


def record_pages(app: Sphinx, exception: Exception | None) -> None:
    """Record what the folder holds now."""
    if not exception:
        keeping.write(record_path(app), as_json(_facts(app.env)))


def _facts(env: BuildEnvironment) -> dict[str, str]:
    return {
        docname: said["variorum-facts"]
        for docname, said in env.metadata.items()
        if "variorum-facts" in said and docname in env.found_docs
    }


def record_path(app: Sphinx, suffix: str = ".json") -> Path:
    """What is known of the output folder is kept with the doctrees, never published."""
    where = hashlib.sha256(str(Path(app.outdir).resolve()).encode()).hexdigest()[:12]
    return Path(app.doctreedir) / "variorum" / "outputs" / f"{app.builder.name}-{where}{suffix}"


def _mark(app: Sphinx) -> Path:
    return record_path(app, ".unfinished")


def _read(record: Path) -> dict[str, str]:
    return keeping.parsed(record, lambda data: dict(json.loads(data))) or {}


def _page_path(app: Sphinx, docname: str) -> Path | None:
    builder = app.builder
    if hasattr(builder, "get_output_path"):
        return Path(builder.get_output_path(docname))
    suffix = getattr(builder, "out_suffix", "")
    return Path(app.outdir, docname + suffix) if suffix else None
