"""Pair found annotations with the gold and judge each pair.

A found annotation is what ``variorum annotate`` prints, a dict. Annotations of one type are paired
best first by how much of each other they hold; a pair is *right* when the fields that count agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.quality.gold import Gold, Span

__all__ = ["TYPES", "Article", "Found", "Pair", "known_actors", "pairs_of"]

TYPES = ("entity", "reference", "role", "quote", "date")

Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text, its gold and what was found in it."""

    id: str
    text: str
    gold: Sequence[Gold]
    found: Sequence[Found]


@dataclass(frozen=True, slots=True)
class Pair:
    """Gold and what was found there; one of them is missing where nobody else marked it."""

    article: Article
    gold: Gold | None
    found: Found | None
    right: bool = False

    @property
    def counted(self) -> bool:
        """Whether the pair speaks for or against the engine."""
        return self.gold is None or not self.gold.optional


def pairs_of(article: Article, type_: str, known: Mapping[str, str]) -> list[Pair]:
    """Every gold and every found annotation of a type, paired where they are the same place."""
    gold = [g for g in article.gold if g.type == type_]
    found = [a for a in article.found if a["type"] == type_]
    likeness = _LIKENESS[type_]
    ranked = sorted(
        (
            (-likeness(article.text, g.spans, _spans(a)), i, j)
            for i, g in enumerate(gold)
            for j, a in enumerate(found)
            if g.start < a["end"] and a["start"] < g.end
        )
    )
    mate: dict[int, int] = {}
    for unlike, i, j in ranked:
        if unlike < 0 and i not in mate and j not in mate.values():
            mate[i] = j
    pairs = [
        Pair(article, g, found[mate[i]], _RIGHT[type_](g, found[mate[i]], known))
        if i in mate
        else Pair(article, g, None)
        for i, g in enumerate(gold)
    ]
    either = [g for g in gold if g.optional]
    for j, a in enumerate(found):
        if j not in mate.values() and not any(
            likeness(article.text, g.spans, _spans(a)) for g in either
        ):
            pairs.append(Pair(article, None, a))
    return pairs


def _spans(found: Found) -> Sequence[Span]:
    return found.get("parts") or [(found["start"], found["end"])]


def _letters(text: str, spans: Sequence[Span]) -> set[int]:
    """The places of letters and digits: people differ on marks and spaces at the edges."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def _jaccard(text: str, one: Sequence[Span], other: Sequence[Span]) -> float:
    a, b = _letters(text, one), _letters(text, other)
    return len(a & b) / len(a | b) if a & b else 0.0


def _jaccard_half(text: str, one: Sequence[Span], other: Sequence[Span]) -> float:
    share = _jaccard(text, one, other)
    return share if share >= 0.5 else 0.0


def _holds_half(text: str, one: Sequence[Span], other: Sequence[Span]) -> float:
    """As the overlap, where the shorter one is at least half inside the longer one."""
    a, b = _letters(text, one), _letters(text, other)
    shared = len(a & b)
    return shared / len(a | b) if shared and 2 * shared >= min(len(a), len(b)) else 0.0


_LIKENESS: Mapping[str, Callable[[str, Sequence[Span], Sequence[Span]], float]] = {
    "entity": _jaccard,
    "reference": _holds_half,
    "role": _holds_half,
    "quote": _jaccard_half,
    "date": _jaccard,
}


# --- what is right -------------------------------------------------------------------------------


def known_actors(articles: Sequence[Article]) -> dict[str, str]:
    """Which found actor each actor of the gold is: the one most of its names were given to."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for pair in pairs_of(article, "entity", {}):
            if pair.gold and pair.found and pair.found["actor"]:
                (actor,) = pair.gold.actors[0]
                votes[actor][pair.found["actor"]] += 1
    return {actor: _first_choice(ids) for actor, ids in sorted(votes.items())}


def _first_choice(votes: Counter[str]) -> str:
    return min(votes, key=lambda voted: (-votes[voted], voted))


def _right_actor(gold: Gold, said: str | Sequence[str] | None, known: Mapping[str, str]) -> bool:
    """Whether *said*, an actor id, several or None, is one of the choices of the gold."""
    ids = (said,) if isinstance(said, str) else said or ()
    return any({known.get(actor) for actor in choice} == set(ids) for choice in gold.actors)


def _right_entity(gold: Gold, found: Found, known: Mapping[str, str]) -> bool:
    del known
    place = found["start"], found["end"]
    return place == gold.spans[0] and found["label"] in gold.fields["label"]


def _right_mention(gold: Gold, found: Found, known: Mapping[str, str]) -> bool:
    return _right_actor(gold, found["actor"], known)


def _right_quote(gold: Gold, found: Found, known: Mapping[str, str]) -> bool:
    return _right_actor(gold, found["speaker"], known)


def _right_date(gold: Gold, found: Found, known: Mapping[str, str]) -> bool:
    del known
    return _plain(found["value"] or "") in gold.fields["value"]


_RIGHT: Mapping[str, Callable[[Gold, Found, Mapping[str, str]], bool]] = {
    "entity": _right_entity,
    "reference": _right_mention,
    "role": _right_mention,
    "quote": _right_quote,
    "date": _right_date,
}


def _plain(value: str) -> str:
    """A value without seconds and offset from UTC, which the gold leaves out."""
    return re.sub(r"(T\d\d:\d\d)(:\d\d)?([+-]\d\d:?\d\d|Z)?$", r"\1", value)
