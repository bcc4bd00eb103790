"""The files of a story that are no articles, so that none is passed over in silence."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from variorum import links
from variorum.editors_files import EDITORS
from variorum.reading import Accounted, printable, saved_with
from variorum.reading.account import DESCRIBED, by_name, entry_of
from variorum.staging.discovery import folders, listed_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import Problem

__all__ = ["account", "passed_over"]


def passed_over(
    root: Path, patterns: Sequence[str], exclude: Sequence[str]
) -> dict[str, list[Accounted]]:
    """What lies among the articles of each story and isn't read, but for what is hidden."""
    found: dict[str, list[Accounted]] = {}
    for folder, story, names in folders(root, patterns, exclude):
        listed = [*_files(root, folder, names), *_saved_with_pages(root, folder, names)]
        if listed:
            found.setdefault(printable(story), []).extend(listed)
    for story, beside in listed_beside(root, patterns, exclude).items():
        lists = (Accounted(str(source), "belongs", of=DESCRIBED) for source in beside.sources)
        found.setdefault(story, []).extend(lists)
    return found


def _files(root: Path, folder: Path, names: list[str]) -> Iterator[Accounted]:
    for name in names:
        source = _below(root, folder / name)
        entry = by_name(source)
        if entry is None and (folder / name).is_symlink():
            entry = Accounted(str(source), "unreadable", why=links.IS_LINK)
        # The editor's files have pages of their own to show on.
        if entry and entry.why != "hidden" and name not in EDITORS:
            yield entry


def _saved_with_pages(root: Path, folder: Path, names: list[str]) -> Iterator[Accounted]:
    """The folders that a browser has saved pages with."""
    for path in sorted(folder.iterdir()):
        if (page := saved_with(path.name, names)) and path.is_dir():
            yield Accounted(f"{_below(root, path)}/", "belongs", of=page)


def _below(root: Path, path: Path) -> PurePosixPath:
    return PurePosixPath(printable(path.relative_to(root).as_posix()))


def account(passed: Iterable[Accounted], problems: Iterable[Problem]) -> tuple[Accounted, ...]:
    """What was passed over and what was tried in vain, in the order of the files' names."""
    # What is warned of is left out, also where it is empty.
    tried = (
        entry if problem.quiet else dataclasses.replace(entry, fate="unreadable")
        for problem in problems
        for entry in [entry_of(problem)]
    )
    return tuple(sorted((*passed, *tried), key=lambda entry: entry.source))
