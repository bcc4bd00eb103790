"""Real tables, readable as such by every browser and screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.rendering.elements import Box, Part, box, line
from variorum.rendering.words import _


def cell(*children: Part, head: bool = False, classes: str = "", name: str | None = None) -> Box:
    """A cell; the head of a row with *head*.

    *name* is what stands before it where a narrow screen sets the cells of a row below each other.
    """
    if head:
        return box("th", line(*children), classes=classes, scope="row")
    return box("td", line(*children), classes=classes, data_name=name)


def table(
    label: str,
    head: Sequence[str | Part],
    rows: Sequence[Sequence[Part]],
    *,
    classes: str = "",
    sortable: bool = False,
) -> Box:
    """A table that scrolls sideways where it is too wide; script may make it sortable.

    *label* names it for those who can't see what stands above it.
    """
    first = box("tr")
    for words in head:
        first += box("th", line(words), scope="col")
    body = box("tbody")
    for row in rows:
        body += box("tr", *row)
    made = box("table", box("thead", first), body, classes=classes)
    if sortable:
        made.html = {"data-sortable": "", "data-filter-label": _("Filter")}
    return box("div", made, classes="vr-scroll", tabindex="0", role="region", aria_label=label)
