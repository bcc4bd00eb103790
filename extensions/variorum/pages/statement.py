"""A statement that is printed in several forms: its readings, and who gives it how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypedDict

from variorum.model import Reading
from variorum.pages.differences import readings, why_words
from variorum.pages.kind import Defined, PageKind, Preview
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.records import (
    Distinct,
    FindingFacts,
    Neighbour,
    Quotation,
    ReadingFacts,
)
from variorum.pages.sentences import clause
from variorum.pages.source_records import neighbour
from variorum.pages.tables import cell, table
from variorum.pages.variants import compared_words, how_words
from variorum.pages.word_by_word import Entry, entries, word_by_word
from variorum.rendering.asked import question
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph, svg
from variorum.rendering.timex import value_words
from variorum.rendering.words import _, listed, number_words, reports

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.pages.story_facts import StoryFacts


class Witness(ReadingFacts):
    """A reading of the statement, the quotation it stands in, and whose text it goes back to."""

    said: Quotation | None
    origin: str | None


class StatementFacts(TypedDict):
    """The facts of a statement's page."""

    docname: str
    pages: Mapping[str, str]
    story: str
    title: str | None
    sources: list[Neighbour]
    name: str
    finding: FindingFacts
    witnesses: list[Witness]
    apparatus: list[Entry]
    distinct: list[Distinct]


def view(facts: StatementFacts) -> Page:
    """Like a printed apparatus: the longest witness, the others under it, then word by word."""
    statements = (facts["pages"]["statements"], _("Statements"))
    return Page(
        title(facts["name"], ("kind", _("Statement")), *_by(facts)),
        [
            paragraph(_lead(facts), classes="vr-lead"),
            _witnesses(facts),
            *word_by_word(facts["apparatus"]),
            _circumstances(facts),
            *_distinct(facts),
            _ground(facts),
        ],
        above=(*above(facts), statements),
    )


def _by(facts: StatementFacts) -> Iterator[tuple[str, str]]:
    names = {
        s["name"]: None for w in facts["witnesses"] if w["said"] for s in w["said"]["speakers"]
    }
    if names:
        yield "speaker", listed(list(names))


def _lead(facts: StatementFacts) -> str:
    """In how many reports, of how many origins, and in how many forms."""
    finding = facts["finding"]
    forms = len({w["words"] for w in facts["witnesses"]})
    if finding["outlets"] == 1:
        return _("One report prints it in %s forms.") % number_words(forms)
    said = _("%(reports)s print it, in %(forms)s forms.") % {
        "reports": reports(finding["outlets"]), "forms": number_words(forms),
    }  # fmt: skip
    if finding["origins"] < finding["outlets"]:
        said += " " + _origins(finding["origins"])
    return said


def _origins(count: int) -> str:
    if count == 1:
        return _("They go back to one text.")
    return _("Copies counted once, these are %s witnesses.") % number_words(count)


# --- readings ------------------------------------------------------------------------------------


def _witnesses(facts: StatementFacts) -> Part:
    """The longest witness first, under it what the others have of it."""
    grouped: dict[str, list[Witness]] = {}
    for witness in sorted(facts["witnesses"], key=lambda w: not w.get("base")):
        grouped.setdefault(witness["words"], []).append(witness)
    entries = box("ol", classes="vr-plain-list vr-witnesses")
    for members in grouped.values():
        entries += _witness(members, facts)
    aside = _("the longest witness, and the others against it")
    return box("section", heading(_("Readings"), aside), entries, classes="vr-group")


def _witness(members: Sequence[Witness], facts: StatementFacts) -> Box:
    """One reading: its words, what of the base they are, and who prints it."""
    outlets = {source["siglum"]: outlet_words(source) for source in facts["sources"]}
    first = members[0]
    by_siglum = {member["siglum"]: member for member in members}
    sigla: list[Part] = []
    for siglum, member in by_siglum.items():
        sigla += [link(member["docname"], siglum, anchor=member["anchor"]), " "]
    words = link(first["docname"], *compared_words(first), anchor=first["anchor"])
    names = listed([outlets[siglum] for siglum in by_siglum])
    said = [names, how_words(first), *_copies(by_siglum)]
    return box(
        "li",
        paragraph(*sigla, classes="vr-siglum"),
        box(
            "div",
            paragraph(words, classes="vr-witness"),
            _extent(first),
            paragraph(" · ".join(s for s in said if s), classes="vr-label"),
        ),
        classes="vr-base" if first.get("base") else "",
    )


def _copies(by_siglum: dict[str, Witness]) -> Iterator[str]:
    """Which of them are no witnesses of their own."""
    copies: dict[str, list[str]] = {}
    for siglum, member in by_siglum.items():
        if member["origin"] not in (None, siglum):
            copies.setdefault(member["origin"], []).append(siglum)
    for origin, sigla in copies.items():
        said = (
            _("%(sigla)s goes back to one text with %(origin)s")
            if len(sigla) == 1
            else _("%(sigla)s go back to one text with %(origin)s")
        )
        yield said % {"sigla": listed(sigla), "origin": origin}


def _extent(reading: ReadingFacts) -> Part:
    """What part of the base a reading has, drawn as a line; the words beside it say the same."""
    kept = reading.get("kept") or {"words": 1, "of": 1, "ranges": [(0, 1, "same")]}
    of = max(1, kept["of"])
    parts = [
        f'<rect class="vr-kept-{op}" x="{first}" y="{0 if op == "same" else 0.25}" '
        f'width="{last - first}" height="{1 if op == "same" else 0.5}"/>'
        for first, last, op in kept["ranges"]
    ]
    return svg(
        f'<svg class="vr-extent" viewBox="0 0 {of} 1" preserveAspectRatio="none" '
        f'aria-hidden="true">{"".join(parts)}</svg>\n',
    )


# --- who says it, as each report has it ----------------------------------------------------------


def _circumstances(facts: StatementFacts) -> Part:
    """A row a quotation; a column nobody fills is left out."""
    rows = list(_quotations(facts))
    columns = [
        (name, [row[n] for row in rows])
        for n, name in enumerate(
            (_("Report"), _("Speaker"), _("Reporting word"), _("To whom"), _("In what"),
             _("When"), _("Given as"))
        )
    ]  # fmt: skip
    filled = [column for column in columns if any(column[1])]
    label = _("Who says it, and how, in each report")
    body = [
        [
            cell(
                *(values[n] or ["–"]),
                head=not column,
                name=name,
                classes="" if values[n] else "vr-none",
            )
            for column, (name, values) in enumerate(filled)
        ]
        for n in range(len(rows))
    ]
    made = table(label, [name for name, _values in filled], body, classes="vr-stacked")
    return box("section", heading(label), made, classes="vr-group")


def _quotations(facts: StatementFacts) -> Iterator[list[list[Part]]]:
    outlets = {source["siglum"]: outlet_words(source) for source in facts["sources"]}
    seen = set()
    for witness in facts["witnesses"]:
        said = witness["said"]
        if said is None or said["anchor"] in seen:
            continue
        seen.add(said["anchor"])
        siglum = mark("span", witness["siglum"], classes="vr-siglum")
        report = link(said["docname"], siglum, " ", outlets[said["siglum"]], anchor=said["anchor"])
        cue = said["cue"] if said["cue"] and any(c.isalpha() for c in said["cue"]) else ""
        yield [
            [report],
            _speakers(said),
            [f"“{cue}”"] if cue else [],
            [said["addressee"]] if said["addressee"] else [],
            [said["medium"]] if said["medium"] else [],
            [value_words(said["when"])] if said["when"] else [],
            [_given_as(said["kind"])],
        ]


def _speakers(said: Quotation) -> list[Part]:
    made: list[Part] = []
    for n, speaker in enumerate(said["speakers"]):
        name = speaker["name"]
        made += [", "] if n else []
        made.append(link(speaker["docname"], name) if speaker["docname"] else name)
    nobody = f"“{said['speaker_words']}”" if said["speaker_words"] else _("not known")
    return [*made, question(said)] if made else [nobody]


def _given_as(kind: str) -> str:
    return {
        "direct": _("quoted in full"), "mixed": _("partly quoted"), "indirect": _("reported"),
    }[kind]  # fmt: skip


# --- what else -----------------------------------------------------------------------------------


def _distinct(facts: StatementFacts) -> list[Part]:
    if not facts["distinct"]:
        return []
    entries = box("ol", classes="vr-plain-list vr-findings")
    for pair in facts["distinct"]:
        reason = _("Kept apart: %(why)s.") % {"why": clause(pair["reason"])}
        both = readings({"readings": pair["readings"], "absent": []})
        entries += box("li", both, paragraph(reason, classes="vr-label"))
    return [box("section", heading(_("Similar, judged distinct")), entries, classes="vr-group")]


def _ground(facts: StatementFacts) -> Part:
    """Why these are taken for one statement, and where the finding stands among the others."""
    finding = facts["finding"]
    others = link(facts["pages"]["differences"], _("Among all differences"), anchor=finding["id"])
    return paragraph(*why_words(finding), " ", others, classes="vr-label vr-ground")


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[StatementFacts]:
    """Each statement that is printed in several forms."""
    story = told.story
    known = {finding["id"]: finding for finding in told.findings}
    quotations = {quote["anchor"]: quote for quote in told.actors.statements}
    origins = {known.article: story.sigla[known.origin] for known in story.findings.provenance}
    for statement in told.printed.listed:
        finding = known[statement.finding.id]
        readings = statement.finding.readings
        quotes = [told.printed.quote_of(reading) for reading in readings]
        yield {
            "docname": statement.docname,
            "pages": told.pages,
            "story": story.key,
            "title": story.title,
            "sources": [neighbour(source) for source in told.sources],
            "name": statement.title,
            "finding": finding,
            "witnesses": [
                {
                    **fact,
                    "said": quotations.get(quote.id) if quote else None,
                    "origin": origins.get(reading.article),
                }
                for reading, quote, fact in zip(readings, quotes, finding["readings"], strict=True)
            ],
            "apparatus": list(entries(statement, story)),
            "distinct": [
                fact
                for pair, fact in zip(story.findings.distinct, told.distinct, strict=True)
                if any(_same_place(pair.one, r) or _same_place(pair.other, r) for r in readings)
            ],
        }


def _same_place(one: Reading, other: Reading) -> bool:
    a, b, c, d = one.start or 0, one.end or 0, other.start or 0, other.end or 0
    return one.article == other.article and a < d and c < b


def previews(facts: StatementFacts) -> Iterator[Preview]:
    """Whose statement it is, and in how many reports and forms."""
    by = ", ".join(names for _class, names in _by(facts))
    yield Preview(_("Statement"), facts["name"], (by, _lead(facts)) if by else (_lead(facts),))


PAGE = PageKind(
    name="statement",
    facts=facts,
    view=view,
    under="statements",
    defines=lambda facts: [
        Defined(facts["docname"].rpartition("/")[2], "statement", facts["name"])
    ],
    previews=previews,
    listed=False,
)
