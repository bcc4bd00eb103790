"""Which sentences of a story's articles tell the same.

The likeness of two sentences is the cosine of their TF-IDF vectors over lemmas and over runs of
four letters, raised by what they name in common: actors, days, figures. Candidates come from an
index of the lemmas that few sentences have, so that the work grows with the words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from variorum.collation.findings.material import Material, Sentence

LETTERS = 4
COMMON = 60
"""A lemma that more sentences than this have finds no candidates."""
BEST = 12
"""So many of a sentence's candidates are looked at."""
ALIKE = 0.32
"""From here on two sentences tell the same."""
RELATED = 0.24
"""From here on they are about the same matter."""

NAMES_ONLY = 0.53
"""Sentences with no word in common but names are so much less alike."""

Vector = dict[str, float]
Key = tuple[str, int]


@dataclass(slots=True)
class Alignment:
    """The related sentences of a story."""

    sentences: dict[Key, Sentence]
    scores: dict[tuple[Key, Key], float]
    """Of every two related sentences, the first one before the other in the edition."""
    near: dict[Key, list[tuple[float, Key]]] = field(default_factory=dict)
    """Of a sentence: the related ones of other articles, the most alike first."""

    def score(self, one: Key, other: Key) -> float:
        """How much two sentences are alike, 0 where they aren't related, in whatever order."""
        scores = self.scores
        return max(scores.get((one, other), 0.0), scores.get((other, one), 0.0))

    def pairs(self, least: float) -> Iterator[tuple[float, Sentence, Sentence]]:
        """Pairs of sentences so much alike, in the order of the edition."""
        for (one, other), score in self.scores.items():
            if score >= least:
                yield score, self.sentences[one], self.sentences[other]


def align(material: Material) -> Alignment:
    """Compare the sentences of a story."""
    sentences = [s for s in material.sentences() if len(s.lemmas) >= 2]
    weight = _weights(s.lemmas for s in sentences)
    words = [_unit({t: weight[t] for t in s.lemmas}) for s in sentences]
    letters = _letters(material, sentences)
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(sentences):
        for lemma in s.lemmas:
            index[lemma].append(i)
    scores: dict[tuple[Key, Key], float] = {}
    for j, s in enumerate(sentences):
        votes: defaultdict[int, float] = defaultdict(float)
        for lemma in sorted(s.lemmas):
            if len(index[lemma]) <= COMMON:
                for i in index[lemma]:
                    if sentences[i].article == s.article:
                        break
                    votes[i] += words[i][lemma] * words[j][lemma]
        best = sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:BEST]
        for i, _ in best:
            worded = 0.55 * _cosine(words[i], words[j]) + 0.45 * _cosine(letters[i], letters[j])
            # What both name makes the likeness of their words surer, and nothing of none.
            score = worded + (1 - worded) * min(worded, 0.3) * _common_names(sentences[i], s)
            if not sentences[i].matter & s.matter:
                score *= NAMES_ONLY
            if score >= RELATED:
                scores[sentences[i].key, s.key] = score
    done = Alignment({s.key: s for s in sentences}, scores)
    near: defaultdict[Key, list[tuple[float, Key]]] = defaultdict(list)
    for (one, other), score in scores.items():
        near[one].append((score, other))
        near[other].append((score, one))
    done.near = {key: sorted(listed, key=lambda n: (-n[0], n[1])) for key, listed in near.items()}
    return done


def _weights(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    total = 0
    for terms in documents:
        counts.update(terms)
        total += 1
    return {term: math.log(1 + total / n) for term, n in counts.items()}


def _letters(material: Material, sentences: list[Sentence]) -> list[Vector]:
    grams = []
    for s in sentences:
        words = material.texts[s.article].words[s.first : s.last]
        text = " ".join(w.norm for w in words if w.content)
        grams.append({text[i : i + LETTERS] for i in range(max(1, len(text) - LETTERS + 1))})
    weight = _weights(grams)
    return [_unit({g: weight[g] for g in own}) for own in grams]


def _unit(vector: Vector) -> Vector:
    # Exact, for the terms may come in any order: another last bit is another rank among equals.
    length = math.sqrt(math.fsum(v * v for v in vector.values())) or 1.0
    return {term: v / length for term, v in sorted(vector.items())}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(v * other[term] for term, v in one.items() if term in other)


def _common_names(one: Sentence, other: Sentence) -> float:
    """How much of what one of them names the other one names too, 0 to 1."""
    shares = []
    for mine, theirs in (
        (one.actors, other.actors),
        ({d.value for d in one.dates if d.value}, {d.value for d in other.dates if d.value}),
        ({f.low for f in one.figures}, {f.low for f in other.figures}),
    ):
        if mine and theirs:
            shares.append(len(mine & theirs) / min(len(mine), len(theirs)))
    return sum(shares) / len(shares) if shares else 0.0


def clusters(
    alignment: Alignment, otherwise: Callable[[Key, Key], bool]
) -> list[list[Key]]:  # fmt: skip
    """Sentences that tell the same, told by several articles: a claim each.

    A sentence joins those it is like on the average, so that a chain of likenesses does not make
    one claim of everything, and none that tells something *otherwise*, however like it is.
    """
    group: dict[Key, list[Key]] = {}
    ranked = sorted(alignment.scores.items(), key=lambda item: (-item[1], item[0]))
    for (one, other), score in ranked:
        if score < ALIKE:
            break
        a, b = group.get(one, [one]), group.get(other, [other])
        if a is b:
            continue
        if any(otherwise(x, y) for x in a for y in b):
            continue
        between = [alignment.score(x, y) for x in a for y in b]
        if sum(between) / len(between) >= ALIKE * 0.75:
            joined = a + b
            for key in joined:
                group[key] = joined
    return [sorted(g) for g in {id(g): g for g in group.values()}.values()]
