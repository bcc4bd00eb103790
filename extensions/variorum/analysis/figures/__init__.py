"""Quantities: numerals are read, measured, told from other numbers, and given what they count.

:func:`find` is the only entrance.
"""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.analysis import dates
from variorum.analysis.figures.calendar import Calendar
from variorum.analysis.figures.counted import counted
from variorum.analysis.figures.measure import quantities
from variorum.analysis.figures.plausible import Seen, refused
from variorum.model import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.analysis.figures.measure import Quantity
    from variorum.analysis.parse import ParsedArticle, ParsedBlock
    from variorum.model import DateRef

__all__ = ["find"]

_CONFIDENCE = {"bare": 0.6, "vague": 0.8, "words": 0.85, "digits": 0.9, "part": 0.85, "times": 0.8}


def find(parsed: ParsedArticle, dated: Sequence[DateRef] | None = None) -> list[Figure]:
    """Every quantity of an article, in order and disjoint.

    *dated* holds the article's dates, which are no figures; without it they are looked for.
    """
    calendar = Calendar(dates.find(parsed) if dated is None else dated)
    found = (figure for block in parsed.blocks for figure in _of_block(block, calendar))
    # What was parsed may be of another case than what is printed.
    text = parsed.article.text
    return [replace(figure, exact=text[figure.start : figure.end]) for figure in found]


def _of_block(block: ParsedBlock, calendar: Calendar) -> list[Figure]:
    doc, offset = block.doc, block.block.start
    text = doc.text
    found = [
        q
        for q in quantities(text)
        if not calendar.claims(offset + q.numeral.start, offset + q.core_end, q.unit)
    ]
    if not found:
        return []
    starts = [token.idx for token in doc]
    headline = _is_headline(block)
    figures = []
    for quantity in found:
        first = bisect.bisect_right(starts, quantity.numeral.start) - 1
        after = bisect.bisect_left(starts, quantity.end)
        is_one = quantity.low == quantity.high == 1
        of = counted(doc, after, one=is_one, unit=quantity.unit)
        seen = Seen(quantity, text, doc, first, after, of, headline)
        if not refused(seen):
            figures.append(_figure(seen, offset))
    return figures


def _is_headline(block: ParsedBlock) -> bool:
    words = [t for t in block.doc[:40] if t.is_alpha and len(t) > 3]
    return sum(t.text[0].isupper() for t in words) * 3 > len(words) * 2


def _figure(seen: Seen, offset: int) -> Figure:
    q: Quantity = seen.quantity
    kind = "bare" if seen.is_bare else q.numeral.kind
    return Figure(
        id="", start=offset + q.start, end=offset + q.end, exact=seen.text[q.start : q.end],
        by=f"figures:{kind}", confidence=_CONFIDENCE[kind],
        low=_whole(q.low), high=_whole(q.high), unit=q.unit,
        of=seen.counted.noun if seen.counted else None,
    )  # fmt: skip


def _whole(value: float | None) -> float | None:
    """A whole number as one, as it is printed."""
    return int(value) if value is not None and value == int(value) else value
