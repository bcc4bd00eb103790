"""The index of actors over all stories: those that are one by the editor's word, and candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypedDict

from variorum.docnames import ACROSS
from variorum.pages import actor_across
from variorum.pages.actor_across import Appearance
from variorum.pages.candidates import candidates, shared_titles, to_paste
from variorum.pages.kind import Head, PageKind
from variorum.pages.page import Page, heading, kind_words, story_title, title
from variorum.pages.shares import StoryShare
from variorum.pages.tables import cell, table
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.words import _, _n, listed, number

FOLDED = 12
"""More candidates than this are folded."""


class OneActor(TypedDict):
    """An actor of several stories, and how much of it there is."""

    docname: str
    name: str
    label: str
    stories: int
    statements: int


class ActorsAcross(TypedDict):
    """The facts of the index."""

    docname: str
    actors: list[OneActor]
    candidates: list[list[Appearance]]


def view(facts: ActorsAcross) -> Page:
    """Who is one in all stories, then who may be."""
    contents = tuple(actor["docname"] for actor in facts["actors"])
    children = [_intro(), _one(facts), *_candidates(facts)]
    return Page(title(_("Actors of all stories")), children, contents=contents)


def _intro() -> Part:
    return paragraph(
        _(
            "Within a story names are linked by rules. From story to story only an editor says "
            "who is the same: in the actors.yaml that lies beside all stories."
        ),
        classes="vr-lead",
    )


def _one(facts: ActorsAcross) -> Part:
    name = _("One by the editor’s word")
    if not facts["actors"]:
        nothing = paragraph(_("The editor has named nobody for all stories yet."))
        return box("section", heading(name), nothing, classes="vr-group")
    rows = [
        [
            cell(link(actor["docname"], actor["name"]), head=True),
            cell(kind_words(actor["label"])),
            cell(number(actor["stories"]), classes="vr-num"),
            cell(number(actor["statements"]), classes="vr-num"),
        ]
        for actor in facts["actors"]
    ]
    head: list[str | Part] = [_("Name"), _("Kind"), _("Stories"), _("Statements")]
    shown = table(name, head, rows, classes="vr-actors vr-one-actors", sortable=True)
    aside = _n("%s actor", "%s actors", len(rows)) % number(len(rows))
    return box("section", heading(name, aside), shown, classes="vr-group")


def _candidates(facts: ActorsAcross) -> Iterator[Part]:
    """People, then bodies and places: each with its stories and the lines that make it one."""
    groups = (
        (_("Perhaps the same person"), ("PER",)),
        (_("Perhaps the same organisation"), ("ORG",)),
        (_("Perhaps the same place"), ("GPE", "LOC", "FAC")),
        (_("Perhaps the same"), ("EVENT", "WORK", "PRODUCT")),
    )
    for name, labels in groups:
        members = [same for same in facts["candidates"] if same[0]["actor"]["label"] in labels]
        if members:
            members.sort(key=lambda same: (-len(same), same[0]["actor"]["name"]))
            yield _group(name, members)


def _group(name: str, members: Sequence[Sequence[Appearance]]) -> Box:
    aside = _("the full name is equal; nobody has confirmed it")
    made = box("section", heading(name, aside), classes="vr-group vr-candidates")
    made += _entries(members[:FOLDED])
    rest = members[FOLDED:]
    if rest:
        words = _n("%s more", "%s more", len(rest)) % number(len(rest))
        made += box("details", box("summary", line(words)), _entries(rest))
    return made


def _entries(members: Sequence[Sequence[Appearance]]) -> Box:
    entries = box("ul", classes="vr-plain-list vr-perhaps")
    for same in members:
        entries += _entry(same)
    return entries


def _entry(same: Sequence[Appearance]) -> Box:
    """The name, where it stands, what speaks for it; beside it what to paste."""
    where: list[Part] = []
    for n, one in enumerate(same):
        there = link(one["actor"]["docname"], story_title(one["story"]))
        where += [" · " if n else "", there]
    titles = shared_titles(same)
    ground = _("called %s in more than one") % listed([f"“{t}”" for t in titles]) if titles else ""
    words = box(
        "div",
        paragraph(same[0]["actor"]["name"], classes="vr-headline"),
        paragraph(*where, classes="vr-label"),
    )
    if ground:
        words += paragraph(ground, classes="vr-label")
    lines = box("div", paragraph(mark("code", to_paste(same)), classes="vr-to-paste"), screen=True)
    return box("li", words, lines)


# --- its facts -----------------------------------------------------------------------------------


def facts(shares: Sequence[StoryShare]) -> Iterator[ActorsAcross]:
    """The one page."""
    yield {
        "docname": f"{ACROSS}/index",
        "actors": [
            {
                "docname": actor["docname"],
                "name": actor["name"],
                "label": actor["label"],
                "stories": len(actor["stories"]),
                "statements": sum(len(one["actor"]["says"]) for one in actor["stories"]),
            }
            for actor in actor_across.facts(shares)
        ],
        "candidates": list(candidates(shares)),
    }


def head(_facts: ActorsAcross) -> Head:
    """What the page is, in a sentence."""
    said = _("People, bodies and places that several stories name")
    return {"description": said, "kind": "website", "data": None}


PAGE = PageKind(
    name="actors-across",
    view=view,
    across=facts,
    head=head,
    indexed=False,
    on_paper=False,
    scripts=("tables",),
)
