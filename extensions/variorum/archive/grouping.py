"""Which articles of an archive may be one story: candidates by wording and by what they are about.

Near-duplicates agree in their MinHash; reports of one event share the terms that are rare in the
archive, within days of each other. Both are candidates for an editor, not findings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix

from variorum.archive.features import BUCKETS, HASHES, TERMS, Features
from variorum.collation.slugs import slug

if TYPE_CHECKING:
    from numpy.typing import NDArray

DAYS = 4
"""Articles published within so many days of each other may be on one event."""
ALIKE = 0.28
"""Two articles whose terms have at least this cosine may be on one event."""
NEAR = 0.5
"""Two articles that share this much of their shingles are near-duplicates."""
BANDS = 16
"""Signatures are compared only where one of so many bands agrees."""
COMMON = 0.1
"""A term in a larger share of a window's articles says nothing, unless they are few:"""
SMALL = 50
"""In so many articles a term may stand whatever the window's size."""


def document_counts(articles: Iterable[Features]) -> NDArray[np.uint32]:
    """In how many articles each bucket of terms occurs."""
    counts = np.zeros(BUCKETS, dtype=np.uint32)
    for article in articles:
        counts[list(article.counts)] += 1
    return counts


def windows(article: Features) -> tuple[int, ...]:
    """The windows an article is compared in, each by its first day.

    Windows overlap by half, so that any two articles within :data:`DAYS` are in one together.
    Those without a date are compared among themselves, in the window 0.
    """
    if article.day is None:
        return (0,)
    start = article.day - article.day % DAYS
    return (start - DAYS, start)


def pairs(
    articles: Sequence[Features], counts: NDArray[np.uint32], total: int
) -> list[tuple[str, str, float]]:
    """Pairs of a window that may be on one event, by key, with their likeness from 0 to 1."""
    found = {pair: share for pair, share in near_duplicates(articles) if share >= NEAR}
    matrix = _vectors(articles, counts, total)
    likeness = (matrix @ matrix.T).tocoo()
    for i, j, value in zip(likeness.row, likeness.col, likeness.data, strict=True):
        if i < j and value >= ALIKE and _close(articles[i], articles[j]):
            pair = (int(i), int(j))
            found[pair] = max(found.get(pair, 0.0), round(float(value), 4))
    return [(articles[i].key, articles[j].key, share) for (i, j), share in sorted(found.items())]


def near_duplicates(articles: Sequence[Features]) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs of which a band of the signature agrees, with the share of all of it that does."""
    rows = HASHES // BANDS
    seen: set[tuple[int, int]] = set()
    for band in range(BANDS):
        alike: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        for number, article in enumerate(articles):
            alike[article.signature[band * rows : (band + 1) * rows]].append(number)
        for members in alike.values():
            # Of very many copies each is held against the first: that joins them all the same.
            for j in members[1:]:
                pair = (members[0], j)
                if pair not in seen:
                    seen.add(pair)
                    one, other = (articles[n].signature for n in pair)
                    same = sum(a == b for a, b in zip(one, other, strict=True))
                    yield pair, round(same / HASHES, 4)


def _close(one: Features, other: Features) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= DAYS


def _vectors(articles: Sequence[Features], counts: NDArray[np.uint32], total: int) -> csr_matrix:
    """Each article's most telling terms, weighted by TF-IDF, as unit vectors."""
    common = max(SMALL, COMMON * len(articles))
    here = Counter(term for article in articles for term in article.counts)
    starts, columns, weights = [0], [], []
    for article in articles:
        ranked = sorted(
            (
                (-(1 + np.log(n)) * (1 + np.log((1 + total) / (1 + counts[term]))), term)
                for term, n in article.counts.items()
                if 1 < here[term] <= common
            )
        )[:TERMS]
        length = float(np.sqrt(sum(w * w for w, _term in ranked))) or 1.0
        columns += [term for _w, term in ranked]
        weights += [-w / length for w, _term in ranked]
        starts.append(len(columns))
    return csr_matrix((weights, columns, starts), shape=(len(articles), BUCKETS))


def groups(found: Iterable[tuple[str, str, float]]) -> list[list[str]]:
    """Articles joined by pairs, the likest first, as lists of keys.

    Two groups are joined only where at least half of their pairs are alike, so that a chain of
    reports, each a little like the next, doesn't become one story.
    """
    likeness: dict[tuple[str, str], float] = {}
    for one, other, share in found:
        pair = (min(one, other), max(one, other))
        likeness[pair] = max(likeness.get(pair, 0.0), share)
    member = {key: key for pair in likeness for key in pair}
    held = {key: [key] for key in member}
    for (a, b), _share in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        one, other = sorted((member[a], member[b]))
        if one == other:
            continue
        alike = sum((min(x, y), max(x, y)) in likeness for x in held[one] for y in held[other])
        if alike * 2 >= len(held[one]) * len(held[other]):
            for key in held[other]:
                member[key] = one
            held[one] += held.pop(other)
    return sorted(sorted(keys) for keys in held.values() if len(keys) > 1)


def described(
    articles: Sequence[Features], counts: NDArray[np.uint32], total: int
) -> dict[str, Any]:
    """What a line of the groups' file says of one group."""
    names: Counter[int] = Counter()
    words: dict[int, str] = {}
    for article in articles:
        names.update(article.names.keys())
        words |= article.names
    telling = sorted(names, key=lambda t: (-names[t] * np.log((1 + total) / (1 + counts[t])), t))
    terms = [words[term] for term in telling[:5]]
    days = sorted(article.day for article in articles if article.day is not None)
    printed = [date.fromordinal(day).isoformat() for day in days]
    return {
        "story": slug(" ".join([*printed[:1], *terms[:3]])),
        "days": [printed[0], printed[-1]] if printed else [],
        "terms": terms,
        "articles": [{"id": a.id, "source": a.source, "title": a.title} for a in articles],
    }
