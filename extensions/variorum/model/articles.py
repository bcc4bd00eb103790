"""One report, as read: immutable text, and what is known of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]

Ground = Literal[
    "file", "page data", "address", "front matter", "record", "text", "story.yaml",
    "corrections.yaml",
]  # fmt: skip
"""Where a value comes from that no words of the text say: the file's name, what a page's head or
data say, the article's address, an ``.md`` file's head, the object of a data file, the words of
the text as a whole (its language), the editor's files."""
Basis = Span | Ground

ZoneKind = Literal[
    "headline", "standfirst", "subhead", "pull-line", "caption", "tweet",
    "stamp", "byline", "credit", "promo",
]  # fmt: skip
FOLDED: frozenset[str] = frozenset({"stamp", "byline", "credit", "promo"})
"""Kinds of zone that are no part of the article proper: folded on the page, never dropped."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of an article that isn't running prose."""

    kind: ZoneKind
    start: int
    end: int
    by: str = ""
    """Name of the rule that recognised it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or another unit of text; blocks are disjoint and in source order.

    What stands between two blocks is white space alone. ``kind`` is ``"paragraph"`` or the kind
    of the zone that the block is.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Inline:
    """Markup an ``.md`` or ``.html`` article carries inside its text: how a range is set."""

    kind: Literal["emphasis", "strong", "code", "link"]
    start: int
    end: int
    target: str = ""
    """Of a link: its address, ``http`` or ``https`` only."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """What an author marked in the source of an ``.md`` article: a role on a range, its target."""

    role: Literal["actor", "said", "when"]
    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says about itself; ``None`` or empty where it doesn't say.

    ``published`` and ``updated`` are ISO 8601, as precise as printed. ``basis`` maps a field to
    the range of the text it was read from, or to what else says it.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    agency: tuple[str, ...] = ()
    photo_agency: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    place: str | None = None
    url: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    language: str | None = None
    basis: Mapping[str, Basis] = field(default_factory=dict)

    def span(self, name: str) -> Span | None:
        """The range of the text that a field was read from; none where its words don't say it."""
        basis = self.basis.get(name)
        return None if basis is None or isinstance(basis, str) else basis


@dataclass(frozen=True, slots=True)
class Article:
    """One report, as read: immutable text, and what is known of its parts.

    ``source`` is the path as given by the caller, with forward slashes and never absolute;
    ``sha256`` is the hash of the file's bytes.
    """

    id: str
    source: str
    story: str
    text: str
    meta: Metadata
    blocks: tuple[Block, ...]
    zones: tuple[Zone, ...] = ()
    inlines: tuple[Inline, ...] = ()
    by_hand: tuple[ByHand, ...] = ()
    sha256: str = ""
    encoding: str = "utf-8"
    dateline: Span | None = None
    """Where its first sentence's dateline stands, "LISBON, May 4 (Reuters) -": nobody's words."""
    withheld: int = 0
    """How many of its words are not given: ``text`` is then short quotations from it."""

    @property
    def folded(self) -> tuple[Block, ...]:
        """The blocks that a page folds away."""
        return tuple(b for b in self.blocks if b.kind in FOLDED)

    @property
    def shown(self) -> tuple[Block, ...]:
        """The blocks that a page shows in place."""
        return tuple(b for b in self.blocks if b.kind not in FOLDED)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input, located; it costs that item and nothing else.

    ``subtype`` is one of :data:`variorum.config.WARNINGS`.
    """

    subtype: str
    source: str
    message: str
    line: int | None = None
    left_out: bool = False
    """Whether the article had to be left out of the edition."""
    story: str = ""
    """The story the item would have belonged to."""
    remedy: str = ""
    """What would help, where that is known."""
    empty: bool = False
    """Whether it was left out because there is no article in it."""
    of: str = ""
    """The file that it belongs to, where it was left out because of that."""
    quiet: bool = False
    """Whether nothing is wrong with it, so that only the account of all files tells it."""


def siglum(number: int) -> str:
    """The letter that stands for a source in notes: A to Z, then AA, AB, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
