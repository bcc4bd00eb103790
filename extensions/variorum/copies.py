"""The edition as files to take along, beside its site: PDFs of a story, an EPUB, a zip."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from variorum.build_cache import BuildCache
from variorum.config import WARNINGS
from variorum.errors import UserError
from variorum.staging.files import copy_if_changed, files_below
from variorum.website import copies_of, remember_copies, run_sphinx, site_of, with_ours
from variorum.zipped import zip_folder


@dataclass(frozen=True, slots=True)
class _Copy:
    """A kind of copy: how its files' names end, and what Sphinx makes it with, if it does."""

    ending: str
    builder: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


_COPIES = {
    "pdf": _Copy(".pdf", "variorum-pdf"),
    "reader": _Copy("-reader.pdf", "variorum-pdf", {"variorum_pdf": "reader"}),
    "handouts": _Copy("-handouts.pdf", "variorum-pdf", {"variorum_pdf": "handouts"}),
    "epub": _Copy(".epub", "epub"),
    "zip": _Copy(".zip"),
}
KINDS = tuple(_COPIES)
"""What can be made besides the site."""
_TOLD_ONCE = {"suppress_warnings": [f"variorum.{name}" for name in WARNINGS if name != "font"]}
"""What the build of the site has warned of already."""


def claim_copies(
    folder: Path, output: Path | None, kinds: Collection[str], *, force: bool = False
) -> None:
    """Raise :exc:`~variorum.errors.UserError` where copies can't be made: asked before a build.

    Typst may be missing, or files of these names may lie there that no build of ours made.
    """
    site = site_of(folder, output)
    for kind in kinds:
        copy = _COPIES[kind]
        if copy.ending.endswith(".pdf"):
            _ask_for_typst()
        if not force:
            _refuse_others(site, f"{site.name}{copy.ending}")


def make_copies(
    folder: Path,
    output: Path | None,
    values: Mapping[str, Any],
    kinds: Collection[str],
    *,
    force: bool = False,
) -> list[Path]:
    """Make copies of a site that was just built, each put there in one step; return their paths.

    Raises :exc:`~variorum.errors.UserError`.
    """
    site = site_of(folder, output)
    work = BuildCache(folder.resolve(), site)
    made: list[Path] = []
    try:
        for kind in kinds:
            files = _made(site, work, kind, {**with_ours(values), **_TOLD_ONCE})
            for name in files:
                if not force:
                    _refuse_others(site, name)
            # Until it is there a killed build must not leave a file that nobody knows is ours.
            remember_copies(site, files)
            for name, path in files.items():
                made.append(site.with_name(name))
                copy_if_changed(path, made[-1])
    except OSError as error:
        raise UserError(f"cannot write a copy of the site: {error}") from error
    return made


def _made(site: Path, work: BuildCache, kind: str, values: Mapping[str, Any]) -> dict[str, Path]:
    """The files of a kind that were made in the cache, by the names they get beside the site."""
    out = work.path / kind
    shutil.rmtree(out, ignore_errors=True)  # What an earlier build left would get into a book.
    copy = _COPIES[kind]
    if not copy.builder:
        zip_folder(site, out / "site.zip")
    else:
        work.open()
        settings = {**values, **copy.values}
        run_sphinx(work.folder, None, out, work.doctrees, settings, copy.builder)
        work.close()
    files = [path for path in files_below(out) if path.name.endswith(copy.ending)]
    if len(files) == 1:
        return {f"{site.name}{copy.ending}": files[0]}
    return {f"{site.name}-{'-'.join(path.relative_to(out).parts)}": path for path in files}


def _refuse_others(site: Path, name: str) -> None:
    path = site.with_name(name)
    if path.exists() and name not in copies_of(site):
        raise UserError(
            f"{path} is there already, and no build of ours made it: move it, name another output "
            "with -o, or say --force to replace it"
        )


def _ask_for_typst() -> None:
    from sphinx.errors import SphinxError

    from variorum.paper.compile import typst_module

    try:
        typst_module()
    except SphinxError as error:
        raise UserError(str(error)) from error
