"""A page as docutils nodes: a title, what follows it, and what only Sphinx reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docutils import nodes
from sphinx import addnodes

from variorum.pages.page import Page
from variorum.rendering.nodes import fragment, variorum_title


def title_node(page: Page, docname: str) -> variorum_title:
    """The page's title; the articles' words are theirs, and ours go through our own catalogue."""
    made = variorum_title("", page.title.words)
    made["kicker"] = list(page.title.kicker)
    if page.title.dressed:
        made["dressed"] = fragment(page.title.dressed, docname)
    made["translatable"] = False
    return made


def body_nodes(page: Page, docname: str) -> Iterator[nodes.Node]:
    """What follows the title on the document *docname*."""
    if page.indexed:
        yield addnodes.index(entries=[("single", page.indexed, "top", "", None)])
    yield fragment(page.children, docname)
    if page.contents:
        yield _toctree(docname, page.contents)


def _toctree(docname: str, entries: Sequence[str]) -> nodes.Node:
    """The hidden table of contents that gives other builders their order of pages."""
    tree = addnodes.toctree()
    tree["parent"] = docname
    tree["entries"] = [(None, entry) for entry in entries]
    tree["includefiles"] = list(entries)
    tree.attributes.update(
        maxdepth=1, glob=False, hidden=True, includehidden=False, numbered=0, titlesonly=True,
        caption=None, rawentries=[],
    )  # fmt: skip
    return nodes.compound("", tree, classes=["toctree-wrapper"])
