"""The list of all stories of a site."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.pages.kind import Facts, PageKind
from variorum.pages.page import (
    Page,
    heading,
    outlet_words,
    reports_words,
    story_title,
    title,
    topic_words,
)
from variorum.rendering.elements import Part, box, link, paragraph
from variorum.rendering.words import _, listed


def view(facts: Facts) -> Page:
    """A page with a short entry for each story."""
    children = [_entries(facts), *_across(facts)]
    return Page(title(_("All stories")), children, contents=_contents(facts))


def _entries(facts: Facts) -> Part:
    """One entry a story: its title, its lead, who reports it."""
    made = box("ul", classes="vr-stories vr-plain-list")
    for story in facts["stories"]:
        who = listed([outlet_words(s) for s in story["sources"]])
        entry = box(
            "li", paragraph(link(story["docname"], story_title(story)), classes="vr-headline")
        )
        if topic := topic_words(story):
            entry += paragraph(topic, classes="vr-label")
        if story["lead"]:
            entry += paragraph(story["lead"])
        entry += paragraph(f"{reports_words(story['sources'])}: {who}", classes="vr-label")
        made += entry
    return made


def _across(facts: Facts) -> Iterator[Part]:
    """The ways into what several stories have."""
    if facts["across"]:
        actors, outlets = facts["across"]
        ways = (
            (actors, _("Actors"), _("who is named in several stories, and all they said")),
            (outlets, _("Outlets"), _("what each printed, took and credited")),
        )
        made = box("ul", classes="vr-plain-list vr-ways")
        for docname, name, said in ways:
            made += box("li", paragraph(link(docname, name)), paragraph(said, classes="vr-label"))
        yield box("nav", heading(_("Across stories")), made, classes="vr-doors vr-group")


def _contents(facts: Facts) -> tuple[str, ...]:
    """All stories, then how they were read."""
    return (*(story["docname"] for story in facts["stories"]), *facts["across"], facts["method"])


PAGE = PageKind(name="stories", view=view, on_paper=False)
