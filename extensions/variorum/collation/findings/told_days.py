"""The days that sentences tell, as days of the calendar."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.collation.findings.material import Sentence
    from variorum.model import DateRef

_SPANS = re.compile(r"(?i)\b(?:week|month|year)s?\b")
"""Words for more than a day: "last week" is no day of its own, whatever it is counted to."""


def single_day(sentence: Sentence) -> DateRef | None:
    """The one day of the calendar that a sentence tells."""
    days = [d for d in sentence.dates if day_of(d) and not _SPANS.search(d.exact)]
    return days[0] if len({day_of(d) for d in days}) == 1 else None


def day_of(ref: DateRef) -> str | None:
    """The day of the calendar that a date means, if it is one."""
    value = (ref.value or "")[:10]
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return None
    return value
