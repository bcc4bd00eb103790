"""The page of open data: everything that was found, as files that other programs read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.pages.kind import Door, PageKind
from variorum.pages.page import Page, above, heading, outlet_words, title
from variorum.pages.records import StoryPage
from variorum.pages.schema_org import described
from variorum.rendering.elements import Part, box, file_link, mark, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts

FOLDER = "_export"


def view(facts: StoryPage) -> Page:
    """The files of a story, what each is, and how it is read."""
    lead = _(
        "Everything this reader found, for your own programs. An annotation has the same short id "
        "in every file, on the pages and in the address of its place in a text."
    )
    groups = (
        (_("Annotations"), _annotations()),
        (_("Tables"), _tables()),
        (_("References"), _references()),
    )
    children: list[Part] = [paragraph(lead, classes="vr-lead")]
    for name, files in groups:
        children += [heading(name), _list(facts, files)]
    if any(not source["withheld"] for source in facts["sources"]):
        children += [heading(_("Texts")), _texts(facts)]
    children += _notes(facts)
    return Page(title(_("Data")), children, above=above(facts))


def _annotations() -> list[tuple[str, str, str]]:
    return [
        (
            "annotations.jsonld",
            _("Web Annotations (JSON-LD)"),
            _(
                "every annotation and every finding in the W3C’s model, each place given by its "
                "words and by its position"
            ),
        ),
        (
            "story.tei.xml",
            _("TEI P5 (XML)"),
            _(
                "the texts with persons, organisations, places, dates and what is said marked in "
                "them, and the differences as an apparatus"
            ),
        ),
    ]


def _tables() -> list[tuple[str, str, str]]:
    return [
        ("actors.csv", _("Actors"), _("who is named, under which names, in which reports")),
        ("mentions.csv", _("Mentions"), _("every name and pronoun, with its actor")),
        ("statements.csv", _("Statements"), _("every quotation, with its speaker")),
        ("dates.csv", _("Dates"), _("every expression of time, with its day and why")),
        ("findings.csv", _("Findings"), _("every difference, a line for each of its readings")),
    ]


def _references() -> list[tuple[str, str, str]]:
    return [
        ("sources.bib", _("BibTeX"), _("the reports, for a list of references in LaTeX")),
        ("sources.csl.json", _("CSL-JSON"), _("the reports, for a citation manager")),
    ]


def _list(facts: StoryPage, files: list[tuple[str, str, str]]) -> Part:
    made = box("ul", classes="vr-plain-list vr-files")
    for file, name, said in files:
        address = file_link(_path(facts, file), name)
        made += box(
            "li",
            paragraph(mark("b", address), " ", mark("code", file)),
            paragraph(said, classes="vr-label"),
        )
    return made


def _texts(facts: StoryPage) -> Part:
    made = box("ul", classes="vr-plain-list vr-files")
    for source in facts["sources"]:
        if source["withheld"]:
            continue
        file = f"texts/{source['docname'].rpartition('/')[2]}.txt"
        words = f"{source['siglum']}, {outlet_words(source)}"
        made += box("li", paragraph(file_link(_path(facts, file), words), " ", mark("code", file)))
    return made


def _notes(facts: StoryPage) -> list[Part]:
    said = [
        _(
            "Positions count the characters of these texts from 0; the end is the first character "
            "that is no longer part of the place."
        ),
        _(
            "In the tables a cell that a spreadsheet would take for a formula begins with an "
            "apostrophe, which is no part of it."
        ),
        _("The articles are their publishers’. All the rest was found automatically, unreviewed."),
    ]
    if any(source["withheld"] for source in facts["sources"]):
        said.append(_("Of some articles only short quotations are given, here as on the pages."))
    return [paragraph(words, classes="vr-label") for words in said]


def _path(facts: StoryPage, file: str) -> str:
    return "/".join(part for part in (FOLDER, facts["story"], file) if part)


def facts(told: StoryFacts) -> Iterator[StoryPage]:
    """The page of a story."""
    yield {**told.listed, "docname": told.pages["data"]}


PAGE = PageKind(
    name="data",
    facts=facts,
    view=view,
    places={"data": "data"},
    tab=lambda: _("Data"),
    door=lambda counts: Door(
        "use", _("Data"), _("all annotations as files: Web Annotation, TEI, tables, references")
    ),
    head=lambda facts: described(_("All annotations as files: %s"), facts),
    on_paper=False,
)
