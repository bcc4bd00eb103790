"""What a view of two articles side by side needs to know.

:func:`joins_facts` gathers once, for a whole story, where each finding lies; :func:`pair_facts`
makes the facts of one pair of that. The directive makes pairs of its own the same way, from the
staged files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from variorum.collation.parallel import overlap, pair_up, partners
from variorum.model import Article, Reading
from variorum.pages.messages import message_facts

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
_DATES = ("published", "updated")
PAIR = ("siglum", "docname", "outlet", "title", "first_words", "published", "updated", "agency")
"""What the page of a pair says of each of the two."""


def siglum_order(siglum: str) -> tuple[int, str]:
    """Sorts sigla as the edition has them: A to Z, then AA."""
    return len(siglum), siglum


def pair_name(one: str, other: str) -> str:
    """The name of the page of two sigla, in whatever order they come: ``a-c``."""
    first, second = sorted((one, other), key=siglum_order)
    return f"{first}-{second}".lower()


def joins_facts(story: Story) -> dict[str, Any]:
    """Every finding and claim that lies in two articles or more, with its ranges by siglum."""
    findings = [
        {
            "id": f.id, "kind": f.kind, "label": f.label,
            "salience": f.salience, "explanation": message_facts(f.said, f.explanation),
            "articles": sorted({story.sigla[r.article] for r in f.readings}),
            "spans": _spans(f.readings, story),
        }
        for f in story.findings.findings
        if len({r.article for r in f.readings}) > 1
    ]  # fmt: skip
    claims = [
        {"id": c.id, "kind": "claim", "label": "", "salience": 0, "explanation": "", "spans": spans}
        for c in story.findings.claims
        if len(spans := _spans((r for cell in c.cells for r in cell.readings), story)) > 1
    ]
    return {"page": JOINS, "findings": findings, "claims": claims}


def _spans(readings: Iterable[Reading], story: Story) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
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

    def __init__(self, story: Story, shares: Mapping[str, Mapping[str, Any]]) -> None:
        self.story = story
        self.joins = joins_facts(story)
        self.order = [story.sigla[article.id] for article in story.articles]
        self.findings: Counter[tuple[str, str]] = Counter()
        self.pairs = self._worth_a_page(shares)
        self.partners: dict[str, list[str]] = {}
        """With whom each siglum has a page."""
        for one, other in self.pairs:
            self.partners.setdefault(one, []).append(other)
            self.partners.setdefault(other, []).append(one)

    def _worth_a_page(self, shares: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, str]]:
        """The pairs that share a finding: for each article the strongest.

        A finding weighs by the square of its salience, and ten shared words as a small one.
        """
        place = {siglum: n for n, siglum in enumerate(self.order)}
        weights: Counter[tuple[str, str]] = Counter()
        for finding in self.joins["findings"]:
            for pair in combinations(sorted(finding["articles"], key=place.__getitem__), 2):
                self.findings[pair] += 1
                weights[pair] += finding["salience"] ** 2
        for siglum, share in shares.items():
            for other in share["with"]:
                pair = (siglum, other["siglum"])
                if pair in weights:
                    weights[pair] += other["words"] // 10
        return partners(weights, self.order, PARTNERS)

    def of_article(self, article: Article) -> dict[str, list[str]]:
        """With whom one article has a page, by its siglum."""
        siglum = self.story.sigla[article.id]
        return {siglum: self.partners.get(siglum, [])}

    def common(self, told: StoryFacts) -> dict[str, Any]:
        """What every view of two has of its story."""
        # What a story without a title is called by is on each of its pages.
        dates = [{name: s[name] for name in _DATES} for s in told.sources]
        return {
            "pages": told.pages,
            "title": self.story.title,
            "sources": [] if self.story.title else dates,
        }

    def listed(self, sources: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Each pair with how much joins it, the most words alike first."""
        by_siglum = {source["siglum"]: source for source in sources}
        made = [
            {
                "pair": [one, other],
                "name": pair_name(one, other),
                "findings": self.findings[one, other],
                "common": _common(by_siglum[one], other),
            }
            for one, other in self.pairs
        ]
        return sorted(made, key=lambda p: (-(p["common"] or {"words": 0})["words"], -p["findings"]))


def pair_facts(
    joins: Mapping[str, Any],
    sources: Sequence[Mapping[str, Any]],
    articles: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """The facts of two articles: *sources* and *articles* are two each, in order of the edition."""
    one, other = (source["siglum"] for source in sources)
    return {
        "page": "parallel",
        "pair": [{name: source[name] for name in PAIR} for source in sources],
        "articles": list(articles),
        "joins": list(_joins(joins, one, other, articles[0]["text"], articles[1]["text"])),
        "common": _common(sources[0], other),
    }


def _common(source: Mapping[str, Any], other: str) -> dict[str, Any] | None:
    """The words that both have, of how many, and who is credited for them."""
    shared = source.get("shared") or {"with": ()}
    found = next((s for s in shared["with"] if s["siglum"] == other), None)
    return {"words": found["words"], "how": found["how"]} if found else None


def _joins(
    joins: Mapping[str, Any], one: str, other: str, text: str, other_text: str
) -> Iterator[dict[str, Any]]:
    passages: list[tuple[tuple[int, int], tuple[int, int]]] = []
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
        about = {name: found[name] for name in ("id", "kind", "label", "salience", "explanation")}
        both = {one, other} <= set(found.get("articles", ()))
        if made or both:
            yield about | {"places": made}


def _covered(
    pair: tuple[tuple[int, int], tuple[int, int]],
    passages: Sequence[tuple[tuple[int, int], tuple[int, int]]],
) -> bool:
    return any(
        overlap(pair[0], mine) >= COVERED and overlap(pair[1], theirs) >= COVERED
        for mine, theirs in passages
    )
