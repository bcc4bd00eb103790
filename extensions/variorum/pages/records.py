"""The facts that several pages show, as the JSON that is staged: which keys, and of which types.

A page's own facts are a ``TypedDict`` in its module that begins with :class:`StoryPage`. Who shows
less of a record has a smaller record: what isn't in it can't make the page stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from variorum.model import Decision


class Origin(TypedDict):
    """For whose text a report counts, by siglum."""

    origin: str


class ListedSource(TypedDict):
    """A report as a page needs it that isn't about the reports."""

    siglum: str
    docname: str
    outlet: str | None
    title: str | None
    first_words: str
    published: str | None
    updated: str | None
    file: str
    withheld: bool
    shared: Origin | None


class ReviewFacts(TypedDict):
    """Who has read a story over, and when."""

    name: str
    date: str


class LeftOut(TypedDict):
    """A file that could not be read."""

    source: str
    message: str
    remedy: str


class Listed(TypedDict):
    """What a page says of its story, and of the reports."""

    pages: Mapping[str, str]
    story: str
    title: str | None
    lead: str | None
    sources: list[ListedSource]
    reviewed: ReviewFacts | None
    left_out: list[LeftOut]


class StoryPage(Listed):
    """What the facts of a story's page begin with."""

    docname: str


class Named(TypedDict):
    """An actor that can be chosen by, with how many entries are about it."""

    id: str
    name: str
    count: int


class Surroundings(TypedDict):
    """The words of a place in a report, with those around them."""

    before: str
    words: str
    after: str


class DateSaid(Surroundings, Decision):
    """A date expression, with the words around it and how it was resolved."""

    siglum: str
    docname: str
    anchor: str
    kind: str
    value: str | None
    counted_from: str | None
    rule: str
    why: list[Any]
    """Messages: :mod:`variorum.pages.messages`."""
    alternatives: list[str]
    confidence: float
    printed: bool
    """Whether it is the report's own stamp."""
