"""Links between documents: an address is known when a builder asks for a page."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from variorum.rendering.building import builder_of
from variorum.rendering.nodes import variorum_link

if TYPE_CHECKING:
    from sphinx.builders import Builder

SITES = frozenset(("html", "dirhtml", "singlehtml"))
"""The builders that make a website: an e-book or a text has no files beside it."""


class Addresses:
    """Where the links of one document lead, as one builder has its pages."""

    def __init__(self, builder: Builder, here: str) -> None:
        self.builder = builder
        self.here = here
        self.known: dict[str, str | None] = {}

    def address(self, docname: str, anchor: str, file: str) -> str | None:
        """The address; none where there is no such document, or not in this book."""
        if file and self.builder.name in SITES:
            return relative_uri(self.builder.get_target_uri(self.here), quote(file))
        if docname == self.here and anchor:
            return f"#{anchor}"
        if docname not in self.known:
            self.known[docname] = self._page(docname)
        page = self.known[docname]
        if page is None or not anchor:
            return page
        return f"{page}#{anchor}"

    def _page(self, docname: str) -> str | None:
        if docname not in self.builder.env.found_docs:
            return None
        with contextlib.suppress(NoUri):
            return self.builder.get_relative_uri(self.here, docname)
        return None


class ResolveLinks(SphinxPostTransform):
    """Give every ``variorum_link`` its address, or leave its words if there is no such page."""

    default_priority = 9

    def run(self, **kwargs: Any) -> None:
        addresses = Addresses(builder_of(self.env), self.env.docname)
        for node in list(self.document.findall(variorum_link)):
            address = addresses.address(node["docname"], node["anchor"], node["file"])
            if address is None:
                words = nodes.inline("", "", *node.children, classes=node["classes"])
                words["ids"] = node["ids"]
                node.replace_self(words)
            elif address.startswith("#") and node["docname"] == self.env.docname:
                node["refid"] = node["anchor"]
            else:
                node["refuri"] = address
