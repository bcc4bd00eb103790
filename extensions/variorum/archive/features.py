"""What grouping needs to know of an article: a MinHash of its wording, the terms it is about.

Cheap on purpose: no language model, only words, so that a machine reads thousands a second.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from spacy.lang.en.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from variorum.model import Article

HASHES = 64
"""Length of a MinHash signature."""
SHINGLE = 5
"""A shingle is so many words."""
BUCKETS = 2**20
"""Terms are counted by a hash into so many buckets."""
TERMS = 60
"""An article is compared by so many of its terms, the most telling."""

_WORD = re.compile(r"[^\W\d_]{3,40}")
_PRIME = np.uint64(2**61 - 1)


@dataclass(frozen=True, slots=True)
class Features:
    """An article as grouping sees it."""

    key: int
    """Its place in the archive."""
    id: str
    source: str
    title: str
    day: int | None
    """The day it was published, as :meth:`datetime.date.toordinal`, where its text says so."""
    signature: tuple[int, ...]
    """Its MinHash; two signatures agree in about the share of shingles two texts share."""
    counts: dict[int, int]
    """How often each term's bucket occurs."""
    names: dict[int, str]
    """The words behind the buckets of capitalised terms."""

    def to_line(self) -> bytes:
        """The features as one line of JSON."""
        # Not astuple(), which copies every number.
        said = [getattr(self, field.name) for field in fields(self)]
        return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")

    @classmethod
    def from_line(cls, line: bytes) -> Features:
        """The features of a line."""
        key, id_, source, title, day, minhash, counts, names = json.loads(line)
        return cls(
            key, id_, source, title, day, tuple(minhash),
            {int(term): n for term, n in counts.items()},
            {int(term): word for term, word in names.items()},
        )  # fmt: skip


def features(article: Article, key: int) -> Features:
    """The features of an article's prose; furniture of the page counts for nothing."""
    shown = " ".join(article.text[b.start : b.end] for b in article.shown)
    words = [match[0] for match in _WORD.finditer(shown)]
    telling = [word for word in words if word.lower() not in STOP_WORDS]
    printed = article.meta.published or article.meta.updated
    return Features(
        key,
        article.id,
        article.source,
        " ".join((article.meta.title or shown[:80]).split()),
        date.fromisoformat(printed[:10]).toordinal() if printed and len(printed) >= 10 else None,
        signature([word.lower() for word in words]),
        dict(sorted(Counter(bucket(word) for word in telling).items())),
        dict(sorted({bucket(word): word for word in telling if word[0].isupper()}.items())),
    )


def bucket(word: str) -> int:
    """The bucket of a word, whatever its case: the same on every machine."""
    return zlib.crc32(word.lower().encode("utf-8", "replace")) % BUCKETS


def signature(words: list[str]) -> tuple[int, ...]:
    """MinHash of the shingles of *words*; of fewer than one shingle, of what there is."""
    shingles = {
        zlib.crc32(" ".join(words[at : at + SHINGLE]).encode("utf-8", "replace"))
        for at in range(max(1, len(words) - SHINGLE + 1))
    }
    hashed = np.fromiter(sorted(shingles), dtype=np.uint64)
    mixed = (hashed[:, None] * _FACTORS + _TERMS) % _PRIME
    return tuple(int(value) for value in mixed.min(axis=0))


_RANDOM = np.random.Generator(np.random.PCG64(1729))
# Factors stay below 2**28 so that the product with a 32-bit hash fits 64 bits.
_FACTORS = _RANDOM.integers(1, 2**28, size=HASHES, dtype=np.uint64)
_TERMS = _RANDOM.integers(0, 2**28, size=HASHES, dtype=np.uint64)
