"""What an editor says of an article stands over what was read from it: ``articles:`` in story.yaml.

An article is named by its file, with its suffix or without, by the file's path below the story's
folder, or by its id.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from variorum.model import Article, Ground, Problem, Zone, ZoneKind
from variorum.reading.schema import FIELDS
from variorum.reading.sheet import plain

__all__ = ["EDITABLE", "VERSION_OF", "Told", "as_told", "names_of", "versions_told"]

EDITABLE = tuple(name for name in FIELDS if name != "story")
"""What an editor may say of an article."""
HEAD = 14
"""In so many paragraphs and lines at an article's top its title is looked for."""
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
            if "title" in said.values:
                listed[i] = _titled(listed[i])
        if not found:
            message = f"no article of this story is called {said.name!r}"
            subtype = "story" if ground == "story.yaml" else "correction"
            problems.append(Problem(subtype, source, message, said.line))
    return listed, problems


def _titled(article: Article) -> Article:
    """The article with the line that says its title as the headline, if its head has that line.

    What was taken for the headline instead is folded, as lines of a site are.
    """
    title = plain(article.meta.title or "")
    lines = [plain(article.text[b.start : b.end]) for b in article.blocks[:HEAD]]
    if not title or title not in lines:
        return article
    at = lines.index(title)
    blocks = [
        dataclasses.replace(b, kind="headline") if n == at
        else dataclasses.replace(b, kind="promo") if b.kind == "headline" and lines[n] != title
        else b
        for n, b in enumerate(article.blocks[:HEAD])
    ]  # fmt: skip
    blocks += article.blocks[HEAD:]
    if tuple(blocks) == article.blocks:
        return article
    zones = {(z.start, z.end): z for z in article.zones}
    for old, new in zip(article.blocks, blocks, strict=True):
        if old != new:
            kind: ZoneKind = "headline" if new.kind == "headline" else "promo"
            zones[new.start, new.end] = Zone(kind, new.start, new.end, "given-title")
    return dataclasses.replace(
        article, blocks=tuple(blocks), zones=tuple(zones[span] for span in sorted(zones))
    )


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
