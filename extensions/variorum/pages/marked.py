"""An article's facts, and what is worked out of them once for all parts of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict

from variorum.codec import Object, from_object
from variorum.model import FOLDED, Article
from variorum.pages.records import (
    ActorCard,
    FindingFacts,
    Form,
    MarkFacts,
    Neighbour,
    ReviewFacts,
    SourceFacts,
    Turn,
)
from variorum.rendering.annotations import (
    Said,
    finding_note_id,
    finding_numbers,
    merged_quotations,
    note_id,
    quotation_signs,
)

if TYPE_CHECKING:
    from variorum.pages.correcting import Correcting


class ArticleFacts(TypedDict):
    """The facts of an article's page.

    *anchors* are the places that other pages link to though nothing marks them: start, end, id.
    """

    docname: str
    pages: Mapping[str, str]
    title: str | None
    sources: list[Neighbour]
    article: Object
    annotations: list[Said]
    marks: list[MarkFacts]
    findings: list[FindingFacts]
    anchors: list[tuple[int, int, str]]
    actors: list[ActorCard]
    statements: Mapping[str, list[Form]]
    parallel: Mapping[str, list[str]]
    source: SourceFacts
    reviewed: ReviewFacts | None
    before: Turn | None
    after: Turn | None
    layers: Sequence[str]


class Marked:
    """An article with the signs of all that lies on its text."""

    def __init__(self, facts: ArticleFacts) -> None:
        # What reads an editor's file is loaded where a page is made.
        from variorum.pages.correcting import Correcting

        self.facts = facts
        self.article = from_object(Article, facts["article"])
        self.here = facts["source"]["siglum"]
        self.signs = quotation_signs(facts["annotations"])
        """The letter of each quotation by its id."""
        self.numbers = finding_numbers(facts["marks"])
        """The number of each difference by the finding's id."""
        self.merged = merged_quotations(facts["annotations"], facts["marks"])
        """Quotations that a difference lies on: its number stands for both."""
        self.actors = {actor["id"]: actor for actor in facts["actors"]}
        self.findings = {finding["id"]: finding for finding in facts["findings"]}
        self.places: dict[str, str] = {}
        """By card, the id of the first words it is about."""
        for _start, _end, id_, card in sorted(self._noted()):
            self.places.setdefault(card, id_)
        self.correcting: Correcting = Correcting(facts)

    def is_folded(self, place: int) -> bool:
        """Whether a place lies in a line of the scrape, which is folded away."""
        blocks = self.article.blocks
        return any(b.kind in FOLDED and b.start <= place < b.end for b in blocks)

    def _noted(self) -> Iterator[tuple[int, int, str, str]]:
        for said in self.facts["annotations"]:
            if said["type"] in ("quote", "date"):
                yield said["start"], said["end"], said["id"], note_id(said)
        for mark in self.facts["marks"]:
            yield mark["start"], mark["end"], mark["id"], finding_note_id(mark["finding"])
