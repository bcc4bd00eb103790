"""A sheet for each difference: its readings, where they are printed, and how to cite it.

One page has all sheets. An address that names one shows that one alone, large enough for a wall,
and prints it alone: the stylesheet does so, without script.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.pages.differences import kind_words, readings, weightiest
from variorum.pages.kind import Door, PageKind
from variorum.pages.page import (
    Page,
    above,
    heading,
    headline_words,
    outlet_words,
    reports_count,
    review_words,
    story_title,
    title,
    when_words,
)
from variorum.pages.records import About, FindingFacts, Source
from variorum.pages.sentences import explained
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.pages.records import SourceFacts
    from variorum.pages.story_facts import StoryFacts


class CitedSource(Source):
    """A report as a list of references has it."""

    byline: list[str]
    url: str | None


class HandoutsFacts(About):
    """The facts of the page."""

    docname: str
    sources: list[CitedSource]
    findings: list[FindingFacts]


def view(facts: HandoutsFacts) -> Page:
    """All sheets, in the order of the differences."""
    said = _(
        "Each difference on a sheet of its own: what every report has, and where it is "
        "printed. Choose one: it stands alone, to be shown on a wall or printed."
    )
    intro = box("div", paragraph(said, classes="vr-lead"), classes="vr-above-sheets", screen=True)
    findings = facts["findings"]
    made = box("div", *(_sheet(number, facts) for number in range(len(findings))))
    if not findings:
        made += paragraph(_("Nothing was found in which these reports differ."))
    differences = (facts["pages"]["differences"], _("Differences"))
    return Page(title(_("Handouts")), [intro, made], above=(*above(facts), differences))


def _sheet(number: int, facts: HandoutsFacts) -> Box:
    finding = facts["findings"][number]
    aside = f"{number + 1} / {len(facts['findings'])}"
    made = box(
        "section",
        heading(kind_words(finding["label"] or finding["kind"]), aside),
        paragraph(explained(finding["explanation"]), classes="vr-explanation"),
        readings(finding),
        _references(finding, facts),
        paragraph(_cite(finding, facts), classes="vr-label"),
        _turn(number, facts),
        classes="vr-handout",
    )
    made.id = finding["id"]
    return made


def _references(finding: FindingFacts, facts: HandoutsFacts) -> Box:
    """The reports it is about, each as one cites it."""
    about = {*(reading["siglum"] for reading in finding["readings"]), *finding["absent"]}
    made = box("ul", classes="vr-plain-list vr-references")
    for source in facts["sources"]:
        if source["siglum"] in about:
            said = [*source["byline"][:3], outlet_words(source), when_words(source, short=True)]
            made += box(
                "li",
                paragraph(
                    mark("span", source["siglum"], classes="vr-siglum"), " ",
                    link(source["docname"], f"“{headline_words(source)}”", dir="auto"),
                    f" {', '.join(said)}. {source['url'] or ''}",
                ),
            )  # fmt: skip
    return made


def _cite(finding: FindingFacts, facts: HandoutsFacts) -> str:
    return _(
        "Cite as: %(story)s, edition of %(reports)s by Variorum, difference %(id)s. %(state)s."
    ) % {
        "story": story_title(facts), "reports": reports_count(len(facts["sources"])),
        "id": finding["id"], "state": review_words(facts),
    }  # fmt: skip


def _turn(number: int, facts: HandoutsFacts) -> Part:
    """To this sheet, those before and after, all, and the difference among the others."""
    ids = [finding["id"] for finding in facts["findings"]]
    alone = mark("a", _("This sheet alone"), href=f"#{ids[number]}", classes="vr-alone")
    ways: list[Part] = [alone, " "]
    if number:
        ways += [mark("a", _("Sheet before"), href=f"#{ids[number - 1]}"), " "]
    if number + 1 < len(ids):
        ways += [mark("a", _("Next sheet"), href=f"#{ids[number + 1]}"), " "]
    ways += [
        mark("a", _("All sheets"), href="#top"), " ",
        link(facts["pages"]["differences"], _("Among all differences"), anchor=ids[number]),
    ]  # fmt: skip
    return box(
        "nav", paragraph(*ways, classes="vr-begin"), screen=True,
        aria_label=_("Sheet %s") % f"{number + 1}",
    )  # fmt: skip


# --- its facts -----------------------------------------------------------------------------------


def cited(source: SourceFacts) -> CitedSource:
    """Of a report what a list of references says."""
    return {
        "siglum": source["siglum"], "docname": source["docname"], "outlet": source["outlet"],
        "title": source["title"], "first_words": source["first_words"],
        "published": source["published"], "updated": source["updated"], "file": source["file"],
        "withheld": source["withheld"], "byline": source["byline"], "url": source["url"],
    }  # fmt: skip


def facts(told: StoryFacts) -> Iterator[HandoutsFacts]:
    """The page of a story."""
    yield {
        **told.about,
        "docname": told.pages["handouts"],
        "sources": [cited(source) for source in told.sources],
        "findings": told.findings,
    }


def abridged(facts: HandoutsFacts) -> HandoutsFacts:
    """The differences of most weight."""
    return {**facts, "findings": weightiest(facts["findings"])}


PAGE = PageKind(
    name="handouts",
    facts=facts,
    view=view,
    places={"handouts": "handouts"},
    under="differences",
    door=lambda counts: Door(
        "use",
        _("Handouts"),
        _("each difference on a sheet with its readings and sources, to print or to show"),
    ),
    listed=False,
    indexed=False,
    in_contents=False,
    abridged=abridged,
)
