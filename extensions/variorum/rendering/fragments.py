"""Fragments become nodes for every builder but those of websites, which write them themselves."""

from __future__ import annotations

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from variorum.rendering.building import builder_of
from variorum.rendering.nodes import (
    nodes_of,
    parts_of,
    variorum_fragment,
    variorum_title,
)

WRITING = ("html", "dirhtml")
"""The builders that write fragments as HTML, a page of thousands of elements at once; each page has
an address of its own."""


class ResolveFragments(SphinxPostTransform):
    """Put nodes in the place of every fragment."""

    default_priority = 8  # before links get their addresses

    def run(self, **kwargs: Any) -> None:
        if builder_of(self.env).name in WRITING:
            return
        for title in self.document.findall(variorum_title):
            if dressed := title.attributes.pop("dressed", None):
                title.children = []
                title += nodes_of(parts_of(dressed))
        for node in list(self.document.findall(variorum_fragment)):
            node.replace_self(nodes_of(parts_of(node)))
