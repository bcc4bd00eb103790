"""The list of all views of two articles side by side, those with the most in common first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from variorum.pages.abreast import LEAST, MOST, abreast_name
from variorum.pages.beside import pair_page
from variorum.pages.credits import credit_of
from variorum.pages.joins import JOINS, Joins, ListedPair, Sharing, StoryOfPair, member
from variorum.pages.kind import Door, PageKind
from variorum.pages.page import Page, above, outlet_words, reports_words, title
from variorum.pages.records import StoryPage
from variorum.pages.tables import cell, table
from variorum.rendering.elements import Part, link, mark, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts


class PairsFacts(StoryPage):
    """The facts of the list."""

    pairs: list[ListedPair]
    abreast: list[list[str]]
    """Three or four each, the leading one first."""


class JoinsFacts(Joins, StoryOfPair):
    """What a directive makes views of any two reports from."""

    docname: str
    all: list[Sharing]


def view(facts: PairsFacts) -> Page:
    """A row a pair."""
    if not facts["pairs"]:
        nothing = paragraph(_("Nothing was found that joins two of these reports."))
        return Page(title(_("In parallel")), [nothing], above=above(facts))
    intro = _(
        "Two reports side by side, both in full, with what they share and where they part on one "
        "level. %s; each is set beside those it has most in common with."
    )
    names = {source["siglum"]: outlet_words(source) for source in facts["sources"]}
    rows = [_row(pair, names, facts["pages"]) for pair in facts["pairs"]]
    label, classes = _("Pairs of reports"), "vr-pairs vr-stacked"
    pairs = table(label, _columns(), rows, classes=classes, sortable=True)
    lead = paragraph(intro % reports_words(facts["sources"]), classes="vr-lead")
    return Page(title(_("In parallel")), [lead, *_abreast(facts), pairs], above=above(facts))


def _abreast(facts: PairsFacts) -> Iterator[Part]:
    """The views of more than two, by their letters."""
    if facts["abreast"]:
        said: list[Part] = [_("Three or four at a time, the first letter’s text leading:")]
        for sigla in facts["abreast"]:
            said += [" ", link(pair_page(facts["pages"], abreast_name(sigla[0])), " ".join(sigla))]
        yield paragraph(*said, classes="vr-begin")


def _columns() -> list[str]:
    return [_("Side by side"), _("Findings"), _("Words alike"), _("Whose words")]


def _row(pair: ListedPair, names: Mapping[str, str], pages: Mapping[str, str]) -> list[Part]:
    said: list[Part] = []
    for siglum in pair["pair"]:
        name = mark("span", siglum, classes="vr-siglum"), f"\u00a0{names[siglum]}"
        said += [_(" beside ") if said else "", *name]
    common = pair["common"]
    _side, findings, alike, whose = _columns()
    return [
        cell(link(pair_page(pages, pair["name"]), *said), head=True),
        cell(str(pair["findings"]), classes="vr-num", name=findings),
        cell(str(common["words"]) if common else "–", classes="vr-num", name=alike),
        cell(credit_of(common["how"]) if common else "–", name=whose),
    ]


def facts(told: StoryFacts) -> Iterator[PairsFacts]:
    """The page of a story."""
    yield {
        **told.listed,
        "docname": told.pages["parallel"],
        "pairs": told.parallel.listed(told.sources),
        "abreast": list(told.parallel.abreast(MOST, LEAST)),
    }


def joins(told: StoryFacts) -> Iterator[JoinsFacts]:
    """What a directive makes views of any two reports from."""
    yield {
        **told.parallel.joins,
        **told.parallel.common(told),
        "docname": told.pages["parallel"].removesuffix("index") + JOINS,
        "all": [{**member(source), "shared": source["shared"]} for source in told.sources],
    }


PAGE = PageKind(
    name="pairs",
    facts=facts,
    also=joins,
    view=view,
    places={"parallel": "parallel/index"},
    tab=lambda: _("In parallel"),
    door=lambda counts: Door(
        "compare",
        _("Side by side"),
        _("two reports at a time: what both tell, in whose words, and what one leaves out"),
    ),
    scripts=("tables",),
)
