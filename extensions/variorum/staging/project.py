"""Sphinx's list of source files, with the staged documents added to it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.project import Project
from sphinx.util.osutil import path_stabilize

from variorum.docnames import page_file

if TYPE_CHECKING:
    from sphinx.util._pathlib import _StrPath


class StagedProject(Project):
    """A project whose documents are those of the source directory and those we staged.

    A staged document lives under the doctree folder; its path relative to the source directory,
    which Sphinx publishes in the search index, is made from the docname alone. Where the source
    directory has a document of the same name, or one that *builder* would write to the same file,
    the author's own one stands. What lies in a folder
    that a pattern of *raw* matches is an article and no document, whatever its suffix.
    """

    def __init__(
        self,
        other: Project,
        folder: Path,
        staged: Iterable[str],
        suffix: str,
        builder: str,
        raw: Iterable[str],
    ) -> None:
        super().__init__(other.srcdir, other.source_suffix)
        self.restore(other)
        self.raw = tuple(f"{pattern}/**" for pattern in raw)
        self.folder = folder
        self.staged = frozenset(staged)
        self.suffix = suffix
        self.builder = builder
        self.superseded: dict[str, str] = {}
        """Staged documents that don't stand, each with the author's one that does."""

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        """Find the documents of the source directory and add the staged ones."""
        docnames = super().discover([*exclude_paths, *self.raw], include_paths)
        theirs = {page_file(docname, self.builder): docname for docname in sorted(docnames)}
        ours = {docname: page_file(docname, self.builder) for docname in self.staged}
        self.superseded = {d: theirs[file] for d, file in ours.items() if file in theirs}
        docnames |= self.staged - self.superseded.keys()
        return docnames

    def is_staged(self, docname: str) -> bool:
        """Whether a document is ours rather than the author's."""
        return docname in self.staged and docname not in self.superseded

    def staged_path(self, docname: str) -> Path:
        """Where a document is staged."""
        return self.folder / f"{docname}{self.suffix}"

    def path2doc(self, filename: str | os.PathLike[str]) -> str | None:
        """Return the docname of a path, absolute or relative to the source directory."""
        path = Path(filename)
        if path.is_relative_to(self.folder):
            return path_stabilize(path.relative_to(self.folder)).removesuffix(self.suffix)
        return super().path2doc(filename)

    def doc2path(self, docname: str, absolute: bool) -> _StrPath:
        """Return the path of a document; see the class for staged ones."""
        if not self.is_staged(docname):
            return super().doc2path(docname, absolute)
        path = self.staged_path(docname) if absolute else Path(f"{docname}{self.suffix}")
        return type(self.srcdir)(path)
