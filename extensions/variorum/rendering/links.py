"""Links between documents, resolved when a builder asks for a page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from variorum.rendering.nodes import variorum_link


class ResolveLinks(SphinxPostTransform):
    """Give every ``variorum_link`` its address, or leave its words if there is no such page."""

    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        builder = self.env._app.builder
        for node in list(self.document.findall(variorum_link)):
            target = node["docname"]
            if target not in self.env.found_docs:
                words = nodes.inline("", "", *node.children, classes=node["classes"])
                words["ids"] = node["ids"]
                node.replace_self(words)
            elif target == self.env.docname and node["anchor"]:
                node["refid"] = node["anchor"]
            else:
                address = builder.get_relative_uri(self.env.docname, target)
                node["refuri"] = address + (f"#{node['anchor']}" if node["anchor"] else "")
