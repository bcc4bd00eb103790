"""Which articles of an archive may be one story: candidates by wording and by what they are about.

Near-duplicates agree in their MinHash; reports of one event share the terms that are rare in the
archive, mostly within days of each other. Both are candidates for an editor, not findings.

What is done grows with the number of articles, not with its square: a term that very many articles
of a window have says nothing, and of very many copies each is held against the first alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from variorum.archive.features import HASHES, Features

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.archive.window import Window

DAYS = 4
"""Articles published within so many days of each other may be on one event."""
EVER = 0
"""The window of all days: of articles without one, and of an event that is told of again later. In
it only rare terms are compared."""
LATER = 0.03
"""So much less alike are two articles that are more days apart."""
ALIKE = 0.06
"""The cosine of two articles from which on it counts."""
JOINED = 0.1
"""Two groups whose articles are at least so alike on average may be on one event …"""
TIGHT = 0.7
"""… and at least so much as those within the looser of them: two fights of one boxer are each
tighter than they are together."""
SEVERAL = 3
"""In a group of fewer there is no saying how tight it is."""
NEAR = 0.5
"""Two articles that share this much of their shingles are near-duplicates."""
BANDS = 16
"""Signatures are compared only where one of so many bands agrees."""
BLOCK = 200
"""Cosines are taken of so many articles with all others of the window at once."""

PAIR = np.dtype([("one", "<i8"), ("other", "<i8"), ("share", "<f4")])
"""Two articles by their keys, the smaller first, and their likeness from 0 to 1."""

_MIX = np.array([2654435761, 40503, 2246822519, 3266489917], dtype=np.uint64)
"""Odd numbers: what makes one number of a band. Where two bands fall on one number, the
signatures show it."""


def windows(article: Features) -> tuple[int, ...]:
    """The windows an article is compared in, each by its first day.

    Windows overlap by half, so that any two articles within :data:`DAYS` are in one together.
    """
    if article.day is None:
        return (EVER,)
    start = article.day - article.day % DAYS
    return (EVER, start - DAYS, start)


def alike(window: Window, first: int, last: int, *, ever: bool = False) -> NDArray[Any]:
    """The pairs of a window that are about the same, of which one is in a range of its rows."""
    found = [np.empty(0, PAIR)]
    for at in range(first, last, BLOCK):
        likeness = (window.vectors[at : min(at + BLOCK, last)] @ window.terms).tocoo()
        kept = likeness.data >= ALIKE
        i, j, share = likeness.row[kept] + at, likeness.col[kept], likeness.data[kept]
        one, other = window.days[i], window.days[j]
        later = (one != 0) & (other != 0) & (abs(one - other) > DAYS)
        share = share - LATER * later
        near = (i < j) & (share >= ALIKE) & (~later | ever)
        found.append(as_pairs(window.keys, i[near], j[near], share[near]))
    return np.concatenate(found)


def near_duplicates(keys: NDArray[Any], signatures: NDArray[np.uint64]) -> NDArray[Any]:
    """The pairs of which a band of the signature agrees, and enough of all of it."""
    rows = HASHES // BANDS
    numbers = np.arange(len(keys))
    met = np.empty((0, 2), dtype=np.int64)
    for band in range(BANDS):
        mixed = signatures[:, band * rows : (band + 1) * rows] @ _MIX
        _values, index, inverse = np.unique(mixed, return_index=True, return_inverse=True)
        # Of very many copies each is held against the first: that joins them all the same.
        firsts = index[inverse]
        copies = firsts != numbers
        pairs = np.stack([firsts[copies], numbers[copies]], axis=1)
        met = np.unique(np.concatenate([met, pairs]), axis=0)
    found = [np.empty(0, PAIR)]
    for at in range(0, len(met), BLOCK):
        i, j = met[at : at + BLOCK].T
        share = (signatures[i] == signatures[j]).mean(axis=1)
        kept = share >= NEAR
        found.append(as_pairs(keys, i[kept], j[kept], share[kept]))
    return np.concatenate(found)


def as_pairs(
    keys: NDArray[Any], i: NDArray[Any], j: NDArray[Any], share: NDArray[Any]
) -> NDArray[Any]:
    """Pairs of rows as pairs of keys."""
    made = np.empty(len(i), PAIR)
    made["one"] = np.minimum(keys[i], keys[j])
    made["other"] = np.maximum(keys[i], keys[j])
    made["share"] = np.round(share, 4)
    return made


def groups(pairs: NDArray[Any]) -> list[list[int]]:
    """Articles joined by pairs, the likest first, as lists of keys.

    Two groups are joined by the likeness of all their pairs, so that a chain of reports, each a
    little like the next, doesn't become one story.
    """
    found = [joined for part in _components(pairs) for joined in _joined(part)]
    return sorted(found)


def _components(pairs: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """Each pair once, the likest of its readings, by what hangs together at all."""
    order = np.lexsort((-pairs["share"], pairs["other"], pairs["one"]))
    pairs = pairs[order]
    again = (pairs["one"][1:] == pairs["one"][:-1]) & (pairs["other"][1:] == pairs["other"][:-1])
    pairs = pairs[np.concatenate([np.ones(min(1, len(pairs)), bool), ~again])]
    keys = np.unique(np.concatenate([pairs["one"], pairs["other"]]))
    one, other = (np.searchsorted(keys, pairs[name]) for name in ("one", "other"))
    graph = csr_matrix((np.ones(len(pairs), np.int8), (one, other)), shape=(len(keys),) * 2)
    _count, labels = connected_components(graph, directed=False)
    of_pair = labels[one]
    order = np.argsort(of_pair, kind="stable")
    ends = np.flatnonzero(np.diff(of_pair[order])) + 1
    if len(pairs):
        yield from np.split(pairs[order], ends)


def _joined(pairs: NDArray[Any]) -> Iterator[list[int]]:
    """The groups in what hangs together."""
    held = {int(key): [int(key)] for key in np.unique([pairs["one"], pairs["other"]])}
    within = dict.fromkeys(held, 0.0)
    # The likeness of all pairs of two groups together, kept as they grow.
    between: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for one, other, share in pairs.tolist():
        between[one][other] = between[other][one] = share
    waiting = [(-share, one, other) for one, other, share in pairs.tolist() if share >= JOINED]
    heapify(waiting)

    def average(one: int, other: int) -> float:
        return between[one].get(other, 0.0) / (len(held[one]) * len(held[other]))

    def looser(one: int, other: int) -> float:
        """How alike the articles are within the looser of two groups."""
        sizes = {group: len(held[group]) for group in (one, other)}
        if min(sizes.values()) < SEVERAL:
            return 0.0
        return min(2 * within[group] / (n * (n - 1)) for group, n in sizes.items())

    while waiting:
        share, one, other = heappop(waiting)
        # What has grown since waits again, with what it has become.
        if one not in held or other not in held or -share != average(one, other):
            continue
        if -share < TIGHT * looser(one, other):
            continue
        if len(between[one]) < len(between[other]):
            one, other = other, one
        within[one] += within.pop(other) + between[one][other]
        held[one] += held.pop(other)
        for third, likeness in between.pop(other).items():
            del between[third][other]
            if third != one:
                between[one][third] = between[third][one] = between[one].get(third, 0.0) + likeness
        for third in between[one]:
            if (grown := average(one, third)) >= JOINED:
                heappush(waiting, (-grown, one, third))
    return (sorted(keys) for keys in held.values() if len(keys) > 1)
