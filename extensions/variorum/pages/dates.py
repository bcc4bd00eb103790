"""The ledger of dates: every expression, what it was resolved to, and how; and every clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from variorum.pages.kind import Door, Facts, Options, PageKind
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.records import DateSaid
from variorum.pages.selection import of_kind, of_source, some
from variorum.pages.sentences import explained, sentences
from variorum.pages.source_records import listed_source
from variorum.pages.tables import cell, table
from variorum.rendering.decided import as_sentence, decided_words
from variorum.rendering.elements import Part, box, line, link, mark, paragraph
from variorum.rendering.timex import value_words
from variorum.rendering.words import _, _n, date_words, listed, number, range_words, span_words

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts


def view(facts: Facts) -> Page:
    """The clocks first, for what is counted depends on them."""
    intro = paragraph(
        _(
            "Every expression of time in the reports, what it means in the calendar, and how "
            "that is known."
        ),
        classes="vr-lead",
    )
    return Page(title(_("Dates")), [intro, _clocks(facts), _ledger(facts)], above=above(facts))


def _clocks(facts: Facts) -> Part:
    made = box("ol", classes="vr-plain-list vr-clocks")
    for source in facts["sources"]:
        siglum = mark("span", source["siglum"], classes="vr-siglum")
        entry = box("li", paragraph(siglum, " ", link(source["docname"], outlet_words(source))))
        entry += paragraph(*clock_words(source), classes="vr-label")
        clock = source["clock"]
        if clock.get("anomaly"):
            entry += paragraph(mark("b", _("Does not fit.")), " ", explained(clock["anomaly"]))
            entry += _both_ways(clock["readings"])
        if clock.get("reasons"):
            reasons = box("ul", classes="vr-plain-list vr-label")
            for reason in clock["reasons"]:
                reasons += box("li", paragraph(explained(reason)))
            summary = box("summary", line(_("Why")))
            entry += box("details", summary, reasons)
        made += entry
    return box("section", heading(_("When each report was written")), made, classes="vr-group")


def clock_words(source: dict[str, Any]) -> list[Part]:
    """Printed, updated, inferred and told, each said to be what it is."""
    clock = source["clock"]
    said = []
    if source["published"]:
        said.append(_("published %s") % date_words(source["published"], weekday=True))
    if source["updated"]:
        said.append(_("updated %s") % date_words(source["updated"], weekday=True))
    if not said:
        said.append(_("no date printed"))
    if clock.get("inferred"):
        span = range_words(*clock["inferred"])
        said.append(_("by its text written %s (inferred, not printed)") % span)
    if clock.get("photographed"):
        days = listed([date_words(day) for day in clock["photographed"]])
        said.append(_("photograph of %s") % days)
    if clock.get("told"):
        said.append(_("tells of %s") % span_words(*clock["told"]))
    return ["; ".join(said) + "."]


def _both_ways(readings: list[dict[str, Any]]) -> Part:
    rows = [
        [
            cell(reading["exact"], head=True),
            cell(value_words(reading["by_stamp"])),
            cell(value_words(reading["by_anchor"])),
        ]
        for reading in readings
    ]
    head = [_("In the text"), _("Counted from the stamp"), _("Counted from its text (used here)")]
    return table(_("Counted both ways"), head, rows)


def _by_hand(said: dict[str, Any]) -> list[str]:
    """Who decided what an expression means, and the editor's note on it."""
    return [s for s in (as_sentence(decided_words(said)), said.get("note")) if s]


def _ledger(facts: Facts) -> Part:
    rows = []
    for said in facts["dates"]:
        how = [sentences(said["why"])] if said["why"] else []
        if said["counted_from"]:
            how.append(_("Counted from %s.") % date_words(said["counted_from"]))
        if said["alternatives"]:
            others = listed([value_words(value) for value in said["alternatives"]])
            how.append(_("Could also be %s.") % others)
        words = link(said["docname"], said["words"], anchor=said["anchor"])
        rows.append(
            [
                cell(mark("span", said["siglum"], classes="vr-siglum")),
                cell(words, head=True),
                cell(value_words(said["value"])),
                cell(" ".join([*how, *_by_hand(said)])),
                cell(f"{round(said['confidence'] * 100)} %", classes="vr-num"),
            ]
        )
    head = [_("Source"), _("In the text"), _("In the calendar"), _("How that is known"), _("Sure")]
    ledger = table(_("Every expression"), head, rows, classes="vr-ledger", sortable=True)
    return box("section", heading(_("Every expression")), ledger, classes="vr-group")


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[Facts]:
    """The page of a story."""
    clocks = [listed_source(source) | {"clock": source["clock"]} for source in told.sources]
    yield {**told.listed,
        "docname": told.pages["dates"], "dates": told.dates, "sources": clocks,
    }  # fmt: skip


def wanted(dates: list[DateSaid], options: Options) -> list[DateSaid]:
    """The expressions of one report, or of one kind."""
    return some(of_kind(of_source(dates, options), options), options)


def selected(facts: Facts, options: Options) -> Facts:
    """The same ledger with fewer expressions."""
    return {**facts, "dates": wanted(facts["dates"], options)}


PAGE = PageKind(
    name="dates",
    facts=facts,
    view=view,
    places={"dates": "dates"},
    tab=lambda: _("Dates"),
    door=lambda counts: Door(
        "look up",
        _("Dates"),
        _n(
            "%s expression of time, with the rule that resolved it",
            "%s expressions of time, each with the rule that resolved it",
            counts["dates"],
        )
        % number(counts["dates"]),
    ),
    directive=True,
    short_name=False,
    options=("source", "kind", "limit"),
    selected=selected,
    scripts=("tables",),
)
