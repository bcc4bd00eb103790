"""The ledger of dates: every expression, what it was resolved to, and how; and every clock."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from variorum.model import Annotation, Article, DateRef, decision_of
from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.messages import message_facts, messages_facts
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.records import About, BothWays, Clock, DateSaid, ListedSource
from variorum.pages.selection import of_kind, of_source, some
from variorum.pages.sentences import explained, sentences
from variorum.pages.surroundings import context
from variorum.pages.tables import cell, table
from variorum.rendering.decided import as_sentence, decided_words
from variorum.rendering.elements import Part, box, line, link, mark, paragraph
from variorum.rendering.timex import value_words
from variorum.rendering.words import _, _n, date_words, listed, number, range_words, span_words

if TYPE_CHECKING:
    from variorum.edition import Story
    from variorum.pages.story_facts import StoryFacts

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Clocked(ListedSource):
    """A report, and when it was written."""

    clock: Clock


class DatesFacts(About):
    """The facts of the ledger: every clock and every expression."""

    docname: str
    sources: list[Clocked]
    dates: list[DateSaid]


def view(facts: DatesFacts) -> Page:
    """The clocks first, for what is counted depends on them."""
    intro = paragraph(
        _(
            "Every expression of time in the reports, what it means in the calendar, and how "
            "that is known."
        ),
        classes="vr-lead",
    )
    return Page(title(_("Dates")), [intro, _clocks(facts), _ledger(facts)], above=above(facts))


def _clocks(facts: DatesFacts) -> Part:
    made = box("ol", classes="vr-plain-list vr-clocks")
    for source in facts["sources"]:
        siglum = mark("span", source["siglum"], classes="vr-siglum")
        entry = box("li", paragraph(siglum, " ", link(source["docname"], outlet_words(source))))
        entry += paragraph(*clock_words(source), classes="vr-label")
        clock = source["clock"]
        if anomaly := clock.get("anomaly"):
            entry += paragraph(mark("b", _("Does not fit.")), " ", explained(anomaly))
            entry += _both_ways(clock["readings"])
        if clock.get("reasons"):
            reasons = box("ul", classes="vr-plain-list vr-label")
            for reason in clock["reasons"]:
                reasons += box("li", paragraph(explained(reason)))
            summary = box("summary", line(_("Why")))
            entry += box("details", summary, reasons)
        made += entry
    return box("section", heading(_("When each report was written")), made, classes="vr-group")


def clock_words(source: Clocked) -> list[Part]:
    """Printed, updated, inferred and told, each said to be what it is."""
    clock = source["clock"]
    said = []
    if source["published"]:
        said.append(_("published %s") % date_words(source["published"], weekday=True))
    if source["updated"]:
        said.append(_("updated %s") % date_words(source["updated"], weekday=True))
    if not said:
        said.append(_("no date printed"))
    if inferred := clock.get("inferred"):
        span = range_words(*inferred)
        said.append(_("by its text written %s (inferred, not printed)") % span)
    if clock.get("photographed"):
        days = listed([date_words(day) for day in clock["photographed"]])
        said.append(_("photograph of %s") % days)
    if told := clock.get("told"):
        said.append(_("tells of %s") % span_words(*told))
    return ["; ".join(said) + "."]


def _both_ways(readings: list[BothWays]) -> Part:
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


def _by_hand(said: DateSaid) -> list[str]:
    """Who decided what an expression means, and the editor's note on it."""
    return [s for s in (as_sentence(decided_words(said)), said.get("note")) if s]


def _ledger(facts: DatesFacts) -> Part:
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


def facts(told: StoryFacts) -> Iterator[DatesFacts]:
    """The page of a story."""
    sources = zip(told.listed["sources"], told.sources, strict=True)
    yield {
        **told.about,
        "docname": told.pages["dates"],
        "dates": told.dates,
        "sources": [{**listed, "clock": source["clock"]} for listed, source in sources],
    }


def dates_facts(story: Story, docnames: Mapping[str, str]) -> list[DateSaid]:
    """Every date expression of a story's reports, in the order of the edition.

    What advertisements and a site's own lines date is no part of a report.
    """
    return [
        {
            "siglum": story.sigla[article.id],
            "docname": docnames[article.id],
            "anchor": said.id,
            "kind": said.kind,
            "value": said.value,
            "counted_from": said.anchor,
            "rule": said.rule,
            "why": messages_facts(said.steps),
            "alternatives": list(said.alternatives),
            "confidence": said.confidence,
            **decision_of(said),
            "printed": _printed(article, said),
            **context(article, said.start, said.end),
        }
        for article in story.articles
        for said in story.annotations.get(article.id, ())
        if isinstance(said, DateRef) and not _is_promoted(article, said)
    ]


def _is_promoted(article: Article, said: DateRef) -> bool:
    at = bisect_right(article.blocks, said.start, key=lambda b: b.start) - 1
    return at >= 0 and article.blocks[at].kind == "promo"


def _printed(article: Article, said: Annotation) -> bool:
    """Whether this is the article's own stamp rather than something it tells."""
    block = next((b for b in article.blocks if b.start <= said.start < b.end), None)
    return block is not None and block.kind in ("stamp", "byline")


def clock_facts(story: Story, article: Article) -> Clock:
    """When an article was written: what it prints, what it allows, what does not fit."""
    clock = story.clocks.get(article.id)
    if clock is None:
        return {}
    return {
        "inferred": clock.inferred,
        "reasons": messages_facts(reason.said for reason in clock.reasons),
        "anomaly": message_facts(clock.anomaly.said) if clock.anomaly else None,
        "readings": [
            {"exact": r.exact, "by_stamp": r.by_stamp, "by_anchor": r.by_anchor}
            for r in (clock.anomaly.readings if clock.anomaly else ())
        ],
        "photographed": list(clock.photographed),
        "told": _told(story, article),
    }


def _told(story: Story, article: Article) -> tuple[str, str] | None:
    """The first and last day the text tells of, as finally resolved."""
    days = sorted(
        said.value[:10]
        for said in story.annotations.get(article.id, ())
        if isinstance(said, DateRef)
        and said.value
        and _DAY.match(said.value)
        and not _printed(article, said)
    )
    return (days[0], days[-1]) if days else None


def wanted(dates: list[DateSaid], options: Options) -> list[DateSaid]:
    """The expressions of one report, or of one kind."""
    return some(of_kind(of_source(dates, options), options), options)


def selected(facts: DatesFacts, options: Options) -> DatesFacts:
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
