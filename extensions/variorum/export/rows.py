"""A line of an exported file that somebody edited.

What a row is about and which of its values an editor may change is :data:`EDITABLE`; everything
else in it only says where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from variorum.corrections import Target

EDITABLE: Mapping[str, Mapping[str, str]] = {
    "entity": {"label": "kind", "actor": "actor", "metonym_for": "metonym_for"},
    "reference": {"actor": "actor"},
    "role": {"actor": "actor"},
    "quote": {
        "kind": "kind", "speaker": "speaker", "cue": "cue", "addressee": "addressee",
        "medium": "medium",
    },
    "date": {"kind": "kind", "value": "value"},
    "figure": {"low": "low", "high": "high", "unit": "unit", "of": "of"},
    "finding": {"kind": "kind", "salience": "salience", "explanation": "explanation"},
    "actor": {}, "report": {},
}  # fmt: skip
"""By what a row is about: columns an editor may change, and the fields of a correction they are."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, or an annotation or an element; ``where`` names it for messages."""

    where: str
    id: str
    what: str
    cells: Mapping[str, str]

    @property
    def target(self) -> Target:
        """Where the row says that it stands."""
        said = (self.cells.get(name, "") for name in ("article", "exact", "prefix", "suffix"))
        return Target(*said)
