"""The front page of a story: what it is, who reports it, when, and where to start."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from docutils import nodes

from variorum.pages.differences import kind_words
from variorum.pages.page import (
    Page,
    credit_words,
    days_printed,
    heading,
    outlet_words,
    reports_words,
    source_link,
    story_title,
    title,
    toctree,
    when_words,
)
from variorum.rendering.nodes import box, link, mark, paragraph
from variorum.rendering.words import (
    _,
    date_words,
    listed,
    number_words,
    range_words,
    span_words,
)


def build(facts: dict[str, Any]) -> Page:
    """The page a reader sees first."""
    return Page(title(story_title(facts)), [_front(facts), _contents(facts)])


def _front(facts: dict[str, Any]) -> nodes.Node:
    return box(
        "div",
        box("div", *_opening(facts), classes="vr-opening"),
        _sources(facts),
        _span(facts),
        _five(facts),
        _doors(facts),
        classes="vr-front",
    )


def _opening(facts: dict[str, Any]) -> list[nodes.Node]:
    made: list[nodes.Node] = []
    if facts["lead"]:
        made.append(paragraph(facts["lead"], classes="vr-lead"))
    else:
        made.append(paragraph(_what_it_is(facts), classes="vr-lead"))
    made += _named_most(facts)
    if facts["sources"]:
        first = facts["sources"][0]
        start = _("Start reading with %(siglum)s, %(outlet)s") % {
            "siglum": first["siglum"], "outlet": outlet_words(first),
        }  # fmt: skip
        made.append(
            paragraph(
                link(first["docname"], mark("b", start)),
                " ",
                link(facts["pages"]["sources"], _("Where each report comes from")),
                classes="vr-begin",
            )
        )
    return made


def _named_most(facts: dict[str, Any]) -> list[nodes.Node]:
    """What the story is about, by whom its reports name most."""
    said: list[nodes.Node | str] = []
    for group in ("places", "people"):
        for actor in facts["named_most"][group]:
            said += [", " if said else "", link(actor["docname"], actor["name"])]
    if not said:
        return []
    return [paragraph(_("Named most:"), " ", *said, ".", classes="vr-named")]


def _what_it_is(facts: dict[str, Any]) -> str:
    """The lead of a story nobody has described: only what its articles say of themselves."""
    sources = facts["sources"]
    named = sorted({s["outlet"] for s in sources if s["outlet"]})
    unnamed = sum(not s["outlet"] for s in sources)
    who = list(named)
    if unnamed:
        said = _("%s unnamed source") if unnamed == 1 else _("%s unnamed sources")
        who.append(said % number_words(unnamed))
    lead = _("%(reports)s by %(who)s, side by side.") % {
        "reports": reports_words(sources), "who": listed(who),
    }  # fmt: skip
    return lead + " " + _("Nobody has given this story a title or an introduction yet.")


def _sources(facts: dict[str, Any]) -> nodes.Node:
    made = box("aside", heading(reports_words(facts["sources"])), classes="vr-sources")
    entries = box("ol", classes="vr-plain-list")
    for source in facts["sources"]:
        words = box(
            "div",
            paragraph(source_link(source), classes="vr-headline"),
            paragraph(
                mark("b", outlet_words(source)),
                f" · {when_words(source, short=True)} · ",
                _("%s words") % f"{source['words']:,}",
                classes="vr-label",
            ),
        )
        if notes := _notes(source):
            words += paragraph("; ".join(notes), classes="vr-label")
        letter = mark("span", source["siglum"], classes="vr-big", aria_hidden="true")
        entries += box("li", letter, words, classes="vr-source")
    made += entries
    if facts["left_out"]:
        said = (
            _("%s file was left out")
            if len(facts["left_out"]) == 1
            else _("%s files were left out")
        )
        made += paragraph(
            link(facts["pages"]["sources"], said % len(facts["left_out"]), anchor="left-out"),
            classes="vr-more",
        )
    return made


def _notes(source: dict[str, Any]) -> list[str]:
    notes = [credit_words(source)] if source["agency"] else []
    if not source["title"]:
        notes.append(_("no headline in the scrape: its first words stand here"))
    if source["shared"] and source["shared"]["words"]:
        others = listed([s["siglum"] for s in source["shared"]["with"]])
        facts = {"share": source["shared"]["share"], "others": others}
        notes.append(_("%(share)s %% shared with %(others)s") % facts)
    if source["foreign"]:
        notes.append(_("not in English: shown in full, not annotated"))
    return notes


def _span(facts: dict[str, Any]) -> nodes.Node:
    days = days_printed(facts["sources"])
    if not days:
        return box("section", classes="vr-span")
    made = box(
        "section",
        heading(span_words(days[0], days[-1]), _("when each report was printed")),
        classes="vr-span",
    )
    entries = box("ol", classes="vr-days vr-plain-list")
    dated = [s for s in facts["sources"] if s["published"] or s["updated"]]
    dated.sort(key=lambda s: (s["published"] or s["updated"], s["siglum"]))
    for day, group in groupby(dated, key=lambda s: (s["published"] or s["updated"])[:10]):
        who = [f"{s['siglum']}, {outlet_words(s)}" + _stamp(s) for s in group]
        entries += box(
            "li",
            paragraph(mark("b", date_words(day, weekday=True)), " ", "; ".join(who)),
        )
    undated = [s for s in facts["sources"] if not (s["published"] or s["updated"])]
    if undated:
        who = [f"{s['siglum']}, {outlet_words(s)}" + _inferred(s) for s in undated]
        entries += box("li", paragraph(mark("b", _("No date printed")), " ", "; ".join(who)))
    made += entries
    return made


def _inferred(source: dict[str, Any]) -> str:
    """By its own text, when an undated report was written."""
    inferred = source["clock"].get("inferred")
    return " " + _("(by its text of %s)") % range_words(*inferred) if inferred else ""


def _stamp(source: dict[str, Any]) -> str:
    """What is to be known of a printed date."""
    if source["clock"].get("anomaly"):
        words = range_words(*source["clock"]["inferred"])
        return " " + _("(updated; its text is of %s)") % words
    return "" if source["published"] else " " + _("(date of its update)")


def _five(facts: dict[str, Any]) -> nodes.Node:
    """The things most worth seeing, in plain words."""
    made = box("section", classes="vr-five")
    if not facts["findings"]:
        return made
    aside = _("of %s found") % facts["counts"]["findings"]
    made += heading(_("Most worth seeing"), aside)
    entries = box("ol", classes="vr-plain-list")
    for finding in facts["findings"]:
        body = box(
            "div",
            paragraph(
                link(facts["pages"]["differences"], finding["explanation"], anchor=finding["id"]),
                classes="vr-headline",
            ),
            paragraph(kind_words(finding["kind"]), classes="vr-label"),
        )
        entries += box("li", body)
    made += entries
    made += paragraph(link(facts["pages"]["differences"], _("All differences")), classes="vr-more")
    return made


def _doors(facts: dict[str, Any]) -> nodes.Node:
    counts, pages = facts["counts"], facts["pages"]
    doors = [
        (
            pages["differences"],
            _("Differences"),
            _("%s findings: what the reports share, and where they part") % counts["findings"],
        ),
        (
            pages["coverage"],
            _("Coverage"),
            _("who tells what: claims against sources, each cell leading to its words"),
        ),
        (
            pages["actors"],
            _("Actors"),
            _("%s people, bodies and places: what each is called, in whose report")
            % counts["actors"],
        ),
        (
            pages["statements"],
            _("Statements"),
            _("%s quotations: who said what, in which words, and whose voice each source carries")
            % counts["quotes"],
        ),
        (
            pages["timeline"],
            _("Timeline"),
            _("what happened when, in each source’s words, and when each was printed"),
        ),
        (
            pages["dates"],
            _("Dates"),
            _("%s expressions of time, each with the rule that resolved it") % counts["dates"],
        ),
        (
            pages["sources"],
            _("Sources"),
            _("what each report says of itself: outlet, dates, credits, address, file"),
        ),
        (
            pages["data"],
            _("Data"),
            _("all annotations as files: Web Annotation, TEI, tables, references"),
        ),
        (
            pages["method"],
            _("Method"),
            _("how the articles are read, what is automatic, and what this reader doesn’t do"),
        ),
    ]
    entries = box("ul", classes="vr-plain-list")
    for docname, name, said in doors:
        entries += box("li", paragraph(link(docname, name)), paragraph(said, classes="vr-label"))
    english = paragraph(
        _("Analysis is for English, automatic and unreviewed; no word of a report is changed."),
        classes="vr-label",
    )
    return box("nav", heading(_("Other ways in")), entries, english, classes="vr-doors")


def _contents(facts: dict[str, Any]) -> nodes.Node:
    articles = [s["docname"] for s in facts["sources"]]
    names = (
        "differences", "coverage", "parallel", "timeline", "statements", "statements by source",
        "statements by day", "actors", "dates", "sources", "data",
    )  # fmt: skip
    pages = [facts["pages"][name] for name in names]
    return toctree(facts["docname"], [*articles, *pages])
