"""The articles of a few days as arrays: small enough for a million, and read by many workers."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix

from variorum.archive.features import BUCKETS, HASHES, TERMS, Features
from variorum.files import whole

if TYPE_CHECKING:
    from numpy.typing import NDArray

COMMON = 0.1
"""A term in a larger share of a window's articles says nothing, unless they are few:"""
SMALL = 50
"""In so many articles a term may stand whatever the window's size …"""
RARELY = 100
"""… of all days in so many …"""
MOST = 2000
"""… and in more than these it says nothing, or the work would grow with the window's square."""
RARE = 1.75
"""How much more a rare term says than a common one: the power of its inverse frequency."""
FEW = 100
"""An archive counts as if it had so many articles more: in a small one every term is common."""

_SPARSE = ("data", "indices", "indptr")


@dataclass(frozen=True, slots=True)
class Window:
    """The articles of a window, a row each: the most telling terms by TF-IDF, of length 1 with
    those that stand nowhere else.

    ``days`` are :meth:`datetime.date.toordinal`, 0 where there is none; ``terms`` is ``vectors``
    the other way round.
    """

    keys: NDArray[Any]
    days: NDArray[Any]
    vectors: csr_matrix
    terms: csr_matrix

    def save(self, folder: Path) -> None:
        """Write the arrays into a folder of their own.

        Whoever reads an array that is written again goes on reading the one that was there.
        """
        arrays = {"keys": self.keys, "days": self.days}
        for name in ("vectors", "terms"):
            arrays |= {f"{name}-{part}": getattr(getattr(self, name), part) for part in _SPARSE}
        for name, values in arrays.items():
            with whole(folder / f"{name}.npy") as file:
                np.save(file, values)

    @classmethod
    def load(cls, folder: Path) -> Window:
        """The window of a folder; of its arrays what is used is read, and shared on a machine."""
        size = len(np.load(folder / "keys.npy", mmap_mode="r"))
        shapes = {"vectors": (size, BUCKETS), "terms": (BUCKETS, size)}
        matrices = {}
        for name, shape in shapes.items():
            parts = (np.load(folder / f"{name}-{part}.npy", mmap_mode="r") for part in _SPARSE)
            matrices[name] = csr_matrix(tuple(parts), shape=shape, copy=False)
        return cls(np.load(folder / "keys.npy"), np.load(folder / "days.npy"), **matrices)


def window(
    articles: Callable[[], Iterable[Features]],
    counts: NDArray[np.uint32],
    total: int,
    most: int | None = None,
) -> tuple[Window, NDArray[np.uint64]]:
    """The window of some articles, which are gone through twice, and their signatures.

    *counts* says in how many of all *total* articles each term is; what stands in more than *most*
    of these here says nothing.
    """
    here = np.zeros(BUCKETS, dtype=np.uint32)
    size = 0
    for article in articles():
        here[list(article.counts)] += 1
        size += 1
    common = min(max(SMALL, COMMON * size), most or MOST)
    keys, days, signatures = array("q"), array("q"), array("Q")
    starts, columns, weights = array("q", [0]), array("i"), array("f")
    for article in articles():
        keys.append(article.key)
        days.append(article.day or 0)
        signatures.extend(article.signature)
        terms, told = _telling(article, here, common, counts, total)
        columns.extend(terms)
        weights.extend(told)
        starts.append(len(columns))
    vectors = csr_matrix(
        (np.asarray(weights), np.asarray(columns), np.asarray(starts)), shape=(size, BUCKETS)
    )
    vectors.sort_indices()
    made = Window(np.asarray(keys), np.asarray(days), vectors, vectors.T.tocsr())
    return made, np.asarray(signatures).reshape(-1, HASHES)


def _telling(
    article: Features,
    here: NDArray[np.uint32],
    common: float,
    counts: NDArray[np.uint32],
    total: int,
) -> tuple[NDArray[Any], NDArray[Any]]:
    """An article's most telling terms and their weights, of length 1 together."""
    terms = np.fromiter(article.counts.keys(), dtype=np.int32, count=len(article.counts))
    often = np.fromiter(article.counts.values(), dtype=np.float64, count=len(article.counts))
    weights = np.sqrt(often) * np.log((1 + FEW + total) / (1 + counts[terms])) ** RARE
    first = np.lexsort((terms, -weights))[:TERMS]
    terms, weights = terms[first], weights[first]
    weights /= np.sqrt((weights**2).sum()) or 1.0
    # What stands here alone takes its share of the length, and meets nothing.
    shared = (here[terms] > 1) & (here[terms] <= common)
    return terms[shared], weights[shared].astype(np.float32)
