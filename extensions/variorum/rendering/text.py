"""An article's blocks as nodes: its own words, unaltered, with what is laid over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from linkify_it import LinkifyIt

from variorum.model import Article, Block, Inline
from variorum.rendering.nodes import mark, outside
from variorum.rendering.segments import segments

_WRAP = {"emphasis": "em", "strong": "strong", "code": "code"}

_linkify = LinkifyIt(options={"fuzzy_email": False, "fuzzy_ip": False, "fuzzy_link": True})


@dataclass(frozen=True, slots=True)
class Address:
    """A bare web address in the text."""

    start: int
    end: int
    target: str


def addresses(article: Article, block: Block) -> Iterator[Address]:
    """The web addresses a block's words contain; ``http`` and ``https`` alone are linked."""
    words = article.text[block.start : block.end]
    if "." not in words:
        return
    for match in _linkify.match(words) or ():
        # Scrapes glue sentences together ("… talks.It said …"): without a scheme an address
        # has to look like one.
        plain = match.schema == "" and match.text == match.text.lower()
        sure = plain and (match.text.startswith("www.") or "/" in match.text)
        if match.schema in ("http:", "https:") or sure:
            yield Address(block.start + match.index, block.start + match.last_index, match.url)


def words_of(article: Article, block: Block) -> list[nodes.Node]:
    """The block's text as nodes, cut into segments where something begins or ends."""
    inside = [i for i in article.inlines if i.start < block.end and i.end > block.start]
    linked = [i for i in inside if i.kind == "link"]
    bare = [
        a
        for a in addresses(article, block)
        if not any(link.start < a.end and a.start < link.end for link in linked)
    ]
    laid: list[Inline | Address] = [*inside, *bare]
    return [
        _dress(article.text[start:end], over)
        for start, end, over in segments(block.start, block.end, laid)
    ]


def _dress(words: str, over: tuple[Inline | Address, ...]) -> nodes.Node:
    made: nodes.Node = nodes.Text(words)
    for item in over:
        if isinstance(item, Inline) and item.kind != "link":
            made = mark(_WRAP[item.kind], made)
    for item in over:
        if isinstance(item, Address) or item.kind == "link":
            made = outside(item.target, made)
    return made
