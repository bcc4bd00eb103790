"""The figures: what is right of what was found, and of what is in the gold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.quality.pairing import TYPES, Article, Pair, known_actors, pairs_of

__all__ = ["Band", "Scores", "score", "wrong"]

BANDS = ((0.9, ">=0.9"), (0.7, "0.7-0.9"), (0.0, "<0.7"))
"""Lower edges of the bands of confidence, and their names."""


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
    known = known_actors(articles)
    pairs = {
        type_: [p for article in articles for p in pairs_of(article, type_, known)]
        for type_ in TYPES
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
    of_some = _labelled(articles, frozenset({"PER", "ORG"}))
    apart = [p for p in pairs["reference"] if p.gold and p.gold.actors[0] <= of_some and p.counted]
    put_share("references to persons and organisations", sum(p.right for p in apart), len(apart))
    put("roles", *_tally(pairs["role"], _is_right))
    return Scores(figures, counts, tuple(_bands(pairs)))


def wrong(articles: Sequence[Article]) -> Iterator[tuple[str, Pair]]:
    """Every disagreement that counts, with its type, in the order of the texts."""
    known = known_actors(articles)
    for article in articles:
        for type_ in TYPES:
            for pair in pairs_of(article, type_, known):
                if pair.counted and not pair.right:
                    yield type_, pair


# --- what counts ---------------------------------------------------------------------------------


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


def _labelled(articles: Sequence[Article], labels: frozenset[str]) -> frozenset[str]:
    """The actors of the gold whose names bear one of the labels."""
    return frozenset(
        actor
        for article in articles
        for gold in article.gold
        if gold.type == "entity" and labels.issuperset(gold.fields["label"])
        for actor in gold.actors[0]
    )


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
