"""Sentences that none of another article comes near, and the passages that they make.

What one report alone tells it seldom tells in one sentence: sentences that follow each other and
are on one matter are one passage, and a reader is told of it once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.collation.findings.quantities import is_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.model import Figure, Span

ALONE = 0.36
"""A sentence none in another article is so much like is told by one alone."""
LEAST = 6
"""A sentence with fewer telling words is no claim by itself."""
FULL = 10
"""A sentence of so many telling words says more than who met on a day."""
NOBODY = 10
"""A sentence that names nobody says more, to be one."""
LONGEST = 4
"""So many sentences make a passage at most."""
SPELT = 6
"""A last name of so many letters, but for one of them another's, is taken for that one."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class LonePassage:
    """Sentences of one article that follow each other, none told elsewhere."""

    sentences: tuple[Sentence, ...]
    telling: tuple[Sentence, ...]
    """Those that are a claim by themselves."""
    value: float

    @property
    def article(self) -> str:
        """Whose sentences they are."""
        return self.sentences[0].article


class Lone:
    """What each article of a story tells alone."""

    def __init__(self, context: Context) -> None:
        self._context = context
        material = context.material
        self._named = Counter(
            actor
            for text in material.texts.values()
            for actor in {a for s in text.sentences for a in s.actors}
        )
        self._used = Counter(
            lemma
            for text in material.texts.values()
            for lemma in {word for s in text.sentences for word in s.lemmas}
        )
        self.given = Counter(
            n for t in material.texts.values() for n in {rough(f) for f in t.figures}
        )
        """In how many articles each number stands."""
        self._shared = {
            (s.article, s.quote.id) for group in context.statements.groups for s in group
            if len({t.article for t in group}) > 1
        }  # fmt: skip
        self._covered: defaultdict[str, list[Span]] = defaultdict(list)
        for passage in context.passages:
            for r in passage.readings:
                self._covered[r.article].append((r.start or 0, r.end or 0))
        printed = [_words(text.article.text) for text in material.texts.values()]
        self._printed = Counter(run for words in printed for run in {*words, *pairwise(words)})
        """In how many articles a word stands, or two follow each other, in whatever letters."""
        people = (a for a in material.actors.values() if a.label == "PER")
        self._respelt = _respelt({words[-1] for a in people if (words := _words(a.name))})
        self._days: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for s in material.sentences():
            for day, actor in _on_days(s):
                self._days[day, actor].add(s.article)

    def passages(self, article: str) -> Iterator[LonePassage]:
        """The passages of an article that hold a claim, in order."""
        text = self._context.material.texts[article]
        run: list[Sentence] = []
        for s in text.sentences:
            if run and not (len(run) < LONGEST and self._goes_on(text, run[-1], s)):
                yield from self._made(text, run)
                run = []
            if self._is_lone(text, s):
                run.append(s)
        yield from self._made(text, run)

    def _made(self, text: Text, run: list[Sentence]) -> Iterator[LonePassage]:
        telling = tuple(s for s in run if self._is_claim(s))
        if telling:
            yield LonePassage(tuple(run), telling, max(map(self.value, telling)))

    def _goes_on(self, text: Text, last: Sentence, s: Sentence) -> bool:
        """Whether a sentence is on the matter of the one before: in its paragraph, or by a word
        or an actor that no other article has."""
        if s.number != last.number + 1 or not self._is_lone(text, s):
            return False
        if text.words[s.first].block == text.words[last.first].block:
            return True
        own = {lemma for lemma in s.lemmas & last.lemmas if self._used[lemma] == 1}
        return bool(own) or any(self._named[a] == 1 for a in s.actors & last.actors)

    def _is_lone(self, text: Text, s: Sentence) -> bool:
        """Whether no other article tells what a sentence tells."""
        if s.kind not in ("paragraph", "tweet") or self._nearest(s) >= ALONE:
            return False
        if any((s.article, q.id) in self._shared for q in text.quoted.get(s.number, ())):
            return False
        if any(a < s.end and b > s.start for a, b in self._covered[s.article]):
            return False
        if any(t.like_url or t.text.startswith("@") for t in s.tokens):
            return False
        if self._context.told.elsewhere(s) and not self._lets_speak(text, s):
            return False
        # On whose day it happened says little where the words are many and like none elsewhere.
        return (len(s.lemmas) >= FULL and not self._nearest(s)) or not self._told_elsewhere(s)

    def _lets_speak(self, text: Text, s: Sentence) -> bool:
        """Whether somebody whom no other article names speaks in words of their own."""
        alone = self.alone_in(s)
        spoken = text.quoted.get(s.number, ())
        return any(q.speaker in alone and q.kind == "direct" for q in spoken)

    def _is_claim(self, s: Sentence) -> bool:
        """Whether a sentence says enough, of somebody, to be a claim by itself."""
        enough = LEAST if s.actors else NOBODY
        return len(s.lemmas) >= enough and any(t.pos_ == "VERB" for t in s.tokens)

    def _nearest(self, s: Sentence) -> float:
        return max((n[0] for n in self._context.alignment.near.get(s.key, ())), default=0.0)

    def alone_in(self, s: Sentence) -> list[str]:
        """The actors of a sentence that no other article names; an outlet's own name is no news."""
        return [
            a for a in s.actors
            if self._named[a] == 1 and not self._is_own(a, s.article)
            and not self._is_printed(a)
        ]  # fmt: skip

    def _is_printed(self, actor: str) -> bool:
        """Whether another article has an actor's name, in small letters and taken for nobody's."""
        known = self._context.material.actors.get(actor)
        words = _words(known.name) if known else []
        return bool(words) and (
            all(self._printed[run] > 1 for run in [*pairwise(words)] or words)
            or (known is not None and known.label == "PER" and words[-1] in self._respelt)
        )

    def _is_own(self, actor: str, article: str) -> bool:
        material = self._context.material
        outlet = (material.texts[article].article.meta.outlet or "").casefold()
        known = material.actors.get(actor)
        return known is not None and known.name.casefold().removeprefix("the ") in outlet

    def alone(self, passage: LonePassage) -> set[str]:
        """The actors of a passage that no other article names."""
        return {a for s in passage.sentences for a in self.alone_in(s)}

    def value(self, s: Sentence) -> float:
        """How much a sentence names, and how far it is from any other article's."""
        quotes = self._context.material.texts[s.article].quoted.get(s.number, ())
        return (
            2 * bool(self.alone_in(s)) + bool(s.figures) + bool(s.dates) + bool(quotes)
            + (0.3 - self._nearest(s)) * 3 + len(s.lemmas) / 30
        )  # fmt: skip

    def _told_elsewhere(self, s: Sentence) -> bool:
        """Whether another has most of a sentence's actors on its day, or a meeting's place."""
        actors, days = self._context.material.actors, self._days
        if len(s.actors) <= 2 and any(
            days[day, a] - {s.article}
            for day, a in _on_days(s)
            if a in actors and actors[a].label in ("GPE", "FAC")
        ):
            return True
        elsewhere = Counter(
            (a, day) for day, actor in _on_days(s) for a in days[day, actor] if a != s.article
        )
        return any(n >= 2 and n * 2 > len(s.actors) for n in elsewhere.values())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _respelt(names: set[str]) -> frozenset[str]:
    """Names that are another's but for a letter, as a slip of the pen is."""
    by_spelling: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for spelling in (name, *(name[:n] + name[n + 1 :] for n in range(len(name)))):
            by_spelling[spelling].add(name)
    alike = (some for some in by_spelling.values() if len(some) > 1)
    return frozenset(name for some in alike for name in some if len(name) >= SPELT)


def rough(figure: Figure) -> float | None:
    """A figure's value to one digit, so that "some 100,000" and "over 100,000" are one."""
    ends = [n for n in (figure.low, figure.high) if n is not None]
    return float(f"{sum(ends) / len(ends):.1g}") if ends else None


def _on_days(s: Sentence) -> Iterator[tuple[str, str]]:
    """Each actor of a sentence with each day it names."""
    for ref in s.dates:
        if ref.value and is_day(ref.value):
            for actor in s.actors:
                yield ref.value[:10], actor
