"""The index that the search page loads: a script, since a page on disk may load nothing else.

It holds the texts themselves, each once, and knows of what the reader found. Where there is this
one, Sphinx's own is left out (:mod:`variorum.theme.indexing`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes

from variorum.docnames import SEARCH
from variorum.pages.differences import kind_words as finding_words
from variorum.pages.page import kind_words, outlet_words
from variorum.pages.sentences import explained
from variorum.rendering.nodes import variorum_fragment
from variorum.rendering.timex import value_words
from variorum.rendering.words import direction
from variorum.staging.project import StagedProject

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KINDS = ("article", "actor", "statement", "difference", "date", "page")
"""A unit gives its kind by its place here; the script knows the same order."""


class Index:
    """What is found where, with every name and every page said once."""

    def __init__(self, app: Sphinx) -> None:
        self.app = app
        self.env = app.env
        self.pages: list[list[Any]] = []
        self.page_at: dict[str, int] = {}
        self.actors: list[str] = []
        self.actor_at: dict[str, int] = {}
        self.sources: list[str] = []
        self.labels: dict[tuple[str, str], str] = {}
        self.units: list[list[Any]] = []

    def build(self) -> dict[str, Any]:
        project = self.env.project
        staged = project if isinstance(project, StagedProject) else None
        if staged and staged.staged_path(SEARCH).is_file():
            facts = json.loads(staged.staged_path(SEARCH).read_text(encoding="utf-8"))
            for story in facts["stories"]:
                self.add_story(story, several=len(facts["stories"]) > 1)
        for docname in sorted(self.env.found_docs):
            if docname not in self.page_at or (staged and not staged.is_staged(docname)):
                self.add_page(docname, own=not (staged and staged.is_staged(docname)))
        return {
            "pages": self.pages, "sources": self.sources, "actors": self.actors,
            "units": self.units,
        }  # fmt: skip

    def add_story(self, story: dict[str, Any], *, several: bool) -> None:
        source_at, languages = {}, {}
        for source in story["sources"]:
            source_at[source["siglum"]] = len(self.sources)
            languages[source["docname"]] = source["language"]
            name = f"{source['siglum']}, {outlet_words(source)}"
            self.sources.append(f"{name} ({story['title']})" if several else name)
        first = len(self.units)
        for unit in story["units"]:
            kind, label = unit["kind"], unit.get("label", "")
            text = explained(unit["words"]) if "words" in unit else unit.get("text")
            if "of" in unit:
                number, start, end = unit["of"]
                text = [first + number, start, end]
            self.units.append(
                [
                    KINDS.index(kind),
                    self.page(unit["docname"], languages.get(unit["docname"])),
                    unit["anchor"],
                    text,
                    [source_at[siglum] for siglum in unit["sources"]],
                    [self.actor(name) for name in unit["actors"]],
                    self.label(kind, label),
                ]
            )

    def add_page(self, docname: str, *, own: bool) -> None:
        """A page by its title and, if somebody wrote it, by what each of its sections says."""
        number = self.page(docname)
        kind = KINDS.index("page")
        self.units.append([kind, number, "", self.pages[number][1], [], [], ""])
        if own:
            for anchor, text in _sections(self.env.get_doctree(docname)):
                self.units.append([kind, number, anchor, text, [], [], ""])

    def label(self, kind: str, label: str) -> str:
        """A label in the reader's language; there are few, each many times."""
        if (kind, label) not in self.labels:
            say = {"actor": kind_words, "date": value_words, "difference": finding_words}.get(kind)
            self.labels[kind, label] = say(label) if say else label
        return self.labels[kind, label]

    def page(self, docname: str, language: str | None = None) -> int:
        if docname not in self.page_at:
            self.page_at[docname] = len(self.pages)
            title = self.env.titles.get(docname)
            address = self.app.builder.get_target_uri(docname)
            self.pages.append([address, title.astext() if title else docname])
            if language:
                self.pages[-1] += [language, direction(language)]
        return self.page_at[docname]

    def actor(self, name: str) -> int:
        if name not in self.actor_at:
            self.actor_at[name] = len(self.actors)
            self.actors.append(name)
        return self.actor_at[name]


def _sections(doctree: nodes.document) -> Iterator[tuple[str, str]]:
    """The anchor of each section with its own words, without those of views and of subsections."""
    for section in doctree.findall(nodes.section):
        said = []
        for child in section.children:
            if not isinstance(child, (nodes.section, nodes.title, variorum_fragment)):
                said.append(child.astext())
        words = " ".join(" ".join(said).split())
        title = section.next_node(nodes.title)
        heading = title.astext() if title and title.parent is section else ""
        if words:
            yield section["ids"][0] if section["ids"] else "", f"{heading}. {words}".lstrip(". ")
