"""Every kind of page, in the order in which tabs, ways in, contents and books give them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from variorum.pages import (
    abreast,
    actor,
    actor_across,
    actors,
    actors_across,
    agreed,
    article,
    blind,
    coverage,
    data,
    dates,
    differences,
    front,
    handouts,
    headlines,
    method,
    outlet,
    outlets,
    pairs,
    parallel,
    quiz,
    sources,
    statement,
    statements,
    stemma,
    stories,
    synopsis,
    timeline,
    versions,
)
from variorum.pages.kind import Facts, PageKind

KINDS: tuple[PageKind[Any], ...] = (
    front.PAGE,
    article.PAGE,
    headlines.PAGE,
    agreed.PAGE,
    differences.PAGE,
    handouts.PAGE,
    coverage.PAGE,
    pairs.PAGE,
    parallel.PAGE,
    abreast.PAGE,
    synopsis.PAGE,
    statements.PAGE,
    statement.PAGE,
    actors.PAGE,
    actor.PAGE,
    timeline.PAGE,
    dates.PAGE,
    sources.PAGE,
    stemma.PAGE,
    versions.PAGE,
    blind.PAGE,
    quiz.PAGE,
    data.PAGE,
    stories.PAGE,
    actors_across.PAGE,
    actor_across.PAGE,
    outlets.PAGE,
    outlet.PAGE,
    method.PAGE,
)
BY_NAME = {kind.name: kind for kind in KINDS}


def places() -> Iterator[tuple[str, str]]:
    """The pages that every story has: a name for each, and its place below the story's folder."""
    for kind in KINDS:
        yield from kind.places.items()


def place(name: str) -> str:
    """Where in its story's folder a page is that every story has."""
    return dict(places())[name]


def tabs(facts: Facts) -> list[tuple[str, str, bool]]:
    """Docname, name and whether the page belongs to it, for each tab of the page's story."""
    pages = facts.get("pages")
    if not pages:
        return []
    here = BY_NAME[facts["page"]].under or facts["page"]
    return [
        (pages[next(iter(kind.places))], kind.tab(), kind.name == here)
        for kind in KINDS
        if kind.tab
    ]
