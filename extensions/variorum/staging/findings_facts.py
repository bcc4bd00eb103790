"""What the page of differences, and the front page, need to know of findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from variorum.edition import Story
from variorum.model import Finding, Reading

CONTEXT = 400
"""A reading of more characters than this is shown by its beginning."""


def findings_facts(story: Story, docnames: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every finding of a story, the most salient first, as the analysis orders them."""
    return [_finding(finding, story, docnames) for finding in story.findings.findings]


def _finding(finding: Finding, story: Story, docnames: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "salience": finding.salience,
        "explanation": finding.explanation,
        "why": finding.why,
        "confidence": finding.confidence,
        "readings": [
            _reading(reading, story, docnames)
            for reading in finding.readings
            if reading.article in docnames
        ],
        "absent": [story.sigla[id_] for id_ in finding.absent if id_ in story.sigla],
        "outlets": finding.outlets,
        "origins": finding.origins,
    }


def _reading(reading: Reading, story: Story, docnames: Mapping[str, str]) -> dict[str, Any]:
    words = " ".join((reading.exact or "").split())
    if len(words) > CONTEXT:
        words = words[:CONTEXT].rpartition(" ")[0] + " …"
    return {
        "siglum": story.sigla[reading.article],
        "docname": docnames[reading.article],
        "anchor": _anchor(reading, story),
        "words": words,
        "meta": reading.meta,
    }


def _anchor(reading: Reading, story: Story) -> str:
    """The paragraph a reading stands in, by the number its page gives it."""
    if reading.start is None:
        return ""
    article = next(a for a in story.articles if a.id == reading.article)
    number = 0
    for block in article.blocks:
        number += block.kind == "paragraph"
        if block.start <= reading.start < block.end:
            return f"p{number}" if block.kind == "paragraph" else ""
    return ""
