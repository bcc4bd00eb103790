"""Links between documents, resolved when a builder asks for a page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from variorum.rendering.nodes import variorum_link

SITES = frozenset(("html", "dirhtml", "singlehtml"))
"""The builders that make a website: an e-book or a text has no files beside it."""


class ResolveLinks(SphinxPostTransform):
    """Give every ``variorum_link`` its address, or leave its words if there is no such page."""

    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        for node in list(self.document.findall(variorum_link)):
            if node.get("file"):
                self.to_file(node)
            elif node["docname"] == self.env.docname and node["anchor"]:
                node["refid"] = node["anchor"]
            else:
                self.to_document(node)

    def to_file(self, node: variorum_link) -> None:
        builder = self.env._app.builder
        if builder.name not in SITES:
            _words_alone(node)
            return
        here = builder.get_target_uri(self.env.docname)
        node["refuri"] = relative_uri(here, node["file"])

    def to_document(self, node: variorum_link) -> None:
        here, there = self.env.docname, node["docname"]
        try:
            address = self.env._app.builder.get_relative_uri(here, there)
        except NoUri:  # a page that a book leaves out
            address = None
        if address is None or there not in self.env.found_docs:
            _words_alone(node)
        else:
            node["refuri"] = address + (f"#{node['anchor']}" if node["anchor"] else "")


def _words_alone(node: variorum_link) -> None:
    words = nodes.inline("", "", *node.children, classes=node["classes"])
    words["ids"] = node["ids"]
    node.replace_self(words)
