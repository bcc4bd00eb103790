"""An article's blocks as nodes: its own words, unaltered, with what is laid over them.

Every kind of thing that lies on a range of text, an annotation as much as a link or emphasis, is a
:class:`Laid`. The ranges of a block are cut into flat segments, and each segment becomes at most
one link or span that carries the classes of all that covers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from linkify_it import LinkifyIt

from variorum.model import Article, Block, Inline
from variorum.rendering.elements import Element, Mark, Part, box, link, mark, outside
from variorum.rendering.segments import segments

_WRAP = {"emphasis": "em", "strong": "strong", "code": "code"}

_linkify = LinkifyIt(options={"fuzzy_email": False, "fuzzy_ip": False, "fuzzy_link": True})


@dataclass(frozen=True, slots=True)
class Sign:
    """A small raised sign behind a range, which opens the range's card."""

    words: str
    label: str
    """What it is, for those who can't see where it stands; empty where its words say so."""
    card: str
    """Id of the card, which is a note under the text where there is no script."""
    classes: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """Something that lies on a range of the text, and how the range is dressed for it."""

    start: int
    end: int
    classes: tuple[str, ...] = ()
    wrap: str = ""
    """An element directly around the words: ``em``, ``time`` …"""
    html: Mapping[str, Any] = field(default_factory=dict)
    """Attributes of that element or, without one, of the handle."""
    address: str = ""
    """Where a link leads out of the site."""
    docname: str = ""
    """The document a link leads to."""
    id: str = ""
    """Id of the annotation, set where it begins."""
    edge: str = ""
    """A class that gets ``-start`` and ``-end`` where the range begins and ends."""
    sign: Sign | None = None
    """What stands behind the range."""
    beside: Part | None = None
    """What stands in the margin, beside the line the range ends on (:func:`notes_on`)."""


def inline_markup(article: Article) -> Iterator[Laid]:
    """What the article's own markup says of its text."""
    for item in article.inlines:
        if item.kind == "link":
            yield Laid(item.start, item.end, address=item.target)
        else:
            yield Laid(item.start, item.end, wrap=_WRAP[item.kind])


def bare_addresses(article: Article) -> Iterator[Laid]:
    """The web addresses the words contain; ``http`` and ``https`` alone are linked."""
    linked = [i for i in article.inlines if i.kind == "link"]
    for block in article.blocks:
        for laid in _addresses(article, block):
            if not any(_meet(laid, link_) for link_ in linked):
                yield laid


def _addresses(article: Article, block: Block) -> Iterator[Laid]:
    words = article.text[block.start : block.end]
    if "." not in words:
        return
    for match in _linkify.match(words) or ():
        # Scrapes glue sentences together ("… talks.It said …"): without a scheme an address
        # has to look like one.
        plain = match.schema == "" and match.text == match.text.lower()
        sure = plain and (match.text.startswith("www.") or "/" in match.text)
        if match.schema in ("http:", "https:") or sure:
            start = block.start + match.index
            yield Laid(start, block.start + match.last_index, address=match.url)


def _meet(a: Laid, b: Inline) -> bool:
    return a.start < b.end and b.start < a.end


def by_block(article: Article, laid: Iterable[Laid]) -> dict[int, list[Laid]]:
    """What lies on each block, by the block's start; the longest first, then in order."""
    waiting = sorted(laid, key=lambda item: item.start, reverse=True)
    live: list[Laid] = []
    found = {}
    for block in article.blocks:
        while waiting and waiting[-1].start < block.end:
            live.append(waiting.pop())
        live = [item for item in live if item.end > block.start]
        found[block.start] = sorted(live, key=lambda item: (item.start - item.end, item.start))
    return found


def words_of(article: Article, block: Block, laid: Iterable[Laid]) -> list[Part]:
    """The block's text as nodes, cut into segments where something of *laid* begins or ends.

    *laid* comes from :func:`by_block`: of several links on one segment the last, which is the
    shortest and most particular, is the handle.
    """
    made: list[Part] = []
    for start, end, over in segments(block.start, block.end, laid):
        ids = [item.id for item in over if item.id and item.start == start]
        node = _identified(_dress(article.text[start:end], over, start, end), ids)
        if not (made and not ids and _joined(made[-1], node)):
            made.append(node)
        signs = [_sign(item.sign) for item in over if item.sign and item.end == end]
        made += [mark("span", *signs, classes="vr-signs", screen=True)] if signs[1:] else signs
    return made


def _joined(last: Part, node: Part) -> bool:
    """Whether a segment went into the last one, because nothing tells one from the other."""
    if not (isinstance(last, Mark) and isinstance(node, Mark)):
        return False
    plain = last.tag == node.tag == "span" and not (last.id or last.html or node.html)
    if not plain or last.classes != node.classes:
        return False
    last += node.children
    return True


def notes_on(block: Block, laid: Iterable[Laid]) -> list[Part]:
    """What stands in the margin of a block, after its words: so these are read without a break."""
    ending = [i for i in laid if i.beside and block.start < i.end <= block.end]
    ending.sort(key=lambda item: (item.end, item.start))
    notes = [item.beside for item in ending if item.beside]
    return (
        [box("div", *notes, classes="vr-margins", screen=True, aria_hidden="true")] if notes else []
    )


def _identified(node: Part, ids: list[str]) -> Part:
    """The node with its ids: an element of HTML has but one, so the others stand before it, empty.

    They stand beside each other and never in each other: any number may meet at one place.
    """
    if not ids:
        return node
    if not isinstance(node, Element):
        node = mark("span", node)
    node.id = ids[-1]
    if not ids[1:]:
        return node
    return mark("span", *map(_place, ids[:-1]), node)


def _place(id_: str) -> Part:
    made = mark("span")
    made.id = id_
    return made


def _sign(sign: Sign) -> Part:
    return mark(
        "a",
        sign.words,
        classes=f"vr-sig {sign.classes}",
        screen=True,
        href=f"#{sign.card}",
        aria_label=sign.label or None,
    )


def _dress(words: str, over: tuple[Laid, ...], start: int, end: int) -> Part:
    made: Part = words
    classes: list[str] = []
    handle: Laid | None = None
    for item in over:
        if item.wrap:
            made = mark(item.wrap, made, classes=" ".join(item.classes), **item.html)
        else:
            classes += item.classes
        if item.edge and item.start == start:
            classes.append(f"{item.edge}-start")
        if item.edge and item.end == end:
            classes.append(f"{item.edge}-end")
        # A space between two marks would be a link that says nothing.
        if (item.address or item.docname) and not words.isspace():
            handle = item
    said = " ".join(dict.fromkeys(classes))
    if handle is None:
        return mark("span", made, classes=said) if said else made
    if handle.docname:
        return link(handle.docname, made, classes=said, **handle.html)
    return outside(handle.address, made, classes=said)
