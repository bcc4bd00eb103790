"""An article's headline with what lies on it, set into the page's title at the last moment.

Sphinx copies titles into tables of contents and the search index; there the words alone belong.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from variorum.rendering.nodes import variorum_title


class variorum_headline(nodes.container):  # noqa: N801 - docutils dispatches on the class name
    """The annotated words of the title before it."""


class SetHeadlines(SphinxPostTransform):
    """Put the annotated words into the title they belong to."""

    default_priority = 8  # before links get their addresses

    def run(self, **kwargs: Any) -> None:
        for node in list(self.document.findall(variorum_headline)):
            title = next(node.parent.findall(variorum_title))
            title.children = []
            title += node.children
            node.parent.remove(node)
