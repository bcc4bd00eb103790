"""The page of sources: what each report says of itself, and what was left out and why."""

from __future__ import annotations

from typing import Any

from variorum.pages.page import Page, above, heading, outlet_words, shared_words, source_link, title
from variorum.pages.provenance import provenance
from variorum.pages.source_facts import source_facts
from variorum.rendering.elements import Box, Part, box, mark, paragraph
from variorum.rendering.words import _


def source_list(facts: dict[str, Any]) -> Box:
    """One entry a source, in the order of their letters."""
    entries = box("ol", classes="vr-source-list vr-plain-list")
    for source in facts["sources"]:
        siglum = mark("span", source["siglum"], classes="vr-siglum")
        entry = box(
            "li",
            paragraph(siglum, " ", outlet_words(source), classes="vr-source-name"),
            paragraph(source_link(source), classes="vr-headline"),
            source_facts(source),
        )
        if words := shared_words(source):
            entry += paragraph(f"{words}.", classes="vr-label")
        entries += entry
    return entries


def build(facts: dict[str, Any]) -> Page:
    """Every report, with what it says of itself."""
    intro = paragraph(
        _(
            "Everything here was read from the articles themselves; the words it was read from "
            "stand beside it. What an article doesn’t say is left open."
        ),
        classes="vr-lead",
    )
    children = [intro, *provenance(facts), source_list(facts), *_left_out(facts)]
    return Page(title(_("Sources")), children, above=above(facts))


def _left_out(facts: dict[str, Any]) -> list[Part]:
    if not facts["left_out"]:
        return []
    lines = box("ul", classes="vr-plain-list vr-left-out")
    for problem in facts["left_out"]:
        lines += box("li", paragraph(mark("code", problem["source"]), ": ", problem["message"]))
    made = heading(_("Left out"))
    made.id = "left-out"
    return [made, lines]
