"""Three reports and more at a time: each matter in stacked lines, aligned word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, TypedDict

from variorum.collation.synopsis import Piece, aligned, closest
from variorum.pages.columns import Cell, columns, gap, row, words_missing
from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.records import Run, StoryPage
from variorum.pages.schema_org import described
from variorum.pages.selection import some
from variorum.pages.variants import run_words
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.words import _, _n, number, number_words

if TYPE_CHECKING:
    from variorum.model import Reading
    from variorum.pages.story_facts import StoryFacts

LEAST = 3
"""A matter of fewer reports is what the parallel view shows."""
MOST = 24
"""So many matters are set in lines."""
TABLE = 8
"""So many columns of words can be read one under the other; more run on as lines."""
LONGEST = 60
"""Readings of more words run on."""
SETS = 4
"""So many reports stand in columns at most …"""
LIKELY = 8
"""… of so many that most matters are told by."""


class CellFacts(TypedDict):
    """What a report has in one column of words or over several, and how many words it lacks."""

    over: int
    runs: list[Run]
    missing: int


class LineFacts(TypedDict):
    """A report's reading."""

    siglum: str
    docname: str
    anchor: str
    paragraph: int | None
    cells: list[CellFacts]
    words: int
    origin: str
    """Whose words it has, by siglum."""


class MatterFacts(TypedDict):
    """A matter over all reports; the first line is the base."""

    id: str
    kind: str
    page: str
    name: str
    columns: int
    lines: list[LineFacts]
    absent: list[str]


class SynopsisFacts(StoryPage):
    """The page of a story."""

    matters: list[MatterFacts]
    together: list[str]
    """The reports that are set in columns."""


# --- the page ------------------------------------------------------------------------------------


def view(facts: SynopsisFacts) -> Page:
    """Each matter in lines; then the reports that have most of them in columns."""
    name = title(_("Three and more at a time"))
    if not facts["matters"]:
        there = link(facts["pages"]["parallel"], _("Two reports side by side"))
        nothing = _("No matter was found in three reports. ")
        return Page(name, [paragraph(nothing, there, classes="vr-lead")], above=above(facts))
    lead = _(
        "One statement or one matter over all reports, word by word. The fullest or plainest "
        "reading is the base and stands first; what differs from it is marked."
    )
    children: list[Part] = [paragraph(lead, classes="vr-lead"), _key()]
    children += [_matter(matter, facts) for matter in facts["matters"]]
    children += _in_columns(facts)
    return Page(name, children, above=above(facts))


def _key() -> Part:
    return paragraph(
        mark("span", _("words changed"), classes="vr-w-changed"), " ",
        mark("span", _("words only here"), classes="vr-w-added"), " ",
        gap(_("gap, with its words")),
        classes="vr-begin vr-parallel-key",
    )  # fmt: skip


def _matter(matter: MatterFacts, facts: SynopsisFacts) -> Box:
    count = len({said["siglum"] for said in matter["lines"]})
    kind = {"statement": _("Statement"), "text": _("Passage"), "claim": _("Matter")}[matter["kind"]]
    aside = _("%(kind)s · in %(count)s of %(all)s reports") % {
        "kind": kind, "count": number_words(count), "all": number_words(len(facts["sources"])),
    }  # fmt: skip
    section = box("section", heading(matter["name"], aside), classes="vr-group vr-synopsis")
    section.id = matter["id"]
    section += _lines(matter, facts)
    there = (
        link(matter["page"], _("Why these are one"))
        if matter["kind"] == "statement"
        else link(matter["page"], _("Compare"), anchor=matter["id"])
    )
    section += paragraph(there, classes="vr-label")
    return section


def _lines(matter: MatterFacts, facts: SynopsisFacts) -> Box:
    """A line a report: in columns of words where there are few, else running on."""
    names = {source["siglum"]: outlet_words(source) for source in facts["sources"]}
    running = matter["columns"] > TABLE or matter["lines"][0]["words"] > LONGEST
    body = box("tbody", role="rowgroup")
    for n, said in enumerate(matter["lines"]):
        body += _line(said, names, base=not n, words=matter["lines"][0]["words"])
    for siglum in matter["absent"]:
        cell = box(
            "td", line(gap(_("not found"))), role="cell", colspan=max(1, matter["columns"]),
        )  # fmt: skip
        body += box("tr", _who(siglum, names), cell, box("td", line(""), role="cell"), role="row")
    classes = "vr-syn vr-syn-lines" if running else "vr-syn"
    return box("table", body, classes=classes, role="table", aria_label=matter["name"])


def _who(siglum: str, names: dict[str, str], origin: str = "") -> Box:
    letter = mark("span", siglum, classes="vr-siglum")
    said: list[Part] = [letter, " ", mark("span", names[siglum], classes="vr-syn-name")]
    if origin:
        said += [" ", mark("span", f"={origin}", classes="vr-syn-like")]
    return box("th", line(*said), scope="row", role="rowheader")


def _line(said: LineFacts, names: dict[str, str], *, base: bool, words: int) -> Box:
    made = box("tr", _who(said["siglum"], names, said["origin"]), role="row")
    for cell in said["cells"]:
        parts: list[Part] = [mark("bdi", *run_words(cell["runs"])), " "] if cell["runs"] else []
        if cell["missing"]:
            parts.append(gap(words_missing(cell["missing"])))
        made += box("td", line(*parts), role="cell",
                    colspan=cell["over"] if cell["over"] > 1 else None)  # fmt: skip
    how = _("the base") if base else _how_much(said, words)
    place = f" · ¶ {said['paragraph']}" if said["paragraph"] else ""
    there = link(said["docname"], f"{how}{place}", anchor=said["anchor"])
    made += box("td", line(there), classes="vr-syn-end", role="cell")
    return made


def _how_much(said: LineFacts, words: int) -> str:
    """How much of the base a line has."""
    missing = sum(cell["missing"] for cell in said["cells"])
    changed = any(op != "same" for cell in said["cells"] for op, _words, _instead in cell["runs"])
    if not missing and not changed:
        return str(_("the same words"))
    if missing:
        return str(_n("%s word left out", "%s words left out", missing) % number(missing))
    return str(_("other words"))


def _in_columns(facts: SynopsisFacts) -> Iterator[Part]:
    """The reports that have most matters in common, a column each."""
    together = facts["together"]
    if len(together) < LEAST:
        return
    names = {source["siglum"]: outlet_words(source) for source in facts["sources"]}
    said = _("%s reports in columns") % number_words(len(together)).capitalize()
    section = box("section", heading(said, _("the same matters")), classes="vr-group")
    section.id = "columns"
    heads: list[list[Part]] = [[_("Matter")]]
    heads += [[mark("span", s, classes="vr-siglum"), f" {names[s]}"] for s in together]
    rows = [_row(n, matter, together) for n, matter in enumerate(facts["matters"], 1)]
    classes = "vr-four" if len(together) == SETS else "vr-three"
    section += columns(said, heads, rows, classes)
    yield section


def _row(n: int, matter: MatterFacts, together: Sequence[str]) -> Box:
    lines = {said["siglum"]: said for said in matter["lines"]}
    base = matter["lines"][0]["siglum"]
    cells = []
    for siglum in together:
        if siglum not in lines:
            cells.append(Cell([gap(_("not found"))], siglum))
            continue
        runs = [run for cell in lines[siglum]["cells"] for run in _run_on(cell)]
        cells.append(Cell([mark("bdi", *run_words(runs))], siglum))
    first = _("base: %s") % base
    return row([mark("b", str(n)), " ", first], cells)


def _run_on(cell: CellFacts) -> Iterator[Run]:
    for op, words, instead in cell["runs"]:
        yield op, words, instead
        yield "between", " ", ""
    if cell["missing"]:
        yield "left-out", "", " ".join(["…"] * cell["missing"])


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[SynopsisFacts]:
    """The page of a story."""
    matters = list(_matters(told)) if len(told.story.articles) >= LEAST else []
    yield {
        **told.listed,
        "docname": told.pages["synopsis"],
        "matters": matters,
        "together": _together(matters, [told.story.sigla[a.id] for a in told.story.articles]),
    }


def _matters(told: StoryFacts) -> Iterator[MatterFacts]:
    """Statements first, then passages and claims, those of most reports first; nothing twice."""
    story = told.story
    given: list[tuple[str, str, str, list[Reading], bool]] = []
    for statement in told.printed.listed:
        found = statement.finding
        given.append((found.id, "statement", statement.docname, list(found.readings), True))
    differences = told.pages["differences"]
    for finding in story.findings.findings:
        if finding.kind == "shared-text":
            given.append((finding.id, "text", differences, list(finding.readings), False))
    for claim in story.findings.claims:
        stated = [r for cell in claim.cells if cell.value == "stated" for r in cell.readings]
        given.append((claim.id, "claim", told.pages["coverage"], stated, False))
    seen: list[Reading] = []
    several = [g for g in given if len({r.article for r in g[3]}) >= LEAST]
    several.sort(key=lambda g: -len({r.article for r in g[3]}))
    shown = 0
    for id_, kind, page, readings, fullest in several:
        if shown == MOST:
            return
        if sum(any(_overlap(r, s) for s in seen) for r in readings) >= LEAST - 1:
            continue
        seen += readings
        shown += 1
        yield _matter_facts(told, id_, kind, page, readings, fullest)


def _overlap(one: Reading, other: Reading) -> bool:
    return one.article == other.article and (
        max(one.start or 0, other.start or 0) < min(one.end or 0, other.end or 0)
    )


def _matter_facts(
    told: StoryFacts, id_: str, kind: str, page: str, readings: Sequence[Reading], fullest: bool
) -> MatterFacts:
    story = told.story
    worded = [r for r in dict.fromkeys(readings) if r.exact]
    chosen = closest([(r.article, r.exact or "") for r in worded], fullest=fullest)
    listed = [worded[n] for n in chosen]
    texts = [" ".join((r.exact or "").split()) for r in listed]
    made = aligned(texts, base=0)
    lines = [
        _line_facts(told, id_, r, made.pieces[n]) for n, r in enumerate(listed)
    ]  # fmt: skip
    order = sorted(range(len(lines)), key=lambda n: (n > 0, _apart(lines[n]), n))
    sigla = {story.sigla[r.article] for r in listed}
    words = texts[0].split()
    name = " ".join(words[:12]) + (" …" if len(words) > 12 else "")
    return {
        "id": id_,
        "kind": kind,
        "page": page,
        "name": name,
        "columns": made.columns,
        "lines": [lines[n] for n in order],
        "absent": [s for a in story.articles if (s := story.sigla[a.id]) not in sigla],
    }


def _line_facts(told: StoryFacts, of: str, reading: Reading, pieces: Iterable[Piece]) -> LineFacts:
    siglum = told.story.sigla[reading.article]
    origin = told.story.sigla[told.origins.get(reading.article, reading.article)]
    return {
        "siglum": siglum,
        "docname": told.docnames[reading.article],
        "anchor": told.anchors.id_of(of, reading),
        "paragraph": told.anchors.paragraph(reading),
        "cells": [
            {"over": p.over, "runs": list(_runs(p)), "missing": p.missing} for p in pieces
        ],
        "words": len((reading.exact or "").split()),
        "origin": origin if origin != siglum else "",
    }  # fmt: skip


def _runs(piece: Piece) -> Iterator[Run]:
    if piece.before:
        yield "added", piece.before, ""
    if piece.words:
        yield piece.how, piece.words, piece.instead
    if piece.added:
        yield "added", piece.added, ""


def _apart(said: LineFacts) -> int:
    """How far a line is from the base, in words."""
    other = sum(
        len(words.split()) for cell in said["cells"] for op, words, _instead in cell["runs"]
        if op != "same"
    )  # fmt: skip
    return other + sum(cell["missing"] for cell in said["cells"])


def _together(matters: Sequence[MatterFacts], order: Sequence[str]) -> list[str]:
    """The three or four reports that most matters are told by together."""
    told = [{said["siglum"] for said in matter["lines"]} for matter in matters]
    counts = {siglum: sum(siglum in sigla for sigla in told) for siglum in order}
    likely = sorted((s for s in order if counts[s]), key=lambda s: -counts[s])[:LIKELY]
    size = min(SETS, len(likely))
    if size < LEAST:
        return []
    best = max(
        combinations(sorted(likely, key=order.index), size),
        key=lambda group: sum(len(sigla & set(group)) for sigla in told),
    )
    return list(best)


def selected(facts: SynopsisFacts, options: Options) -> SynopsisFacts:
    """The first matters alone."""
    return {**facts, "matters": some(facts["matters"], options)}


PAGE = PageKind(
    name="synopsis",
    facts=facts,
    view=view,
    places={"synopsis": "synopsis"},
    under="pairs",
    door=lambda counts: Door(
        "compare",
        _("Three and more at a time"),
        _("one statement or matter over all reports, word by word, in lines and in columns"),
    ),
    head=lambda facts: described(_("One matter over all reports, word by word: %s"), facts),
    directive=True,
    options=("limit",),
    selected=selected,
)
