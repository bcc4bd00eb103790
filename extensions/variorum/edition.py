"""From a folder of articles to an edition: reading, analysis and collation in their order.

The command line and the Sphinx extension both go through :func:`assemble`; it imports neither
docutils nor Sphinx.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from variorum.model import Annotation, Article, Problem
from variorum.story import StoryFile

__all__ = ["Edition", "Story", "assemble", "siglum"]


@dataclass(frozen=True, slots=True)
class Story:
    """All articles on one story, in the order of the edition, with what was found in them.

    ``sigla`` gives each article's letter by its id, ``annotations`` what was found in it.
    """

    key: str
    articles: tuple[Article, ...]
    title: str | None = None
    lead: str | None = None
    sigla: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, tuple[Annotation, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edition:
    """The stories of one call, sorted by key, and what went wrong on the way."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()


def siglum(number: int) -> str:
    """The letter that stands for a source in notes: A to Z, then AA, AB, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """By the date printed on them, the undated last; then by id."""

    def key(article: Article) -> tuple[bool, str, str]:
        printed = article.meta.published or article.meta.updated
        return (printed is None, printed or "", article.id)

    return tuple(sorted(articles, key=key))


def assemble(
    articles: Iterable[Article], told: Mapping[str, StoryFile], problems: Iterable[Problem] = ()
) -> Edition:
    """Put articles into stories; *told* holds what the editor says of each, by its key."""
    by_story: dict[str, list[Article]] = {}
    for article in articles:
        by_story.setdefault(article.story, []).append(article)
    stories = []
    for key, members in sorted(by_story.items()):
        ordered = in_order(members)
        said = told.get(key, StoryFile())
        sigla = {article.id: siglum(i) for i, article in enumerate(ordered)}
        stories.append(Story(key, ordered, said.title, said.lead, sigla))
    return Edition(tuple(stories), tuple(problems))
