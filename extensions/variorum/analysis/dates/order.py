"""Does this outlet write the day first? By evidence from the article alone."""

from __future__ import annotations

import re

from variorum.analysis.dates import civil
from variorum.analysis.dates.lexicon import MONTHS, one_of

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)", re.ASCII)
_WORDS = re.compile(
    rf"(?P<day>\b\d{{1,2}}[\s/.-](?:{one_of(MONTHS)})\b)|\b(?:{one_of(MONTHS)})\.?\s\d{{1,2}}\b(?!\d)",
    re.IGNORECASE,
)


def day_first(text: str, published: str | None) -> bool | None:
    """``True`` or ``False`` where a numeric date, the printed stamp or dates in words tell."""
    pairs = [(int(m[1]), int(m[3])) for m in _NUMERIC.finditer(text)]
    for a, b in pairs:
        if a > 12 >= b:
            return True
        if b > 12 >= a:
            return False
    stamp = civil.read(published)
    if stamp is not None and stamp.unit == "day":
        _, month, day = civil.civil(stamp.index)
        if month != day and (day, month) in pairs:
            return True
        if month != day and (month, day) in pairs:
            return False
    if not pairs:
        return None
    days = sum(1 if m["day"] else -1 for m in _WORDS.finditer(text))
    return None if days == 0 else days > 0
