"""What the coverage matrix needs to know: which report makes which claim, and in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from variorum.collation.findings import Claim
from variorum.edition import Story
from variorum.staging.anchors import Anchors

CELLS = 6000
"""The matrix has so many cells at most; of more claims those told by the most origins are left."""
LEAST = 40
"""So many claims have a row in any case."""
NAMED = 12
"""So many actors can be chosen by: there is a rule in the styles for each."""
LONG = 240
"""A claim of more characters is given by its beginning."""


def coverage_facts(story: Story, anchors: Anchors) -> dict[str, Any]:
    """The rows of the matrix, what is told by the most origins first, and who they are about."""
    origins = {known.article: known.origin for known in story.findings.provenance}
    claims = sorted(
        story.findings.claims,
        key=lambda c: (-len(_origins(c, origins)), -len(_telling(c))),
    )
    shown = claims[: max(LEAST, CELLS // max(1, len(story.articles)))]
    return {
        "claims": [_claim(claim, story, origins, anchors) for claim in shown],
        "claims_found": len(claims),
        "actors": named_in((c.actors for c in shown), story),
    }


def named_in(groups: Iterable[Iterable[str]], story: Story) -> list[dict[str, Any]]:
    """The actors that most of some things are about, with how many."""
    names = {actor.id: actor.name for actor in story.actors}
    counts = Counter(id_ for group in groups for id_ in sorted(set(group)) if id_ in names)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], names[item[0]], item[0]))
    return [{"id": id_, "name": names[id_], "count": n} for id_, n in ranked[:NAMED]]


def _telling(claim: Claim) -> list[str]:
    return [cell.article for cell in claim.cells if cell.readings]


def _origins(claim: Claim, origins: Mapping[str, str]) -> set[str]:
    return {origins.get(article, article) for article in _telling(claim)}


def _claim(
    claim: Claim, story: Story, origins: Mapping[str, str], anchors: Anchors
) -> dict[str, Any]:
    words = " ".join(claim.words.split())
    if len(words) > LONG:
        words = words[:LONG].rpartition(" ")[0] + " …"
    return {
        "id": claim.id,
        "words": words,
        "actors": list(claim.actors),
        "reports": len(_telling(claim)),
        "origins": len(_origins(claim, origins)),
        "cells": {
            story.sigla[cell.article]: {
                "value": cell.value,
                "too_early": cell.too_early,
                "anchor": anchors.id_of(claim.id, cell.readings[0]) if cell.readings else "",
            }
            for cell in claim.cells
        },
    }
