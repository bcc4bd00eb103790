"""All statements: by speaker, with each source's words, and whose voice each source carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Literal

from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.quotations import voices
from variorum.pages.records import ListedSource, Quotation, Speaker, StoryPage, Voices
from variorum.pages.schema_org import described
from variorum.pages.selection import of_kind, of_source, some
from variorum.pages.tables import cell, table
from variorum.pages.variants import forms_links
from variorum.rendering.asked import question
from variorum.rendering.decided import decided_words, editors_note, is_decided
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph, svg
from variorum.rendering.timex import value_words
from variorum.rendering.words import _, _n, capital, number

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts

SHOWN = 8
"""So many speakers have a row in the drawing; the table has all."""
WIDTH, NAMES, HEAD, ROW, GAP = 760, 190, 26, 26, 14
"""Measures of the drawing, in its own units."""


Order = Literal["speaker", "source", "day"]
ORDERS: Mapping[Order, str] = {
    "speaker": "statements",
    "source": "statements by source",
    "day": "statements by day",
}
"""The orders statements are given in, and the name of the page of each."""


class StatementsFacts(StoryPage):
    """The facts of all statements, and in which order they stand."""

    by: Order
    statements: list[Quotation]
    voices: list[Voices]


def view(facts: StatementsFacts) -> Page:
    """All statements in one of three orders; by speaker with the chart of voices first."""
    by = facts["by"]
    children: list[Part] = [_intro(), _orders(facts)]
    if by == "speaker":
        children += _voices(facts)
    groups = {"speaker": _by_speaker, "source": _by_source, "day": _by_day}[by](facts)
    children += [_group(*group, facts) for group in groups]
    name = {"speaker": _("Statements"), "source": _("Statements by source"),
            "day": _("Statements by day")}[by]  # fmt: skip
    return Page(title(name), children, above=above(facts))


def _intro() -> Part:
    return paragraph(
        _(
            "Who is quoted, in which words, and by whom. Words within marks are the speaker’s as "
            "printed; reported speech is the outlet’s wording."
        ),
        classes="vr-lead",
    )


def _orders(facts: StatementsFacts) -> Part:
    """The other two orders of the same statements."""
    names = {"speaker": _("By speaker"), "source": _("By source"), "day": _("By day")}
    made: list[Part] = []
    for order in ORDERS:
        if order == facts["by"]:
            made += [mark("b", names[order], aria_current="page"), " "]
        else:
            made += [link(facts["pages"][ORDERS[order]], names[order]), " "]
    return paragraph(*made, classes="vr-begin")


# --- voices --------------------------------------------------------------------------------------


def _voices(facts: StatementsFacts) -> list[Part]:
    """Quoted words by speaker and source: a drawing, and the same as a table."""
    totals: dict[str, int] = {}
    names: dict[str, str] = {}
    for source in facts["voices"]:
        for share in source["shares"]:
            totals[share["id"]] = totals.get(share["id"], 0) + share["words"]
            names[share["id"]] = share["name"] or _("speaker not known")
    order = sorted(totals, key=lambda id_: (-totals[id_], id_))
    if not order:
        return []
    rows = []
    for id_ in order:
        cells = [
            cell(str(_words(source, id_) or "–"), classes="vr-num") for source in facts["voices"]
        ]
        total = cell(str(totals[id_]), classes="vr-num")
        rows.append([cell(names[id_], head=True), *cells, total])
    head = [_("Speaker"), *(source["siglum"] for source in facts["voices"]), _("All")]
    details = box(
        "details",
        box("summary", line(_("The same as a table"))),
        table(_("Words within quotation marks"), head, rows, classes="vr-actors"),
    )
    return [
        box(
            "section",
            heading(_("Whose voice each source carries"), _("words within quotation marks")),
            _drawing(order[:SHOWN], names, facts["voices"]),
            details,
            classes="vr-group",
        )
    ]


def _words(source: Voices, id_: str) -> int:
    return next((s["words"] for s in source["shares"] if s["id"] == id_), 0)


def _drawing(order: Sequence[str], names: dict[str, str], sources: Sequence[Voices]) -> Part:
    """Small multiples: a row a speaker, a column a source, a bar for the words."""
    width = (WIDTH - NAMES) / max(1, len(sources)) - GAP
    most = max(_words(source, id_) for source in sources for id_ in order) or 1
    parts = []
    for column, source in enumerate(sources):
        x = NAMES + column * (width + GAP)
        parts.append(f'<text class="vr-s" x="{x:.1f}" y="14">{escape(source["siglum"])}</text>')
        for row, id_ in enumerate(order):
            words = _words(source, id_)
            parts += _bar(x, HEAD + row * ROW, words, words / most * (width - 30))
    for row, id_ in enumerate(order):
        y = HEAD + row * ROW + 11
        parts.append(f'<text class="vr-name" x="0" y="{y}">{escape(names[id_])}</text>')
    size = f"0 0 {WIDTH} {HEAD + len(order) * ROW}"
    drawing = f'<svg class="vr-voices" viewBox="{size}" aria-hidden="true">{"".join(parts)}</svg>\n'
    return svg(drawing)


def _bar(x: float, y: int, words: int, length: float) -> list[str]:
    """A bar with its number, or a short line where there is nothing."""
    if not words:
        return [f'<path class="vr-axis" d="M{x:.1f} {y + 6.5}h6"/>']
    length = max(2.0, length)
    return [
        f'<rect class="vr-bar-on" x="{x:.1f}" y="{y}" width="{length:.1f}" height="12"/>',
        f'<text x="{x + length + 4:.1f}" y="{y + 11}">{words}</text>',
    ]


# --- statements ----------------------------------------------------------------------------------


Group = tuple[list[Part], list[Quotation]]
"""A heading and the statements under it."""


def _group(head: Sequence[Part], said: list[Quotation], facts: StatementsFacts) -> Part:
    count = _("%s statement") if len(said) == 1 else _("%s statements")
    made = heading("", count % len(said))
    made.children[:0] = head
    return box(
        "section", made, statement_list(said, facts["sources"], facts["by"]), classes="vr-group"
    )


def _by_speaker(facts: StatementsFacts) -> Iterator[Group]:
    groups: dict[str, list[Quotation]] = {}
    heads: dict[str, Speaker] = {}
    nobody: Speaker = {"id": "", "name": "", "docname": ""}
    for said in facts["statements"]:
        for speaker in said["speakers"] or [nobody]:
            groups.setdefault(speaker["id"], []).append(said)
            heads[speaker["id"]] = speaker
    for id_ in sorted(groups, key=lambda id_: (not id_, -len(groups[id_]), heads[id_]["name"])):
        speaker = heads[id_]
        name = speaker["name"] or _("Speaker not known")
        words = link(speaker["docname"], name) if speaker["docname"] else name
        yield [words], groups[id_]


def _by_source(facts: StatementsFacts) -> Iterator[Group]:
    for source in facts["sources"]:
        said = [s for s in facts["statements"] if s["siglum"] == source["siglum"]]
        if said:
            siglum = mark("span", source["siglum"], classes="vr-siglum")
            outlet = link(source["docname"], outlet_words(source))
            yield [siglum, " ", outlet], said


def _by_day(facts: StatementsFacts) -> Iterator[Group]:
    groups: dict[str, list[Quotation]] = {}
    for said in facts["statements"]:
        groups.setdefault(said["when"] or "", []).append(said)
    for when in sorted(groups, key=lambda when: (not when, when)):
        words = value_words(when) if when else _("The report doesn’t say when")
        yield [capital(words)], groups[when]


def statement_list(
    statements: Sequence[Quotation], sources: Sequence[ListedSource], by: str = ""
) -> Box:
    """Statements in the order of the edition, each with its source and what is known of it."""
    outlets = {source["siglum"]: outlet_words(source) for source in sources}
    lines = box("ol", classes="vr-plain-list vr-statements")
    for said in statements:
        marks = ("“", "”") if said["kind"] == "direct" else ("", "")
        words = f"{marks[0]}{said['words']}{marks[1]}"
        text = link(said["docname"], words, anchor=said["anchor"])
        siglum = mark("span", said["siglum"], classes="vr-siglum")
        lines += box(
            "li",
            paragraph(siglum, " ", text, classes="vr-said"),
            paragraph(
                f"{outlets[said['siglum']]} · ",
                *_speakers(said, by),
                _circumstances(said),
                *(n for form in forms_links(said["forms"]) for n in (" · ", form)),
                classes="vr-label",
            ),
            *editors_note(said),
        )
    return lines


def _speakers(said: Quotation, by: str) -> list[Part]:
    """Who speaks, where the heading doesn’t say it."""
    nobody = f"“{said['speaker_words']}”" if said["speaker_words"] else _("speaker not known")
    if by not in ("source", "day"):
        doubt = _("speaker in doubt") if question(said) else ""
        known = nobody if said["speaker_words"] and not said["speakers"] else doubt
        return [known, " · "] if known else []
    made: list[Part] = []
    for speaker in said["speakers"]:
        name = speaker["name"]
        made += [link(speaker["docname"], name) if speaker["docname"] else name]
        made += [question(said), " · "]
    return made or [nobody, " · "]


def _circumstances(said: Quotation) -> str:
    kinds = {
        "direct": _("quoted"), "mixed": _("partly quoted"), "indirect": _("reported"),
    }  # fmt: skip
    words = [kinds[said["kind"]]]
    if said["cue"] and any(c.isalpha() for c in said["cue"]):
        words.append(f"“{said['cue']}”")
    if said["addressee"]:
        words.append(_("to %s") % said["addressee"])
    if said["medium"]:
        words.append(_("in %s") % said["medium"])
    if said["when"]:
        words.append(value_words(said["when"]))
    if is_decided(said):
        words.append(decided_words(said))
    return " · ".join(words)


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[StatementsFacts]:
    """The same statements in each of the orders."""
    for by, name in ORDERS.items():
        yield {
            **told.listed,
            "by": by,
            "docname": told.pages[name],
            "statements": [s for s in told.actors.statements if s["content"] == "clause"],
            "voices": voices(told.story) if by == "speaker" else [],
        }


def selected(facts: StatementsFacts, options: Options) -> StatementsFacts:
    """What one actor says, in one report, of one kind."""
    listed = facts["statements"]
    if "actor" in options:
        listed = [s for s in listed if options["actor"] in {p["id"] for p in s["speakers"]}]
    listed = of_kind(of_source(listed, options), options)
    return {**facts, "statements": some(listed, options), "voices": []}


def abridged(facts: StatementsFacts) -> StatementsFacts:
    """What is quoted; reported speech is noted under each report."""
    return {**facts, "statements": [s for s in facts["statements"] if s["kind"] != "indirect"]}


PAGE = PageKind(
    name="statements",
    facts=facts,
    view=view,
    places={name: name.replace(" ", "-") for name in ORDERS.values()},
    tab=lambda: _("Statements"),
    door=lambda counts: Door(
        "compare",
        _("Statements"),
        _n(
            "%s quotation: who said what, in which words, and whose voice each source carries",
            "%s quotations: who said what, in which words, and whose voice each source carries",
            counts["quotes"],
        )
        % number(counts["quotes"]),
    ),
    head=lambda facts: described(_("Who said what, in which words: %s"), facts),
    directive=True,
    options=("actor", "source", "kind", "limit"),
    selected=selected,
    abridged=abridged,
)
