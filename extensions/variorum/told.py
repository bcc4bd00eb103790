"""What an editor says of an article stands over what was read from it: ``articles:`` in story.yaml.

An article is named by its file, with its suffix or without, by the file's path below the story's
folder, or by its id.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from variorum.model import Article, Ground, Problem
from variorum.reading.schema import FIELDS

__all__ = ["EDITABLE", "VERSION_OF", "Told", "as_told", "names_of", "versions_told"]

EDITABLE = tuple(name for name in FIELDS if name != "story")
"""What an editor may say of an article."""
VERSION_OF = "version_of"
"""The key that says of which other article one is a version."""


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """What is said of one article: its name, the fields and their values, and the line."""

    name: str
    values: Mapping[str, Any]
    line: int
    version_of: str | None = None
    """The name of the article that it is a version of; "": of none."""


def as_told(
    articles: Iterable[Article], told: Iterable[Told], story: str, ground: Ground, source: str
) -> tuple[list[Article], list[Problem]]:
    """The articles with what the editor says of them, and a problem for each name nobody bears."""
    listed = list(articles)
    problems = []
    for said in told:
        found = [i for i, article in enumerate(listed) if said.name in names_of(article, story)]
        for i in found:
            meta = listed[i].meta
            basis = {**meta.basis, **dict.fromkeys(said.values, ground)}
            meta = dataclasses.replace(meta, **said.values, basis=basis)
            listed[i] = dataclasses.replace(listed[i], meta=meta)
        if not found:
            message = f"no article of this story is called {said.name!r}"
            subtype = "story" if ground == "story.yaml" else "correction"
            problems.append(Problem(subtype, source, message, said.line))
    return listed, problems


def versions_told(
    articles: Iterable[Article], told: Iterable[Told], story: str, source: str
) -> tuple[dict[str, str], list[Problem]]:
    """By id, of which other article the editor says one is a version; "" where of none."""
    by_name = {name: article.id for article in articles for name in names_of(article, story)}
    decided, problems = {}, []
    for said in told:
        if said.version_of is None or said.name not in by_name:
            continue
        if said.version_of and said.version_of not in by_name:
            message = f"{VERSION_OF}: no article of this story is called {said.version_of!r}"
            problems.append(Problem("story", source, message, said.line))
            continue
        decided[by_name[said.name]] = by_name.get(said.version_of, "")
    return decided, problems


def names_of(article: Article, story: str) -> tuple[str, ...]:
    """What an editor may call an article: its id, or its file in several ways."""
    path = PurePosixPath(article.source)
    below = article.source.removeprefix(f"{story}/") if story else article.source
    return (article.id, path.name, path.stem, article.source, below)
