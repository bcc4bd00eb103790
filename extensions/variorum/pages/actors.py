"""The index of actors, by kind, with counts per source."""

from __future__ import annotations

from typing import Any

from variorum.pages.page import Page, above, heading, title
from variorum.pages.tables import cell, table
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.words import _, listed

FEW = 8
"""So many sources have a column each; more are counted in one."""


def build(facts: dict[str, Any]) -> Page:
    """People, organisations, places and the rest, each sorted by how often they are named."""
    groups = (
        (_("People"), ("PER",)),
        (_("Organisations"), ("ORG",)),
        (_("Countries and places"), ("GPE", "LOC", "FAC")),
        (_("Others"), ("NORP", "EVENT", "PRODUCT", "WORK")),
    )
    children: list[Part] = [_intro(facts)]
    for name, labels in groups:
        members = [a for a in facts["actors"] if a["label"] in labels]
        if members:
            members.sort(key=lambda a: (-a["total"], a["name"], a["id"]))
            count = _("%s named") % len(members)
            group = box(
                "section", heading(name, count), _table(name, members, facts), classes="vr-group"
            )
            children.append(group)
    children += _open(facts)
    contents = tuple(actor["docname"] for actor in facts["actors"])
    return Page(title(_("Actors")), children, above=above(facts), contents=contents)


def _intro(facts: dict[str, Any]) -> Part:
    return paragraph(
        _(
            "Everybody and everything the reports name, with how often each source does. "
            "Pronouns and phrases such as “the alliance” are counted on each actor’s own page."
        ),
        classes="vr-lead",
    )


def _table(name: str, members: list[dict[str, Any]], facts: dict[str, Any]) -> Box:
    sigla = [source["siglum"] for source in facts["sources"]]
    apart = len(sigla) <= FEW
    head = [_("Name"), *(sigla if apart else [_("Sources")]), _("All")]
    rows = []
    for actor in members:
        counts = dict(actor["counts"])
        if apart:
            cells = [cell(str(counts.get(s, "")) or "–", classes="vr-num") for s in sigla]
        else:
            said = ", ".join(f"{s} {n}" for s, n in actor["counts"])
            cells = [cell(said)]
        first = cell(link(actor["docname"], actor["name"]), head=True)
        rows.append([first, *cells, cell(str(actor["total"]), classes="vr-num")])
    return table(name, head, rows, classes="vr-actors", sortable=True)


def _open(facts: dict[str, Any]) -> list[Part]:
    """Names that fit more than one actor, said to be open."""
    if not facts["open"]:
        return []
    lines = box("ul", classes="vr-plain-list vr-open-names")
    for name in facts["open"]:
        fits = listed([c["name"] for c in name["candidates"]])
        places = [
            link(m["docname"], f"{m['siglum']}", anchor=m["anchor"], classes="vr-siglum")
            for m in name["mentions"]
        ]
        spaced = [part for place in places for part in (place, " ")]
        words = _("could be %s; left open:") % fits
        lines += box("li", paragraph(mark("b", name["name"]), " ", words, " ", *spaced))
    return [box("section", heading(_("Open names")), lines, classes="vr-group")]
