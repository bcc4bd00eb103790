"""How our nodes are written as HTML; every other builder falls back to what they derive from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from variorum.rendering.html import VOID, filled, start_tag
from variorum.rendering.links import Addresses
from variorum.rendering.nodes import (
    variorum_box,
    variorum_fragment,
    variorum_line,
    variorum_link,
    variorum_mark,
    variorum_screen,
    variorum_screen_mark,
    variorum_svg,
    variorum_title,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


def visit_fragment(self: HTML5Translator, node: variorum_fragment) -> None:
    self.body.append(_filled(self, node))
    raise nodes.SkipNode


def _filled(self: HTML5Translator, node: variorum_fragment) -> str:
    return filled(node["html"], Addresses(self.builder, node["docname"]))


def visit_box(self: HTML5Translator, node: variorum_box | variorum_mark) -> None:
    self.body.append(_start(node, node["tag"], node["html"]))


def _start(node: nodes.Element, tag: str, html: dict[str, str]) -> str:
    return start_tag(tag, (node["ids"] or [""])[0], " ".join(node["classes"]), html)


def depart_box(self: HTML5Translator, node: variorum_box) -> None:
    self.body.append(f"</{node['tag']}>\n")


def depart_mark(self: HTML5Translator, node: variorum_mark) -> None:
    if node["tag"] not in VOID:
        self.body.append(f"</{node['tag']}>")


def visit_link(self: HTML5Translator, node: variorum_link) -> None:
    # The address of the page itself is empty.
    address = f"#{node['refid']}" if "refid" in node else node["refuri"] or "#"
    self.body.append(_start(node, "a", {"href": address, **node["html"]}))


def depart_link(self: HTML5Translator, node: variorum_link) -> None:
    self.body.append("</a>")


def visit_title(self: HTML5Translator, node: variorum_title) -> None:
    kicker: list[tuple[str, str]] = node.get("kicker", [])
    said = "".join(f'<bdi class="vr-{name}">{escape(words)}</bdi> ' for name, words in kicker)
    self.body.append('<header class="vr-head">')
    if said:
        self.body.append(f'<p class="vr-kicker">{said.strip()}</p>')
    self.visit_title(node)
    if dressed := node.get("dressed"):
        self.body.append(_filled(self, dressed))
        raise nodes.SkipChildren


def depart_title(self: HTML5Translator, node: variorum_title) -> None:
    self.depart_title(node)
    self.body.append("</header>\n")


def visit_svg(self: HTML5Translator, node: variorum_svg) -> None:
    self.body.append(node["drawing"])


def _nothing(self: object, node: object) -> None:
    """Nothing to write."""


def _skip(self: object, node: object) -> None:
    raise nodes.SkipNode


def setup_nodes(app: Sphinx) -> None:
    """Register the nodes; other builders find their visitors by the nodes' base classes."""
    skipped = (_skip, None)
    box, mark = (visit_box, depart_box), (visit_box, depart_mark)
    app.add_node(variorum_fragment, html=(visit_fragment, None))
    app.add_node(variorum_box, html=box)
    app.add_node(variorum_mark, html=mark)
    app.add_node(variorum_line, html=(_nothing, _nothing))
    app.add_node(variorum_link, html=(visit_link, depart_link))
    app.add_node(variorum_title, html=(visit_title, depart_title))
    for node, visitors in (
        (variorum_screen, box),
        (variorum_screen_mark, mark),
        # The words beside a drawing say the same.
        (variorum_svg, (visit_svg, _nothing)),
    ):
        app.add_node(node, html=visitors, latex=skipped, text=skipped, man=skipped, texinfo=skipped)
