"""Elements as HTML: all of it as soon as a page is read, but for where its links lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Any, Protocol, TypeAlias

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
)

VOID = frozenset({"input"})
"""Elements of HTML that have no end."""


Opening: TypeAlias = tuple[str, str, str, str, str]
"""Where a link begins: document, anchor and file that it leads to, then the attributes of its tag
with an address and without one, where its words stand alone.

A bare tuple of strings: there are some 200 on a page, and Python's garbage collector passes over
such tuples.
"""
Piece: TypeAlias = str | Opening | None
"""HTML, the beginning of a link or its end."""
Template: TypeAlias = tuple[Piece, ...]
"""HTML that is whole but for where its links lead."""


class Addressing(Protocol):
    """What knows where links lead."""

    def address(self, docname: str, anchor: str, file: str) -> str | None:
        """The address, if there is such a page."""


def template(parts: Iterable[Part]) -> Template:
    """Elements as HTML; text is escaped."""
    written: list[Piece] = []
    _write(parts, written)
    return tuple(_joined(written))


def filled(template: Template, addresses: Addressing) -> str:
    """The HTML of a template, with the addresses of its links."""
    written: list[str] = []
    tag = ""
    for piece in template:
        if isinstance(piece, str):
            written.append(piece)
        elif piece is None:
            written.append(f"</{tag}>")
        else:
            docname, anchor, file, linked, alone = piece
            address = addresses.address(docname, anchor, file)
            if address is None:
                tag = "span"
                written.append(f"<span{alone}>")
            else:
                tag = "a"
                # The address of the page itself is empty.
                written.append(f'<a href="{escape(address or "#")}"{linked}>')
    return "".join(written)


def start_tag(tag: str, id_: str, classes: str, html: Mapping[str, str]) -> str:
    """The tag that begins an element."""
    return f"<{tag}{_attributes(id_, classes, html)}>" if id_ or classes or html else f"<{tag}>"


def _attributes(id_: str, classes: str, html: Mapping[str, str]) -> str:
    said = f' id="{escape(id_)}"' if id_ else ""
    if classes:
        said += f' class="{escape(classes)}"'
    for name, value in html.items():
        said += f' {name}="{escape(value)}"'
    return said


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for is_text, group in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if is_text:
            yield "".join(piece for piece in group if isinstance(piece, str))
        else:
            yield from group


def _text(words: str) -> str:
    return escape(words, quote=False).replace('"', "&quot;")


def _write(parts: Iterable[Part], out: list[Piece]) -> None:
    for part in parts:
        if isinstance(part, str):
            out.append(_text(part))
        else:
            _WRITERS[type(part)](part, out)


def _block(part: Element, out: list[Piece]) -> None:
    out.append(start_tag(part.tag, part.id, part.classes, part.html))
    _write(part.children, out)
    out.append(f"</{part.tag}>\n")


def _mark(part: Element, out: list[Piece]) -> None:
    out.append(start_tag(part.tag, part.id, part.classes, part.html))
    _write(part.children, out)
    if part.tag not in VOID:
        out.append(f"</{part.tag}>")


def _heading(part: Element, out: list[Piece]) -> None:
    # As Sphinx writes a rubric, so that any theme has a style for it.
    out.append(start_tag(part.tag, part.id, f"rubric {part.classes}", part.html))
    _write(part.children, out)
    out.append(f"</{part.tag}>\n")


def _line(part: Element, out: list[Piece]) -> None:
    _write(part.children, out)


def _link(part: Link, out: list[Piece]) -> None:
    linked = _attributes(part.id, part.classes, part.html)
    alone = _attributes(part.id, part.classes, {})
    out.append((part.docname, part.anchor, part.file, linked, alone))
    _write(part.children, out)
    out.append(None)


def _outside(part: Outside, out: list[Piece]) -> None:
    classes = f"{part.classes} reference external".lstrip()
    out.append(start_tag("a", part.id, classes, {"href": part.address, **part.html}))
    _write(part.children, out)
    out.append("</a>")


def _drawing(part: Drawing, out: list[Piece]) -> None:
    out.append(part.drawing)


_WRITERS: Mapping[type[Element], Callable[[Any, list[Piece]], None]] = {
    Box: _block,
    Mark: _mark,
    Paragraph: _block,
    Line: _line,
    Heading: _heading,
    Link: _link,
    Outside: _outside,
    Drawing: _drawing,
}
