"""What a view of two articles side by side needs to know.

:func:`joins_facts` gathers once, for a whole story, where each finding lies; :func:`pair_facts`
makes the facts of one pair of that. The directive makes pairs of its own the same way, from the
staged files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from variorum.collation.parallel import overlap, pair_up, partners
from variorum.edition import Story
from variorum.model import Reading

PARTNERS = 8
"""Each article has a page with so many others at least: the ones that most joins it with."""
READINGS = 12
"""So many readings of a finding in one article are joined."""
COVERED = 0.6
"""What both tell alike is no join of its own where passages so much the same are one already."""
_TOLD = frozenset(("claim", "omission", "unique-claim"))
_TEXT = frozenset(("shared-text", "quote-variant"))
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
            "id": f.id, "kind": f.kind, "salience": f.salience, "explanation": f.explanation,
            "articles": sorted({story.sigla[r.article] for r in f.readings}),
            "spans": _spans(f.readings, story),
        }
        for f in story.findings.findings
        if len({r.article for r in f.readings}) > 1
    ]  # fmt: skip
    claims = [
        {"id": c.id, "kind": "claim", "salience": 0, "explanation": "", "spans": spans}
        for c in story.findings.claims
        if len(spans := _spans((r for cell in c.cells for r in cell.readings), story)) > 1
    ]
    return {"page": "joins", "findings": findings, "claims": claims}


def _spans(readings: Iterable[Reading], story: Story) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for r in readings:
        if r.start is not None and r.end is not None and r.article in story.sigla:
            mine = found.setdefault(story.sigla[r.article], [])
            if (r.start, r.end) not in mine and len(mine) < READINGS:
                mine.append((r.start, r.end))
    return found


def pairs_worth_a_page(
    joins: Mapping[str, Any], shares: Mapping[str, Mapping[str, Any]], order: Sequence[str]
) -> list[tuple[str, str]]:
    """The pairs of sigla that share a finding: for each article the strongest.

    A finding weighs by the square of its salience, and ten shared words as much as a small one.
    """
    place = {siglum: n for n, siglum in enumerate(order)}
    weights: dict[tuple[str, str], int] = {}
    for finding in joins["findings"]:
        members = sorted(finding["articles"], key=place.__getitem__)
        for pair in combinations(members, 2):
            weights[pair] = weights.get(pair, 0) + finding["salience"] ** 2
    for siglum, share in shares.items():
        for other in share["with"]:
            pair = (siglum, other["siglum"])
            if pair in weights:
                weights[pair] += other["words"] // 10
    return partners(weights, order, PARTNERS)


def partners_of(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """With whom each siglum has a page."""
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


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
        "common": _common(sources[0], other) or _common(sources[1], one),
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
        about = {name: found[name] for name in ("id", "kind", "salience", "explanation")}
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
