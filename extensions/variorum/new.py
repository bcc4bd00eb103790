"""``variorum new``: raw files into a story's folder, as articles to check by hand."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path

import yaml

from variorum import editors_files, targets
from variorum.editors_files import STORY
from variorum.errors import UserError
from variorum.files import whole
from variorum.model import Article
from variorum.portable import portable
from variorum.reading import ReadingError, read_bytes, read_paths
from variorum.told import EDITABLE

STDIN = Path("-")
"""Stands for standard input among the files."""
_STORY = """\
# What the editor says of this story; all of it is optional.
# title: A short name for it
# lead: One to three sentences on what it is about.
# articles:                      # what is said of single files stands over what was read
#   FILE.txt:
#     outlet: The Harbour Herald
#     published: 2022-01-12      # or with a time: 2022-01-12T08:30+01:00
"""
_HINTS = {
    "published": "2022-01-12, or 2022-01-12T08:30+01:00",
    "agency": "[Reuters]",
    "photo_agency": "[Getty Images]",
    "byline": "[Jana Novak, Karin Holt]",
    "rights": "CC BY 4.0",
    "language": "en",
}
"""How the value of a key is written, where that isn't plain."""
_PASTED = "pasted"
"""What an article without a headline is called that came from standard input."""

# Escaped wherever they stand: what opens inline markup anywhere in a line.
_INLINE = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>{}$~|&!"})
# Escaped at the start of a block, where they would open a heading, a list or a quotation.
_OPENERS = ("#", "-", "+", "=", ":", "@", "%", "(", "^")


def story_folder(root: Path, name: str, files: Iterable[Path], *, force: bool = False) -> Path:
    """The folder of a story that articles read from *files* may be written into.

    Raises :exc:`~variorum.errors.UserError` for a name that isn't a folder's, for a folder that
    overlaps the files and, without *force*, for one that holds no story.
    """
    if not name or name.startswith(".") or portable(name) != name:
        raise UserError(f"{name!r} is no name for a story's folder")
    folder = targets.below(root, name)
    targets.claim(folder, files, force=force or (folder / STORY).exists())
    return folder


def read_new(files: Sequence[Path], pasted: Callable[[], bytes]) -> list[Article]:
    """The articles of files; ``-`` among them is the one that *pasted* gives.

    Raises :exc:`~variorum.errors.UserError` for what cannot be read.
    """
    named = [file for file in files if file != STDIN]
    reading = read_paths(named)
    for problem in reading.problems:
        if problem.left_out:
            raise UserError(f"{problem.source}: {problem.message}")
    articles = list(reading.articles)
    if len(named) < len(files):
        articles.append(_from_clipboard(pasted()))
    if not articles:
        raise UserError("none of the files is an article")
    return articles


def _from_clipboard(data: bytes) -> Article:
    """An article from bytes without a name: it is called by its headline."""
    head = data[:1000].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        suffix = ".html"
    else:
        suffix = ".md" if head.startswith(b"---\n") else ".txt"
    try:
        article = read_bytes(data, f"{_PASTED}{suffix}", id=_PASTED)
    except ReadingError as error:
        raise UserError(f"standard input: {error.problem.message}") from error
    words = re.findall(r"\w+", (article.meta.title or "").lower())
    return dataclasses.replace(article, id="-".join(words[:6]) or _PASTED)


def write_story(folder: Path, articles: Sequence[Article]) -> Iterator[Path]:
    """Write each article below a story's folder and yield its path; never over one that is there.

    Raises :exc:`~variorum.errors.UserError`.
    """
    names = _file_names(articles)
    paths = [targets.below(folder, f"articles/{name}.md") for name in names]
    for path in paths:
        if path.exists():
            raise UserError(f"{path} is there already; move it away to write it anew")
    try:
        if not os.path.lexists(folder / STORY):
            editors_files.write(folder, STORY, _STORY)
        for path, article in zip(paths, articles, strict=True):
            with whole(path) as file:
                file.write(as_myst(article).encode())
            yield path
    except OSError as error:
        raise UserError(f"cannot write below {folder}: {error.strerror}") from error


def _file_names(articles: Iterable[Article]) -> list[str]:
    """A name for each, with a number where another has it."""
    taken: dict[str, None] = {}
    for article in articles:
        plain = file_name(article.id)
        numbered = (f"{plain}-{number}" for number in count(2))
        taken[next(name for name in chain([plain], numbered) if name not in taken)] = None
    return list(taken)


def file_name(id_: str) -> str:
    """An article's id as the name of a file: of an archive's ids some are addresses or paths."""
    return portable(re.sub(r"[^\w.-]+", "-", id_).strip(".-")[:100] or "article")


def as_myst(article: Article) -> str:
    """The article as MyST with front matter: every block in its order, its words escaped."""
    meta = article.meta
    said: dict[str, object] = {name: value for name in EDITABLE if (value := getattr(meta, name))}
    for name, value in said.items():
        if isinstance(value, tuple):
            said[name] = list(value)
    front = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=100) if said else ""
    for name in EDITABLE:
        if name not in said:
            front += f"# {name}: {_HINTS.get(name, '')}".rstrip() + "\n"
    title_shown = False
    blocks = []
    for block in article.blocks:
        words = article.text[block.start : block.end]
        if block.kind == "headline" and not title_shown:
            title_shown = True  # it stands in the front matter
            continue
        lead = "## " if block.kind == "subhead" else ""
        blocks.append(lead + escape(words))
    return f"---\n{front}---\n\n" + "\n\n".join(blocks) + "\n"


def escape(words: str) -> str:
    """Words that Markdown reads back as they are, on one line."""
    line = " ".join(words.split()).translate(_INLINE)
    number, dot, rest = line.partition(".")
    if dot and number.isdecimal():
        return f"{number}\\.{rest}"
    return f"\\{line}" if line.startswith(_OPENERS) else line
