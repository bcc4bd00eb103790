"""What the file of groups says of one: a name for the story, its days, its terms, its articles."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.lang.en.stop_words import STOP_WORDS

from variorum.archive.features import Features, bucket, stem
from variorum.collation.slugs import slug

if TYPE_CHECKING:
    from numpy.typing import NDArray

WHO = 2
"""So many names are in that of a group."""
HEADLINE_WORD = re.compile(r"[^\W\d_]{3,40}")


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a group: as much of it as the group's line wants."""

    group: int
    key: int
    id: str
    source: str
    title: str
    day: int | None
    names: list[str]
    """Its capitalised terms."""

    @classmethod
    def of(cls, group: int, found: Features) -> Member:
        """The member that an article's features make."""
        names = [word for _term, word in sorted(found.names.items())]
        return cls(group, found.key, found.id, found.source, found.title, found.day, names)

    def to_line(self) -> bytes:
        """The member as one line of JSON."""
        return json.dumps(astuple(self), ensure_ascii=False).encode("utf-8", "replace")


def described(articles: Sequence[Member], counts: NDArray[np.uint32], total: int) -> dict[str, Any]:
    """What a line of the groups' file says of one group."""
    names: Counter[int] = Counter()
    words: dict[int, str] = {}
    for article in articles:
        known = {bucket(stem(word)): word for word in article.names}
        names.update(known.keys())
        words |= known
    telling = sorted(names, key=lambda t: (-names[t] * np.log((1 + total) / (1 + counts[t])), t))
    terms = [words[term] for term in telling[:5]]
    days = sorted(article.day for article in articles if article.day is not None)
    printed = [date.fromordinal(day).isoformat() for day in days]
    return {
        "story": slug(" ".join([*printed[:1], *_matter(articles, words, terms)])),
        "days": [printed[0], printed[-1]] if printed else [],
        "terms": terms,
        "articles": [{"id": a.id, "source": a.source, "title": a.title} for a in articles],
    }


def _matter(
    articles: Sequence[Member], names: Mapping[int, str], terms: Sequence[str]
) -> list[str]:
    """Whom and what a group is about: the names and the act that its headlines share.

    Where they share too little, the most telling names of the texts stand in for it.
    """
    told: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for article in articles:
        words = {stem(word): word for word in HEADLINE_WORD.findall(article.title)}
        told.update(words.keys())
        printed = words | printed
    shared = sorted((s for s, n in told.items() if n > 1), key=lambda s: (-told[s], s))
    shared = [s for s in shared if printed[s].lower() not in STOP_WORDS]
    who = [names[bucket(s)] for s in shared if bucket(s) in names][:WHO]
    act = [printed[s] for s in shared if bucket(s) not in names][:1]
    rest = (term for term in terms if term not in who)
    return [*who, *islice(rest, max(0, WHO - len(who))), *act]


def named_apart(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The groups, each with a story name of its own, in the order of their names."""
    taken: Counter[str] = Counter()
    for line in sorted(lines, key=lambda line: (line["story"], line["articles"][0]["id"])):
        name = line["story"]
        taken[name] += 1
        if taken[name] > 1:
            line["story"] = f"{name}-{taken[name]}"
    return sorted(lines, key=lambda line: line["story"])
