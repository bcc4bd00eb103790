"""Who stands behind what a page shows: the machine alone, or a person who decided it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from variorum.rendering.elements import Part, mark, paragraph
from variorum.rendering.words import _, capital

Said = Mapping[str, Any]
"""An annotation, a finding or an actor as a JSON object."""


def is_decided(said: Said) -> bool:
    """Whether a person has decided it."""
    return said.get("decided_by") is not None


def decided_words(said: Said) -> str:
    """``decided by Jana Novak``; empty for what is automatic."""
    if not is_decided(said):
        return ""
    if not said["decided_by"]:
        return _("decided by the editor")
    return str(_("decided by %s") % said["decided_by"])


def as_sentence(words: str) -> str:
    """Words with a capital and a full stop; nothing is nothing."""
    return f"{capital(words)}." if words else ""


def standing_words(facts: Said) -> str:
    """That what is automatic was found so, and whether somebody has read the page over."""
    reviewed = facts.get("reviewed")
    if not reviewed:
        return _("automatic, unreviewed")
    return str(_("automatic, reviewed by %s") % reviewed["name"])


def editors_note(said: Said) -> Iterator[Part]:
    """What the editor says of it."""
    if said.get("note"):
        label = mark("b", _("Editor’s note:"))
        yield paragraph(label, " ", said["note"], classes="vr-label vr-editors-note")
