"""An editor's word on statements: which quotations print one statement, and which do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.collation.findings.view import Ruled

if TYPE_CHECKING:
    from variorum.collation.findings.said import Said
    from variorum.collation.findings.view import Ruling

Pair = tuple[int, int]
"""Two quoted sentences by their numbers, the lower first."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """What was ruled of the quoted sentences of a story, by their numbers."""

    listed: tuple[Ruling, ...] = ()
    joined: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()
    meant: Mapping[int, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    """The sentences that each place of a ruling means, by the ruling's number."""


def rulings(listed: tuple[Ruling, ...], said: Sequence[Said]) -> Rulings:
    """Find the quoted sentences that an editor's rulings are about."""
    joined: set[Pair] = set()
    parted: set[Pair] = set()
    meant = {}
    for ruling in listed:
        hits = tuple(
            tuple(
                n
                for n, s in enumerate(said)
                if s.article == article and s.start < end and start < s.end
            )
            for article, start, end in ruling.places
        )
        meant[ruling.number] = hits
        if not all(hits):
            continue
        if ruling.join:
            joined |= {_closest(said, one, other) for one, other in combinations(hits, 2)}
        else:
            parted |= _pairs(hits, len(said))
    return Rulings(
        listed,
        frozenset(p for p in joined if p[0] != p[1]),
        frozenset(p for p in parted if p[0] != p[1]),
        meant,
    )


def fared(
    by_hand: Rulings,
    said: Sequence[Said],
    before: Sequence[Sequence[int]],
    after: Sequence[Sequence[int]],
    alike: Set[Pair],
) -> tuple[Ruled, ...]:
    """What came of each ruling.

    *before* and *after* are the statements without the rulings and with them, *alike* the pairs
    that look alike and were not joined.
    """
    was, is_now = (
        {i: n for n, group in enumerate(groups) for i in group} for groups in (before, after)
    )
    found = []
    for ruling in by_hand.listed:
        hits = by_hand.meant[ruling.number]
        pairs = _pairs(hits, len(said))
        if ruling.join:
            changed = any(was[i] != was[j] and is_now[i] == is_now[j] for i, j in pairs)
        else:
            changed = any(was[i] == was[j] or (i, j) in alike for i, j in pairs)
        missing = tuple(k for k, hit in enumerate(hits) if not hit)
        quote = said[hits[0][0]].quote.id if hits[0] else None
        found.append(Ruled(ruling.number, changed, missing, quote))
    return tuple(found)


def _pairs(hits: Sequence[Sequence[int]], number: int) -> set[Pair]:
    """The pairs of sentences, of two places, or of a single one and all the others."""
    if len(hits) == 1:
        return {_pair(i, j) for i in hits[0] for j in range(number) if j not in hits[0]}
    return {_pair(i, j) for one, other in combinations(hits, 2) for i in one for j in other}


def _closest(said: Sequence[Said], one: Sequence[int], other: Sequence[int]) -> Pair:
    """The two sentences, of one place and of another, that have most in common."""
    pairs = [_pair(i, j) for i in one[:20] for j in other[:20]]
    return max(pairs, key=lambda p: (len(said[p[0]].stems & said[p[1]].stems), -p[0], -p[1]))


def _pair(one: int, other: int) -> Pair:
    return (min(one, other), max(one, other))
