"""Tells the numbers of dates from lengths of time that are quantities, too."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from variorum.analysis.figures import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.model import DateRef

_STRETCH = r"(?:the |these |this )?(?:past|last|next|coming|previous|first|final|following)\b"


class Calendar:
    """The dates of an article, asked whether a quantity is one of them."""

    def __init__(self, dates: Sequence[DateRef]) -> None:
        self._dates = sorted(dates, key=lambda d: d.start)
        self._starts = [d.start for d in self._dates]

    def claims(self, start: int, end: int, unit: str | None) -> bool:
        """Whether a date holds the number at *start* to *end*, or a length that is no quantity.

        A measured length ("seven hours of talks") is a figure as well as a duration; an age and
        a stretch of the calendar ("the past three days") are not.
        """
        i = bisect.bisect_left(self._starts, end) - 1
        if i < 0 or self._dates[i].end <= start:
            return False
        date = self._dates[i]
        if date.kind != "duration" or unit not in lexicon.TIME_UNITS:
            return date.kind != "duration" or unit is None
        said = date.exact.lower()
        return said.endswith("old") or re.match(_STRETCH, said) is not None
