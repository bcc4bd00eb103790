"""``variorum new``: raw files into a story's folder, as articles to check by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path

import yaml

from variorum.errors import UserError
from variorum.files import whole
from variorum.model import Article
from variorum.portable import portable
from variorum.reading import read_paths
from variorum.story import FILENAME

_STORY = """\
# What the editor says of this story; both are optional.
# title: A short name for it
# lead: One to three sentences on what it is about.
"""

# Escaped wherever they stand: what opens inline markup anywhere in a line.
_INLINE = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>{}$~|&!"})
# Escaped at the start of a block, where they would open a heading, a list or a quotation.
_OPENERS = ("#", "-", "+", "=", ":", "@", "%", "(", "^")


def new_story(root: Path, name: str, files: Iterable[Path]) -> Iterator[Path]:
    """Write each file as ``root/name/articles/<id>.md`` and yield its path.

    Raises :exc:`~variorum.errors.UserError` for a name that isn't a folder's, for what cannot be
    read, and for an article that is there already.
    """
    folder = story_folder(root, name)
    reading = read_paths(list(files))
    for problem in reading.problems:
        if problem.left_out:
            raise UserError(f"{problem.source}: {problem.message}")
    if not reading.articles:
        raise UserError("none of the files is an article")
    yield from write_story(folder, reading.articles)


def story_folder(root: Path, name: str) -> Path:
    """The folder of a story by its name.

    Raises :exc:`~variorum.errors.UserError` for a name that leads elsewhere, or that not every
    system takes for a folder's.
    """
    if not name or name.startswith(".") or portable(name) != name:
        raise UserError(f"{name!r} is no name for a story's folder")
    return root / name


def write_story(folder: Path, articles: Sequence[Article]) -> Iterator[Path]:
    """Write each article below a story's folder and yield its path; never over one that is there.

    Raises :exc:`~variorum.errors.UserError`.
    """
    paths = [folder / "articles" / f"{name}.md" for name in _file_names(articles)]
    for path in paths:
        if path.exists():
            raise UserError(f"{path} is there already; move it away to write it anew")
    try:
        if not (folder / FILENAME).exists():
            _write(folder / FILENAME, _STORY)
        for path, article in zip(paths, articles, strict=True):
            _write(path, as_myst(article))
            yield path
    except OSError as error:
        raise UserError(f"cannot write below {folder}: {error.strerror}") from error


def _write(path: Path, text: str) -> None:
    with whole(path) as file:
        file.write(text.encode("utf-8"))


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
