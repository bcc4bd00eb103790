"""The docutils nodes of our pages.

A page is one section with few nodes in it: most of it is :class:`variorum_fragment`, which holds
elements (:mod:`variorum.rendering.elements`). Where a builder is no website they become nodes:
boxes around blocks and marks on ranges of text. Any builder without a visitor for those falls back
to docutils' own container and inline, so that nothing written in a page can get lost.

They live in an importable module because doctrees are pickled.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from docutils import nodes

from variorum.rendering.elements import (
    Box,
    Drawing,
    Element,
    Heading,
    Line,
    Link,
    Mark,
    Outside,
    Paragraph,
    Part,
    words,
)
from variorum.rendering.html import template


class variorum_fragment(nodes.General, nodes.Element):  # noqa: N801 - docutils dispatches on it
    """Elements of a page that Sphinx need not look into.

    ``html`` is how a website writes them (:class:`~variorum.rendering.html.Template`), ``parts``
    are they themselves, pickled, for all other builders. ``docname`` is the page their links are
    followed from.
    """


class variorum_box(nodes.container):  # noqa: N801
    """Blocks that belong together, as the element ``tag``."""


class variorum_mark(nodes.inline):  # noqa: N801
    """A range of text that something is said of, as the element ``tag``."""


class variorum_screen(variorum_box):  # noqa: N801
    """A box that only makes sense on a screen: other builders leave it out."""


class variorum_screen_mark(variorum_mark):  # noqa: N801
    """A mark that only makes sense on a screen: other builders leave it out."""


class variorum_line(nodes.paragraph):  # noqa: N801
    """Words that fill a box of their own, a cell or a summary: HTML has no paragraph there."""


class variorum_title(nodes.title):  # noqa: N801
    """A page's title; ``kicker`` is what stands above it: pairs of a class and words.

    Its words as they are laid out, if they are more than words, are a fragment in ``dressed``:
    Sphinx copies titles into tables of contents, where the words alone belong.
    """


class variorum_link(nodes.reference):  # noqa: N801
    """A link to a document of this site; a post-transform gives it its address."""


class variorum_svg(nodes.General, nodes.Element):  # noqa: N801
    """A drawing made at build time; its equivalent in words stands beside it."""


def fragment(parts: Iterable[Part], docname: str) -> variorum_fragment:
    """A node that holds elements."""
    made = list(parts)
    kept = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    return variorum_fragment("", html=template(made), parts=kept, docname=docname)


def parts_of(node: variorum_fragment) -> list[Part]:
    """The elements of a fragment."""
    parts: list[Part] = pickle.loads(node["parts"])
    return parts


def text_of(node: variorum_fragment) -> str:
    """The words of a fragment, for an index."""
    return " ".join(words(parts_of(node)))


def nodes_of(parts: Iterable[Part]) -> list[nodes.Node]:
    """Elements as nodes, text as text."""
    return [nodes.Text(part) if isinstance(part, str) else node_of(part) for part in parts]


def node_of(part: Element) -> nodes.Element:
    """An element and all in it as nodes."""
    made = _NODES[type(part)](part)
    made["classes"] += part.classes.split()
    made["ids"] += [part.id] if part.id else []
    if not isinstance(part, Drawing):
        made += nodes_of(part.children)
    return made


def _box(part: Element) -> nodes.Element:
    kind = variorum_screen if part.screen else variorum_box
    return kind("", tag=part.tag, html=part.html)


def _mark(part: Element) -> nodes.Element:
    kind = variorum_screen_mark if part.screen else variorum_mark
    return kind("", "", tag=part.tag, html=part.html)


def _heading(part: Element) -> nodes.Element:
    made = nodes.rubric("", "")
    made["heading-level"] = 2
    return made


def _link(part: Link) -> nodes.Element:
    return variorum_link(
        "", "", docname=part.docname, anchor=part.anchor, file=part.file, internal=True,
        html=part.html,
    )  # fmt: skip


_NODES: Mapping[type[Element], Callable[[Any], nodes.Element]] = {
    Box: _box,
    Mark: _mark,
    Paragraph: lambda part: nodes.paragraph("", ""),
    Line: lambda part: variorum_line("", ""),
    Heading: _heading,
    Link: _link,
    Outside: lambda part: nodes.reference("", "", refuri=part.address, internal=False),
    Drawing: lambda part: variorum_svg("", drawing=part.drawing),
}
"""What makes the node of each kind of element, yet without its classes, ids and children."""
