"""One matter, placed at opposite ends: like or unlike, new or known, genuine or forged.

The words for each end are in ``data/poles.toml``. Two places are on one matter where their
sentences have names and nouns in common that few others of the story have.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.predicates import clause
from variorum.collation.findings.tags import Tag
from variorum.collation.frames.arguments import VAGUE
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence
    from variorum.model import Reading, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
LEAST = 1.0
"""Sentences are on one matter that have so much in common."""
MOST = 60
"""So many places of each end are compared."""

COMING = frozenset({"prospect"})
"""Scales of what may come, of which "an unlikely friend" tells nothing."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Words that place a matter at one end of a scale."""

    sentence: Sentence
    first: int
    last: int
    """Places of its words in the sentence, half-open."""

    @property
    def words(self) -> frozenset[str]:
        """The lemmas that place it."""
        tokens = self.sentence.tokens[self.first : self.last]
        return frozenset(t.lemma_.lower() for t in tokens)


def find(context: Context) -> Iterator[Draft]:
    """One finding a scale and two articles: the places with most in common."""
    ends = _ends(context)
    for scale in _table():
        best: dict[tuple[str, str], tuple[float, _Place, _Place]] = {}
        for one in ends[scale, True][:MOST]:
            for other in ends[scale, False][:MOST]:
                a, b = sorted((one.sentence.article, other.sentence.article))
                if a == b or context.copies(a, b):
                    continue
                common = _common(context, one, other)
                if common >= LEAST and common > best.get((a, b), (0.0,))[0]:
                    best[a, b] = (common, one, other)
        for _, one, other in best.values():
            yield _draft(context, scale, one, other)


@functools.cache
def _table() -> Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """By scale: runs of lemmas, the longest first, and whether they stand at its first end."""
    found = {}
    for scale, entry in gazetteer.table("poles.toml").items():
        runs = [(tuple(p.split()), end == "one") for end in ("one", "other") for p in entry[end]]
        found[scale] = tuple(sorted(runs, key=lambda run: (-len(run[0]), run[0])))
    return found


def _ends(context: Context) -> defaultdict[tuple[str, bool], list[_Place]]:
    """The places of a story at each end of each scale."""
    by_first: defaultdict[str, list[tuple[str, tuple[str, ...], bool]]] = defaultdict(list)
    for scale, runs in _table().items():
        for run, end in runs:
            by_first[run[0]].append((scale, run, end))
    found: defaultdict[tuple[str, bool], list[_Place]] = defaultdict(list)
    for sentence in context.material.sentences():
        lemmas = tuple(t.lemma_.lower() for t in sentence.tokens)
        placed: set[str] = set()
        for n, lemma in enumerate(lemmas):
            for scale, run, end in by_first.get(lemma, ()):
                if scale in placed or lemmas[n : n + len(run)] != run:
                    continue
                if scale in COMING and _describes(sentence.tokens[n + len(run) - 1]):
                    continue
                placed.add(scale)
                denied = any(c.dep_ == "neg" for c in sentence.tokens[n].children)
                found[scale, end != denied].append(_Place(sentence, n, n + len(run)))
    return found


def _describes(word: Token) -> bool:
    """Whether an adjective stands before a noun: "a late and unlikely addition"."""
    while word.dep_ == "conj":
        word = word.head
    return word.dep_ == "amod"


def _common(context: Context, one: _Place, other: _Place) -> float:
    told = (one.sentence.matter & other.sentence.matter) - one.words - other.words - VAGUE
    if not told:
        return 0.0
    return context.weight(told | (one.sentence.actors & other.sentence.actors))


def _draft(context: Context, scale: str, one: _Place, other: _Place) -> Draft:
    material = context.material
    first, second = _reading(context, one), _reading(context, other)
    actors = one.sentence.actors & other.sentence.actors
    return Draft(
        "contradiction", material.in_order((first, second)),
        Message.of(
            "contradiction: two ends", one=source(material, first.article),
            mine=quoted(first.exact, 20), other=source(material, second.article),
            theirs=quoted(second.exact, 20),
        ),
        Message.of("contradiction: two ends, ground"), 0.6,
        tags=frozenset({Tag.POLES}), weight=4, actors=tuple(sorted(actors)), about=scale,
    )  # fmt: skip


def _reading(context: Context, place: _Place) -> Reading:
    """The clause that places a matter; of one without a subject, that which it hangs on."""
    sentence = place.sentence
    tokens = list(sentence.tokens[place.first : place.last])
    start, end = _clause(sentence, tokens)
    inside = [t for t in sentence.tokens if start <= sentence.offset + t.idx < end]
    if not any(t.dep_ in SUBJECTS for t in inside):
        verb = min(inside, key=lambda t: (sum(1 for _ in t.ancestors), t.i))
        start, end = _clause(sentence, [*tokens, verb.head])
    return context.material.texts[sentence.article].reading(start, min(end, sentence.end))


def _clause(sentence: Sentence, tokens: list[Token]) -> Span:
    first, last = min(tokens, key=_place), max(tokens, key=_place)
    return clause(sentence, (sentence.offset + first.idx, sentence.offset + last.idx + len(last)))


def _place(token: Token) -> int:
    return token.i
