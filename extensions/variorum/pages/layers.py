"""The switches for what is shown on the text: checkboxes that work without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from docutils import nodes

from variorum.rendering.nodes import box, mark, paragraph, variorum_box
from variorum.rendering.words import _


def layers(annotations: Sequence[dict[str, Any]]) -> variorum_box:
    """A switch for each layer that this article has, with its count; a specimen is its label."""
    counts = Counter(said["type"] for said in annotations)
    actors = len({said["actor"] for said in annotations if said["type"] == "entity"})
    rows: list[tuple[str, bool, nodes.Node, int]] = []
    if counts["entity"]:
        first = mark(
            "span", mark("span", _("Actors"), classes="vr-ent vr-first"), _(", first mention")
        )
        every = mark("span", mark("span", _("Every name"), classes="vr-ent"))
        rows.append(("actors", True, first, actors))
        rows.append(("names", False, every, counts["entity"]))
    if counts["reference"]:
        words = mark("span", mark("span", _("he, the alliance …"), classes="vr-ref"))
        rows.append(("references", False, words, counts["reference"]))
    if counts["role"]:
        words = mark("span", mark("span", _("Titles and roles"), classes="vr-role"))
        rows.append(("roles", False, words, counts["role"]))
    made = box("fieldset", classes="vr-layers", screen=True)
    if not rows:
        return made
    made += box("legend", paragraph(_("Layers"), classes="vr-rail-title"))
    for name, on, specimen, count in rows:
        made += _switch(name, specimen, count, on=on)
    made += _switch("plain", mark("span", _("Plain text")), None, on=False)
    return made


def _switch(name: str, specimen: nodes.Node, count: int | None, *, on: bool) -> nodes.Node:
    parts: list[nodes.Node | str] = [
        mark("input", type="checkbox", id=f"vr-layer-{name}", checked=on, autocomplete="off"),
        specimen,
    ]
    if count is not None:
        parts.append(mark("span", str(count), classes="vr-n"))
    return mark("label", *parts, classes=f"vr-switch vr-switch-{name}")
