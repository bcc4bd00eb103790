"""Real tables, readable as such by every browser and screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from variorum.rendering.nodes import box, paragraph, variorum_box


def cell(*children: nodes.Node | str, head: bool = False, classes: str = "") -> variorum_box:
    """A cell; the head of a row with *head*."""
    if head:
        return box("th", paragraph(*children), classes=classes, scope="row")
    return box("td", paragraph(*children), classes=classes)


def table(
    head: Sequence[str | nodes.Node],
    rows: Sequence[Sequence[nodes.Node]],
    *,
    classes: str = "",
    sortable: bool = False,
) -> variorum_box:
    """A table that scrolls sideways where it is too wide; script may make it sortable."""
    first = box("tr")
    for words in head:
        first += box("th", paragraph(words), scope="col")
    body = box("tbody")
    for row in rows:
        body += box("tr", *row)
    made = box("table", box("thead", first), body, classes=classes, data_sortable=sortable)
    return box("div", made, classes="vr-scroll", tabindex="0", role="region")
