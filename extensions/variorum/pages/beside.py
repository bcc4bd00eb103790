"""Links from a finding to the pages that show two of its articles side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from variorum.pages.joins import pair_name
from variorum.pages.records import FindingFacts
from variorum.rendering.elements import Part, link, paragraph
from variorum.rendering.words import _

MOST = 8
"""So many pairs of one finding are named."""


class BesideFacts(TypedDict):
    """With whom each report has a view side by side, by siglum, and where these are."""

    pages: Mapping[str, str]
    parallel: Mapping[str, list[str]]


def beside(finding: FindingFacts, facts: BesideFacts, here: str = "") -> list[Part]:
    """A line of links to the parallel views that have a finding, or nothing where none has.

    *here* is the siglum of the article the line stands with; without it every pair is named by
    both its letters. ``facts["parallel"]`` says with whom each siglum has a page.
    """
    placed = {r["siglum"] for r in finding["readings"] if r["words"]}
    links: list[Part] = []
    for one, other in _pairs(finding, facts, here)[:MOST]:
        words = other if here else f"{one}\u2013{other}"
        name = pair_page(facts["pages"], pair_name(one, other))
        anchor = finding["id"] if {one, other} <= placed else ""
        links += [" ", link(name, words, anchor=anchor)]
    if not links:
        return []
    said = _("Side by side with") if here else _("Side by side:")
    # A book, which has no such pages, leaves the line out.
    return [paragraph(said, *links, classes="vr-beside", screen=True)]


def pair_page(pages: Mapping[str, str], name: str) -> str:
    """The docname of a pair by its name: beside the list of pairs."""
    return pages["parallel"].removesuffix("index") + name


def _pairs(finding: FindingFacts, facts: BesideFacts, here: str) -> list[tuple[str, str]]:
    """With *here* its pairs; else those of the first article, or of the next that has any."""
    sigla = list(dict.fromkeys(r["siglum"] for r in finding["readings"]))
    pages = facts["parallel"]
    for one in [here] if here else sigla:
        pairs = [(one, s) for s in sigla if s != one and s in pages.get(one, ())]
        if pairs:
            return pairs
    return []
