"""The days of writing that most of the evidence agrees on.

Every bound votes for the days it allows, with its strength; the days with most votes win, and one
weak bound against many decides nothing. Where the articles a text shares something with do not
agree among themselves, the range holds what each side allows, and nothing is counted from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum.collation.clock_bounds import WEEK, Reason
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.collation.clock_bounds import Bound

OUTVOTED = 2
"""What other articles tell is outvoted by what contradicts it and weighs so many times as much."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The earliest and the latest day (``None``: open), and the bounds for and against them."""

    low: int | None
    high: int | None
    agreeing: tuple[Bound, ...]
    against: tuple[Bound, ...] = ()
    agreed: bool = True
    """Whether the evidence agrees on the days, or differs by less than a week."""


def ballots(bounds: Iterable[Bound]) -> list[Bound]:
    """The bounds without those that say once more what a stronger one has said.

    A headline repeats its text: two sentences that are like one of another article are one vote.
    """
    kept = []
    seen: set[object] = set()
    for bound in sorted(bounds, key=lambda b: (-b.strength, b.reason.ranges)):
        days = (bound.other, bound.low, bound.high)
        said = {(*days, place) for place in bound.reason.ranges} if bound.other else {days}
        if seen.isdisjoint(said):
            kept.append(bound)
        seen |= said
    return kept


def vote(bounds: Sequence[Bound]) -> Verdict:
    """Count the votes of all bounds, each given once."""
    votes = _count(bounds)
    if not votes:
        return Verdict(None, None, ())
    most = max(votes.values())
    best = [day for day, weight in votes.items() if weight == most]
    side, last = _allowed(bounds, best[0]), _allowed(bounds, best[-1])
    against = tuple(b for b in bounds if b.other and _misses(b, *side))
    agreeing = tuple(b for b in bounds if not _misses(b, *side))
    if _is_outvoted(against, agreeing):
        return Verdict(*side, agreeing, against)
    low, high = _hull([side, last, *((b.low, b.high) for b in against)])
    near = low is not None and high is not None and high - low <= WEEK
    return Verdict(low, high, agreeing, against, agreed=near)


def _is_outvoted(against: Sequence[Bound], winners: Iterable[Bound]) -> bool:
    """Whether the winners that contradict those against them outweigh them clearly."""
    from_below = min((b.high for b in against if b.high is not None), default=None)
    from_above = max((b.low for b in against if b.low is not None), default=None)
    weight = sum(
        b.strength
        for b in winners
        if (b.low is not None and from_below is not None and b.low > from_below)
        or (b.high is not None and from_above is not None and b.high < from_above)
    )
    return sum(b.strength for b in against) * OUTVOTED <= weight


def _count(bounds: Iterable[Bound]) -> dict[int, int]:
    """The votes of each day on which a bound begins or ends, in the order of days."""
    steps: Counter[int] = Counter()
    days: set[int] = set()
    votes = 0
    for bound in bounds:
        days.update(edge for edge in (bound.low, bound.high) if edge is not None)
        if bound.low is None:
            votes += bound.strength
        else:
            steps[bound.low] += bound.strength
        if bound.high is not None:
            steps[bound.high + 1] -= bound.strength
    counted = {}
    for day in sorted(days | steps.keys()):
        votes += steps[day]
        if day in days:
            counted[day] = votes
    return counted


def _allowed(bounds: Iterable[Bound], day: int) -> tuple[int | None, int | None]:
    """The days that all the bounds which allow *day* allow together."""
    here = [b for b in bounds if not b.distance(day)]
    low = max((b.low for b in here if b.low is not None), default=None)
    return low, min((b.high for b in here if b.high is not None), default=None)


def _misses(bound: Bound, low: int | None, high: int | None) -> bool:
    """Whether a bound allows none of the days from *low* to *high*."""
    later = bound.low is not None and high is not None and bound.low > high
    return later or (bound.high is not None and low is not None and bound.high < low)


def _hull(
    sides: Iterable[tuple[int | None, int | None]],
) -> tuple[int | None, int | None]:
    lows, highs = zip(*sides, strict=True)
    return (
        None if None in lows else min(lows),
        None if None in highs else max(highs),
    )


def reasons(verdict: Verdict) -> tuple[Reason, ...]:
    """Each reason once, and what is against last.

    A bound of the text's own that sets neither edge of the range says nothing: it is left out.
    """
    edges = (verdict.low, verdict.high)
    telling = [b.reason for b in verdict.agreeing if b.other or _sets_an_edge(b, *edges)]
    telling += [_against(b.reason) for b in verdict.against]
    return tuple({reason.said: reason for reason in telling}.values())


def _sets_an_edge(bound: Bound, low: int | None, high: int | None) -> bool:
    return (bound.low is not None and bound.low == low) or (
        bound.high is not None and bound.high == high
    )


def _against(reason: Reason) -> Reason:
    return replace(reason, said=Message.of("clock: against", what=reason.said))
