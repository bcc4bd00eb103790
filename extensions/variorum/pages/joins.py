"""What joins the articles of a story, two at a time, and which two have a view side by side.

:func:`joins_facts` gathers once, for a whole story, where each finding lies; :func:`pair_facts`
makes the facts of one pair of that. The directive makes pairs of its own the same way, from the
staged files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NotRequired, TypedDict

from variorum.codec import Object
from variorum.collation.parallel import overlap, pair_up, partners
from variorum.model import Article, Reading, Span
from variorum.pages.messages import message_facts
from variorum.pages.records import MessageFacts, Share, SourceFacts, Turn

if TYPE_CHECKING:
    from variorum.edition import Story
    from variorum.pages.story_facts import StoryFacts

PARTNERS = 8
"""Each article has a page with so many others at least: the ones that most joins it with."""
READINGS = 12
"""So many readings of a finding in one article are joined."""
COVERED = 0.6
"""What both tell alike is no join of its own where passages so much the same are one already."""
_TOLD = frozenset(("claim", "omission", "unique-claim"))
_TEXT = frozenset(("shared-text", "quote-variant"))
JOINS = "joins"
"""Where its findings lie, for views of two articles that an author asks for; no page."""


class Member(Turn):
    """One of two reports as their view shows it."""

    published: str | None
    updated: str | None
    agency: list[str]


class Sharing(Member):
    """A report of which a view may be asked for, and what it shares with others."""

    shared: Share | None


class Printed(TypedDict):
    """When a report was printed: a story without a title is called by it."""

    published: str | None
    updated: str | None


class StoryOfPair(TypedDict):
    """What every view of two has of its story."""

    pages: Mapping[str, str]
    title: str | None
    sources: list[Printed]


class Joining(TypedDict):
    """A finding or a claim."""

    id: str
    kind: str
    label: str
    salience: int
    explanation: MessageFacts


class Placed(Joining):
    """A finding or a claim with its ranges, by siglum."""

    articles: NotRequired[list[str]]
    spans: Mapping[str, list[Span]]


class Joins(TypedDict):
    """Every finding and claim that lies in two articles or more."""

    page: str
    findings: list[Placed]
    claims: list[Placed]


class JoinFacts(Joining):
    """What joins two articles, with its places in both."""

    places: list[tuple[Span, Span]]


class Common(TypedDict):
    """The words that two have in common, and who is credited for them."""

    words: int
    how: str


class PairFacts(TypedDict):
    """What a view of two has of these."""

    page: str
    pair: list[Member]
    articles: list[Object]
    joins: list[JoinFacts]
    common: Common | None


class ListedPair(TypedDict):
    """Two reports that have a view, and how much joins them."""

    pair: tuple[str, str]
    name: str
    findings: int
    common: Common | None


def siglum_order(siglum: str) -> tuple[int, str]:
    """Sorts sigla as the edition has them: A to Z, then AA."""
    return len(siglum), siglum


def pair_name(one: str, other: str) -> str:
    """The name of the page of two sigla, in whatever order they come: ``a-c``."""
    first, second = sorted((one, other), key=siglum_order)
    return f"{first}-{second}".lower()


def joins_facts(story: Story) -> Joins:
    """Every finding and claim that lies in two articles or more, with its ranges by siglum."""
    findings: list[Placed] = [
        {
            "id": f.id, "kind": f.kind, "label": f.label,
            "salience": f.salience, "explanation": message_facts(f.said, f.explanation),
            "articles": sorted({story.sigla[r.article] for r in f.readings}),
            "spans": _spans(f.readings, story),
        }
        for f in story.findings.findings
        if len({r.article for r in f.readings}) > 1
    ]  # fmt: skip
    claims: list[Placed] = [
        {"id": c.id, "kind": "claim", "label": "", "salience": 0, "explanation": "", "spans": spans}
        for c in story.findings.claims
        if len(spans := _spans((r for cell in c.cells for r in cell.readings), story)) > 1
    ]
    return {"page": JOINS, "findings": findings, "claims": claims}


def _spans(readings: Iterable[Reading], story: Story) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for r in readings:
        if r.start is not None and r.end is not None and r.article in story.sigla:
            mine = found.setdefault(story.sigla[r.article], [])
            if (r.start, r.end) not in mine and len(mine) < READINGS:
                mine.append((r.start, r.end))
    return found


class Parallel:
    """The views of two articles that a story gets.

    *shares* are the facts of provenance, by siglum.
    """

    def __init__(self, story: Story, shares: Mapping[str, Share]) -> None:
        self.story = story
        self.joins = joins_facts(story)
        self.order = [story.sigla[article.id] for article in story.articles]
        self.findings: Counter[tuple[str, str]] = Counter()
        self.weights = self._weights(shares)
        self.pairs = partners(self.weights, self.order, PARTNERS)
        self.partners: dict[str, list[str]] = {}
        """With whom each siglum has a page."""
        for one, other in self.pairs:
            self.partners.setdefault(one, []).append(other)
            self.partners.setdefault(other, []).append(one)

    def _weights(self, shares: Mapping[str, Share]) -> Counter[tuple[str, str]]:
        """How much joins the two of each pair that shares a finding.

        A finding weighs by the square of its salience, and ten shared words as a small one.
        """
        place = {siglum: n for n, siglum in enumerate(self.order)}
        weights: Counter[tuple[str, str]] = Counter()
        for finding in self.joins["findings"]:
            for pair in combinations(sorted(finding["articles"], key=place.__getitem__), 2):
                self.findings[pair] += 1
                weights[pair] += finding["salience"] ** 2
        for siglum, share in shares.items():
            for other in share["others"]:
                pair = (siglum, other["siglum"])
                if pair in weights:
                    weights[pair] += other["words"] // 10
        return weights

    def abreast(self, most: int, least: int) -> Iterator[list[str]]:
        """Each report with those that most joins it with, in the order of the edition."""
        place = {siglum: n for n, siglum in enumerate(self.order)}
        for one in self.order:
            near = self.partners.get(one, ())
            weights = {o: self.weights[one, o] + self.weights[o, one] for o in near}
            others = sorted(weights, key=lambda o: (-weights[o], place[o]))[: most - 1]
            if len(others) >= least - 1:
                yield [one, *sorted(others, key=place.__getitem__)]

    def of_article(self, article: Article) -> dict[str, list[str]]:
        """With whom one article has a page, by its siglum."""
        siglum = self.story.sigla[article.id]
        return {siglum: self.partners.get(siglum, [])}

    def common(self, told: StoryFacts) -> StoryOfPair:
        """What every view of two has of its story."""
        # What a story without a title is called by is on each of its pages.
        dates: list[Printed] = [
            {"published": s["published"], "updated": s["updated"]} for s in told.sources
        ]
        return {
            "pages": told.pages,
            "title": self.story.title,
            "sources": [] if self.story.title else dates,
        }

    def listed(self, sources: Iterable[SourceFacts]) -> list[ListedPair]:
        """Each pair with how much joins it, the most words alike first."""
        by_siglum = {source["siglum"]: source for source in sources}
        made: list[ListedPair] = [
            {
                "pair": (one, other),
                "name": pair_name(one, other),
                "findings": self.findings[one, other],
                "common": _common(by_siglum[one], other),
            }
            for one, other in self.pairs
        ]
        return sorted(made, key=lambda p: (-(p["common"] or {"words": 0})["words"], -p["findings"]))


def pair_facts(joins: Joins, sources: Sequence[Sharing], articles: Sequence[Object]) -> PairFacts:
    """The facts of two articles: *sources* and *articles* are two each, in order of the edition."""
    one, other = (source["siglum"] for source in sources)
    return {
        "page": "parallel",
        "pair": [member(source) for source in sources],
        "articles": list(articles),
        "joins": list(_joins(joins, one, other, articles[0]["text"], articles[1]["text"])),
        "common": _common(sources[0], other),
    }


def member(source: Member | SourceFacts) -> Member:
    """A report as the view of a pair shows it."""
    return {
        "siglum": source["siglum"],
        "docname": source["docname"],
        "outlet": source["outlet"],
        "title": source["title"],
        "first_words": source["first_words"],
        "published": source["published"],
        "updated": source["updated"],
        "agency": source["agency"],
    }


def _common(source: Sharing | SourceFacts, other: str) -> Common | None:
    """The words that both have, of how many, and who is credited for them."""
    others = source["shared"]["others"] if source["shared"] else ()
    found = next((s for s in others if s["siglum"] == other), None)
    return {"words": found["words"], "how": found["how"]} if found else None


def _joins(joins: Joins, one: str, other: str, text: str, other_text: str) -> Iterator[JoinFacts]:
    passages: list[tuple[Span, Span]] = []
    # The passages first: what they contain needs no second join.
    findings = sorted(joins["findings"], key=lambda f: f["kind"] not in _TEXT)
    for found in (*findings, *joins["claims"]):
        mine, theirs = (
            [(start, end) for start, end in found["spans"].get(siglum, ())]
            for siglum in (one, other)
        )
        made = pair_up(text, mine, other_text, theirs)
        if found["kind"] in _TOLD:
            made = [pair for pair in made if not _covered(pair, passages)]
        if found["kind"] in _TOLD | _TEXT:
            passages += made
        both = {one, other} <= set(found.get("articles", ()))
        if made or both:
            yield {
                "id": found["id"],
                "kind": found["kind"],
                "label": found["label"],
                "salience": found["salience"],
                "explanation": found["explanation"],
                "places": made,
            }


def _covered(
    pair: tuple[Span, Span],
    passages: Sequence[tuple[Span, Span]],
) -> bool:
    return any(
        overlap(pair[0], mine) >= COVERED and overlap(pair[1], theirs) >= COVERED
        for mine, theirs in passages
    )
