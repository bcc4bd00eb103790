"""Which folders hold raw articles, and which story each belongs to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sphinx.util.matching import patmatch

from variorum.reading import article_ids, is_article, printable, saved_with

ARTICLES = "articles"
"""A folder of this name belongs to the story of its parent folder."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A raw article; ``source`` is its path below the root, ``id`` is unique in its story."""

    path: Path
    id: str
    source: str
    story: str


def raw_files(root: Path, patterns: Sequence[str], exclude: Sequence[str]) -> Iterator[RawFile]:
    """Find the articles of every folder that a pattern matches, in a fixed order.

    What lies deeper belongs to the nearest folder above it that matches. Links are not followed,
    so nothing outside the root is read.
    """
    stories: dict[str, list[tuple[Path, PurePosixPath]]] = {}
    for path, story in _paths(root, patterns, exclude):
        source = PurePosixPath(printable(path.relative_to(root).as_posix()))
        stories.setdefault(printable(story), []).append((path, source))
    for story, found in stories.items():
        ids = article_ids([source for _, source in found])
        for (path, source), id_ in zip(found, ids, strict=True):
            yield RawFile(path, id_, str(source), story)


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
        story = _story(here) if any(patmatch(here, p) for p in patterns) else above
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


def _story(folder: str) -> str:
    parent, _, name = folder.rpartition("/")
    return parent if name == ARTICLES else folder


def _excluded(path: str, patterns: Sequence[str]) -> bool:
    return any(patmatch(path, pattern) for pattern in patterns)


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
