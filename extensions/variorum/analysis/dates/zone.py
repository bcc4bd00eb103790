"""The offset from UTC of a time printed with its zone."""

from __future__ import annotations

from variorum import almanac
from variorum.analysis.dates.meaning import Meaning, Timed


def offsets(meaning: Meaning) -> tuple[str, ...]:
    """Every offset the zone's name may stand for, the likeliest first; empty without a zone."""
    if not isinstance(meaning, Timed) or not meaning.zone:
        return ()
    named = almanac.offsets(meaning.zone)
    return ("Z",) if named == ("+00:00",) and meaning.zone in UNIVERSAL else named


UNIVERSAL = frozenset({"UTC", "GMT", "Z"})
"""Names of universal time itself, which ISO 8601 writes ``Z``."""
