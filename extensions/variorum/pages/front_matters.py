"""What is most worth seeing of a story: matters on the front page, each with all readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict

from variorum.model import Actors, Article, Finding, Message, Reading, Sources, Words
from variorum.pages import page
from variorum.pages.differences import kind_words
from variorum.pages.fragments import Place, fragments
from variorum.pages.matters import MatterFacts, heading
from variorum.pages.records import FindingFacts, ReadingFacts, SourceFacts
from variorum.pages.sentences import explained
from variorum.pages.surroundings import block_at, sentences
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.words import _, number

if TYPE_CHECKING:
    from variorum.edition import Story

READINGS = 5
"""At most so many wordings stand under one heading."""

ALONE = frozenset(("omission", "unique-claim"))
"""Kinds whose readings have nothing beside them to differ from."""


class Glance(TypedDict):
    """A wording, with the sigla of those who have it; *parts* are words and whether they differ."""

    sigla: list[str]
    docname: str
    anchor: str
    parts: list[tuple[str, bool]]


class FrontFinding(FindingFacts):
    """A finding with what the front page shows of it."""

    glance: list[Glance]
    matter: MatterFacts | None


class MattersFacts(TypedDict):
    """What the front page has to know for this."""

    pages: Mapping[str, str]
    sources: list[SourceFacts]
    findings: list[FrontFinding]
    counts: Mapping[str, int]


def five(facts: MattersFacts) -> Part:
    """The things most worth seeing, in plain words, each with what every report has there."""
    made = box("section", classes="vr-five")
    if not facts["findings"]:
        return made
    pages = facts["pages"]
    aside = _("of %s found") % number(facts["counts"]["findings"])
    made += page.heading(_("Most worth seeing"), aside)
    entries = box("ol", classes="vr-plain-list")
    for finding in facts["findings"]:
        # A statement has a page of its own, which shows who said it and how it was cut.
        if finding["statement"]:
            there = link(finding["statement"], _heading(finding, facts))
        else:
            there = link(pages["differences"], _heading(finding, facts), anchor=finding["id"])
        body = box("div", paragraph(there, classes="vr-headline"))
        if not finding["matter"]:
            body += paragraph(explained(finding["explanation"]), classes="vr-explanation")
        body += _readings(finding)
        entries += box("li", body)
    made += entries
    made += paragraph(link(pages["differences"], _("All differences")), classes="vr-more")
    return made


def _heading(finding: FrontFinding, facts: MattersFacts) -> str:
    """What differs; of a kind that others add, what that is called."""
    if finding["matter"]:
        return heading(finding["matter"], facts["sources"])
    return kind_words(finding["label"] or finding["kind"])


def _readings(finding: FrontFinding) -> Box:
    """Each wording once, with the letters of those who have it; bold is what differs."""
    made = box("dl", classes="vr-readings")
    for reading in finding["glance"]:
        made += box("dt", paragraph(" ".join(reading["sigla"]), classes="vr-siglum"))
        words: list[Part] = []
        for said, differs in reading["parts"]:
            words += [" " if words else "", mark("b", said) if differs else said]
        quoted = mark("bdi", *words)
        made += box("dd", paragraph(link(reading["docname"], quoted, anchor=reading["anchor"])))
    if finding["absent"]:
        made += box("dt", paragraph(" ".join(finding["absent"]), classes="vr-siglum"))
        made += box("dd", paragraph(mark("i", _("not found here"), classes="vr-missing")))
    return made


# --- its facts -----------------------------------------------------------------------------------


def most_worth_seeing(story: Story, findings: Sequence[FindingFacts]) -> list[FrontFinding]:
    """The facts of the findings that the comparison puts first; *findings* are those of all."""
    return [
        {
            **fact,
            "glance": _at_a_glance(story, finding, fact),
            "matter": _matter(story, finding.matter) if finding.matter else None,
        }
        for finding, fact in zip(story.findings.findings, findings, strict=True)
        if finding.front
    ]


def _matter(story: Story, matter: Message) -> MatterFacts:
    """A message with its values as a page shows them: letters, names, words."""
    names = {actor.id: actor.name for actor in story.actors}
    told: MatterFacts = {
        "id": matter.id, "sources": [], "absent": [], "actors": [], "one": "", "other": "",
    }  # fmt: skip
    for name, value in matter.values:
        match name, value:
            case "sources" | "absent", Sources(articles):
                told[name] = [story.sigla[id_] for id_ in articles if id_ in story.sigla]
            case "actors", Actors(ids):
                told["actors"] = [names[id_] for id_ in ids if id_ in names]
            case "one" | "other", Words(text):
                told[name] = text
    return told


def _at_a_glance(story: Story, finding: Finding, fact: FindingFacts) -> list[Glance]:
    """Each wording once, with the letters of those who have it; of the words what differs."""
    articles = {article.id: article for article in story.articles}
    told = (reading for reading in finding.readings if reading.article in articles)
    grouped: dict[str, list[tuple[Reading, ReadingFacts]]] = {}
    for reading, said in zip(told, fact["readings"], strict=True):
        words = said["words"] or said["value"]
        if words:
            grouped.setdefault(words.casefold(), []).append((reading, said))
    shown = list(grouped.values())[:READINGS]
    placed = [_place(articles[group[0][0].article], group[0][0]) for group in shown]
    there = [place for place in placed if place]
    if finding.kind in ALONE:
        parts = iter([fragments([place])[0] for place in there])
    else:
        parts = iter(fragments(there))
    return [
        {
            "sigla": list(dict.fromkeys(said["siglum"] for _reading, said in group)),
            "docname": group[0][1]["docname"],
            "anchor": group[0][1]["anchor"],
            "parts": next(parts) if place else [(group[0][1]["value"], True)],
        }
        for group, place in zip(shown, placed, strict=True)
    ]


def _place(article: Article, reading: Reading) -> Place | None:
    """A reading in its sentence; nothing where it is one of metadata."""
    if reading.start is None or reading.end is None:
        return None
    block = block_at(article, reading.start)
    first, last = (block.start, block.end) if block else (reading.start, reading.end)
    around = [
        (start, end)
        for start, end in sentences(article.text, first, last)
        if start < reading.end and reading.start < end
    ]
    if not around:
        around = [(reading.start, reading.end)]
    whole = around[0][0], around[-1][1]
    return Place(article.text, reading.start, reading.end, whole, article.id)
