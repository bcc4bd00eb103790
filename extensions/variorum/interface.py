"""What a Python program can ask for: :mod:`variorum` offers these under its own name.

The examples run in the root of the repository, where the bundled story lies.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import UserError

if TYPE_CHECKING:
    from variorum.edition import Story
    from variorum.model import Annotation, Article, Problem
    from variorum.printed import Annotated

__all__ = ["annotate", "build", "collate", "load", "read"]

StrPath = str | Path


def read(*paths: StrPath) -> tuple[Article, ...]:
    """The articles in files, folders and ``.jsonl`` files, in the order of their paths.

    What is no article, or can't be read, is named in a :class:`UserWarning`.

    Raises :exc:`~variorum.errors.UserError` where a path isn't there.

    >>> import variorum
    >>> articles = variorum.read("source/geneva-2022")
    >>> len(articles)
    5
    >>> articles[0].meta.outlet
    'Brackwater Times'
    """
    from variorum.reading import read_paths

    named = [Path(path) for path in paths]
    for path in named:
        if not path.exists():
            raise UserError(f"no such file or folder: {path}")
    found = read_paths(named)
    _warn(found.problems)
    return tuple(found.articles)


def annotate(article: Article) -> tuple[Annotation, ...]:
    """What is found in one article, in the order of its text.

    ``article.text[a.start:a.end] == a.exact`` holds for each. Actors have the ids that they get in
    this article alone; those of a story come from :func:`collate`.

    >>> import variorum
    >>> [article] = variorum.read("source/geneva-2022/articles/vellmark-daily.txt")
    >>> found = variorum.annotate(article)
    >>> all(article.text[a.start:a.end] == a.exact for a in found)
    True
    >>> sorted({a.type for a in found})
    ['date', 'entity', 'figure', 'quote', 'reference', 'role']
    """
    [story] = collate([article])
    return story.annotations.get(article.id, ())


def collate(articles: Iterable[Article], *, edited: StrPath | None = None) -> tuple[Story, ...]:
    """The stories of some articles, in the order of their keys, with what was found in each.

    A :class:`Story` has its articles, ``annotations`` by the id of each, ``actors`` and
    ``findings``. *edited* is the folder in which ``story.yaml``, ``actors.yaml`` and
    ``corrections.yaml`` lie, if they are to count.

    >>> import variorum
    >>> articles = variorum.read("source/geneva-2022")
    >>> [story] = variorum.collate(articles)
    >>> [story.sigla[article.id] for article in story.articles]
    ['A', 'B', 'C', 'D', 'E']
    >>> finding = story.findings.findings[0]
    >>> len(finding.readings) > 1
    True
    """
    from variorum.analysis.parse import load_model
    from variorum.edition import analysed, assemble
    from variorum.folders import editors_words

    listed = list(articles)
    folders = [Path(edited)] if edited is not None else []
    words = editors_words(folders, {article.story for article in listed})
    edition = assemble(listed, words.told, words.authorities, words.problems, words.corrections)
    _warn(edition.problems)
    return tuple(analysed(edition.stories, load_model))


def load(path: StrPath) -> tuple[Annotated, ...]:
    """The articles in a file that ``variorum annotate`` printed, as records again.

    An :class:`Annotated` has the article's ``id``, ``source``, ``story``, ``meta``, ``zones`` and
    ``annotations``, and its ``text`` where that was printed, too.

    Raises :exc:`~variorum.errors.UserError` at the first line that is no such article.
    """
    from variorum.printed import load

    return tuple(load(Path(path)))


def build(folder: StrPath, output: StrPath | None = None, **values: object) -> Path:
    """Make a website of a folder of articles; the path of its front page.

    *output* is ``build/`` and the folder's name where none is given; *values* are configuration
    values (``language="de"``, ``variorum_publish="quotations"``).

    Raises :exc:`~variorum.errors.UserError` where nothing can be built.
    """
    from variorum.website import build_folder

    return build_folder(Path(folder), Path(output) if output is not None else None, values)


def _warn(problems: Iterable[Problem]) -> None:
    for problem in problems:
        place = problem.source if problem.line is None else f"{problem.source}:{problem.line}"
        warnings.warn(f"{place}: {problem.message}", UserWarning, stacklevel=3)
