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

__all__ = ["EDITABLE", "Told", "as_told"]

EDITABLE = tuple(name for name in FIELDS if name != "story")
"""What an editor may say of an article."""


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """What is said of one article: its name, the fields and their values, and the line."""

    name: str
    values: Mapping[str, Any]
    line: int


def as_told(
    articles: Iterable[Article], told: Iterable[Told], story: str, ground: Ground, source: str
) -> tuple[list[Article], list[Problem]]:
    """The articles with what the editor says of them, and a problem for each name nobody bears."""
    listed = list(articles)
    problems = []
    for said in told:
        found = [i for i, article in enumerate(listed) if said.name in _names(article, story)]
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


def _names(article: Article, story: str) -> tuple[str, ...]:
    path = PurePosixPath(article.source)
    below = article.source.removeprefix(f"{story}/") if story else article.source
    return (article.id, path.name, path.stem, article.source, below)
