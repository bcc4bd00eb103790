"""What the pages of a story are made from, computed once, and the facts of each of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypedDict

from variorum.docnames import METHOD, article_docnames, story_home
from variorum.pages.actor_records import NamedActors
from variorum.pages.anchors import Anchors
from variorum.pages.dates import dates_facts
from variorum.pages.findings import distinct_facts, findings_facts, provenance_facts
from variorum.pages.joins import Parallel
from variorum.pages.kind import Facts, Unit
from variorum.pages.kinds import KINDS, places
from variorum.pages.printed_statements import Statements
from variorum.pages.records import (
    About,
    DateSaid,
    Distinct,
    Download,
    FindingFacts,
    Listed,
    Share,
    Shared,
    SourceFacts,
)
from variorum.pages.source_records import listed_source, review_facts, source_facts
from variorum.pages.topic import folder_name, shared_by_headlines

if TYPE_CHECKING:
    from variorum.edition import Story
    from variorum.reading import Accounted


@dataclass(frozen=True, slots=True)
class Site:
    """What a site says to the pages of a story."""

    root_doc: str
    title: str = ""
    """What a story in the source directory itself is called that has no title."""
    layers: Sequence[str] = ()
    """The layers that an article shows at first."""
    downloads: Sequence[Download] = ()
    """The files that the story's front page offers to take along."""
    several: bool = False
    """Whether it has more stories than one."""


class SearchedSource(TypedDict):
    """A report as the search shows it."""

    siglum: str
    outlet: str | None
    docname: str
    language: str | None


class Found(TypedDict):
    """All that can be found in a story."""

    title: str
    units: list[Unit]
    sources: list[SearchedSource]


class StoryFacts:
    """A story as its pages show it.

    *left_out* says what became of those files of the story that are no articles.
    """

    def __init__(self, story: Story, left_out: Sequence[Accounted], site: Site) -> None:
        self.site = site
        self.topic = {} if story.title else shared_by_headlines(story)
        """What the headlines share, of a story whose editor gave it no title."""
        title = story.title or folder_name(story.key) or site.title or None
        self.story = replace(story, title=title)
        self.left_out = left_out
        self.home = story_home(story.key)
        self.docnames = article_docnames(self.home, story.articles)
        """The page of each article, by its id."""
        self.pages = {name: self.home + place for name, place in places()}
        """The pages that every story has, by their names."""
        if not self.home:
            self.pages["front"] = site.root_doc
        self.pages["method"] = METHOD

    def all_pages(self) -> dict[str, Facts]:
        """The facts of every page of the story, by docname."""
        return {
            facts["docname"]: {**facts, "page": facts.get("page", kind.name)}
            for kind in KINDS
            for facts in chain(kind.facts(self), kind.also(self))
        }

    def search(self) -> Found:
        """All that can be found in the story."""
        units: list[Unit] = []
        for kind in KINDS:
            if kind.search:
                units += kind.search(self, len(units))
        return {
            "title": self.story.title or self.story.key,
            "units": units,
            "sources": [
                {
                    "siglum": source["siglum"],
                    "outlet": source["outlet"],
                    "docname": source["docname"],
                    "language": source["language"],
                }
                for source in self.sources
            ],
        }

    # --- what many pages show ---------------------------------------------------------------------

    @cached_property
    def about(self) -> About:
        """What a page says of its story."""
        return {
            "pages": self.pages,
            "story": self.story.key,
            "title": self.story.title,
            "lead": self.story.lead,
            "reviewed": review_facts(self.story.reviewed),
            "left_out": [
                {"source": entry.source, "message": entry.why, "remedy": entry.remedy}
                for entry in self.left_out
                if entry.fate == "unreadable"
            ],
        }

    @cached_property
    def listed(self) -> Listed:
        """The same for a page that isn't about the sources, and of these."""
        return {**self.about, "sources": [listed_source(source) for source in self.sources]}

    @cached_property
    def shared(self) -> Shared:
        """The same for a page about the sources, with all that each says of itself."""
        return {**self.about, "sources": self.sources}

    @cached_property
    def sources(self) -> list[SourceFacts]:
        """Every report, with all that it says of itself."""
        return [
            source_facts(
                self.story,
                article,
                self.docnames[article.id],
                self.shares.get(self.story.sigla[article.id]),
            )
            for article in self.story.articles
        ]

    @cached_property
    def shares(self) -> dict[str, Share]:
        """How much of each report stands in others, by siglum."""
        return provenance_facts(self.story)

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """Of each article, the one that stands for all that go back to the same text."""
        return {known.article: known.origin for known in self.story.findings.provenance}

    def by_origin(self, articles: Iterable[str]) -> list[list[str]]:
        """Articles of one origin together, in the order in which they are given."""
        groups: dict[str, list[str]] = {}
        for article in articles:
            groups.setdefault(self.origins.get(article, article), []).append(article)
        return list(groups.values())

    @cached_property
    def anchors(self) -> Anchors:
        """Where on their pages readings begin."""
        return Anchors(self.story)

    @cached_property
    def findings(self) -> list[FindingFacts]:
        """Every finding, in the order of the story's."""
        return findings_facts(self.story, self.docnames, self.anchors, self.printed)

    @cached_property
    def distinct(self) -> list[Distinct]:
        """Statements that look alike and were kept apart."""
        return distinct_facts(self.story, self.docnames, self.anchors)

    @cached_property
    def dates(self) -> list[DateSaid]:
        """Every date expression, in the order of the edition."""
        return dates_facts(self.story, self.docnames)

    @cached_property
    def printed(self) -> Statements:
        """The statements that have pages of their own."""
        return Statements(self.story, self.home)

    @cached_property
    def actors(self) -> NamedActors:
        """Who is named, and what they say."""
        return NamedActors(self.story, self.home, self.docnames, self.printed)

    @cached_property
    def parallel(self) -> Parallel:
        """Which reports are set side by side."""
        return Parallel(self.story, self.shares)
