"""The switches for what is shown on the text: checkboxes that work without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docutils import nodes

from variorum.rendering.nodes import box, line, mark, variorum_box
from variorum.rendering.words import _

_BRACKETS = "vr-q vr-q-start vr-q-end"


def layers(annotations: Sequence[dict[str, Any]]) -> variorum_box:
    """A switch for each layer that this article has, with its count; a specimen is its label."""
    counts = Counter(layer_of(said) for said in annotations)
    actors = len({said["actor"] for said in annotations if said["type"] == "entity"})
    rows = [
        _Layer("quotes", True, _("Quotations"), "vr-q vr-q-start vr-q-end", counts["quotes"]),
        _Layer(
            "reported", False, _("Reported speech"), "vr-q vr-q-start vr-q-end", counts["reported"]
        ),
        _Layer("differences", True, _("Differences"), "vr-df vr-df-3", counts["differences"]),
        _Layer("shared", False, _("Shared text"), "vr-sh vr-sh-start vr-sh-end", counts["shared"]),
        _Layer("actors", True, _("Actors"), "vr-ent vr-first", actors, _(", first mention")),
        _Layer("names", False, _("Every name"), "vr-ent", counts["names"]),
        _Layer("references", False, _("he, the alliance …"), "vr-ref", counts["references"]),
        _Layer("roles", False, _("Titles and roles"), "vr-role", counts["roles"]),
        _Layer("dates", False, _("Dates"), "vr-date", counts["dates"]),
    ]
    rows = [row for row in rows if row.count]
    made = box("fieldset", classes="vr-layers", screen=True)
    if not rows:
        return made
    made += box("legend", line(_("Layers")), classes="vr-rail-title")
    for row in rows:
        specimen = mark("span", mark("span", row.words, classes=row.classes), row.more)
        made += _switch(row.name, specimen, row.count, on=row.on)
    made += _switch("plain", mark("span", _("Plain text")), None, on=False)
    return made


_LAYERS = {"entity": "names", "reference": "references", "role": "roles", "date": "dates",
           "difference": "differences", "shared": "shared"}  # fmt: skip


def layer_of(said: Mapping[str, Any]) -> str:
    """The layer that shows an annotation; none for a kind that shows elsewhere."""
    if said["type"] == "quote":
        return "reported" if said["kind"] == "indirect" else "quotes"
    return _LAYERS.get(said["type"], "")


@dataclass(frozen=True, slots=True)
class _Layer:
    name: str
    on: bool
    """Whether it shows when a page is first opened."""
    words: str
    classes: str
    count: int
    more: str = ""


def _switch(name: str, specimen: nodes.Node, count: int | None, *, on: bool) -> nodes.Node:
    parts: list[nodes.Node | str] = [
        mark("input", type="checkbox", id=f"vr-layer-{name}", checked=on),
        specimen,
    ]
    if count is not None:
        parts.append(mark("span", str(count), classes="vr-n"))
    return mark("label", *parts, classes=f"vr-switch vr-switch-{name}")
