"""Reading blind: the reports without their outlets' names, the key, and a worksheet to print.

What reveals is one ``details``: open, it shows the key and, by a rule of the stylesheet, the words
under every blank. The script only keeps what the reader marks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.pages.blanks import BlindReport, Sentence, blind_facts
from variorum.pages.differences import kind_words
from variorum.pages.kind import Door, PageKind
from variorum.pages.page import (
    Page,
    above,
    heading,
    headline_words,
    outlet_words,
    title,
    when_words,
)
from variorum.pages.records import FindingFacts, StoryPage
from variorum.pages.sentences import explained
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.words import _, direction

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts

LINES = 3
"""Ruled lines under each question of the worksheet."""


class BlindFacts(StoryPage):
    """The facts of the page."""

    reports: list[BlindReport]
    findings: list[FindingFacts]


def view(facts: BlindFacts) -> Page:
    """The reports first, then what reveals who wrote them."""
    numbers = {report["siglum"]: i for i, report in enumerate(facts["reports"], 1)}
    intro = paragraph(
        _(
            "The same reports without the names of their outlets, in another order. Mark what "
            "strikes you: a loaded word, a claim without a source, a voice that is missing. Then "
            "reveal who wrote what, and compare your marks with what Variorum found."
        ),
        classes="vr-lead",
    )
    how = paragraph(
        _(
            "No word is altered. Where a report names its outlet, its agency, its authors or an "
            "address, a blank like this stands over the words: "
        ),
        _blank("outlet", ""),
        _(" They come back when you reveal."),
        classes="vr-label",
    )
    quiz = paragraph(link(facts["pages"]["quiz"], _("Quiz on these reports")), classes="vr-begin")
    texts = box("div", classes="vr-blind-texts")
    texts += [_report(report, numbers[report["siglum"]]) for report in facts["reports"]]
    return Page(
        title(_("Reading blind")),
        [intro, how, quiz, _tools(), texts, _reveal(facts, numbers), _printed_key(facts, numbers)],
        above=above(facts),
    )


# --- the texts -----------------------------------------------------------------------------------


def _report(report: BlindReport, number: int) -> Box:
    made = box(
        "section",
        heading(_("Report %s") % number),
        classes="vr-blind-report",
        aria_label=_("Report %s") % number,
    )
    made.id = f"report-{number}"
    seen: dict[str, int] = {}
    text = box(
        "div",
        classes="vr-article vr-blind-text",
        lang=report["language"] or "und",
        dir=direction(report["language"]),
    )
    for block in report["blocks"]:
        words = [
            _sentence(sentence, _id(number, sentence["text"], seen), number)
            for sentence in block["sentences"]
        ]
        text += paragraph(*words, classes=f"vr-blind-{block['kind']}")
    made += text
    made += _questions()
    return made


def _id(number: int, text: str, seen: dict[str, int]) -> str:
    """From the words alone, so that marks outlive a build."""
    seen[text] = seen.get(text, 0) + 1
    said = f"{number}\x1f{text}\x1f{seen[text]}"
    return "s" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:10]


def _sentence(sentence: Sentence, id_: str, number: int) -> Part:
    parts: list[Part] = []
    at = 0
    for start, end, what in sentence["blanks"]:
        parts += [sentence["text"][at:start], _blank(what, sentence["text"][start:end])]
        at = end
    parts.append(sentence["text"][at:])
    made = mark(
        "span",
        *(part for part in parts if part),
        classes="vr-sentence",
        data_report=str(number),
        data_findings=" ".join(sentence["findings"]) or None,
    )
    made.id = id_
    return made


def _blank(what: str, words: str) -> Part:
    """A blank that can be seen and heard to be one; under it the words, until they are revealed."""
    said = {
        "outlet": _("outlet"), "agency": _("agency"), "person": _("author"),
        "address": _("address"),
    }[what]  # fmt: skip
    cover = mark("span", _("[%s left blank]") % said, classes="vr-cover")
    under = [mark("span", words, classes="vr-under", screen=True, hidden=True)] if words else []
    return mark("span", cover, *under, classes="vr-blank")


# --- what the reader does ------------------------------------------------------------------------


def _tools() -> Part:
    """For the script: the words it says, and the buttons it needs."""
    return box(
        "div",
        paragraph(mark("span", role="status", classes="vr-blind-count"), classes="vr-blind-said"),
        paragraph(
            mark("button", _("Erase my marks"), type="button", classes="vr-blind-erase"),
            mark("button", _("Print the worksheet"), type="button", classes="vr-blind-print"),
            mark("a", _("Reveal"), href="#reveal", classes="vr-blind-go"),
        ),
        classes="vr-blind-tools",
        screen=True,
        hidden=True,
        data_count=_("Marked: %s"),
        data_how=_("Tap a sentence, or select words, to mark it; with the keyboard, arrows and "
                   "the space bar."),
        data_report=_("Report %s"),
        data_both=_("You marked %(marked)s sentences; in %(found)s of them Variorum found a "
                    "difference, too."),
        data_nothing=_("Variorum found nothing here."),
        data_none=_("You marked nothing."),
    )  # fmt: skip


def _reveal(facts: BlindFacts, numbers: dict[str, int]) -> Part:
    """The key, then the reader's own marks beside what was found."""
    own = box(
        "section",
        heading(_("What you marked, and what was found there")),
        box("p", line(""), classes="vr-blind-sum"),
        box("ol", classes="vr-plain-list vr-blind-own"),
        classes="vr-blind-compare",
        screen=True,
        hidden=True,
    )
    found = box("section", heading(_("What Variorum found")), _findings(facts, numbers))
    made = box(
        "details",
        box("summary", line(_("Reveal: which report is whose"))),
        _key(facts, numbers),
        own,
        found,
        classes="vr-reveal",
    )
    made.id = "reveal"
    return made


def _key(facts: BlindFacts, numbers: dict[str, int]) -> Box:
    sources = {source["siglum"]: source for source in facts["sources"]}
    made = box("ol", classes="vr-plain-list vr-key-list")
    for siglum, number in numbers.items():
        source = sources[siglum]
        made += box(
            "li",
            paragraph(
                mark("span", _("Report %s") % number), " ",
                mark("b", f"{siglum}, {outlet_words(source)}"),
                classes="vr-source-name",
            ),
            paragraph(link(source["docname"], headline_words(source), dir="auto")),
            paragraph(when_words(source), classes="vr-label"),
        )  # fmt: skip
    return made


def _findings(facts: BlindFacts, numbers: dict[str, int]) -> Box:
    """Each finding that lies on a sentence, with a link to every one."""
    places: dict[str, list[Part]] = {}
    for report in facts["reports"]:
        number = numbers[report["siglum"]]
        for id_, marked in _marked_sentences(report, number):
            places.setdefault(marked, [])
            places[marked] += [
                " ", mark("a", _("Report %s") % number, href=f"#{id_}"),
            ]  # fmt: skip
    made = box("ol", classes="vr-plain-list vr-blind-found")
    for finding in facts["findings"]:
        if finding["id"] not in places:
            continue
        said = explained(finding["explanation"])
        there = link(facts["pages"]["differences"], said, anchor=finding["id"])
        entry = box(
            "li",
            paragraph(there),
            paragraph(kind_words(finding["label"] or finding["kind"]), " ·", *places[finding["id"]],
                      classes="vr-label"),
            data_finding=finding["id"],
        )  # fmt: skip
        made += entry
    return made


def _marked_sentences(report: BlindReport, number: int) -> Iterator[tuple[str, str]]:
    """Each finding with the first sentence of the report it lies on."""
    seen: dict[str, int] = {}
    met: set[str] = set()
    for block in report["blocks"]:
        for sentence in block["sentences"]:
            id_ = _id(number, sentence["text"], seen)
            for finding in sentence["findings"]:
                if finding not in met:
                    met.add(finding)
                    yield id_, finding


# --- on paper ------------------------------------------------------------------------------------


def _questions() -> Part:
    """What a class is asked under each report; printed only."""
    asked = (
        _("Whom does this report let speak, and who is missing?"),
        _("Which words would another reporter have chosen otherwise? Underline them."),
        _("What is told as a fact without saying who knows it?"),
        _("Which outlet might this be? What makes you think so?"),
    )
    made = box("ol", classes="vr-questions")
    for question in asked:
        ruled = box("div", *(box("div", classes="vr-ruled") for _line in range(LINES)))
        made += box("li", paragraph(question), ruled)
    return made


def _printed_key(facts: BlindFacts, numbers: dict[str, int]) -> Part:
    """The key on a page of its own, to be handed out afterwards."""
    return box(
        "div",
        paragraph(_("Key to the worksheet"), classes="vr-print-title"),
        _key(facts, numbers),
        classes="vr-print-key",
        screen=True,
    )


def facts(told: StoryFacts) -> Iterator[BlindFacts]:
    """The page of a story."""
    yield {
        **told.listed,
        "docname": told.pages["blind"],
        "reports": blind_facts(told.story),
        "findings": told.findings,
    }


PAGE = PageKind(
    name="blind",
    facts=facts,
    view=view,
    places={"blind": "blind"},
    tab=lambda: _("Blind reading"),
    door=lambda counts: Door(
        "use",
        _("Reading blind"),
        _("for classrooms: the reports without names, your marks, a worksheet with its key"),
    ),
    in_contents=False,
    on_paper=False,
    scripts=("blind",),
)
