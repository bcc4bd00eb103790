"""The index of actors, by kind, with counts per source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.pages.actor_records import Index
from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.page import Page, above, heading, title
from variorum.pages.records import ActorFacts, StoryPage
from variorum.pages.schema_org import described
from variorum.pages.selection import some
from variorum.pages.tables import cell, table
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.words import _, _n, listed, number

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts

FEW = 8
"""So many sources have a column each; more are counted in one."""


class ActorsFacts(StoryPage, Index):
    """The facts of the index."""


def view(facts: ActorsFacts) -> Page:
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


def _intro(facts: ActorsFacts) -> Part:
    return paragraph(
        _(
            "Everybody and everything the reports name, with how often each source does. "
            "Pronouns and phrases such as “the alliance” are counted on each actor’s own page."
        ),
        classes="vr-lead",
    )


def _table(name: str, members: list[ActorFacts], facts: ActorsFacts) -> Box:
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


def _open(facts: ActorsFacts) -> list[Part]:
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


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[ActorsFacts]:
    """The page of a story."""
    yield {**told.listed, "docname": told.pages["actors"], **told.actors.index()}


def selected(facts: ActorsFacts, options: Options) -> ActorsFacts:
    """The actors of one kind, of one report; those named most often first."""
    listed = sorted(facts["actors"], key=lambda a: (-a["total"], a["name"], a["id"]))
    if "kind" in options:
        listed = [a for a in listed if a["label"] == options["kind"]]
    if "source" in options:
        listed = [a for a in listed if options["source"] in dict(a["counts"])]
    return {**facts, "actors": some(listed, options), "open": []}


PAGE = PageKind(
    name="actors",
    facts=facts,
    view=view,
    places={"actors": "actors/index"},
    tab=lambda: _("Actors"),
    door=lambda counts: Door(
        "look up",
        _("Actors"),
        _n(
            "%s person, body or place: what each is called, in whose report",
            "%s people, bodies and places: what each is called, in whose report",
            counts["actors"],
        )
        % number(counts["actors"]),
    ),
    head=lambda facts: described(_("People, bodies and places that the reports name: %s"), facts),
    directive=True,
    options=("kind", "source", "limit"),
    selected=selected,
    scripts=("tables",),
)
