"""Compare found annotations with the gold.

A found annotation is what ``variorum annotate`` prints, a dict. Annotations of one type are paired
best first by how much of each other they hold; a pair is *right* when the fields that count agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from tests.quality.gold import Gold, Span

__all__ = ["Article", "Band", "Pair", "Scores", "score", "wrong"]

Found = Mapping[str, Any]

BANDS = ((0.9, ">=0.9"), (0.7, "0.7-0.9"), (0.0, "<0.7"))
"""Lower edges of the bands of confidence, and their names."""


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


@dataclass(frozen=True, slots=True)
class Band:
    """How many of the annotations of one type and one band of confidence are right."""

    type: str
    name: str
    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures by name, 0 to 1; how many gold annotations stand behind each; the calibration."""

    figures: Mapping[str, float]
    gold: Mapping[str, int]
    bands: Sequence[Band]


def score(articles: Sequence[Article]) -> Scores:
    """All figures over the articles of one story."""
    known = _known_actors(articles)
    pairs = {
        type_: [p for article in articles for p in _pairs(article, type_, known)]
        for type_ in ("entity", "reference", "role", "quote", "date")
    }
    figures: dict[str, float] = {}
    counts: dict[str, int] = {}

    def put(name: str, right: int, found: int, gold: int) -> None:
        precision = right / found if found else 0.0
        recall = right / gold if gold else 0.0
        figures[f"{name} precision"] = precision
        figures[f"{name} recall"] = recall
        figures[f"{name} F1"] = _mean(precision, recall)
        counts.update({f"{name} {kind}": gold for kind in ("precision", "recall", "F1")})

    def put_share(name: str, right: int, of: int) -> None:
        figures[name] = right / of if of else 0.0
        counts[name] = of

    put("entities", *_tally(pairs["entity"], _is_right))
    figures["actors B-cubed"], counts["actors B-cubed"] = _b_cubed(pairs["entity"])
    for name, indirect in (("quotes within marks", False), ("quotes indirect", True)):
        of_kind = [p for p in pairs["quote"] if _is_indirect(p) is indirect]
        put(name, *_tally(of_kind, _is_pair))
        spoken = [p for p in of_kind if p.counted and _is_pair(p)]
        put_share(f"{name} speaker", sum(p.right for p in spoken), len(spoken))
    put("dates relaxed", *_tally(pairs["date"], _is_pair))
    put("dates strict", *_tally(pairs["date"], _same_words))
    put("dates value", *_tally(pairs["date"], _is_right))
    put("references", *_tally(pairs["reference"], _is_right))
    of_some = _labelled(articles, {"PER", "ORG"})
    apart = [p for p in pairs["reference"] if p.gold and p.gold.actors[0] <= of_some and p.counted]
    put_share("references to persons and organisations", sum(p.right for p in apart), len(apart))
    put("roles", *_tally(pairs["role"], _is_right))
    return Scores(figures, counts, tuple(_bands(pairs)))


def wrong(articles: Sequence[Article]) -> Iterator[tuple[str, Pair]]:
    """Every disagreement that counts, with its type, in the order of the texts."""
    known = _known_actors(articles)
    for article in articles:
        for type_ in ("entity", "reference", "role", "quote", "date"):
            for pair in _pairs(article, type_, known):
                if pair.counted and not pair.right:
                    yield type_, pair


# --- pairing -------------------------------------------------------------------------------------


def _pairs(article: Article, type_: str, known: Mapping[str, str]) -> list[Pair]:
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


def _known_actors(articles: Sequence[Article]) -> dict[str, str]:
    """Which found actor each actor of the gold is: the one most of its names were given to."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for pair in _pairs(article, "entity", {}):
            if pair.gold and pair.found and pair.found["actor"]:
                (actor,) = pair.gold.actors[0]
                votes[actor][pair.found["actor"]] += 1
    return {actor: min(c, key=lambda a, c=c: (-c[a], a)) for actor, c in sorted(votes.items())}


def _labelled(articles: Sequence[Article], labels: Set[str]) -> frozenset[str]:
    """The actors of the gold whose names bear one of the labels."""
    return frozenset(
        actor
        for article in articles
        for gold in article.gold
        if gold.type == "entity" and labels.issuperset(gold.fields["label"])
        for actor in gold.actors[0]
    )


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


def _is_pair(pair: Pair) -> bool:
    return pair.gold is not None and pair.found is not None


def _is_right(pair: Pair) -> bool:
    return pair.right


def _same_words(pair: Pair) -> bool:
    """Whether the words are the same but for an article in front."""
    if pair.gold is None or pair.found is None:
        return False
    text = pair.article.text
    return _bare(text[pair.gold.start : pair.gold.end]) == _bare(pair.found["exact"])


def _bare(words: str) -> str:
    return re.sub(r"^(the|a|an) ", "", words.lower().strip(" .,"))


def _is_indirect(pair: Pair) -> bool:
    """Whether a pair counts among the indirect quotations: the gold says, else the engine."""
    kinds = pair.gold.fields["kind"] if pair.gold else (pair.found or {})["kind"]
    return "indirect" in kinds


# --- figures -------------------------------------------------------------------------------------


def _tally(pairs: Sequence[Pair], right: Callable[[Pair], bool]) -> tuple[int, int, int]:
    """How many are right, were found, are in the gold."""
    counted = [p for p in pairs if p.counted]
    return (
        sum(right(p) for p in counted),
        sum(p.found is not None for p in counted),
        sum(p.gold is not None for p in counted),
    )


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _b_cubed(pairs: Sequence[Pair]) -> tuple[float, int]:
    """B-cubed F1 over the names of the gold; one that wasn't found is an actor of its own."""
    mentions = []
    for number, pair in enumerate(p for p in pairs if p.gold and p.counted):
        assert pair.gold is not None
        said = pair.found["actor"] if pair.found else None
        mentions.append((pair.gold.actors[0], said or f"alone {number}"))
    both = Counter(mentions)
    by_gold = Counter(gold for gold, _ in mentions)
    by_said = Counter(said for _, said in mentions)
    total = len(mentions) or 1
    precision = sum(both[m] / by_said[m[1]] for m in mentions) / total
    recall = sum(both[m] / by_gold[m[0]] for m in mentions) / total
    return _mean(precision, recall), len(mentions)


def _bands(pairs: Mapping[str, Sequence[Pair]]) -> Iterator[Band]:
    """Of what was found and counts, by type and band: how many are right."""
    for type_, all_ in pairs.items():
        found = [p for p in all_ if p.counted and p.found is not None]
        top = 1.01
        for low, name in BANDS:
            here = [p for p in found if p.found and low <= p.found["confidence"] < top]
            yield Band(type_, name, sum(p.right for p in here), len(here))
            top = low
