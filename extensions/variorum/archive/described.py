"""What the file of groups says of one: a name for the story, its days, its terms, its articles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from variorum.archive.features import Features, bucket
from variorum.collation.slugs import slug

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
        known = {bucket(word): word for word in article.names}
        names.update(known.keys())
        words |= known
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


def named_apart(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The groups, each with a story name of its own, in the order of their names."""
    taken: Counter[str] = Counter()
    for line in sorted(lines, key=lambda line: (line["story"], line["articles"][0]["id"])):
        name = line["story"]
        taken[name] += 1
        if taken[name] > 1:
            line["story"] = f"{name}-{taken[name]}"
    return sorted(lines, key=lambda line: line["story"])
