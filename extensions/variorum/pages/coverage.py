"""The coverage matrix: what is told, by which report, and by which it is told differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypedDict

from variorum.pages.filters import classes, filters, named_in, one_actor, several
from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.page import Page, above, outlet_words, reports_words, title
from variorum.pages.records import ListedSource, Named, StoryPage
from variorum.pages.schema_org import described
from variorum.pages.selection import some
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.collation.findings import Claim
    from variorum.pages.story_facts import StoryFacts

FEW = 8
"""So many sources have their names in the head of the table; more are told by their letters."""
FITTING = 24
"""A wide page holds at most so many columns; of more it scrolls sideways."""
CELLS = 6000
"""The matrix has at most so many cells; of more claims the first are left."""
LEAST = 40
"""So many claims have a row in any case."""
LONG = 240
"""A claim of more characters is given by its beginning."""


class Cell(TypedDict):
    """How one report makes a claim, and where."""

    value: str
    too_early: bool
    anchor: str


class ClaimFacts(TypedDict):
    """A row: a claim, whom it is about, who makes it (by siglum)."""

    id: str
    words: str
    actors: list[str]
    reports: int
    origins: int
    cells: Mapping[str, Cell]


class CoverageFacts(StoryPage):
    """The facts of the matrix."""

    claims: list[ClaimFacts]
    claims_found: int
    actors: list[Named]


def view(facts: CoverageFacts) -> Page:
    """The matrix, what its signs mean, and who the letters are."""
    if not facts["claims"]:
        nothing = paragraph(_("No claim was found in more than one of these reports."))
        return Page(title(_("Coverage")), [nothing], above=above(facts))
    children = [_intro(facts), _legend(), _filters(facts), _matrix(facts)]
    children.append(_sources(facts))
    return Page(title(_("Coverage")), children, above=above(facts))


def _intro(facts: CoverageFacts) -> Part:
    found, shown = facts["claims_found"], len(facts["claims"])
    said = [
        _("%(claims)s claims that more than one report makes, of %(reports)s.")
        % {"claims": found, "reports": reports_words(facts["sources"], capital=False)},
        _(
            "What all but one of them tell stands first, then what the most independent reports "
            "tell; every cell leads to its words."
        ),
    ]
    if shown < found:
        said.append(_("The first %s are shown.") % shown)
    return paragraph(" ".join(said), classes="vr-lead")


def _states() -> dict[str, tuple[str, str, str]]:
    """By state: the class of its sign, the word in a cell, and what it means."""
    return {
        "stated": ("yes", _("stated"), _("in words close to those on the left")),
        "stated differently": ("other", _("differently"), _("the same matter in other words")),
        "not found here": (
            "none", _("not found"), _("no words for it were recognised, which is no denial"),
        ),
        "too early": ("early", _("earlier"), _("this report is older than what is told")),
    }  # fmt: skip


def _legend() -> Part:
    entries = box("ul", classes="vr-plain-list vr-states")
    for sign, word, meaning in _states().values():
        entries += box("li", paragraph(_sign(sign), mark("b", word), f": {meaning}"))
    return entries


def _sign(name: str) -> Part:
    return mark("span", classes=f"vr-state vr-state-{name}", aria_hidden="true")


def _filters(facts: CoverageFacts) -> Part:
    claims = facts["claims"]
    tellings = [
        ("differently", _("told differently somewhere"), sum(map(_differs, claims))),
        ("everywhere", _("told by all"), sum(_by_all(c, facts) for c in claims)),
        ("one-origin", _("told by one origin alone"), sum(c["origins"] == 1 for c in claims)),
    ]
    return filters(
        "coverage",
        _("%s of %s claims shown"),
        several("told", _("How it is told"), tellings),
        one_actor("coverage", _("Whom it is about"), facts["actors"]),
        *_columns(facts),
    )


def _columns(facts: CoverageFacts) -> list[Part]:
    """The reports of which alone the columns are shown; there is a rule in the styles for each."""
    sources = facts["sources"]
    if not 2 < len(sources) <= FITTING:
        return []
    names = [
        (str(n), f"{source['siglum']} {outlet_words(source)}", _told_by(source, facts))
        for n, source in enumerate(sources, 1)
    ]
    return [several("column", _("Only these reports"), names)]


def _told_by(source: ListedSource, facts: CoverageFacts) -> int:
    """How many of the claims a report makes."""
    cells = (claim["cells"].get(source["siglum"]) for claim in facts["claims"])
    return sum(cell is not None and cell["value"].startswith("stated") for cell in cells)


def _differs(claim: ClaimFacts) -> bool:
    return any(c["value"] == "stated differently" for c in claim["cells"].values())


def _by_all(claim: ClaimFacts, facts: CoverageFacts) -> bool:
    return bool(claim["reports"] == len(facts["sources"]))


def _matrix(facts: CoverageFacts) -> Part:
    head = box("tr", box("th", line(_("Claim")), scope="col"))
    wide = len(facts["sources"]) > FEW
    for source in facts["sources"]:
        head += box("th", _source_head(source, facts, wide=wide), scope="col")
    body = box("tbody", classes="vr-filtered")
    for claim in facts["claims"]:
        body += _row(claim, facts)
    sort = "vr-matrix vr-matrix-wide" if wide else "vr-matrix"
    fits = " vr-matrix-fits" if len(facts["sources"]) <= FITTING else ""
    label = _("Claims by source")
    return box(
        "div",
        box("table", box("thead", head), body, classes=sort),
        classes=f"vr-scroll vr-matrix-scroll{fits}",
        tabindex="0",
        role="region",
        aria_label=label,
    )


def _source_head(source: ListedSource, facts: CoverageFacts, *, wide: bool) -> Part:
    """The letter, the name where there is room, and how much of what is told it tells."""
    told = _told_by(source, facts)
    said: list[Part] = [mark("span", source["siglum"], classes="vr-siglum"), " "]
    said += [mark("span", outlet_words(source), classes="vr-sr" if wide else ""), " "]
    count: list[Part] = [_("%s claims") % told]
    if wide:
        hidden = mark("span", str(told), aria_hidden="true")
        count = [hidden, mark("span", *count, classes="vr-sr")]
    return line(link(source["docname"], *said), mark("small", *count))


def _row(claim: ClaimFacts, facts: CoverageFacts) -> Box:
    told = paragraph(claim["words"], classes="vr-claim")
    row = box("tr", box("th", told, _counts(claim), scope="row"))
    row.id = claim["id"]
    row.add_classes(classes(facts["actors"], claim["actors"]))
    for name, holds in (
        ("differently", _differs(claim)),
        ("everywhere", _by_all(claim, facts)),
        ("one-origin", claim["origins"] == 1),
    ):
        if holds:
            row.add_classes(f"vr-is-told-{name}")
    for source in facts["sources"]:
        row += _cell(claim["cells"].get(source["siglum"]), source)
    return row


def _counts(claim: ClaimFacts) -> Part:
    said = _("%s reports") % claim["reports"]
    if claim["origins"] < claim["reports"]:
        origins = _("%s origin") if claim["origins"] == 1 else _("%s origins")
        said = f"{said}, {origins % claim['origins']}"
    return paragraph(said, classes="vr-label")


def _cell(cell: Cell | None, source: ListedSource) -> Box:
    """A sign and a word; where it is told they lead to the words."""
    state = cell["value"] if cell else "not found here"
    if cell and cell["too_early"] and state == "not found here":
        state = "too early"
    sign, word, _meaning = _states()[state]
    said = (_sign(sign), mark("span", word))
    if cell and cell["value"].startswith("stated"):
        words = line(link(source["docname"], *said, anchor=cell["anchor"]))
        return box("td", words, data_name=source["siglum"])
    return box("td", line(*said), classes="vr-untold", data_name=source["siglum"])


def _sources(facts: CoverageFacts) -> Part:
    """Which letter is which source, where the head of the table doesn't say it."""
    said: list[Part] = []
    for source in facts["sources"]:
        siglum = mark("span", source["siglum"], classes="vr-siglum")
        said += [siglum, f"\u00a0{outlet_words(source)}   "]
    classes = "vr-legend vr-label"
    if len(facts["sources"]) <= FEW:
        classes += " vr-matrix-names"
    return paragraph(*said, classes=classes)


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[CoverageFacts]:
    """The rows of the matrix, what all but one tell first, and who they are about."""
    story = told.story
    claims = sorted(
        story.findings.claims,
        key=lambda c: (
            len(story.articles) - len(c.articles) != 1,
            -len(told.by_origin(c.articles)),
            -len(c.articles),
        ),
    )
    shown = claims[: max(LEAST, CELLS // max(1, len(story.articles)))]
    yield {
        **told.listed,
        "docname": told.pages["coverage"],
        "claims": [_claim(claim, told) for claim in shown],
        "claims_found": len(claims),
        "actors": named_in((c.actors for c in shown), story),
    }


def _claim(claim: Claim, told: StoryFacts) -> ClaimFacts:
    words = " ".join(claim.words.split())
    if len(words) > LONG:
        words = words[:LONG].rpartition(" ")[0] + " …"
    return {
        "id": claim.id,
        "words": words,
        "actors": list(claim.actors),
        "reports": len(claim.articles),
        "origins": len(told.by_origin(claim.articles)),
        "cells": {
            told.story.sigla[cell.article]: {
                "value": cell.value,
                "too_early": cell.too_early,
                "anchor": told.anchors.id_of(claim.id, cell.readings[0]) if cell.readings else "",
            }
            for cell in claim.cells
        },
    }


def selected(facts: CoverageFacts, options: Options) -> CoverageFacts:
    """The claims about one actor."""
    listed = facts["claims"]
    if "actor" in options:
        listed = [c for c in listed if options["actor"] in c["actors"]]
    return {**facts, "claims": some(listed, options)}


PAGE = PageKind(
    name="coverage",
    facts=facts,
    view=view,
    places={"coverage": "coverage"},
    tab=lambda: _("Coverage"),
    door=lambda counts: Door(
        "compare",
        _("Coverage"),
        _("who tells what: claims against sources, each cell leading to its words"),
    ),
    head=lambda facts: described(_("Which report tells what: %s"), facts),
    directive=True,
    options=("actor", "limit"),
    selected=selected,
    scripts=("filters",),
)
