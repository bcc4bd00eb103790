"""The other ways into a story: every page of it, by what one might want."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from variorum.pages.page import heading
from variorum.rendering.elements import Box, Part, box, file_link, link, paragraph
from variorum.rendering.words import _, _n, number

Door = tuple[str, str, str]
"""Where it leads, its name, and what is behind it."""


def doors(facts: dict[str, Any]) -> Part:
    """All pages of a story in groups; downloads too, where there are any."""
    made = box("nav", heading(_("All ways in")), classes="vr-doors", aria_label=_("All ways in"))
    groups = (
        (_("Compare"), list(_compare(facts))),
        (_("Look up"), list(_look_up(facts))),
        (_("Use"), list(_use(facts))),
    )
    for name, entries in groups:
        made += _group(name, entries)
    if facts.get("downloads"):
        made += _downloads(facts["downloads"])
    made += paragraph(
        _("Analysis is for English. No word of a report is changed."),
        classes="vr-label",
    )
    return made


def _group(name: str, entries: list[Door]) -> Box:
    listed = box("ul", classes="vr-plain-list")
    for docname, words, said in entries:
        listed += box("li", paragraph(link(docname, words)), paragraph(said, classes="vr-label"))
    return box("div", paragraph(name, classes="vr-door-name"), listed, classes="vr-door-group")


def _compare(facts: dict[str, Any]) -> Iterator[Door]:
    counts, pages = facts["counts"], facts["pages"]
    found = counts["findings"]
    yield (
        pages["differences"],
        _("Differences"),
        _n(
            "%s finding: what the reports share, and where they part",
            "%s findings: what the reports share, and where they part",
            found,
        )
        % number(found),
    )
    yield (
        pages["coverage"],
        _("Coverage"),
        _("who tells what: claims against sources, each cell leading to its words"),
    )
    yield (
        pages["parallel"],
        _("Side by side"),
        _("two reports at a time: what both tell, in whose words, and what one leaves out"),
    )
    quotes = counts["quotes"]
    yield (
        pages["statements"],
        _("Statements"),
        _n(
            "%s quotation: who said what, in which words, and whose voice each source carries",
            "%s quotations: who said what, in which words, and whose voice each source carries",
            quotes,
        )
        % number(quotes),
    )


def _look_up(facts: dict[str, Any]) -> Iterator[Door]:
    counts, pages = facts["counts"], facts["pages"]
    actors, dates = counts["actors"], counts["dates"]
    yield (
        pages["actors"],
        _("Actors"),
        _n(
            "%s person, body or place: what each is called, in whose report",
            "%s people, bodies and places: what each is called, in whose report",
            actors,
        )
        % number(actors),
    )
    yield (
        pages["timeline"],
        _("Timeline"),
        _("what happened when, in each source’s words, and when each was printed"),
    )
    yield (
        pages["dates"],
        _("Dates"),
        _n(
            "%s expression of time, with the rule that resolved it",
            "%s expressions of time, each with the rule that resolved it",
            dates,
        )
        % number(dates),
    )
    yield (
        pages["sources"],
        _("Sources"),
        _("what each report says of itself: outlet, dates, credits, address, file"),
    )


def _use(facts: dict[str, Any]) -> Iterator[Door]:
    pages = facts["pages"]
    yield (
        pages["blind"],
        _("Reading blind"),
        _("for classrooms: the reports without names, your marks, a worksheet with its key"),
    )
    yield (
        pages["data"],
        _("Data"),
        _("all annotations as files: Web Annotation, TEI, tables, references"),
    )
    yield (
        pages["method"],
        _("Method"),
        _("how the articles are read, what is automatic, and what this reader doesn’t do"),
    )


def _downloads(downloads: list[dict[str, Any]]) -> Box:
    """The story as files: each a path among the pages, and what it is."""
    kinds = {
        ".pdf": _("to print or to read as a book of pages"),
        ".epub": _("for a reading device"),
        ".zip": _("this site, to open from a folder without a network"),
    }
    listed = box("ul", classes="vr-plain-list")
    for download in downloads:
        listed += box(
            "li",
            paragraph(file_link(download["path"], download["name"])),
            paragraph(
                kinds.get(PurePosixPath(download["name"]).suffix, ""),
                " ",
                _("%s KB") % number(round(download["bytes"] / 1000)),
                classes="vr-label",
            ),
        )
    return box(
        "div", paragraph(_("Take along"), classes="vr-door-name"), listed, classes="vr-door-group",
        screen=True,
    )  # fmt: skip
