"""What the search for findings is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from variorum.analysis.parse import ParsedArticle
from variorum.collation.clocks import Clock
from variorum.model import Actor, Annotation, Article, Finding, Message, Reading


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's word that quotations print one statement (``join``), or do not.

    ``places`` are ranges of articles; of a single one that is not joined, all others are meant.
    """

    number: int
    join: bool
    places: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """What came of a ruling: whether it changed anything, and the places without a quotation.

    ``quote`` is the id of the first quotation it is about.
    """

    number: int
    changed: bool
    missing: tuple[int, ...]
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as it is when its articles are compared: analysed, and not yet collated.

    Everything but ``articles`` and ``actors`` goes by the id of an article. An article without a
    parse (one in another language) takes no part.
    """

    articles: tuple[Article, ...]
    """In the order of the edition."""
    sigla: Mapping[str, str]
    parsed: Mapping[str, ParsedArticle]
    annotations: Mapping[str, tuple[Annotation, ...]]
    actors: tuple[Actor, ...] = ()
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()
    """What the editor says of statements."""


@dataclass(frozen=True, slots=True)
class Distinct:
    """Two statements that look alike and were kept apart, and why."""

    one: Reading
    other: Reading
    reason: Message


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that stands, word for word or nearly, in several articles."""

    id: str
    readings: tuple[Reading, ...]
    """In order of the edition; one a paragraph, so an article may have several."""
    words: int
    """Of the longest witness."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How much of an article stands in another, and how that is explained."""

    article: str
    words: int
    how: Literal["credited", "inferred", "unknown"]
    """``credited``: both name the same agency; ``inferred``: the other one names an agency, or
    this one some unnamed agency; ``unknown``: neither says where the words are from."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the words of an article come from, as far as the story shows it.

    ``origin`` is the id of the article that stands for all that go back to one text: two outlets
    of one origin are one witness.
    """

    article: str
    words: int
    shared_words: int
    shared_with: tuple[Shared, ...]
    agencies: tuple[str, ...]
    origin: str

    @property
    def share(self) -> float:
        """The part of the words that stands elsewhere too, 0 to 1."""
        return self.shared_words / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has of a claim."""

    article: str
    value: Literal["stated", "stated differently", "not found here"]
    readings: tuple[Reading, ...] = ()
    too_early: bool = False
    """The article appeared before what the claim tells of."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of the coverage matrix: sentences that tell the same, by article."""

    id: str
    words: str
    """The claim as its fullest witness has it."""
    actors: tuple[str, ...]
    cells: tuple[Cell, ...]
    """One an article, in the order of the edition."""

    @property
    def articles(self) -> list[str]:
        """The articles that make it, in the order of the edition."""
        return [cell.article for cell in self.cells if cell.readings]


@dataclass(frozen=True, slots=True)
class Lead:
    """The first sentence of an article's text, and the words of it that tell who does what."""

    sentence: Reading
    told: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that comparing the articles of a story brought to light; everything sorted."""

    findings: tuple[Finding, ...] = ()
    utterances: Mapping[str, str] = field(default_factory=dict)
    """Id of a quotation → id of the statement it prints."""
    distinct: tuple[Distinct, ...] = ()
    passages: tuple[Passage, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    claims: tuple[Claim, ...] = ()
    ruled: tuple[Ruled, ...] = ()
    """What came of the editor's rulings on statements."""
    leads: tuple[Lead, ...] = ()
    """What each article leads with, in the order of the edition."""
