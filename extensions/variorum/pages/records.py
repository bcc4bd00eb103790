"""The facts that several pages show, as the JSON that is staged: which keys, and of which types.

A page's own facts are a ``TypedDict`` in its module that begins with :class:`StoryPage`. Who shows
less of a record has a smaller record: what isn't in it can't make the page stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

from variorum.model import Decision

MessageFacts = dict[str, object] | list[object] | str
"""A message (:mod:`variorum.pages.messages`), or the words that somebody wrote in its place."""

JsonLd = dict[str, object]
"""Something in the terms of schema.org."""


# --- reports -------------------------------------------------------------------------------------


class Neighbour(TypedDict):
    """What the page of an article or of a statement has to know of every source."""

    siglum: str
    outlet: str | None
    published: str | None
    updated: str | None


class Turn(TypedDict):
    """What an article has to know of the one before and after it."""

    siglum: str
    docname: str
    outlet: str | None
    title: str | None
    first_words: str


class Source(Turn):
    """What every list of reports says of one."""

    published: str | None
    updated: str | None
    file: str
    withheld: bool


class Origin(TypedDict):
    """For whose text a report counts, by siglum."""

    origin: str


class SharedWith(TypedDict):
    """How many words of a report stand in another, and whether anybody is credited for them."""

    siglum: str
    words: int
    how: str


class Share(Origin):
    """How much of a report's words stands elsewhere, in percent and in words, and in which."""

    share: int
    words: int
    of: int
    others: list[SharedWith]


class ListedSource(Source):
    """A report as a page needs it that isn't about the reports."""

    shared: Origin | None


class BothWays(TypedDict):
    """An expression of time, and what it means counted from the stamp and from the text."""

    exact: str
    by_stamp: str | None
    by_anchor: str | None


class Clock(TypedDict, total=False):
    """When a report was written: what it prints, what its text allows, what does not fit.

    Nothing of it where no clock was made.
    """

    inferred: tuple[str, str | None] | None
    reasons: list[MessageFacts]
    anomaly: MessageFacts | None
    readings: list[BothWays]
    photographed: list[str]
    told: tuple[str, str] | None


class SourceFacts(Source):
    """A report with all that it says of itself, the words it was read from, and where else those
    that aren't in the text come from."""

    byline: list[str]
    place: str | None
    agency: list[str]
    photo_agency: list[str]
    url: str | None
    retrieved: str | None
    rights: str | None
    language: str | None
    foreign: bool
    words: int
    sha256: str
    encoding: str
    versions: list[str]
    """The files of its earlier versions."""
    clock: Clock
    basis: Mapping[str, str]
    grounds: Mapping[str, str]
    shared: Share | None


class ReviewFacts(TypedDict):
    """Who has read a story over, and when."""

    name: str
    date: str


class LeftOut(TypedDict):
    """A file that could not be read."""

    source: str
    message: str
    remedy: str


class Download(TypedDict):
    """A file that a story's front page offers to take along."""

    name: str
    path: str
    bytes: int


class About(TypedDict):
    """What a page says of its story."""

    pages: Mapping[str, str]
    story: str
    title: str | None
    lead: str | None
    reviewed: ReviewFacts | None
    left_out: list[LeftOut]


class Listed(About):
    """The same, and of the reports."""

    sources: list[ListedSource]


class Shared(About):
    """The same for a page about the reports, with all that each says of itself."""

    sources: list[SourceFacts]


class StoryPage(Listed):
    """What the facts of a story's page begin with."""

    docname: str


# --- what was found ------------------------------------------------------------------------------


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
    why: list[MessageFacts]
    alternatives: list[str]
    confidence: float
    printed: bool
    """Whether it is the report's own stamp."""


class Kept(TypedDict):
    """How many of the base's words a reading has, of how many, and which, as half-open ranges of
    their numbers, each with ``same`` or ``changed``."""

    words: int
    of: int
    ranges: list[tuple[int, int, str]]


Run = tuple[str, str, str]
"""What a run of words is, the words as the variant has them, and the base's in their place.

``same``, ``changed``, ``added``, ``moved`` (the base has the words elsewhere), ``left-out`` (no
words, only the base's), ``between`` (what stands between the words compared).
"""


class Compared(TypedDict, total=False):
    """What is to be said of a reading that was compared word by word with a base, or is one."""

    base: bool
    how: list[str]
    kept: Kept
    runs: list[Run]


class ReadingFacts(Compared):
    """A reading of something compared, and where its words begin on its article's page.

    *value* is what a field of an article's metadata (*meta*) says, where the reading is one.
    """

    siglum: str
    docname: str
    anchor: str
    paragraph: int | None
    words: str
    meta: str | None
    value: str


class Readings(TypedDict):
    """The readings of something compared, and the sigla of those in which it isn't found."""

    readings: list[ReadingFacts]
    absent: list[str]


class FindingFacts(Readings, Decision):
    """A finding; *statement* is the docname of the statement's own page, where it has one."""

    id: str
    kind: str
    label: str
    salience: int
    explanation: MessageFacts
    why: MessageFacts
    confidence: float
    actors: list[str]
    outlets: int
    origins: int
    statement: str


class Distinct(TypedDict):
    """Statements that look alike and were kept apart, with the reason."""

    readings: list[ReadingFacts]
    reason: MessageFacts


class MarkFacts(TypedDict):
    """What a finding lays on an article's text; *others* are the sigla of those it is about, too,
    *cut* the ends at which another witness goes on."""

    type: Literal["shared", "difference"]
    id: str
    finding: str
    start: int
    end: int
    salience: int
    others: list[str]
    cut: list[str]


class Speaker(TypedDict):
    """Who speaks; without a docname where they have no page."""

    id: str
    name: str
    docname: str


class Form(TypedDict):
    """The page of a statement that a quotation prints, and the sigla of the others that do."""

    docname: str
    title: str
    sigla: list[str]


class FormOfReport(Compared):
    """How one report gives a statement."""

    siglum: str


class SaidByActor(TypedDict):
    """A statement of an actor that is printed in several forms, and how each report has it."""

    docname: str
    title: str
    readings: list[FormOfReport]


class Quotation(Decision):
    """A quotation with its words and what is known of it; *addressed* are ids of actors."""

    siglum: str
    docname: str
    anchor: str
    kind: Literal["direct", "mixed", "indirect"]
    content: Literal["clause", "matter"]
    words: str
    speakers: list[Speaker]
    speaker_words: str
    speaker_confidence: float | None
    cue: str | None
    implies: str | None
    addressee: str | None
    addressed: list[str]
    medium: str | None
    when: str | None
    forms: list[Form]
    by: str
    confidence: float


class ActorFacts(Decision):
    """An actor, and how often each report that names it does, by siglum."""

    id: str
    name: str
    label: str
    docname: str
    description: str | None
    wikidata: str | None
    edited: bool
    counts: list[tuple[str, int]]
    total: int


class FirstMention(Decision):
    """By which rule the first mention of an actor was found, and how sure it is."""

    by: str
    confidence: float


class ActorCard(ActorFacts):
    """What an article's page says of an actor that it names."""

    roles: list[str]
    stands_for: list[str]
    first: FirstMention


class Voice(TypedDict):
    """How many words within marks a report gives to somebody; no id where that isn't known."""

    id: str
    name: str
    words: int


class Voices(TypedDict):
    """Whose words a report gives, the most first."""

    siglum: str
    shares: list[Voice]
