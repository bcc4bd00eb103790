"""Two articles side by side: which passages belong together, which stand level, what is changed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from variorum.model import Span

MOST = 600
"""Runs are compared up to so many words; more is a page, and no one's sentence."""
ALIKE = 0.3
"""Of several passages those belong together that have so many words of the shorter in common."""

_WORD = re.compile(r"\w+(?:[’'.,]\w+)*")


def pair_up(
    text: str, spans: Sequence[Span], other_text: str, other_spans: Sequence[Span]
) -> list[tuple[Span, Span]]:
    """The passages of two articles that belong to one finding, each with the one most like it."""
    if not spans or not other_spans:
        return []
    if len(spans) == len(other_spans) == 1:
        return [(spans[0], other_spans[0])]
    mine = [_bag(text, span) for span in spans]
    theirs = [_bag(other_text, span) for span in other_spans]
    ranked = sorted(
        (-_common(a, b), abs(i - j), i, j) for i, a in enumerate(mine) for j, b in enumerate(theirs)
    )
    free_mine, free_theirs = set(range(len(mine))), set(range(len(theirs)))
    chosen: list[tuple[int, int]] = []
    for common, _distance, i, j in ranked:
        if i in free_mine and j in free_theirs and (-common >= ALIKE or not chosen):
            free_mine.discard(i)
            free_theirs.discard(j)
            chosen.append((i, j))
    return [(spans[i], other_spans[j]) for i, j in sorted(chosen)]


def _bag(text: str, span: Span) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(text[span[0] : span[1]]))


def _common(one: Counter[str], other: Counter[str]) -> float:
    shorter = min(one.total(), other.total())
    return (one & other).total() / shorter if shorter else 0.0


def level(weights: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The blocks that stand level: the weightiest chain that goes forward in both articles.

    *weights* says how much joins a block of one article with a block of the other. Time is
    ``n log n`` in their number.
    """
    columns = sorted({j for _i, j in weights})
    # A tree of prefix maxima over the columns: the best chain that ends before one.
    best: list[tuple[int, tuple[int, int] | None]] = [(0, None)] * (len(columns) + 1)
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    # Of one block's partners the last comes first, so that none follows another of the same block.
    for i, j in sorted(weights, key=lambda pair: (pair[0], -pair[1])):
        at = bisect_right(columns, j)
        weight, end = 0, None
        k = at - 1
        while k > 0:
            if best[k][0] > weight:
                weight, end = best[k]
            k -= k & -k
        before[i, j] = end
        weight += weights[i, j]
        k = at
        while k <= len(columns):
            if best[k][0] < weight:
                best[k] = (weight, (i, j))
            k += k & -k
    here: tuple[int, int] | None = max(best, key=lambda b: b[0])[1]
    chain = []
    while here is not None:
        chain.append(here)
        here = before[here]
    return chain[::-1]


def words_apart(
    text: str, span: Span, other_text: str, other: Span
) -> tuple[list[tuple[Span, str]], list[tuple[Span, str]], float]:
    """The runs of words that make two passages differ, and how much of them is the same (0 to 1).

    A run is ``changed`` where the other passage has words in its place, else ``only`` here.
    """
    mine = [*_WORD.finditer(text, *span)][:MOST]
    theirs = [*_WORD.finditer(other_text, *other)][:MOST]
    match = SequenceMatcher(
        None, [m[0].casefold() for m in mine], [m[0].casefold() for m in theirs], False
    )
    here, there = [], []
    for op, i0, i1, j0, j1 in match.get_opcodes():
        how = "changed" if op == "replace" else "only"
        if op != "equal" and i0 < i1:
            here.append(((mine[i0].start(), mine[i1 - 1].end()), how))
        if op != "equal" and j0 < j1:
            there.append(((theirs[j0].start(), theirs[j1 - 1].end()), how))
    return here, there, match.ratio()


def partners(
    weights: Mapping[tuple[str, str], int], order: Sequence[str], most: int
) -> list[tuple[str, str]]:
    """The pairs worth a page: for each article its *most* weightiest partners, in *order*."""
    by_article: dict[str, list[tuple[int, int, tuple[str, str]]]] = {a: [] for a in order}
    place = {a: n for n, a in enumerate(order)}
    for (one, other), weight in weights.items():
        by_article[one].append((-weight, place[other], (one, other)))
        by_article[other].append((-weight, place[one], (one, other)))
    kept = {pair for ranked in by_article.values() for _w, _n, pair in sorted(ranked)[:most]}
    return sorted(kept, key=lambda pair: (place[pair[0]], place[pair[1]]))


def overlap(one: Span, other: Span) -> float:
    """How much of the shorter of two ranges the other one covers, 0 to 1."""
    shorter = max(1, min(one[1] - one[0], other[1] - other[0]))
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) / shorter
