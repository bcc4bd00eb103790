"""``variorum build``: a folder of raw articles to a website, without any configuration."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from variorum import targets
from variorum.build_cache import BuildCache
from variorum.errors import UserError
from variorum.progress import Progress

if TYPE_CHECKING:
    from sphinx.application import Sphinx

EVERY_FOLDER = ["**"]
SPHINX_ONLY = frozenset((".buildinfo", ".buildinfo.bak"))
"""What Sphinx keeps in its output folder for itself."""


def build_folder(
    folder: Path,
    output: Path | None = None,
    values: Mapping[str, Any] | None = None,
    *,
    force: bool = False,
) -> Path:
    """Build the site of *folder* and return the path of its front page.

    *values* are configuration values beside our own. With *force* an *output* is written into that
    holds files of somebody else's.

    The default *output* is ``build/<name of the folder>``. Sphinx builds in the user's cache
    folder (:mod:`variorum.build_cache`), and what it made is then published file by file, each in
    one step: whoever reads *output* meanwhile, or after a build was killed, finds no half-written
    page. Raises :exc:`~variorum.errors.UserError`.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        is_file = folder.is_file()
        raise UserError(
            f"{folder} is a file; name the folder it lies in" if is_file
            else f"no such folder: {folder}"
        )  # fmt: skip
    from variorum.staging.discovery import raw_files

    if not any(raw_files(folder, EVERY_FOLDER, [])):
        raise UserError(f"no article in {folder}; variorum read says what became of each file")
    output = site_of(folder, output)
    targets.claim(output, [folder], force=force)
    work = BuildCache(folder, output)
    try:
        work.open()
        run_sphinx(folder, None, work.html, work.doctrees, with_ours(values or {}))
        work.close()
        publish(work.html, output)
    except OSError as error:
        raise UserError(f"cannot write the site: {error}") from error
    return output / "index.html"


def site_of(folder: Path, output: Path | None) -> Path:
    """Where the site of a folder lies."""
    return (output or Path("build", folder.resolve().name)).resolve()


def missing_in(folder: Path, output: Path | None = None) -> Iterator[str]:
    """The files a site was built without, and what its articles don't say: with what would help."""
    from variorum.missing import endings, unread
    from variorum.staging.said import left_out_in, said_in

    folder = folder.resolve()
    staged = BuildCache(folder, site_of(folder, output)).doctrees / "variorum" / "staged"
    yield from unread(list(left_out_in(staged)), folder.as_posix())
    yield from endings(said_in(staged), folder.as_posix())


def publish(made: Path, output: Path) -> None:
    """Make *output* hold what *made* holds; a list in it remembers which files there are ours."""
    from variorum.staging.files import copy_if_changed, files_below, remove

    names = {path.relative_to(made).as_posix() for path in files_below(made)} - SPHINX_ONLY
    before = _published(output)
    # Until all is done the list knows both, so that a build after a killed one can tidy up.
    _list(output, names | before)
    for name in sorted(before | names):
        path = targets.below(output, name)
        path.with_name(f"{path.name}.part").unlink(missing_ok=True)
        if name not in names:
            remove(path, output)
    for name in sorted(names):
        copy_if_changed(made / name, targets.below(output, name))
    _list(output, names)


def copies_of(output: Path) -> set[str]:
    """The names of files beside a site that are copies of it, by the list in it."""
    return _listed(output, "copies")


def remember_copies(output: Path, names: Iterable[str]) -> None:
    """Add names of files beside a site to the list in it."""
    _list(output, _published(output), copies_of(output).union(names))


def _list(output: Path, names: Set[str], copies: Set[str] | None = None) -> None:
    from variorum.staging.files import as_json, write_if_changed

    beside = copies_of(output) if copies is None else copies
    said = {"made by": "variorum build", "files": sorted(names), "copies": sorted(beside)}
    write_if_changed(targets.below(output, targets.MARK), as_json(said))


def _published(output: Path) -> set[str]:
    """The files in a folder that are ours, by the list in it."""
    return _listed(output, "files")


def _listed(output: Path, key: str) -> set[str]:
    try:
        said = json.loads(targets.below(output, targets.MARK).read_bytes())
        return {name for name in said[key] if isinstance(name, str)}
    except (OSError, ValueError, LookupError, TypeError):
        return set()


def run_sphinx(
    folder: Path,
    conf: Path | None,
    output: Path,
    doctrees: Path,
    values: Mapping[str, Any],
    builder: str = "html",
) -> None:
    """Build the pages of *folder* with the configuration in *conf*, if any, and *values*.

    Raises :exc:`~variorum.errors.UserError`.
    """
    from sphinx.errors import SphinxError

    # The steps are told once, not again for each copy of the site.
    progress = Progress(sys.stdout if builder == "html" else io.StringIO())
    try:
        with surroundings():
            app = made_sphinx(folder, conf, output, doctrees, values, progress, builder)
            app.build()
    except SphinxError as error:
        raise UserError(str(error)) from error
    finally:
        progress.finish()
    if app.statuscode:
        raise UserError("the site could not be built; the messages above say why")


def made_sphinx(
    folder: Path,
    conf: Path | None,
    output: Path,
    doctrees: Path,
    values: Mapping[str, Any],
    status: IO[str],
    builder: str = "html",
) -> Sphinx:
    """A Sphinx that has read its configuration; warnings go to standard error.

    It is to be made and used within :func:`surroundings`.
    """
    from sphinx.application import Sphinx
    from sphinx.util.console import nocolor

    if not sys.stderr.isatty():
        nocolor()  # a file or a pipe takes the signs for text
    return Sphinx(
        srcdir=folder,
        confdir=conf,
        outdir=output,
        doctreedir=doctrees,
        buildername=builder,
        confoverrides=dict(values),
        status=status,
        warning=sys.stderr,
    )


@contextmanager
def surroundings() -> Iterator[None]:
    """What Sphinx changes in docutils, as long as it runs."""
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    with _no_configuration_of_theirs(), patch_docutils(), docutils_namespace():
        yield


@contextmanager
def _no_configuration_of_theirs() -> Iterator[None]:
    """Keep docutils from the configuration files of the system, the user and the current folder.

    They can name files that it writes.
    """
    name = "DOCUTILSCONFIG"
    before = os.environ.get(name)
    os.environ[name] = ""
    try:
        yield
    finally:
        del os.environ[name]
        if before is not None:
            os.environ[name] = before


def with_ours(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a user's, and ours where they say nothing."""
    return {**configuration(), **values}


def configuration() -> dict[str, Any]:
    """What stands in the place of a conf.py where there is a folder of articles alone."""
    return {
        "extensions": ["variorum"],
        "project": "Variorum",
        "author": "Variorum",
        "epub_copyright": "the publishers of the articles",
        "html_title": "Variorum",
        "html_theme": "variorum",
        "html_copy_source": False,
        "html_show_copyright": False,
        "language": "en",
        # Every file in the folder is an article, none of them a page of an author's.
        "include_patterns": [],
        # A folder of this name among them is no catalogue, and Sphinx would write into it.
        "locale_dirs": [],
        "variorum_articles": EVERY_FOLDER,
    }
