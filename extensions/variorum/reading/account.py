"""Every file below a folder, and what became of it: nothing is passed over in silence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from variorum.editors_files import EDITORS
from variorum.model import Article, Problem
from variorum.reading.files import is_article
from variorum.reading.formats import format_of
from variorum.reading.problems import AS_TEXT

__all__ = [
    "DESCRIBED", "Accounted", "Fate", "account_of", "by_name", "entry_of", "problem_of",
    "why_unread",
]  # fmt: skip

Fate = Literal["read", "belongs", "no article", "unreadable"]

_KINDS = {
    "a picture": "apng avif bmp gif heic ico jfif jpe jpeg jpg png psd svg tif tiff webp",
    "sound or film": "aac avi flac m4a m4v mkv mov mp3 mp4 oga ogg ogv opus wav webm wmv",
    "part of a web page": "css eot js map mjs otf ttf woff woff2",
    "data": "bib db parquet ris sqlite xls xlsx yaml yml",
    "a program": "dll exe ipynb py sh so",
}
_NO_ARTICLE = {f".{suffix}": kind for kind, said in _KINDS.items() for suffix in said.split()}
DESCRIBED = "the files it describes"
"""What a list of references belongs to."""


@dataclass(frozen=True, slots=True)
class Accounted:
    """What became of a file; of a folder that is passed over whole, the name ends in a slash."""

    source: str
    fate: Fate
    articles: tuple[str, ...] = ()
    """Ids of the articles that were read from it."""
    of: str = ""
    """What it belongs to: another file, or "the story"."""
    why: str = ""
    """Why it is no article, or can't be read."""
    remedy: str = ""
    """What would help."""


def by_name(source: PurePosixPath) -> Accounted | None:
    """What becomes of a file whose name says that it isn't read; ``None`` for one that is."""
    name, suffix = source.name, source.suffix.lower()
    if name in EDITORS:
        return Accounted(str(source), "belongs", of="the story")
    if name.startswith("."):
        return Accounted(str(source), "no article", why="hidden")
    if is_article(name):
        return None
    if format_of(name):
        why = "by its name it tells of the files around it"
        return Accounted(str(source), "no article", why=why, remedy="give it another name")
    if kind := _NO_ARTICLE.get(suffix):
        return Accounted(str(source), "no article", why=kind)
    return Accounted(str(source), "unreadable", why=why_unread(suffix), remedy=AS_TEXT)


def why_unread(suffix: str) -> str:
    """Why a file isn't tried whose suffix is that of no article."""
    return f"{suffix} is no format that is read" if suffix else "it has no suffix, such as .txt"


def problem_of(entry: Accounted) -> Problem | None:
    """The warning for a file that was passed over; none for one that belongs where it is."""
    if entry.fate in ("read", "belongs") or entry.why == "hidden":
        return None
    if entry.fate == "unreadable":
        return Problem("article", entry.source, entry.why, left_out=True, remedy=entry.remedy)
    return Problem("article", entry.source, f"not an article: {entry.why}", remedy=entry.remedy)


def account_of(
    files: Iterable[str], passed: Iterable[Accounted], articles: Iterable[Article],
    problems: Iterable[Problem],
) -> tuple[Accounted, ...]:  # fmt: skip
    """The whole account, in the order of the files' names.

    *files* are those that were tried, *passed* those that weren't, *articles* and *problems* what
    came of it.
    """
    tried = set(files)
    ids: dict[str, list[str]] = {source: [] for source in tried}
    for article in articles:
        ids.setdefault(article.source, []).append(article.id)
    wrong = {problem.source: problem for problem in problems if problem.left_out}
    within = Counter(
        whole for source in ids if source not in tried and (whole := _whole(source, tried))
    )
    parts = (source for source in wrong if source not in ids and _whole(source, tried))
    entries = [
        _entry(source, tuple(ids.get(source, ())), wrong.get(source), within[source])
        for source in (*ids, *parts)
    ]
    return tuple(sorted((*entries, *passed), key=lambda entry: _in_order(entry.source)))


def entry_of(problem: Problem) -> Accounted:
    """What became of a file, or a part of one, that was left out."""
    fate: Fate = "belongs" if problem.of else "no article" if problem.empty else "unreadable"
    return Accounted(
        problem.source, fate, of=problem.of, why=problem.message, remedy=problem.remedy
    )


def _whole(source: str, tried: Set[str]) -> str | None:
    """The file that something of this name is a part of."""
    return next((str(p) for p in PurePosixPath(source).parents if str(p) in tried), None)


def _in_order(source: str) -> list[str | int]:
    """Files as their names sort, the parts of one behind it, numbered ones by number."""
    return [int(p) if i % 2 else p for i, p in enumerate(re.split(r"(\d+)", source))]


def _entry(source: str, ids: tuple[str, ...], problem: Problem | None, within: int) -> Accounted:
    """What became of a file with articles, with *within* parts that have some, or with neither."""
    if ids or within:
        return Accounted(source, "read", ids, why=problem.message if problem else "")
    if problem is None:
        return Accounted(source, "no article", why="there is no article in it")
    return entry_of(problem)
