"""Sentences of two articles that tell of the same day: by shared words, or by the same event.

Only sentences that name a weekday, a day or a month relative to the day of writing are compared,
through an index of their words, so the work grows with the text and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.dates import civil

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Span as Tokens

    from variorum.analysis.parse import ParsedArticle
    from variorum.model import DateRef, Span

PASSAGE = 6
"""This many words in the same order are a shared passage."""
EVENT = ((4, 0.35), (3, 0.5))
"""So many content words in common, and such a share of the shorter sentence, are one event."""
COMMON = 40
"""A word that more sentences than this have is no clue."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_RELATIVE = ("last", "next", "nearest", "same-day", "unanchored", "counted-from-anchor", "turn-")


@dataclass(frozen=True, slots=True)
class Telling:
    """One relative date and the sentence that it dates."""

    article: str
    ref: DateRef
    sentence: Span
    grams: frozenset[tuple[str, ...]]
    content: frozenset[str]


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings of the same day; ``strength`` is 2 for a shared passage, 1 for an event."""

    mine: Telling
    other: Telling
    strength: int


def is_relative(ref: DateRef) -> bool:
    """Whether the value hangs on the day of writing."""
    return ref.kind in ("date", "time") and ref.rule.startswith(_RELATIVE)


def slot(ref: DateRef) -> str | None:
    """What two tellings must agree in: the grain and the name ("Monday"), or the grain alone."""
    value = ref.value or ""
    if value.startswith("XXXX-WXX-"):
        return "weekday " + value[9:10]
    if ref.by.startswith(("dates:weekday", "dates:turned-name")):
        point = civil.read(value)
        if point and point.unit == "day":
            return f"weekday {civil.weekday(point)}"
    if ref.by.startswith(("dates:month", "dates:turned-unit")) and "month" in ref.exact.lower():
        return "month"
    if ref.by == "dates:month":
        return "month"
    return "day" if ref.by == "dates:today" else None


def tellings(parsed: ParsedArticle, refs: Sequence[DateRef]) -> list[Telling]:
    """The relative dates of an article with their sentences."""
    found = []
    wanted = [r for r in refs if is_relative(r) and slot(r)]
    for block in parsed.blocks:
        start = block.block.start
        for ref in wanted:
            if start <= ref.start < block.block.end:
                at = block.doc.char_span(
                    ref.start - start, ref.end - start, alignment_mode="expand"
                )
                if at is not None:
                    found.append(_telling(parsed.article.id, ref, at.sent, start))
    return found


def _telling(article: str, ref: DateRef, sentence: Tokens, start: int) -> Telling:
    words = [t.lower_ for t in sentence if not (t.is_space or t.is_punct)]
    grams = frozenset(tuple(words[i : i + PASSAGE]) for i in range(len(words) - PASSAGE + 1))
    content = frozenset(
        t.lower_[:6]
        for t in sentence
        if t.pos_ in _CONTENT and not ref.start <= start + t.idx < ref.end and not t.is_stop
    )
    span = (start + sentence.start_char, start + sentence.end_char)
    return Telling(article, ref, span, grams, content)


def links(told: Mapping[str, Sequence[Telling]]) -> dict[str, list[Link]]:
    """For each article, its tellings that another article shares, in text order."""
    every = [t for article in sorted(told) for t in told[article]]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, telling in enumerate(every):
        for word in telling.content:
            index[word].append(i)
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for i, mine in enumerate(every):
        for j in sorted(_near(mine, index)):
            other = every[j]
            if other.article != mine.article and _same_slot(mine, other):
                strength = _strength(mine, other)
                if strength:
                    found[mine.article].append(Link(every[i], other, strength))
    return dict(found)


def _near(mine: Telling, index: Mapping[str, Sequence[int]]) -> Iterator[int]:
    votes: defaultdict[int, int] = defaultdict(int)
    for word in mine.content:
        if len(index[word]) <= COMMON:
            for j in index[word]:
                votes[j] += 1
    return (j for j, n in votes.items() if n >= 2)


def _same_slot(mine: Telling, other: Telling) -> bool:
    a, b = slot(mine.ref), slot(other.ref)
    return a == b or ({a, b} <= {"day", *(f"weekday {n}" for n in range(1, 8))} and "day" in (a, b))


def _strength(mine: Telling, other: Telling) -> int:
    if mine.grams & other.grams:
        return 2
    common = len(mine.content & other.content)
    shorter = min(len(mine.content), len(other.content))
    return int(any(common >= words and common >= share * shorter for words, share in EVENT))
