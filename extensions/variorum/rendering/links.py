"""Links between documents, resolved when a builder asks for a page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from variorum.rendering.nodes import variorum_link


class ResolveLinks(SphinxPostTransform):
    """Turn every ``variorum_link`` into a reference, or into its words if there is no such page."""

    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        builder = self.env._app.builder
        for node in list(self.document.findall(variorum_link)):
            words = nodes.inline("", "", *node.children, classes=node["classes"])
            if node["docname"] not in self.env.found_docs:
                node.replace_self(words)
                continue
            made = make_refnode(
                builder, self.env.docname, node["docname"], node["anchor"], node.children
            )
            made["classes"] += node["classes"]
            node.replace_self(made)
