"""Doctrees as Typst code: any page of the reader's, and any page of an author's.

A visitor for each node that means something on paper; every other node gives what is in it, so
that a new kind of page prints without being known here.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from docutils import nodes

from variorum.paper.code import anchor, call, literal, sequence, words
from variorum.paper.drawing import drawing
from variorum.paper.places import Places
from variorum.paper.prose import Prose, elements
from variorum.paper.tables import Cell, table
from variorum.rendering.nodes import (
    variorum_box,
    variorum_mark,
    variorum_screen,
    variorum_screen_mark,
    variorum_svg,
)

SILENT = (
    nodes.comment, nodes.Invisible, nodes.raw, nodes.system_message, nodes.meta,
    variorum_screen, variorum_screen_mark,
)  # fmt: skip
"""Nodes that say nothing on paper."""
LABELS = frozenset(
    ("vr-label", "vr-lead", "vr-headline", "vr-source-name", "vr-explanation", "vr-witness")
)
"""Classes of paragraphs that paper sets apart, too; each is a style of ``edition.typ``."""
ONLINE = frozenset(("vr-doors", "vr-begin", "vr-more", "vr-stories", "toctree-wrapper"))
"""What is there to find one's way on the site; contents and index do that on paper."""
WHOLE = 700
"""An item of fewer characters isn't broken between two pages."""
SIGLUM = "vr-siglum"
"""Letters of sources; before what they have, they stand in a column of their own."""
ORIGIN = "vr-origin"
"""Letters over one bar: reports that go back to one text."""
TURNED = "vr-grid"
"""A table with a column a source: on paper a row a source, of which there may be many."""
SHEET = "vr-handout"
"""What has a page to itself …"""
REFERENCES = "vr-references"
"""… and the small print on it."""
INTRODUCES = "vr-actor-intro"
"""What must not be parted from what follows."""
INDEXED = "vr-kwic"
"""Mentions in context: on paper the index leads to the text itself."""


class Writer(Prose):
    """Writes one document; *level* is the level of its title's heading."""

    def __init__(self, docname: str, places: Places, level: int = 1) -> None:
        self.docname = docname
        self.places = places
        self.level = level - 1
        self.top = level
        self.linking = True
        self.titled = False

    def code(self, doctree: nodes.document) -> str:
        """The whole document."""
        said = self.children(doctree)
        return said if self.titled else sequence([anchor(self.docname), said])

    def visit(self, node: nodes.Node) -> str:
        """What a node says."""
        if isinstance(node, nodes.Text):
            return words(node.astext())
        if isinstance(node, SILENT) or not isinstance(node, nodes.Element):
            return self.anchors(node) if isinstance(node, nodes.Element) else ""
        if ONLINE & set(node["classes"]):
            return ""
        said = self._visitor(node)(node)
        return sequence([self.anchors(node), said])

    def _visitor(self, node: nodes.Element) -> Callable[[Any], str]:
        for kind in type(node).__mro__:
            visitor = getattr(self, f"visit_{kind.__name__}", None)
            if visitor is not None:
                return visitor  # type: ignore[no-any-return]
        return self.children

    def children(self, node: nodes.Element) -> str:
        """What is in a node, in order."""
        said: list[str] = []
        for label, group in groupby(node.children, key=_is_label):
            if label:
                style = "vr-label" if said else "vr-label-first"
                small = [n for n in group if isinstance(n, nodes.Element)]
                said.append(self._labels(small, style))
            else:
                said += [self.visit(child) for child in group]
        return sequence(said)

    def _labels(self, group: list[nodes.Element], style: str) -> str:
        """Small print that follows small print goes on in its line."""
        said = [[self.anchors(node), self.children(node), '" "'] for node in group]
        return call("para", literal(style), sequence(part for each in said for part in each))

    def anchors(self, node: nodes.Element) -> str:
        """The places in this node that something links to."""
        ids: list[str] = node.get("ids", [])
        return sequence(self.places.anchor(self.docname, id_) for id_ in ids)

    # --- structure --------------------------------------------------------------------------------

    def visit_section(self, node: nodes.section) -> str:
        self.level += 1
        said = self.children(node)
        self.level -= 1
        return said

    def visit_title(self, node: nodes.title) -> str:
        if not isinstance(node.parent, nodes.section):
            return call("para", literal("term"), self.children(node))
        body = self.children(node)
        level, plain = str(self.level), words(node.astext())
        if self.level == self.top and not self.titled:
            self.titled = True
            return call("opening", literal(self.docname), level, plain, body)
        return call("titled", level, plain, body)

    def visit_rubric(self, node: nodes.rubric) -> str:
        *words_, last = node.children or [nodes.Text("")]
        aside = bool(words_) and isinstance(last, variorum_mark)
        said = sequence(map(self.visit, words_)) if aside else self.children(node)
        more = {"aside": self.visit(last)} if aside else {}
        return call("kick", said, level=str(self.level + 1), **more)

    def visit_paragraph(self, node: nodes.paragraph) -> str:
        said = self.children(node)
        style = next((c for c in node["classes"] if c in LABELS), "")
        return call("para", literal(style), said) if said != "[]" else ""

    def visit_variorum_line(self, node: nodes.paragraph) -> str:
        return self.children(node)

    # --- our boxes and marks ----------------------------------------------------------------------

    def visit_variorum_box(self, node: variorum_box) -> str:
        if any(INDEXED in child["classes"] for child in elements(node)):
            return ""
        if "vr-day" in node["classes"]:
            first, *rest = node.children
            return call("day", self.visit(first), sequence(map(self.visit, rest)))
        if node["tag"] == "li" and SIGLUM in _classes_of_first(node):
            first, *rest = node.children
            return call("definitions", self.visit(first), sequence(map(self.visit, rest)))
        if SHEET in node["classes"]:
            return call("sheet", self.children(node))
        if REFERENCES in node["classes"]:
            return call("references", self._list(node))
        if INTRODUCES in node["classes"]:
            return call("introduction", self.children(node))
        visitor: Callable[[variorum_box], str] = {
            "ul": self._list, "ol": self._list, "dl": self._definitions, "details": self._details,
            "table": self._table, "blockquote": self.visit_block_quote,
        }.get(node["tag"], self.children)  # fmt: skip
        return visitor(node)

    def _list(self, node: nodes.Element) -> str:
        items = [
            call("whole", self.visit(child)) if len(child.astext()) < WHOLE else self.visit(child)
            for child in node.children
        ]
        loose = any(len(list(elements(child))) > 2 for child in elements(node))
        said = [item for item in items if item and item != "[]"]
        return call("items", *said, loose="true" if loose else "false")

    def _definitions(self, node: nodes.Element) -> str:
        names = [child for child in elements(node) if child.get("tag") == "dt"]
        wide = max((len(name.astext()) for name in names), default=0) > 9
        cells = [sequence([self.visit(child)]) for child in node.children]
        return call("definitions", *cells, first="24mm" if wide else "16mm")

    def _details(self, node: nodes.Element) -> str:
        """Open, for paper can't be; what said only “show all” under a heading goes."""
        above = node.previous_sibling()
        under = isinstance(above, nodes.rubric)
        said = [c for c in node.children if not (under and _tag(c) == "summary")]
        return sequence(
            call("summary", self.visit(c)) if _tag(c) == "summary" else self.visit(c) for c in said
        )

    def _table(self, node: nodes.Element) -> str:
        rows = [list(elements(row)) for row in node.findall(variorum_box) if _tag(row) == "tr"]
        heads = [[_tag(cell) == "th" for cell in row] for row in rows]
        return self._rows(rows, heads, turned=TURNED in node["classes"])

    def _rows(
        self, rows: list[list[nodes.Element]], heads: list[list[bool]], *, turned: bool = False
    ) -> str:
        if not rows:
            return ""
        self.linking = False  # A head is repeated on each page, which a link can't be.
        top = [Cell(self.visit(cell), cell.astext(), head=True) for cell in rows[0]]
        self.linking = True
        body = [
            [Cell(self.visit(c), c.astext(), head) for c, head in zip(row, named, strict=True)]
            for row, named in zip(rows[1:], heads[1:], strict=True)
        ]
        return table(top, body, turned=turned)

    def visit_variorum_mark(self, node: variorum_mark) -> str:
        said = self.children(node)
        if SIGLUM in node["classes"] and said != "[]":
            return call("siglum", said)
        if ORIGIN in node["classes"]:
            return call("origin", said)
        function = {
            "em": "emph", "i": "emph", "cite": "emph", "b": "strong", "strong": "strong",
            "mark": "strong", "ins": "strong", "code": "code", "small": "aside",
        }.get(node["tag"])  # fmt: skip
        return call(function, said) if function and said != "[]" else said

    def visit_variorum_svg(self, node: variorum_svg) -> str:
        return drawing(node["drawing"])

    # --- links ------------------------------------------------------------------------------------

    def visit_reference(self, node: nodes.Element) -> str:
        said = self.children(node)
        if not self.linking:
            return said
        place = self.place(node)
        if place:
            return self._inside(node, said, *place)
        uri = node.get("refuri", "")
        if uri.startswith(("http://", "https://", "mailto:")):
            return call("link", literal(uri), said)
        return said

    def _inside(self, node: nodes.Element, said: str, docname: str, id_: str) -> str:
        """A link inside the book; a report's letter is followed by the line."""
        target = self.places.target(docname, id_)
        if not target:
            return said
        linked = call("goto", literal(target), said)
        if target == docname or self.places.reports.get(docname) != node.astext().strip():
            return linked
        return sequence([linked, call("line-ref", literal(docname), literal(target))])

    def place(self, node: nodes.Element) -> tuple[str, str] | None:
        """The document and the id in it that a link inside the book leads to."""
        return place_of(node, self.docname)

    def visit_table(self, node: nodes.table) -> str:
        rows = [list(elements(row)) for row in node.findall(nodes.row)]
        title = next(iter(node.findall(nodes.title)), None)
        head = call("para", literal("term"), self.children(title)) if title is not None else ""
        return sequence([head, self._rows(rows, [[False] * len(row) for row in rows])])


def place_of(node: nodes.Element, docname: str) -> tuple[str, str] | None:
    """The document and the id that a resolved reference leads to; nothing if out of the book."""
    if node.get("refid"):
        return docname, node["refid"]
    uri = node.get("refuri", "")
    if not uri.startswith("%"):
        return None
    target, _hash, id_ = uri[1:].partition("#")
    return target, id_


def _is_label(node: nodes.Node) -> bool:
    return isinstance(node, nodes.paragraph) and "vr-label" in node["classes"]


def _classes_of_first(node: nodes.Element) -> list[str]:
    first = next(elements(node), None)
    return list(first["classes"]) if isinstance(first, nodes.paragraph) else []


def _tag(node: nodes.Node) -> str:
    return str(node.get("tag", "")) if isinstance(node, variorum_box) else ""
