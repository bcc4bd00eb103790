"""The nodes pages are made of.

Two of them carry nearly everything: a box around blocks and a mark on a range of text. Each says
which HTML element it is; any builder without a visitor for them falls back to docutils' own
container and inline, so that nothing written in a page can get lost. What only makes sense on a
screen (a switch, a paragraph's number) says so and is left out elsewhere.

They live in an importable module because doctrees are pickled.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes

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


class variorum_box(nodes.container):  # noqa: N801 - docutils dispatches on the class name
    """Blocks that belong together: ``tag`` is one of :data:`BOX_TAGS`."""


class variorum_mark(nodes.inline):  # noqa: N801
    """A range of text that something is said of: ``tag`` is one of :data:`MARK_TAGS`."""


class variorum_screen(variorum_box):  # noqa: N801
    """A box that only makes sense on a screen: other builders leave it out."""


class variorum_screen_mark(variorum_mark):  # noqa: N801
    """A mark that only makes sense on a screen: other builders leave it out."""


class variorum_line(nodes.paragraph):  # noqa: N801
    """Words that fill a box of their own, a cell or a summary: HTML has no paragraph there."""


class variorum_title(nodes.title):  # noqa: N801
    """A page's title; ``kicker`` is what stands above it: pairs of a class and words."""


class variorum_link(nodes.reference):  # noqa: N801
    """A link to a document of this site; a post-transform gives it its address.

    ``docname`` and ``anchor`` say where to; without such a document its words stand alone.
    """


class variorum_svg(nodes.General, nodes.Element):  # noqa: N801
    """A drawing made at build time; its equivalent in words stands beside it."""


def box(
    tag: str, *children: nodes.Node, classes: str = "", screen: bool = False, **html: Any
) -> variorum_box:
    """A box; keywords become HTML attributes (``aria_label`` is ``aria-label``)."""
    if tag not in BOX_TAGS:
        raise ValueError(f"no element for a box: {tag}")
    kind = variorum_screen if screen else variorum_box
    made = kind("", *children, tag=tag, html=_attributes(html))
    made["classes"] += classes.split()
    return made


def mark(
    tag: str, *children: nodes.Node | str, classes: str = "", screen: bool = False, **html: Any
) -> variorum_mark:
    """A mark; strings among the children become text."""
    if tag not in MARK_TAGS:
        raise ValueError(f"no element for a mark: {tag}")
    kind = variorum_screen_mark if screen else variorum_mark
    made = kind("", "", *texts(children), tag=tag, html=_attributes(html))
    made["classes"] += classes.split()
    return made


def paragraph(*children: nodes.Node | str, classes: str = "") -> nodes.paragraph:
    """A paragraph; strings among the children become text."""
    made = nodes.paragraph("", "", *texts(children))
    made["classes"] += classes.split()
    return made


def line(*children: nodes.Node | str) -> variorum_line:
    """The words of a cell or a summary; strings among the children become text."""
    return variorum_line("", "", *texts(children))


def link(
    docname: str, *children: nodes.Node | str, anchor: str = "", classes: str = "", **html: Any
) -> nodes.Node:
    """A link to a document of this site; keywords become HTML attributes."""
    made = variorum_link(
        "", "", *texts(children), docname=docname, anchor=anchor, internal=True,
        html=_attributes(html),
    )  # fmt: skip
    made["classes"] += classes.split()
    return made


def file_link(path: str, *children: nodes.Node | str, classes: str = "") -> nodes.Node:
    """A link to a file that stands beside the pages of a site; elsewhere its words stand alone."""
    made = variorum_link("", "", *texts(children), docname="", anchor="", file=path, html={})
    made["classes"] += classes.split()
    return made


def outside(address: str, *children: nodes.Node | str, classes: str = "") -> nodes.reference:
    """A link to somewhere else; only ``http`` and ``https`` addresses come this far."""
    made = nodes.reference("", "", *texts(children), refuri=address, internal=False)
    made["classes"] += classes.split()
    return made


def texts(children: tuple[nodes.Node | str, ...]) -> list[nodes.Node]:
    """Nodes as they are, strings as text."""
    return [nodes.Text(c) if isinstance(c, str) else c for c in children]


def _attributes(html: dict[str, Any]) -> dict[str, str]:
    return {
        name.rstrip("_").replace("_", "-"): "" if value is True else str(value)
        for name, value in html.items()
        if value is not None and value is not False
    }
