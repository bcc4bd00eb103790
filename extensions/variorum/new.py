"""``variorum new``: raw files into a story's folder, as articles to check by hand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path

import yaml

from variorum import editors_files, targets
from variorum.editors_files import STORY
from variorum.errors import UserError
from variorum.files import whole
from variorum.model import Article
from variorum.portable import portable
from variorum.reading import read_paths

_STORY = """\
# What the editor says of this story; both are optional.
# title: A short name for it
# lead: One to three sentences on what it is about.
"""

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


def new_story(folder: Path, files: Iterable[Path]) -> Iterator[Path]:
    """Write each file as ``articles/<id>.md`` below a story's folder and yield its path.

    Raises :exc:`~variorum.errors.UserError` for what cannot be read, and for an article that is
    there already.
    """
    reading = read_paths(list(files))
    for problem in reading.problems:
        if problem.left_out:
            raise UserError(f"{problem.source}: {problem.message}")
    if not reading.articles:
        raise UserError("none of the files is an article")
    yield from write_story(folder, reading.articles)


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
    said: dict[str, object] = {
        name: value
        for name in (
            "title", "outlet", "published", "updated", "agency", "photo_agency", "byline",
            "place", "url", "retrieved", "rights", "language",
        )
        if (value := getattr(meta, name))
    }  # fmt: skip
    for name, value in said.items():
        if isinstance(value, tuple):
            said[name] = list(value)
    front = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=100)
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
