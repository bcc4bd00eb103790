"""The page of sources: what each report says of itself, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypedDict

from variorum.missing import says_in, sentences, story_file, to_paste
from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.page import Page, above, heading, outlet_words, shared_words, source_link, title
from variorum.pages.provenance import provenance
from variorum.pages.records import Shared
from variorum.pages.schema_org import described
from variorum.pages.selection import of_source, some
from variorum.pages.source_facts import source_facts
from variorum.pages.versions import versions_words
from variorum.rendering.elements import Box, Part, box, line, mark, paragraph
from variorum.rendering.words import _, _n

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts


class Passed(TypedDict):
    """A file that is no article, and what it is."""

    source: str
    fate: str
    of: str
    message: str
    remedy: str


class SourcesFacts(Shared):
    """The facts of the page: every report, and what became of the other files."""

    docname: str
    passed: list[Passed]


def source_list(facts: SourcesFacts) -> Box:
    """One entry a source, in the order of their letters."""
    entries = box("ol", classes="vr-source-list vr-plain-list")
    for source in facts["sources"]:
        siglum = mark("span", source["siglum"], classes="vr-siglum")
        entry = box(
            "li",
            paragraph(siglum, " ", outlet_words(source), classes="vr-source-name"),
            paragraph(source_link(source), classes="vr-headline"),
            source_facts(source),
        )
        if source["versions"]:
            entry += paragraph(*versions_words(source, facts["pages"]), classes="vr-label")
        if words := shared_words(source):
            entry += paragraph(f"{words}.", classes="vr-label")
        entries += entry
    return entries


def view(facts: SourcesFacts) -> Page:
    """Every report, with what it says of itself."""
    intro = paragraph(
        _(
            "Everything here was read from the articles themselves or said by the editor; the "
            "words it was read from stand beside it. What nobody says is left open."
        ),
        classes="vr-lead",
    )
    children = [
        intro,
        *_missing(facts),
        *provenance(facts),
        source_list(facts),
        *_left_out(facts),
        *_passed(facts),
    ]
    revised = any(source["versions"] for source in facts["sources"])
    return Page(
        title(_("Sources")), children, above=above(facts),
        contents=(facts["pages"]["versions"],) if revised else (),
    )  # fmt: skip


def _missing(facts: SourcesFacts) -> list[Part]:
    """What the reports don't say of themselves, and the lines by which an editor can say it."""
    said = list(says_in(facts))
    if not any(one.lacks for one in said):
        return []
    words = box("ul", classes="vr-plain-list")
    for sentence in sentences(said, _n):
        words += box("li", paragraph(sentence, classes="vr-label"))
    lines = box(
        "details",
        box("summary", line(_("Say what you know in %s:") % story_file(facts["story"]))),
        paragraph(mark("code", to_paste(said)), classes="vr-to-paste"),
        classes="vr-missing-lines",
        screen=True,
    )
    return [words, lines]


def _left_out(facts: SourcesFacts) -> list[Part]:
    """The files that could not be read, why, and what would help."""
    if not facts["left_out"]:
        return []
    lines = box("ul", classes="vr-plain-list vr-left-out")
    for problem in facts["left_out"]:
        remedy = f" ({problem['remedy']})" if problem["remedy"] else ""
        words = f"{problem['message']}{remedy}"
        lines += box("li", paragraph(mark("code", problem["source"]), ": ", words))
    made = heading(_("Left out"))
    made.id = "left-out"
    return [made, lines]


def _passed(facts: SourcesFacts) -> list[Part]:
    """The files that are no articles, each with what it is."""
    if not facts["passed"]:
        return []
    lines = box("ul", classes="vr-plain-list vr-left-out")
    for entry in facts["passed"]:
        words = _("belongs to %s") % entry["of"] if entry["of"] else _what(entry["message"])
        words += f" ({entry['remedy']})" if entry["remedy"] else ""
        lines += box("li", paragraph(mark("code", entry["source"]), ": ", words))
    made = heading(_("No articles"))
    made.id = "no-articles"
    return [made, lines]


def _what(message: str) -> str:
    """What a file is that is no article."""
    known: dict[str, str] = {
        "a picture": _("a picture"),
        "sound or film": _("sound or film"),
        "part of a web page": _("part of a web page"),
        "data": _("data"),
        "a program": _("a program"),
        "by its name it tells of the files around it": _(
            "by its name it tells of the files around it"
        ),
    }
    return known.get(message, message)


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[SourcesFacts]:
    """The page of a story; it says of files that are no articles, too, what became of them."""
    yield {
        **told.shared,
        "docname": told.pages["sources"],
        "passed": [
            {
                "source": entry.source,
                "fate": entry.fate,
                "of": entry.of,
                "message": entry.why,
                "remedy": entry.remedy,
            }
            for entry in told.left_out
            if entry.fate != "unreadable"
        ],
    }


def selected(facts: SourcesFacts, options: Options) -> SourcesFacts:
    """One report."""
    listed = some(of_source(facts["sources"], options), options)
    return {**facts, "sources": listed, "left_out": []}


PAGE = PageKind(
    name="sources",
    facts=facts,
    view=view,
    places={"sources": "sources"},
    tab=lambda: _("Sources"),
    door=lambda counts: Door(
        "look up",
        _("Sources"),
        _("what each report says of itself: outlet, dates, credits, address, file"),
    ),
    head=lambda facts: described(_("What each report says of itself: %s"), facts),
    directive=True,
    short_name=False,
    options=("source", "limit"),
    selected=selected,
)
