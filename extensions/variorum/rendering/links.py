"""Links between documents, resolved when a builder asks for a page."""

from __future__ import annotations

import contextlib
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
        builder = self.env._app.builder
        for node in list(self.document.findall(variorum_link)):
            target = node["docname"]
            if node.get("file") and builder.name in SITES:
                here = builder.get_target_uri(self.env.docname)
                node["refuri"] = relative_uri(here, node["file"])
            elif target == self.env.docname and node["anchor"]:
                node["refid"] = node["anchor"]
            elif (address := self._address(target)) is None:
                words = nodes.inline("", "", *node.children, classes=node["classes"])
                words["ids"] = node["ids"]
                node.replace_self(words)
            else:
                node["refuri"] = address + (f"#{node['anchor']}" if node["anchor"] else "")

    def _address(self, target: str) -> str | None:
        """The address of a document; none where there is no such, or not in this book."""
        if target not in self.env.found_docs:
            return None
        with contextlib.suppress(NoUri):
            return self.env._app.builder.get_relative_uri(self.env.docname, target)
        return None
