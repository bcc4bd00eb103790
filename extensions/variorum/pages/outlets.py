"""The index of outlets over all stories: what each printed, took and credited; no score.

The counts say as much of the stories as of the outlets, so nothing is ranked: names in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypedDict

from variorum.docnames import OUTLETS, safe_name
from variorum.pages.kind import Head, PageKind
from variorum.pages.page import Page, heading, outlets_words, reports_count, title
from variorum.pages.shares import ReportShare, StoryShare
from variorum.pages.tables import cell, table
from variorum.portable import name_hash
from variorum.rendering.elements import Box, Part, link, paragraph
from variorum.rendering.words import _, capital, listed, number


class OutletCounts(TypedDict):
    """What is counted of an outlet."""

    docname: str
    name: str
    reports: int
    words: int
    taken: int
    took: int
    """So many of its reports go back to another's text …"""
    credited: int
    """… and so many of these say whose."""
    statements: int
    named: int
    agencies: list[str]
    """Whom its reports credit …"""
    takes_from: list[str]
    """… and the outlets here whose text they go back to."""
    taken_by: list[str]


class OutletsFacts(TypedDict):
    """The facts of the index."""

    docname: str
    outlets: list[OutletCounts]
    unnamed: int
    """So many reports don't say whose they are."""


def view(facts: OutletsFacts) -> Page:
    """A table with a row an outlet, each number explained below it."""
    outlets = facts["outlets"]
    intro = paragraph(
        _(
            "What each outlet printed in the stories of this site, what it took and from whom, and "
            "how often it says who speaks. There is no score: the counts measure the stories as "
            "much as the outlets."
        ),
        classes="vr-lead",
    )
    name = heading(capital(outlets_words(len(outlets))), _("by name"))
    children: list[Part] = [intro, name, counts_table(outlets), _key()]
    if facts["unnamed"]:
        words = _("Not counted, since they name no outlet: %s.") % reports_count(facts["unnamed"])
        children.append(paragraph(words, classes="vr-label"))
    contents = tuple(outlet["docname"] for outlet in outlets)
    return Page(title(_("Outlets")), children, contents=contents)


def _key() -> Part:
    return paragraph(
        _(
            "“Taken”: words that stand in the report here that a report goes back to, of all its "
            "words. "
            "“Credits given”: reports that say whose words they took, of those that took any. "
            "“Speakers named”: statements with a named speaker, of all. An outlet’s page lists "
            "the reports that were counted."
        ),
        classes="vr-label",
    )


def counts_table(outlets: Sequence[OutletCounts]) -> Box:
    """A row an outlet."""
    head = [
        _("Outlet"), _("Reports"), _("Words"), _("Taken"), _("Credits given"),
        _("Speakers named"), _("Takes from"), _("Is taken by"),
    ]  # fmt: skip
    rows = []
    for outlet in outlets:
        values = [
            number(outlet["reports"]),
            number(outlet["words"]),
            taken_words(outlet["taken"], outlet["words"]),
            of_words(outlet["credited"], outlet["took"]) or _("nothing from these reports"),
            of_words(outlet["named"], outlet["statements"]) or _("none found"),
            listed([*outlet["takes_from"], *map(_credited, outlet["agencies"])])
            or _("nobody found"),
            listed(outlet["taken_by"]) or _("nobody found"),
        ]
        cells = [
            cell(value, classes="vr-num" if n < 3 else "", name=name)
            for n, (name, value) in enumerate(zip(head[1:], values, strict=True))
        ]
        rows.append([cell(link(outlet["docname"], outlet["name"]), head=True), *cells])
    return table(_("Outlets"), head, rows, classes="vr-outlets vr-stacked")


def _credited(agency: str) -> str:
    return _("%s (credited)") % agency


def taken_words(taken: int, words: int) -> str:
    """A share in percent; less than one is said to be so."""
    share = 100 * taken / words if words else 0
    return _("under 1 %") if 0 < share < 1 else _("%s %%") % round(share)


def of_words(some: int, of: int) -> str:
    """``3 of 4``; nothing where there is nothing to count of."""
    return _("%(some)s of %(all)s") % {"some": number(some), "all": number(of)} if of else ""


# --- its facts -----------------------------------------------------------------------------------


def by_outlet(shares: Sequence[StoryShare]) -> dict[str, list[tuple[StoryShare, ReportShare]]]:
    """The reports of each outlet by its name, with their stories, sorted."""
    found: dict[str, list[tuple[StoryShare, ReportShare]]] = {}
    for story in shares:
        for report in story["sources"]:
            if report["outlet"]:
                found.setdefault(report["outlet"], []).append((story, report))
    return {name: found[name] for name in sorted(found, key=lambda n: (n.casefold(), n))}


def pages(names: Sequence[str]) -> dict[str, str]:
    """The page of each outlet; of two with one safe name the second has a hash in its own."""
    made: dict[str, str] = {}
    for name in names:
        docname = f"{OUTLETS}/{safe_name(name)}"
        if docname in made.values() or docname == f"{OUTLETS}/index":
            docname += f"-{name_hash(name)}"
        made[name] = docname
    return made


def counts(shares: Sequence[StoryShare]) -> list[OutletCounts]:
    """What is counted of each outlet."""
    found = by_outlet(shares)
    docnames = pages(list(found))
    ties = {
        (name, report["origin"])
        for name, reports in found.items()
        for _story, report in reports
        if report["origin"] and report["origin"] != name
    }
    return [
        {
            "docname": docnames[name],
            "name": name,
            "reports": len(reports),
            "words": sum(r["words"] for _s, r in reports),
            "taken": sum(r["taken"] for _s, r in reports),
            "took": sum(bool(r["taken"]) for _s, r in reports),
            "credited": sum(bool(r["taken"]) and r["credits"] for _s, r in reports),
            "statements": sum(r["statements"] for _s, r in reports),
            "named": sum(r["named"] for _s, r in reports),
            "agencies": sorted({a for _s, r in reports for a in r["agencies"]} - {name}),
            "takes_from": sorted(other for one, other in ties if one == name and other),
            "taken_by": sorted(one for one, other in ties if other == name),
        }
        for name, reports in found.items()
    ]


def facts(shares: Sequence[StoryShare]) -> Iterator[OutletsFacts]:
    """The one page."""
    yield {
        "docname": f"{OUTLETS}/index",
        "outlets": counts(shares),
        "unnamed": sum(not report["outlet"] for story in shares for report in story["sources"]),
    }


def head(_facts: OutletsFacts) -> Head:
    """What the page is, in a sentence."""
    said = _("What each outlet printed, took and credited, and how often it says who speaks")
    return {"description": said, "kind": "website", "data": None}


PAGE = PageKind(
    name="outlets", view=view, across=facts, head=head, indexed=False, on_paper=False,
)  # fmt: skip
