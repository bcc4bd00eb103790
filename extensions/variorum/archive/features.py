"""What grouping needs to know of an article: a MinHash of its wording, the terms it is about.

Cheap on purpose: no language model, only words, so that a machine reads thousands a second.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
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
TERMS = 200
"""An article is compared by so many of its terms, the most telling."""
LEAD = 400
"""The headline and so many characters say what it is about: their terms count …"""
LEAD_TIMES = 4
"""… so many times."""

_WORD = re.compile(r"[^\W\d_]{3,40}")
_NUMBER = re.compile(r"\b\d[\d.,]{0,20}(?<![.,])", re.ASCII)
_WITHIN = re.compile(r"[a-z,] $")
"""What stands before a word within a sentence."""
_ENDINGS = ("ies", "es", "s", "ed", "ing")
_STEM = 4
"""An ending is cut off where so many letters are left."""
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
    """The words behind the buckets of names: capitalised, and not where a sentence begins."""

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
    title = article.meta.title or ""
    prose = " ".join(
        article.text[b.start : b.end]
        for b in article.shown
        if b.kind not in ("headline", "subhead")
    )
    counts = Counter(bucket(term) for term in terms(shown))
    for term in terms(f"{title} {shown[:LEAD]}"):
        counts[bucket(term)] += LEAD_TIMES - 1
    printed = article.meta.published or article.meta.updated
    return Features(
        key,
        article.id,
        article.source,
        " ".join((title or shown[:80]).split()),
        date.fromisoformat(printed[:10]).toordinal() if printed and len(printed) >= 10 else None,
        signature([match[0].lower() for match in _WORD.finditer(shown)]),
        dict(sorted(counts.items())),
        dict(sorted(named(prose).items())),
    )


def terms(text: str) -> Iterator[str]:
    """What a text can be told by: words without their endings, numbers, names of two words."""
    before, end = "", -1
    for match in _WORD.finditer(text):
        word = match[0]
        if word.lower() not in STOP_WORDS:
            yield stem(word)
        if before and word[0].isupper() and match.start() == end + 1:
            yield f"{before} {word}"
        before, end = (word, match.end()) if word[0].isupper() else ("", -1)
    yield from (match[0] for match in _NUMBER.finditer(text))


def named(text: str) -> dict[int, str]:
    """The names of a text by their buckets: capitalised words that begin no sentence.

    Where one does both, as in "Holt", it is a name.
    """
    return {
        bucket(stem(match[0])): match[0]
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
        and match[0].lower() not in STOP_WORDS
        and _WITHIN.search(text, max(0, match.start() - 2), match.start())
    }


def stem(word: str) -> str:
    """A word in small letters, without the ending that its forms differ by."""
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _STEM:
            return low.removesuffix(ending)
    return low


def bucket(term: str) -> int:
    """The bucket of a term, whatever its case: the same on every machine."""
    return zlib.crc32(term.lower().encode("utf-8", "replace")) % BUCKETS


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
