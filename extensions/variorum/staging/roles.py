"""Roles by which an author marks words on any page: who said them, when, and in which witness.

``{said}`We have no choice <karin-holt; to: tom-brandt; via: a radio interview>```
    quoted words with their speaker, and where known whom they were said to, and in which medium
``{when}`the second week of January <2022-W02>```
    words with the date they mean, in ISO 8601 as TIMEX3 writes it
``{reading}`about 100,000 <geneva-2022/B>```
    the words of one report, with its letter or the name of its file; the folder of its story
    before it

Actors are given as in ``{actor}``. The page of this documentation shows each.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import ReferenceRole

from variorum.rendering.elements import link, mark
from variorum.rendering.nodes import node_of, nodes_of
from variorum.rendering.timex import gloss, markup_value, value_words
from variorum.rendering.words import _
from variorum.staging.project import StagedProject

Result = tuple[list[nodes.Node], list[nodes.system_message]]


class Said(ReferenceRole):
    """Quoted words, then in parentheses who said them, to whom and where."""

    def run(self) -> Result:
        """The words between marks, with their attribution."""
        from variorum.corrections.by_hand import attribution

        target = self.target if self.has_explicit_title else ""
        try:
            speaker, to, via = attribution(target)
        except ValueError as error:
            return _wrong(self, str(error))
        said = node_of(mark("span", "“", self.title, "”", classes="vr-hand-said"))
        note = node_of(mark("span", " (", classes="vr-hand-note"))
        note += self._actor(speaker) if speaker else nodes.Text(_("speaker not known"))
        if to:
            note += [nodes.Text(_(", to ")), self._actor(to)]
        note += nodes.Text((_(", in %s") % via if via else "") + ")")
        return [said, note], []

    def _actor(self, name: str) -> nodes.Node:
        made = addnodes.pending_xref(
            self.rawtext, nodes.inline("", name), refdomain="variorum", reftype="actor",
            reftarget=name, refexplicit=False, refwarn=True, refdoc=self.env.docname,
        )  # fmt: skip
        made.source, made.line = self.get_source_info()
        return made


class When(ReferenceRole):
    """Words with the date they mean."""

    def run(self) -> Result:
        """The words as a date, and what they mean where they don't say it themselves."""
        from variorum.corrections.fields import timex

        try:
            value = str(timex(self.target) or "")
        except ValueError as error:
            return _wrong(self, str(error))
        meaning = value_words(value)
        words = self.title if self.has_explicit_title else meaning
        printed = markup_value(value)
        tag = "time" if printed else "span"
        made = [mark(tag, words, classes="vr-hand-when", datetime=printed or None)]
        if words != meaning:
            made.append(mark("span", f" ({gloss(value) or meaning})", classes="vr-hand-note"))
        return nodes_of(made), []


class Reading(ReferenceRole):
    """The words of one report, and the letter that stands for it."""

    def run(self) -> Result:
        """The words, and a link to the report."""
        story, _slash, name = self.target.rpartition("/")
        source = next((s for s in self._sources(story) if name in _names(s)), None)
        if source is None or not self.has_explicit_title:
            return _wrong(self, f"no report is called {self.target!r}")
        letter = link(source["docname"], source["siglum"], classes="vr-siglum")
        words = mark("span", "“", self.title, "”", classes="vr-hand-reading")
        return nodes_of([words, " ", letter]), []

    def _sources(self, story: str) -> list[dict[str, Any]]:
        project = self.env.project
        if not isinstance(project, StagedProject):
            return []
        path = project.staged_path(f"{story}/sources" if story else "sources")
        if not path.is_file():
            return []
        self.env.note_dependency(path)
        sources: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["sources"]
        return sources


def _names(source: dict[str, Any]) -> set[str]:
    """What an author may call a report: its letter, its file, its file's stem."""
    file = PurePosixPath(source["file"])
    return {source["siglum"], file.name, file.stem, source["docname"].rpartition("/")[2]}


def _wrong(role: ReferenceRole, message: str) -> Result:
    """The words as they stand, and a located warning."""
    from sphinx.util import logging

    logging.getLogger(__name__).warning(
        "%s: %s", role.name, message, type="variorum", subtype="role", location=role.get_location()
    )
    return [nodes.Text(role.title)], []


ROLES = {"said": Said, "when": When, "reading": Reading}
"""Each is a role of its own, and of the domain under its full name."""
