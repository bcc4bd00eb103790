"""One amount told in two currencies, set side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.tags import Tag
from variorum.collation.findings.units import may_be_one
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence
    from variorum.model import Figure

BIG = 1000
"""A smaller amount is another's by chance."""
MOST = 200
"""So many amounts of a story are compared."""


def find(context: Context) -> Iterator[Draft]:
    """One finding two amounts."""
    material = context.material
    amounts = [
        (sentence, figure)
        for sentence in material.sentences() for figure in sentence.figures
        if figure.unit and (figure.low or figure.high or 0) >= BIG
    ]  # fmt: skip
    taken: set[tuple[str, int]] = set()
    for n, (one, mine) in enumerate(amounts[:MOST]):
        for other, theirs in amounts[n + 1 : MOST]:
            places = {(s.article, f.start) for s, f in ((one, mine), (other, theirs))}
            if places & taken or not _one_amount(one, mine, other, theirs):
                continue
            taken |= places
            readings = material.in_order(
                material.texts[s.article].reading(f.start, f.end)
                for s, f in ((one, mine), (other, theirs))
            )
            told = each(material, ((r.article, r.exact) for r in readings))
            yield Draft(
                "figure", readings, Message.of("figure: currencies", told=told),
                Message.of("figure: currencies, ground"), 0.7,
                tags=frozenset({Tag.CURRENCY}), weight=2,
            )  # fmt: skip


def _one_amount(one: Sentence, mine: Figure, other: Sentence, theirs: Figure) -> bool:
    if one.article == other.article or mine.unit == theirs.unit or not one.actors & other.actors:
        return False
    if _double(one, mine) or _double(other, theirs) or not one.matter & other.matter:
        return False
    return may_be_one(_bounds(mine), _bounds(theirs))


def _double(sentence: Sentence, figure: Figure) -> bool:
    """Whether a sentence gives its amount in a second currency itself."""
    return any(f.unit != figure.unit and f.unit and f.unit.isupper() for f in sentence.figures)


def _bounds(figure: Figure) -> tuple[float, float, str]:
    low = figure.low if figure.low is not None else figure.high or 0
    return low, figure.high if figure.high is not None else low, figure.unit or ""
