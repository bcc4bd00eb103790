"""What authors write, as Typst code: docutils' own nodes, one visitor each."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from variorum.paper.code import call, literal, sequence, words
from variorum.paper.places import Places


class Prose:
    """The visitors of docutils' own nodes; the writer knows how a node is visited."""

    places: Places

    def visit(self, node: nodes.Node) -> str:
        """What a node says."""
        raise NotImplementedError

    def children(self, node: nodes.Element) -> str:
        """What is in a node, in order."""
        raise NotImplementedError

    def visit_reference(self, node: nodes.Element) -> str:
        """A link."""
        raise NotImplementedError

    def visit_emphasis(self, node: nodes.Element) -> str:
        return call("emph", self.children(node))

    def visit_strong(self, node: nodes.Element) -> str:
        return call("strong", self.children(node))

    visit_title_reference = visit_emphasis

    def visit_literal(self, node: nodes.literal) -> str:
        return call("code", self.children(node))

    def visit_superscript(self, node: nodes.Element) -> str:
        return call("super", self.children(node))

    def visit_subscript(self, node: nodes.Element) -> str:
        return call("sub", self.children(node))

    def visit_literal_block(self, node: nodes.literal_block) -> str:
        lines = [call("code-line", words(line)) for line in _indented(node.astext())]
        return call("code-block", sequence(lines))

    def visit_block_quote(self, node: nodes.Element) -> str:
        return call("quote", self.children(node), block="true")

    def visit_bullet_list(self, node: nodes.Element) -> str:
        return call("list", *[self.visit(child) for child in node.children])

    def visit_enumerated_list(self, node: nodes.Element) -> str:
        start = str(node.get("start", 1))
        return call("enum", *[self.visit(child) for child in node.children], start=start)

    def visit_definition_list_item(self, node: nodes.Element) -> str:
        term, *rest = node.children
        return sequence([call("para", literal("term"), self.visit(term)), *map(self.visit, rest)])

    def visit_definition(self, node: nodes.Element) -> str:
        return call("pad", self.children(node), left="1.2em")

    def visit_field_list(self, node: nodes.Element) -> str:
        cells = [self.visit(part) for field in elements(node) for part in elements(field)]
        return call("definitions", *cells, first="24mm")

    def visit_admonition(self, node: nodes.Element) -> str:
        return call("boxed", self.children(node))

    visit_Admonition = visit_admonition  # noqa: N815 - named as docutils names the class

    def visit_line_block(self, node: nodes.Element) -> str:
        return call("para", literal("lines"), self.children(node))

    def visit_line(self, node: nodes.Element) -> str:
        return sequence([self.children(node), "linebreak()"])

    def visit_transition(self, node: nodes.Element) -> str:
        return "transition"

    def visit_footnote(self, node: nodes.Element) -> str:
        return call("items", self.children(node))

    def visit_footnote_reference(self, node: nodes.Element) -> str:
        return call("super", self.visit_reference(node))

    def visit_label(self, node: nodes.Element) -> str:
        return call("strong", self.children(node))

    def visit_image(self, node: nodes.image) -> str:
        said = node.get("alt") or node["uri"].rpartition("/")[2]
        if node["uri"] not in self.places.images:
            return call("aside", words(said))
        return call("picture", literal("/" + node["uri"].lstrip("/")), literal(said))


def elements(node: nodes.Element) -> Iterator[nodes.Element]:
    """What is in a node, without its text."""
    return (child for child in node.children if isinstance(child, nodes.Element))


def _indented(said: str) -> list[str]:
    """Lines whose indentation is kept by spaces that don't collapse."""
    lines = []
    for line in said.expandtabs(4).splitlines():
        rest = line.lstrip(" ")
        lines.append("\u00a0" * (len(line) - len(rest)) + rest)
    return lines
