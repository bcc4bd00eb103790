"""The offset from UTC of a time printed with its zone."""

from __future__ import annotations

import re

from variorum.analysis.dates.lexicon import ZONES
from variorum.analysis.dates.meaning import Meaning, Timed


def offsets(meaning: Meaning) -> tuple[str, ...]:
    """Every offset the zone's name may stand for, the likeliest first; empty without a zone."""
    if not isinstance(meaning, Timed) or not meaning.zone:
        return ()
    named = ZONES.get(meaning.zone)
    if named:
        return tuple(named)
    digits = re.sub(r"\D", "", meaning.zone)
    return (f"{meaning.zone[0]}{digits[:2]}:{digits[2:4]}",) if len(digits) == 4 else ()
