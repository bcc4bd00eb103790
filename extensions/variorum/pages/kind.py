"""What a kind of page is: one module each, and everything that the rest of the house asks of it.

A page is made in two steps. Where its story is staged, ``facts`` gives all that the page will show,
as builtins that JSON holds; where Sphinx reads the page, ``view`` makes elements of that and of
nothing else, so what a page shows can't be older than what it was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, NotRequired, TypedDict, TypeVar

from variorum.pages.records import JsonLd, MessageFacts

if TYPE_CHECKING:
    from variorum.pages.page import Page
    from variorum.pages.shares import StoryShare
    from variorum.pages.story_facts import StoryFacts

__all__ = [
    "Defined",
    "Door",
    "Facts",
    "FeedEntry",
    "Group",
    "Head",
    "Options",
    "PageKind",
    "Preview",
    "Unit",
]

Facts = Mapping[str, Any]
"""The facts of any page: each has a ``TypedDict`` of its own (:mod:`variorum.pages.records`)."""


class Options(TypedDict, total=False):
    """What an author wants of a view (:mod:`variorum.pages.selection`)."""

    actor: str
    source: str
    kind: str
    limit: int


class Unit(TypedDict):
    """Something to be found.

    *sources* are sigla, *actors* names, *label* says more of it. One of three is there: *text*, a
    paragraph of an article; *of*, a paragraph's number in the list with a range of its text in
    UTF-16 code units, as a browser counts; *words*, what the reader says itself.
    """

    kind: str
    docname: str
    anchor: str
    sources: list[str]
    actors: list[str]
    label: NotRequired[str]
    text: NotRequired[str]
    of: NotRequired[list[int]]
    words: NotRequired[MessageFacts]


class Head(TypedDict):
    """What the head of a page says of it."""

    description: str
    kind: str
    data: JsonLd | None


Group = Literal["compare", "look up", "use"]

F = TypeVar("F", bound=Facts)


@dataclass(frozen=True, slots=True)
class Door:
    """A way in from the front page: its group, its name, and what is behind it."""

    group: Group
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Defined:
    """Something that a page defines, for roles and for other sites' links."""

    id: str
    kind: Literal["actor", "statement", "finding"]
    name: str
    anchor: str = "top"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a link to a page, or to a place on it, shows before it is followed."""

    kind: str
    name: str
    said: tuple[str, ...]
    """A sentence or two, a paragraph each."""
    anchor: str = ""


class FeedEntry(NamedTuple):
    """A report in a page's feed: where on its page to, and what is said of it there."""

    docname: str
    anchor: str = ""
    said: str = ""


def _nothing(_of: object) -> Iterator[Any]:
    """What most kinds of page have none of."""
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind(Generic[F]):
    """A kind of page, declared at the end of its module as ``PAGE``.

    ``facts`` gives the facts of each page of this kind that a story has (without ``page``, which is
    ``name``); ``view`` makes a page of them. The rest says how the kind stands among the others.
    """

    name: str
    view: Callable[[F], Page]
    facts: Callable[[StoryFacts], Iterable[F]] = _nothing
    """None for a page that is made of all stories."""
    also: Callable[[StoryFacts], Iterable[Facts]] = _nothing
    """What is staged for directives besides, and is no page."""
    across: Callable[[Sequence[StoryShare]], Iterable[F]] = _nothing
    """The facts of each page that is made of all stories' shares, where there are several."""
    places: Mapping[str, str] = field(default_factory=dict)
    """The pages of this kind that every story has: a name for each, by which others link to it
    (``facts["pages"][name]``), with its place below the story's folder."""
    tab: Callable[[], str] | None = None
    """What its tab is called, which leads to the first of its places."""
    under: str = ""
    """The kind to whose tab it belongs, and in whose chapter it stands in a book."""
    door: Callable[[Mapping[str, int]], Door | None] | None = None
    """How the front page leads here, given the counts of a story; not at all without a door."""
    head: Callable[[F], Head] | None = None
    directive: bool = False
    """Whether an author may put it on any page by ``variorum-<name>`` …"""
    short_name: bool = True
    """… and by ``<name>``."""
    options: tuple[str, ...] = ()
    """The options of the directive, of those in :mod:`variorum.pages.selection` …"""
    selected: Callable[[F, Options], F] | None = None
    """… and the facts with what the options leave of them."""
    defines: Callable[[F], Iterable[Defined]] = _nothing
    feed: Callable[[F], Iterable[FeedEntry]] = _nothing
    """The reports that the feed of the page gives."""
    previews: Callable[[F], Iterable[Preview]] = _nothing
    search: Callable[[StoryFacts, int], Iterable[Unit]] | None = None
    """What the search knows of the pages of this kind in a story; the number is how many units
    stand before."""
    listed: bool = True
    """Whether the search gives the page by its title where nothing is asked."""
    indexed: bool = True
    """Whether its words are searched as a page's, and not only as those of the reports."""
    in_contents: bool = True
    """Whether it has a place in the contents of its story."""
    on_paper: bool = True
    """Whether a printed book has it."""
    abridged: Callable[[F], F] | None = None
    """Its facts with what a reader's edition prints of them; all of them without it."""
    scripts: tuple[str, ...] = ()
    """Scripts that the kind has; all of it works without them."""
    asked: tuple[str, ...] = ()
    """Scripts that are fetched when a reader first asks for what they do."""
