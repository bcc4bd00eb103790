"""From paths to articles: files, folders of files, and ``.jsonl`` files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from variorum import links
from variorum.model import Article, Problem
from variorum.reading.account import (
    DESCRIBED,
    Accounted,
    account_of,
    by_name,
    problem_of,
    why_unread,
)
from variorum.reading.articles import read_articles
from variorum.reading.beside import references_beside
from variorum.reading.decode import MAX_BYTES
from variorum.reading.files import article_ids, printable, saved_with, story_of
from variorum.reading.formats import format_of
from variorum.reading.objects import read_objects
from variorum.reading.problems import AS_TEXT, ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.reading.references import References

__all__ = ["Found", "Reading", "find_files", "read_paths"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Articles in the order of the paths, and what was wrong with the input."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    account: tuple[Accounted, ...] = ()
    """Every file, and what became of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: its path, and the id, source and story its article gets."""

    path: Path
    id: str
    source: str
    story: str
    named: bool = False
    """Whether the call names it, not a folder above it."""
    references: References | None = None
    """What is known of the files of its story."""


def read_paths(
    paths: Iterable[Path | str], *, story: str = "", max_bytes: int = MAX_BYTES
) -> Reading:
    """Read files, folders (recursively, in sorted order) and ``.jsonl`` files.

    *story* is the call's: what articles belong to that name none and lie in no folder of their
    own. What can't be read is a problem, and the rest goes on.
    """
    files, passed = find_files(paths, story=story)
    problems = [problem for entry in passed if (problem := problem_of(entry))]
    articles: list[Article] = []
    seen: set[str] = set()
    for file in files:
        for item in _read(file, max_bytes, problems):
            if item.id in seen:
                message = f"the id {item.id!r} is given twice; the second article is left out"
                problems.append(Problem("article", item.source, message, left_out=True))
            else:
                seen.add(item.id)
                articles.append(item)
    account = account_of((file.source for file in files), passed, articles, problems)
    return Reading(tuple(articles), tuple(p for p in problems if not p.quiet), account)


def _read(file: Found, max_bytes: int, problems: list[Problem]) -> Iterator[Article]:
    try:
        if file.named and file.path.suffix.lower() == ".jsonl":
            with file.path.open("rb") as lines:
                for item in read_objects(lines, file.source, max_bytes=max_bytes):
                    if isinstance(item, Problem):
                        problems.append(item)
                    else:
                        yield item
        else:
            yield from read_articles(
                file.path,
                file.story,
                id=file.id,
                source=file.source,
                max_bytes=max_bytes,
                warn=problems.append,
                references=file.references,
            )
    except ReadingError as error:
        problems.append(error.problem)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        problems.append(Problem("article", file.source, message, left_out=True))


def find_files(
    paths: Iterable[Path | str], *, story: str = ""
) -> tuple[list[Found], list[Accounted]]:
    """The files that :func:`read_paths` reads, each once, with the ids their articles get.

    Beside them, those that it passes over.
    """
    found: list[tuple[Path, PurePosixPath, str, bool]] = []
    passed: list[Accounted] = []
    known: set[Path] = set()
    for path in map(Path, paths):
        for file, source in _files(path, passed):
            if (real := file.resolve()) not in known:
                known.add(real)
                folder = story_of("/".join(source.parent.parts))
                found.append((file, source, folder or story, path.is_file()))
    beside = references_beside((path, source, story) for path, source, story, _ in found)
    lists = {source for each in beside.values() for source in each.sources}
    passed += [Accounted(str(s), "belongs", of=DESCRIBED) for s in sorted(lists)]
    found = [each for each in found if each[1] not in lists]
    references = {story: each.references() for story, each in beside.items()}
    ids = article_ids([source for _, source, _, _ in found])
    files = [
        Found(path, id_, str(source), story, named, references.get(story))
        for (path, source, story, named), id_ in zip(found, ids, strict=True)
    ]
    return files, passed


def _files(path: Path, passed: list[Accounted]) -> Iterator[tuple[Path, PurePosixPath]]:
    """The articles at a path, and their place relative to it."""
    if path.is_dir():
        for folder, folders, names in os.walk(path):
            for name in sorted(folders):
                below = f"{_below(path, Path(folder, name))}/"
                if why := _why_not_entered(Path(folder, name)):
                    passed.append(Accounted(below, "no article", why=why))
                    folders.remove(name)
                elif page := saved_with(name, names):
                    passed.append(Accounted(below, "belongs", of=page))
                    folders.remove(name)
            folders.sort()
            for name in sorted(names):
                file = Path(folder, name)
                source = _below(path, file)
                if entry := by_name(source):
                    passed.append(entry)
                elif file.is_symlink():
                    passed.append(Accounted(str(source), "unreadable", why=links.IS_LINK))
                else:
                    yield file, source
    elif not path.exists():
        why = "there is no such file or folder"
        passed.append(Accounted(printable(path.name), "unreadable", why=why))
    elif format_of(path.name):
        yield path.resolve(), PurePosixPath(printable(path.name))
    else:
        why = why_unread(path.suffix)
        passed.append(Accounted(printable(path.name), "unreadable", why=why, remedy=AS_TEXT))


def _why_not_entered(folder: Path) -> str:
    if folder.name.startswith("."):
        return "hidden"
    return links.IS_LINK if folder.is_symlink() else ""


def _below(root: Path, path: Path) -> PurePosixPath:
    return PurePosixPath(printable(path.relative_to(root).as_posix()))
