"""Fragments become nodes for every builder but those of websites, which write them themselves."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from variorum.rendering.nodes import (
    nodes_of,
    parts_of,
    text_of,
    variorum_fragment,
    variorum_title,
)
from variorum.theme.indexing import is_indexed

WRITING = frozenset(("html", "dirhtml"))
"""The builders that write fragments as HTML, a page of thousands of elements at once."""


class ResolveFragments(SphinxPostTransform):
    """Put nodes in the place of every fragment, or its words where an index looks for them."""

    default_priority = 8  # before links get their addresses

    def run(self, **kwargs: Any) -> None:
        builder = self.env._app.builder
        writes = builder.name in WRITING
        indexed = writes and is_indexed(builder)
        if not writes:
            for title in self.document.findall(variorum_title):
                if dressed := title.attributes.pop("dressed", None):
                    title.children = []
                    title += nodes_of(parts_of(dressed))
        for node in list(self.document.findall(variorum_fragment)):
            if not writes:
                node.replace_self(nodes_of(parts_of(node)))
            elif indexed:
                node += nodes.Text(text_of(node))
