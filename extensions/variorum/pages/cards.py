"""Cards: what a mark in the text opens, and what stands as a note at its end without script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from variorum.pages.page import heading, kind_words
from variorum.rendering.annotations import card_id, why
from variorum.rendering.nodes import box, link, mark, paragraph
from variorum.rendering.words import _, listed


def cards(facts: dict[str, Any]) -> Iterator[nodes.Node]:
    """One card for each actor the article names, as notes under its text."""
    if not facts["actors"]:
        return
    notes = box("section", heading(_("Notes")), classes="vr-notes", lang="en")
    for actor in facts["actors"]:
        notes += actor_card(actor, facts["pages"]["method"])
    yield notes


def actor_card(actor: dict[str, Any], method: str) -> nodes.Node:
    """Who this is, what this article calls them, where else they are named."""
    made = box("aside", classes="vr-card", lang="en", aria_label=actor["name"])
    made["ids"].append(card_id(actor["id"]))
    made += paragraph(
        link(actor["docname"], actor["name"], classes="vr-card-name"),
        " ",
        mark("span", kind_words(actor["label"]), classes="vr-card-kind"),
        classes="vr-card-head",
    )
    if actor["description"]:
        made += paragraph(actor["description"])
    if actor["roles"]:
        roles = listed([f"“{words}”" for words in actor["roles"]])
        made += paragraph(_("Here: %s") % roles, classes="vr-card-roles")
    if actor["stands_for"]:
        words = _("In this report the name also stands for %s.") % listed(actor["stands_for"])
        made += paragraph(words)
    where = [f"{siglum} {count}" for siglum, count in actor["counts"]]
    named = _("Named once") if actor["total"] == 1 else _("Named %s times") % actor["total"]
    made += paragraph(f"{named}: {', '.join(where)}", classes="vr-card-where")
    made += paragraph(
        mark("span", _("Why: "), mark("span", why(actor["first"]), classes="vr-card-why")),
        " · ",
        _("automatic, unreviewed"),
        " · ",
        link(method, _("how measured")),
        classes="vr-card-foot",
    )
    return made
