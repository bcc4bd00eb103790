"""The elements pages are made of: HTML's own, and as light as can be, for a page has thousands.

A website writes them as HTML in one go (:mod:`variorum.rendering.html`); for any other builder
they become docutils' nodes (:mod:`variorum.rendering.nodes`). A string among the children of an
element is text, never markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Self, TypeAlias

BOX_TAGS = frozenset(
    (
        "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
        "footer", "header", "legend", "li", "nav", "ol", "p", "section", "summary", "table",
        "tbody", "td", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
MARK_TAGS = frozenset(
    (
        "a", "b", "bdi", "button", "cite", "code", "em", "i", "input", "ins", "label", "mark", "q",
        "small", "span", "strong", "time",
    )
)  # fmt: skip


class Element:
    """An element: its tag, its classes, its id and further attributes, and what is in it.

    What only makes sense on a ``screen`` (a switch, a paragraph's number) is left out elsewhere.
    """

    __slots__ = ("children", "classes", "html", "id", "screen", "tag")

    def __init__(
        self,
        tag: str,
        children: Iterable[Part],
        classes: str = "",
        html: dict[str, Any] | None = None,
        *,
        screen: bool = False,
    ) -> None:
        self.tag = tag
        self.children = list(children)
        self.classes = classes
        self.id = ""
        self.html = _attributes(html) if html else _NO_ATTRIBUTES
        self.screen = screen

    def __iadd__(self, more: Part | Iterable[Part]) -> Self:
        if isinstance(more, (Element, str)):
            self.children.append(more)
        else:
            self.children.extend(more)
        return self

    def add_classes(self, classes: str) -> None:
        """Give it more classes, divided by spaces."""
        self.classes = f"{self.classes} {classes}".strip()


_NO_ATTRIBUTES: dict[str, str] = {}
"""What most elements have; never changed, an element that gets attributes has them anew."""

Part: TypeAlias = Element | str
"""What is in an element: another one, or text."""


class Box(Element):
    """Blocks that belong together: its tag is one of :data:`BOX_TAGS`."""

    __slots__ = ()


class Mark(Element):
    """A range of text that something is said of: its tag is one of :data:`MARK_TAGS`."""

    __slots__ = ()


class Paragraph(Element):
    """A paragraph."""

    __slots__ = ()


class Line(Element):
    """Words that fill a box of their own, a cell or a summary: HTML has no paragraph there."""

    __slots__ = ()


class Heading(Element):
    """A heading within a page, that no table of contents lists."""

    __slots__ = ()


class Link(Element):
    """A link to a document of this site, or to a ``file`` beside its pages.

    ``docname`` and ``anchor`` say where to; without such a document its words stand alone.
    """

    __slots__ = ("anchor", "docname", "file")

    docname: str
    anchor: str
    file: str


class Outside(Element):
    """A link to somewhere else; only ``http`` and ``https`` addresses come this far."""

    __slots__ = ("address",)

    address: str


class Drawing(Element):
    """A drawing made at build time, as SVG; its equivalent in words stands beside it."""

    __slots__ = ("drawing",)

    drawing: str


def box(tag: str, *children: Part, classes: str = "", screen: bool = False, **html: Any) -> Box:
    """A box; keywords become HTML attributes (``aria_label`` is ``aria-label``)."""
    if tag not in BOX_TAGS:
        raise ValueError(f"no element for a box: {tag}")
    return Box(tag, children, classes, html, screen=screen)


def mark(tag: str, *children: Part, classes: str = "", screen: bool = False, **html: Any) -> Mark:
    """A mark; keywords become HTML attributes."""
    if tag not in MARK_TAGS:
        raise ValueError(f"no element for a mark: {tag}")
    return Mark(tag, children, classes, html, screen=screen)


def paragraph(*children: Part, classes: str = "", screen: bool = False) -> Paragraph:
    """A paragraph."""
    return Paragraph("p", children, classes, screen=screen)


def line(*children: Part) -> Line:
    """The words of a cell or a summary."""
    return Line("", children)


def heading(*children: Part, classes: str) -> Heading:
    """A heading of the second level."""
    return Heading("h2", children, classes)


def link(docname: str, *children: Part, anchor: str = "", classes: str = "", **html: Any) -> Link:
    """A link to a document of this site; keywords become HTML attributes."""
    made = Link("a", children, classes, html)
    made.docname, made.anchor, made.file = docname, anchor, ""
    return made


def file_link(path: str, *children: Part, classes: str = "") -> Link:
    """A link to a file that stands beside the pages of a site; elsewhere its words stand alone."""
    made = link("", *children, classes=classes)
    made.file = path
    return made


def outside(address: str, *children: Part, classes: str = "") -> Outside:
    """A link to somewhere else."""
    made = Outside("a", children, classes)
    made.address = address
    return made


def svg(drawing: str) -> Drawing:
    """A drawing."""
    made = Drawing("svg", ())
    made.drawing = drawing
    return made


def words(parts: Iterable[Part]) -> Iterator[str]:
    """The words of all parts in their order, without what only makes sense on a screen."""
    for part in parts:
        if isinstance(part, str):
            yield part
        elif not part.screen:
            yield from words(part.children)


def _attributes(html: dict[str, Any]) -> dict[str, str]:
    return {
        name.rstrip("_").replace("_", "-"): "" if value is True else str(value)
        for name, value in html.items()
        if value is not None and value is not False
    }
