"""Whose word the news rests on: an official's here, another paper's there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.tags import Tag
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.model import Quote, Reading, Span

OPENING = 12
"""So many sentences of a report are its news."""
ALIKE = 0.3
"""Sentences so much alike tell the same news."""
LEAST = 3
"""Of so many reports at least it is told whose word they go by."""
KNOWN = 2
"""In so many of them at least somebody makes it known, not only says something about it."""
MAKING_KNOWN = frozenset(
    ("confirm", "report", "reveal", "announce", "disclose", "according", "brief", "break", "learn")
)
SMALL = frozenset(
    ("the", "a", "an", "of", "in", "and", "its", "his", "her", "he", "she", "it", "they", "who",
     "which", "that")
)  # fmt: skip
"""Words that say of nobody who it is."""
MOST = 200
"""So many places are compared."""


@dataclass(frozen=True, slots=True)
class _Source:
    text: Text
    sentence: Sentence
    quote: Quote
    reading: Reading
    """Who tells it, and that he does."""

    @property
    def who(self) -> frozenset[str]:
        """The words for who tells it."""
        return _named(self.text, self.quote.speaker_span or (0, 0))

    @property
    def makes_known(self) -> bool:
        """Whether it becomes known by him."""
        start, end = self.reading.start or 0, self.reading.end or 0
        base = self.sentence.offset
        return any(
            t.lemma_.lower() in MAKING_KNOWN
            for t in self.sentence.tokens
            if start <= base + t.idx < end
        )


def _named(text: Text, span: Span) -> frozenset[str]:
    """The words of a range that may say who it is."""
    return frozenset(text.article.text[span[0] : span[1]].casefold().split()) - SMALL


def find(context: Context) -> Iterator[Draft]:
    """One finding a piece of news: who it comes from in each report."""
    sources = [s for text in context.material.texts.values() for s in _opening(text)][:MOST]
    group: dict[int, list[int]] = {n: [n] for n in range(len(sources))}
    for i, j in combinations(range(len(sources)), 2):
        if group[i] is not group[j] and _same_news(context, sources[i], sources[j]):
            joined = sorted(group[i] + group[j])
            group |= dict.fromkeys(joined, joined)
    for members in {id(g): g for g in group.values()}.values():
        first: dict[str, _Source] = {}
        for source in (sources[n] for n in members):
            first.setdefault(source.text.article.id, source)
        known = sum(s.makes_known for s in first.values())
        if len(first) >= LEAST and known >= KNOWN:
            yield _draft(context, list(first.values()))


def _opening(text: Text) -> Iterator[_Source]:
    """The sources that a report names for its news."""
    for s in [s for s in text.sentences if s.kind == "paragraph"][:OPENING]:
        for quote in text.quoted.get(s.number, ()):
            who, cue = quote.speaker_span, quote.cue_span
            if quote.kind == "direct" or who is None or not s.start <= who[0] < s.end:
                continue
            if quote.speaker is None and not _named(text, who):
                continue
            ends = [who, cue] if cue is not None and s.start <= cue[0] < s.end else [who]
            start, end = min(a for a, _ in ends), max(b for _, b in ends)
            yield _Source(text, s, quote, text.reading(start, end))


def _same_news(context: Context, one: _Source, other: _Source) -> bool:
    """Whether two tell the same, in two reports, and are not one."""
    if context.alignment.score(one.sentence.key, other.sentence.key) < ALIKE:
        return False
    if context.copies(one.sentence.article, other.sentence.article) or one.who & other.who:
        return False
    return one.quote.speaker is None or one.quote.speaker != other.quote.speaker


def _draft(context: Context, told: list[_Source]) -> Draft:
    readings = context.material.in_order(s.reading for s in told)
    said = each(context.material, ((r.article, r.exact) for r in readings))
    actors = frozenset.intersection(*(s.sentence.actors for s in told))
    return Draft(
        "attribution", readings, Message.of("whose: news", told=said),
        Message.of("whose: news, ground"), 0.7,
        tags=frozenset({Tag.NEWS}), weight=5 + len(readings), actors=tuple(sorted(actors)),
        about="news",
    )  # fmt: skip
