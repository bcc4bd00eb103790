"""How our nodes are written as HTML; every other builder falls back to what they derive from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from variorum.rendering.nodes import variorum_box, variorum_mark, variorum_svg, variorum_title

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


def _start(node: variorum_box | variorum_mark) -> str:
    said = {}
    if node["ids"]:
        said["id"] = node["ids"][0]
    if node["classes"]:
        said["class"] = " ".join(node["classes"])
    said |= node["html"]
    attributes = "".join(
        f" {name}" if value == "" and name != "value" else f' {name}="{escape(value)}"'
        for name, value in said.items()
    )
    return f"<{node['tag']}{attributes}>"


def visit_box(self: HTML5Translator, node: variorum_box) -> None:
    self.body.append(_start(node))


def depart_box(self: HTML5Translator, node: variorum_box) -> None:
    self.body.append(f"</{node['tag']}>\n")


def visit_mark(self: HTML5Translator, node: variorum_mark) -> None:
    self.body.append(_start(node))


def depart_mark(self: HTML5Translator, node: variorum_mark) -> None:
    self.body.append(f"</{node['tag']}>")


def visit_title(self: HTML5Translator, node: variorum_title) -> None:
    kicker: list[tuple[str, str]] = node.get("kicker", [])
    said = "".join(f'<span class="vr-{name}">{escape(words)}</span> ' for name, words in kicker)
    self.body.append('<header class="vr-head">')
    if said:
        self.body.append(f'<p class="vr-kicker">{said.strip()}</p>')
    self.visit_title(node)


def depart_title(self: HTML5Translator, node: variorum_title) -> None:
    self.depart_title(node)
    self.body.append("</header>\n")


def visit_svg(self: HTML5Translator, node: variorum_svg) -> None:
    self.body.append(node["drawing"])


def _nothing(self: object, node: object) -> None:
    """The words beside a drawing say the same."""


def setup_html(app: Sphinx) -> None:
    """Register the nodes; other builders find their visitors by the nodes' base classes."""
    app.add_node(variorum_box, html=(visit_box, depart_box))
    app.add_node(variorum_mark, html=(visit_mark, depart_mark))
    app.add_node(variorum_title, html=(visit_title, depart_title))
    silent = (_nothing, _nothing)
    app.add_node(
        variorum_svg,
        html=(visit_svg, _nothing),
        latex=silent,
        text=silent,
        man=silent,
        texinfo=silent,
    )
