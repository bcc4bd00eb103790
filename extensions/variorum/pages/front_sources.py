"""Who reports a story: the list beside the front page's text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from variorum.pages.page import (
    credit_words,
    heading,
    origins,
    outlet_words,
    source_link,
    when_words,
)
from variorum.pages.records import LeftOut, SourceFacts
from variorum.rendering.elements import Part, box, link, mark, paragraph, svg
from variorum.rendering.words import _, _n, listed, number, number_words, reports

BAR = 72
"""Length of the bar for the shared part of a report, in its own units."""


class ReportersFacts(TypedDict):
    """What the front page has to know for this."""

    pages: Mapping[str, str]
    sources: list[SourceFacts]
    left_out: list[LeftOut]


def source_list(facts: ReportersFacts) -> Part:
    """Every report with its headline, its date, whom it credits and what it shares."""
    sources = facts["sources"]
    independent = origins(sources)
    aside = ""
    if independent < len(sources):
        said = _n("%s traceable origin", "%s traceable origins", independent)
        aside = said % number_words(independent)
    made = box("aside", heading(reports(len(sources)), aside), classes="vr-sources")
    entries = box("ol", classes="vr-plain-list")
    for source in sources:
        entries += _source(source)
    made += entries
    more: list[Part] = [link(facts["pages"]["sources"], _("Where each report comes from"))]
    if facts["left_out"]:
        count = len(facts["left_out"])
        said = _n("%s file was left out", "%s files were left out", count) % number(count)
        more += [" ", link(facts["pages"]["sources"], said, anchor="left-out")]
    made += paragraph(*more, classes="vr-more")
    return made


def _source(source: SourceFacts) -> Part:
    count = _n("%s word", "%s words", source["words"]) % number(source["words"])
    words = box(
        "div",
        paragraph(source_link(source), classes="vr-headline"),
        paragraph(
            mark("b", mark("bdi", outlet_words(source))),
            f" · {when_words(source, short=True)} · {count}",
            classes="vr-label",
        ),
    )
    if notes := _notes(source):
        words += paragraph("; ".join(notes), classes="vr-label")
    shared = source["shared"]
    if shared and shared["words"]:
        others = listed([s["siglum"] for s in shared["others"]])
        said = _("%(share)s %% shared with %(others)s") % {
            "share": shared["share"], "others": others,
        }  # fmt: skip
        words += paragraph(
            _bar(shared["share"]), " ", mark("span", said), classes="vr-label vr-share"
        )
    letter = mark("span", source["siglum"], classes="vr-big", aria_hidden="true")
    return box("li", letter, words, classes="vr-source")


def _bar(share: int) -> Part:
    """The shared part of a report as a length; the words beside it say the same."""
    on = max(1.0, BAR * min(share, 100) / 100)
    return svg(
        f'<svg viewBox="0 0 {BAR} 7" aria-hidden="true">'
        f'<rect x=".5" y=".5" width="{BAR - 1}" height="6"/>'
        f'<rect class="vr-on" width="{on:.1f}" height="7"/></svg>',
    )


def _notes(source: SourceFacts) -> list[str]:
    notes = [credit_words(source)] if source["agency"] else []
    if not source["title"]:
        notes.append(_("no headline was saved: its first words stand here"))
    if source["versions"]:
        count = len(source["versions"]) + 1
        notes.append(_n("in %s version", "in %s versions", count) % number_words(count))
    if source["foreign"]:
        notes.append(_("not in English: shown in full, not annotated"))
    return notes
