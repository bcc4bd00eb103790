"""The switches for what is shown on the text: checkboxes that work without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from variorum.config import LAYERS
from variorum.rendering.annotations import Said
from variorum.rendering.elements import Box, Part, box, line, mark
from variorum.rendering.words import _


def layers(annotations: Sequence[Said], shown: Sequence[str]) -> Box:
    """A switch for each layer that this article has, with its count; a specimen is its label.

    Those in *shown* are on when the page is first opened.
    """
    counts = Counter(layer_of(said) for said in annotations)
    counts["actors"] = len({said["actor"] for said in annotations if said["type"] == "entity"})
    words = _specimens()
    rows = [name for name in LAYERS if counts[name]]
    if not rows:
        return box("div", screen=True)
    made = box("details", classes="vr-panel", screen=True)
    made += box("summary", line(_("Layers")), classes="vr-rail-title")
    switches = box("fieldset", classes="vr-layers")
    switches += box("legend", line(_("Layers shown in the text")), classes="vr-sr")
    for name in rows:
        said, classes, more = words[name]
        specimen = mark("span", mark("span", said, classes=classes), more)
        switches += _switch(name, specimen, counts[name], on=name in shown)
    if counts["quotes"] or counts["differences"]:
        said = _("Notes between the lines")
        switches += _switch("notes", mark("span", said), None, on=False)
    switches += _switch("plain", mark("span", _("Plain text")), None, on=False)
    made += switches
    return made


def _specimens() -> dict[str, tuple[str, str, str]]:
    """For each layer its name, set as its mark is, and what follows the name."""
    return {
        "quotes": (_("Quotations"), "vr-q vr-q-start vr-q-end", ""),
        "reported": (_("Reported speech"), "vr-q vr-q-reported vr-q-start vr-q-end", ""),
        "differences": (_("Differences"), "vr-df vr-df-3", ""),
        "shared": (_("Shared text"), "vr-sh vr-sh-start vr-sh-end", ""),
        "actors": (_("Actors"), "vr-ent vr-first", _(", first mention")),
        "names": (_("Every name"), "vr-ent", ""),
        "references": (_("he, the alliance …"), "vr-ref", ""),
        "roles": (_("Titles and roles"), "vr-role", ""),
        "dates": (_("Dates"), "vr-date", ""),
    }


_LAYERS = {"entity": "names", "reference": "references", "role": "roles", "date": "dates",
           "difference": "differences", "shared": "shared"}  # fmt: skip


def layer_of(said: Said) -> str:
    """The layer that shows an annotation; none for a kind that shows elsewhere."""
    if said["type"] == "quote":
        return "reported" if said["kind"] == "indirect" else "quotes"
    return _LAYERS.get(said["type"], "")


def _switch(name: str, specimen: Part, count: int | None, *, on: bool) -> Part:
    box_ = mark("input", type="checkbox", id=f"vr-layer-{name}", checked=on)
    if count is None:
        return mark("label", box_, specimen, classes=f"vr-switch vr-switch-{name}")
    return mark(
        "label", box_, specimen, mark("span", str(count), classes="vr-n"), classes="vr-switch"
    )
