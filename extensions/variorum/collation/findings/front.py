"""The order of a story's findings over all kinds, and the few that stand on its front page."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.model import Finding, Span

FIVE = 5
"""So many findings that nobody placed stand on the front page at most, …"""
OF_A_KIND = 2
"""… so many of them of one kind, …"""
ALONE = 3
"""… or of what one report alone tells, each of which is a matter of its own, …"""
FLOOR = 0.55
"""… and none of less worth: three good ones rather than five."""


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, those an editor placed first, numbered, the front page's marked."""
    ordered = sorted(findings, key=lambda f: (f.placed or math.inf, -f.salience, -f.worth))
    front = {f.id for f in _front(ordered)}
    return tuple(
        dataclasses.replace(f, rank=n, front=f.id in front) for n, f in enumerate(ordered, 1)
    )


def _front(ordered: list[Finding]) -> Iterator[Finding]:
    """The first of each matter, as long as they are worth it."""
    kinds: Counter[str] = Counter()
    shown: defaultdict[str, list[Span]] = defaultdict(list)
    for finding in ordered:
        if kinds.total() >= FIVE and not finding.placed:
            return
        places = _places(finding)
        if finding.placed is None:
            most = ALONE if finding.kind == "unique-claim" else OF_A_KIND
            if finding.worth < FLOOR or kinds[finding.kind] == most:
                continue
            if any(_meet(span, other) for a, span in places for other in shown[a]):
                continue
        elif not finding.placed:
            continue
        kinds[finding.kind] += 1
        for article, span in places:
            shown[article].append(span)
        yield finding


def _places(finding: Finding) -> list[tuple[str, Span]]:
    return [
        (r.article, (r.start, r.end))
        for r in finding.readings
        if r.start is not None and r.end is not None
    ]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
