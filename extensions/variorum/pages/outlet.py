"""An outlet over all stories of a site: the reports behind each of its counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypedDict

from variorum.docnames import OUTLETS
from variorum.pages.actor_across import StoryNamed, story_named
from variorum.pages.kind import Head, PageKind
from variorum.pages.outlets import (
    OutletCounts,
    by_outlet,
    counts,
    counts_table,
    of_words,
    taken_words,
)
from variorum.pages.page import Page, heading, source_link, story_title, title, when_words
from variorum.pages.shares import ReportShare, StoryShare
from variorum.rendering.elements import Box, box, link, mark, paragraph
from variorum.rendering.words import _, _n, number


class ReportIn(TypedDict):
    """A report and its story."""

    story: StoryNamed
    report: ReportShare


class OutletFacts(TypedDict):
    """The facts of an outlet's page."""

    docname: str
    outlet: OutletCounts
    reports: list[ReportIn]


def view(facts: OutletFacts) -> Page:
    """Its counts, then its reports, the earliest first."""
    outlet = facts["outlet"]
    lines = box("ol", classes="vr-plain-list vr-reports-of")
    for one in sorted(facts["reports"], key=_order):
        lines += _entry(one)
    name = _n("%s report", "%s reports", outlet["reports"]) % number(outlet["reports"])
    reports = box("section", heading(name, _("by day")), lines, classes="vr-group")
    above = ((f"{OUTLETS}/index", _("Outlets")),)
    kicker = ("kind", _("Outlet"))
    return Page(title(outlet["name"], kicker), [counts_table([outlet]), reports], above=above)


def _order(one: ReportIn) -> tuple[bool, str, str]:
    printed = one["report"]["published"] or one["report"]["updated"] or ""
    return not printed, printed, one["report"]["docname"]


def _entry(one: ReportIn) -> Box:
    """Its headline, day and story; beside them what was counted."""
    report, story = one["report"], one["story"]
    said = [_n("%s word", "%s words", report["words"]) % number(report["words"])]
    if report["taken"]:
        share = taken_words(report["taken"], report["words"])
        whose = report["origin"] or _("an unnamed source")
        credit = _("credited") if report["credits"] else _("not credited")
        words = _("%(share)s of them in %(outlet)s’s text, %(credit)s")
        said.append(words % {"share": share, "outlet": whose, "credit": credit})
    if report["statements"]:
        named = of_words(report["named"], report["statements"])
        said.append(_("speakers named: %s") % named)
    there = link(story["docname"], story_title(story))
    return box(
        "li",
        paragraph(when_words(report, short=True), classes="vr-said-day"),
        box(
            "div",
            paragraph(source_link(report), classes="vr-headline"),
            paragraph(mark("b", there), classes="vr-label"),
        ),
        paragraph(" · ".join(said), classes="vr-label"),
    )


# --- its facts -----------------------------------------------------------------------------------


def facts(shares: Sequence[StoryShare]) -> Iterator[OutletFacts]:
    """Each outlet that a report names as its own."""
    found = by_outlet(shares)
    for outlet in counts(shares):
        yield {
            "docname": outlet["docname"],
            "outlet": outlet,
            "reports": [
                {"story": story_named(story), "report": report}
                for story, report in found[outlet["name"]]
            ],
        }


def head(facts: OutletFacts) -> Head:
    """What the page is, in a sentence."""
    said = _("Every report of %s in the stories of this site") % facts["outlet"]["name"]
    return {"description": said, "kind": "website", "data": None}


PAGE = PageKind(
    name="outlet", view=view, across=facts, head=head, indexed=False, on_paper=False,
)  # fmt: skip
