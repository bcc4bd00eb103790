"""The list of all views of two articles side by side, those with the most in common first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from variorum.pages.beside import pair_page
from variorum.pages.credits import credit_of
from variorum.pages.page import Page, above, outlet_words, reports_words, title
from variorum.pages.tables import cell, table
from variorum.rendering.elements import Part, link, mark, paragraph
from variorum.rendering.words import _


def build(facts: dict[str, Any]) -> Page:
    """A row a pair."""
    if not facts["pairs"]:
        nothing = paragraph(_("Nothing was found that joins two of these reports."))
        return Page(title(_("In parallel")), [nothing], above=above(facts))
    intro = _(
        "Two reports side by side, both in full, with what they share and where they part on one "
        "level. %s; each is set beside those it has most in common with."
    )
    names = {source["siglum"]: outlet_words(source) for source in facts["sources"]}
    rows = [_row(pair, names, facts) for pair in facts["pairs"]]
    head = [_("Side by side"), _("Findings"), _("Words alike"), _("Whose words")]
    pairs = table(_("Pairs of reports"), head, rows, classes="vr-pairs", sortable=True)
    lead = paragraph(intro % reports_words(facts["sources"]), classes="vr-lead")
    return Page(title(_("In parallel")), [lead, pairs], above=above(facts))


def _row(pair: Mapping[str, Any], names: Mapping[str, str], facts: Mapping[str, Any]) -> list[Part]:
    said: list[Part] = []
    for siglum in pair["pair"]:
        name = mark("span", siglum, classes="vr-siglum"), f"\u00a0{names[siglum]}"
        said += [_(" beside ") if said else "", *name]
    common = pair["common"]
    return [
        cell(link(pair_page(facts, pair["name"]), *said), head=True),
        cell(str(pair["findings"]), classes="vr-num"),
        cell(str(common["words"]) if common else "–", classes="vr-num"),
        cell(credit_of(common["how"]) if common else "–"),
    ]
