"""Which folders hold raw articles, and which story each belongs to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx.util.matching import patmatch

from variorum.reading import article_ids, is_article, printable, saved_with
from variorum.reading.beside import Beside, references_beside
from variorum.reading.files import story_of

if TYPE_CHECKING:
    from variorum.reading.references import References


@dataclass(frozen=True, slots=True)
class RawFile:
    """A raw article; ``source`` is its path below the root, ``id`` is unique in its story."""

    path: Path
    id: str
    source: str
    story: str
    references: References | None = None
    """What is known of the files of its story."""


def raw_files(root: Path, patterns: Sequence[str], exclude: Sequence[str]) -> Iterator[RawFile]:
    """Find the articles of every folder that a pattern matches, in a fixed order.

    What lies deeper belongs to the nearest folder above it that matches. Links are not followed,
    so nothing outside the root is read.
    """
    placed = _placed(root, patterns, exclude)
    beside = references_beside(placed)
    stories: dict[str, list[tuple[Path, PurePosixPath]]] = {}
    for path, source, story in placed:
        if story not in beside or source not in beside[story].sources:
            stories.setdefault(story, []).append((path, source))
    for story, found in stories.items():
        ids = article_ids([source for _, source in found])
        known = beside[story].references() if story in beside else None
        for (path, source), id_ in zip(found, ids, strict=True):
            yield RawFile(path, id_, str(source), story, known)


def listed_beside(root: Path, patterns: Sequence[str], exclude: Sequence[str]) -> dict[str, Beside]:
    """What lies beside the articles of each story."""
    return references_beside(_placed(root, patterns, exclude))


def _placed(
    root: Path, patterns: Sequence[str], exclude: Sequence[str]
) -> list[tuple[Path, PurePosixPath, str]]:
    return [
        (path, PurePosixPath(printable(path.relative_to(root).as_posix())), printable(story))
        for path, story in _paths(root, patterns, exclude)
    ]


def _paths(
    root: Path, patterns: Sequence[str], exclude: Sequence[str]
) -> Iterator[tuple[Path, str]]:
    """Each article's path, and its story."""
    for folder, story, names in folders(root, patterns, exclude):
        for name in names:
            path = folder / name
            if is_article(name) and not name.startswith(".") and not path.is_symlink():
                yield path, story


def folders(
    root: Path, patterns: Sequence[str], exclude: Sequence[str]
) -> Iterator[tuple[Path, str, list[str]]]:
    """Each folder that belongs to a story, with that story and the names of its files."""
    owners: dict[str, str | None] = {}
    for folder, below, names in os.walk(root):
        here = Path(folder).relative_to(root).as_posix()
        here = "" if here == "." else here
        above = owners.get(here.rpartition("/")[0]) if here else None
        story = story_of(here) if any(patmatch(here, p) for p in patterns) else above
        owners[here] = story
        below[:] = sorted(
            name
            for name in below
            if not name.startswith(".")
            and not _excluded(_join(here, name), exclude)
            and not (story is not None and saved_with(name, names))
        )
        if story is not None:
            yield Path(folder), story, sorted(names)


def _excluded(path: str, patterns: Sequence[str]) -> bool:
    return any(patmatch(path, pattern) for pattern in patterns)


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
