"""A speaker who is less likely right than not: a page asks instead of telling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from variorum.rendering.decided import is_decided

DOUBTFUL = 0.5
"""A speaker who is less sure than this is shown as a question."""


def question(said: Mapping[str, Any]) -> str:
    """What stands behind the speaker of a quotation: a question mark where that is in doubt."""
    sure = said["speaker_confidence"]
    doubtful = sure is not None and sure < DOUBTFUL and not is_decided(said)
    return " (?)" if doubtful else ""
