"""What the rooms hand each other: articles, annotations, actors, stories, findings.

Everything is frozen and built from builtins, so that it can be hashed, cached, pickled between
processes and compared. Offsets are half-open and count characters (code points) of
:attr:`Article.text`; ``article.text[start:end] == exact`` holds for every annotation.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

__all__ = [
    "FOLDED",
    "Anchor",
    "Annotation",
    "Article",
    "Block",
    "DateRef",
    "Entity",
    "Figure",
    "Finding",
    "FindingKind",
    "Inline",
    "Metadata",
    "OpenName",
    "Problem",
    "Quote",
    "Reading",
    "Reference",
    "Role",
    "Span",
    "Variant",
    "WordChange",
    "Zone",
    "annotation_id",
    "finding_id",
]

Span = tuple[int, int]

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
class Metadata:
    """What an article says about itself; ``None`` or empty where it doesn't say.

    ``published`` and ``updated`` are ISO 8601, as precise as printed. ``basis`` maps a field to
    the range of the text it was read from; a field given from outside (front matter, ``.jsonl``)
    has none.
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
    basis: Mapping[str, Span] = field(default_factory=dict)


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
    sha256: str = ""
    encoding: str = "utf-8"

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


# --- annotations ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A stand-off annotation: a range of one article's text, and why it is there.

    ``by`` names the rule or model it comes from; ``confidence`` is a probability, 0 to 1.
    """

    type: ClassVar[str] = ""

    id: str
    start: int
    end: int
    exact: str
    by: str
    confidence: float

    def to_json(self) -> dict[str, Any]:
        """The object that ``variorum annotate`` prints."""
        fields = dataclasses.asdict(self)
        head = {"id": fields.pop("id"), "type": self.type}
        return head | fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Annotation):
    """A name, without article, possessive 's or honorific."""

    type: ClassVar[str] = "entity"

    label: str
    """PER, ORG, GPE, LOC, FAC, NORP, EVENT, PRODUCT or WORK."""
    actor: str | None = None
    metonym_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Annotation):
    """A pronoun, possessive, relative or noun phrase that stands for a named actor."""

    type: ClassVar[str] = "reference"

    actor: str | tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Annotation):
    """A title or description given to a person, as written."""

    type: ClassVar[str] = "role"

    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Annotation):
    """What somebody is reported to have said; fields as in the README's table of formats."""

    type: ClassVar[str] = "quote"

    kind: Literal["direct", "mixed", "indirect"]
    parts: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    speaker: str | tuple[str, ...] | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    addressee: str | None = None
    addressee_span: Span | None = None
    medium: str | None = None
    medium_span: Span | None = None
    when_span: Span | None = None
    """The words that say when it was said, such as "on Tuesday"."""
    implies: str | None = None
    """What the cue lets the reader understand: a value of the lexicons, such as ``"denying"``."""
    utterance: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of writing that an article's relative dates are counted from.

    ``value`` is ISO 8601, as precise as it is known; ``source`` says which clock it is.
    """

    value: str
    source: Literal["published", "updated", "inferred", "given"] = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRef(Annotation):
    """A temporal expression; ``value`` is ISO 8601 / TIMEX3, ``anchor`` what it is counted from.

    ``by`` names the rule that recognised it, ``rule`` the one that resolved it, ``why`` says so in
    a sentence. ``mod`` is a TIMEX3 modifier (START, MID, END, APPROX, LESS_THAN …); ``zone`` holds
    the offsets from UTC that a printed time zone may stand for; ``way`` is the direction of the
    clause around it: -1 back, 1 ahead, 0 untold.
    """

    type: ClassVar[str] = "date"

    kind: Literal["date", "time", "duration", "set"]
    value: str | None
    anchor: str | None = None
    rule: str = ""
    alternatives: tuple[str, ...] = ()
    mod: str | None = None
    zone: tuple[str, ...] = ()
    way: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Annotation):
    """A quantity; the value lies between ``low`` and ``high``, ``None`` where that end is open.

    ``unit`` is a unit of measure ("hour", "km", "%") or a currency's ISO code, ``of`` the noun
    counted or measured, in the plural where it is counted.
    """

    type: ClassVar[str] = "figure"

    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None


# --- actors --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who or what is named in the articles of a story; each :attr:`Entity.actor` is one's id."""

    id: str
    """A slug: safe as a file name and as part of an address, unique in the story."""
    name: str
    """Canonical name, for headings."""
    label: str
    """Label of its names: PER, ORG, GPE, …; an adjective's country is a GPE."""
    names: tuple[tuple[str, int], ...] = ()
    """Forms used, with their counts in the story, most used first."""
    articles: tuple[tuple[str, int], ...] = ()
    """Ids of the articles that name it, with the count of names in each."""
    metonyms: tuple[tuple[str, int], ...] = ()
    """Forms by which another's name stands for it ("Moscow" for Russia), with counts."""
    description: str = ""
    wikidata: str = ""
    edited: bool = False
    """Whether an editor's authority file names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenName:
    """A name that fits several actors and was left open."""

    name: str
    candidates: tuple[str, ...]
    """Ids of the actors it fits."""
    mentions: tuple[tuple[str, int, int], ...]
    """Article id, start and end of each mention."""


def annotation_id(article: str, type_: str, exact: str, occurrence: int) -> str:
    """A short id from content alone, so that an edit elsewhere changes no other id.

    *occurrence* counts the annotations of this article, type and words, from 0 in text order.
    """
    said = "\x1f".join((article, type_, exact, str(occurrence)))
    return type_[0] + hashlib.sha256(said.encode()).hexdigest()[:10]


def with_ids(article: str, annotations: Iterable[Annotation]) -> list[Annotation]:
    """Sort annotations (start, longest first, type) and give each its id."""
    seen: dict[tuple[str, str], int] = {}
    done = []
    for a in sorted(annotations, key=lambda a: (a.start, -a.end, a.type, repr(a))):
        occurrence = seen.get((a.type, a.exact), 0)
        seen[a.type, a.exact] = occurrence + 1
        done.append(dataclasses.replace(a, id=annotation_id(article, a.type, a.exact, occurrence)))
    return done


# --- findings ------------------------------------------------------------------------------------

FindingKind = Literal[
    "quote-variant", "shared-text", "figure", "date-conflict", "wording", "role", "name",
    "attribution", "contradiction", "omission", "unique-claim",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article has at a place where the articles of a story are compared.

    Either a range of its text, or (``meta``) the name of a field of its metadata.
    """

    article: str
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    meta: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The object that ``variorum collate`` prints."""
        return {k: v for k, v in dataclasses.asdict(self).items() if v is not None}


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words of the base beside the run that a variant has in its place.

    Ranges count in the articles' texts; one of them is empty where words were added or left out.
    """

    op: Literal["same", "changed", "left-out", "added"]
    base: Span
    variant: Span


@dataclass(frozen=True, slots=True)
class Variant:
    """How one reading of a finding differs from its base, word by word.

    ``reading`` and ``base`` count the finding's readings from 0.
    """

    reading: int
    base: int
    how: tuple[str, ...]
    """Any of: same, orthographic, clipped-left, clipped-right, pieces, reordered, changed-word,
    rendered (translated or reported otherwise), indirect."""
    changes: tuple[WordChange, ...]
    substantive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the articles of a story share, or where they part.

    ``salience`` is 1 to 3 (3: seen first); ``why`` says on what ground it was made, ``confidence``
    how sure that is, 0 to 1. ``absent`` holds the ids of articles that do not tell it, ``actors``
    those of whom it is about.
    """

    id: str
    kind: FindingKind
    salience: int
    explanation: str
    why: str
    confidence: float
    readings: tuple[Reading, ...]
    absent: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    utterance: str | None = None
    """Of a finding on what was said: the id its quotations carry."""
    outlets: int = 0
    """How many articles it has readings in, and …"""
    origins: int = 0
    """… how many there are when copies of one text count once."""

    def to_json(self) -> dict[str, Any]:
        """The object that ``variorum collate`` prints."""
        said = dataclasses.asdict(self)
        said["readings"] = [r.to_json() for r in self.readings]
        return said


def finding_id(kind: str, readings: Iterable[Reading], about: str = "") -> str:
    """A short id from the kind and the words of the readings, wherever those stand."""
    parts = sorted(f"{r.article}\x1e{r.meta or r.exact}" for r in readings)
    said = "\x1f".join((kind, about, *parts))
    return "f" + hashlib.sha256(said.encode()).hexdigest()[:10]
