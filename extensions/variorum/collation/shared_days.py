"""Sentences of two articles that tell of the same day: by shared words, or by the same event.

The strongest clue is a quotation both give to a speaker of the same name, then a passage of shared
words, then an event with the same names in it, then one told in similar words.

Only sentences that name a weekday, a day or a month relative to the day of writing are compared,
through an index of their words, so the work grows with the text and not with its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.dates import civil

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Span as Tokens

    from variorum.analysis.parse import ParsedArticle
    from variorum.model import DateRef

PASSAGE = 6
"""This many words in the same order are a shared passage."""
EVENT: tuple[tuple[int, float], ...] = ((4, 0.35), (3, 0.5))
"""So many content words in common, and such a share of the shorter sentence, are one event."""
EVENT_OTHERWISE: tuple[tuple[int, float], ...] = ((4, 0.5),)
"""The same where one says "today" and the other names the weekday."""
NAMES = 3
"""So many names in common (two actors and a place) and a word of what happened."""
QUOTED = 5
"""So many quoted words in the same order are the same quotation."""
STRENGTHS = {"quotation": 8, "passage": 8, "names": 4, "event": 2}
"""What a link of each kind weighs; half if the other article's own day is inferred."""
COMMON = 40
"""A word or passage that more sentences than this have is no clue."""
WINDOW = 40
"""So many words on either side of a date are compared, of a sentence that is longer."""
_QUOTATION = re.compile(r"[“\"]([^“”\"]{8,600})[”\"]?")
_WORD = re.compile(r"\w+")
STEM = 6
"""So many first letters of a word stand for it and its inflections."""
CARRIED = 400
"""So many characters after a date's sentence may hold more of what was said that day."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_RELATIVE = ("last", "next", "nearest", "same-day", "unanchored", "counted-from-anchor", "turn-")


@dataclass(frozen=True, slots=True)
class Telling:
    """One relative date and the words of its sentence: all, passages, stems of content words.

    ``names`` are the stems of names among them; ``quoted`` are the passages of what is quoted there
    and in the sentences after it, up to the next date.
    """

    article: str
    ref: DateRef
    words: frozenset[str]
    grams: frozenset[tuple[str, ...]]
    content: frozenset[str]
    names: frozenset[str] = frozenset()
    quoted: frozenset[tuple[str, ...]] = frozenset()

    @property
    def clues(self) -> Iterator[object]:
        """What an index of tellings is made of."""
        yield from self.content
        yield from self.grams
        yield from self.quoted


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings of the same day; ``kind`` is one of :data:`STRENGTHS`."""

    mine: Telling
    other: Telling
    kind: str

    @property
    def strength(self) -> int:
        """What it weighs."""
        return STRENGTHS[self.kind]


def is_relative(ref: DateRef) -> bool:
    """Whether the value hangs on the day of writing."""
    return ref.kind in ("date", "time") and ref.rule.startswith(_RELATIVE)


def slot(ref: DateRef) -> str | None:
    """What two tellings must agree in: the same weekday, or naming a day, or a month."""
    value = ref.value or ""
    point = civil.read(value)
    if value.startswith("XXXX-WXX-"):
        return "weekday " + value[9:10]
    if ref.by.startswith("dates:weekday") and point and point.unit == "day":
        return f"weekday {civil.weekday(point)}"
    if ref.by == "dates:month" or ref.exact.lower().endswith("month"):
        return "month"
    return "day" if ref.by == "dates:today" else None


def tellings(parsed: ParsedArticle, refs: Sequence[DateRef]) -> list[Telling]:
    """The relative dates of an article with the words around them, in the same sentence."""
    found = []
    waiting = [r for r in reversed(refs) if is_relative(r) and slot(r)]
    for block in parsed.blocks:
        start, end = block.block.start, block.block.end
        text = block.doc.text  # made anew at every call
        while waiting and waiting[-1].start < end:
            ref = waiting.pop()
            at = block.doc.char_span(ref.start - start, ref.end - start, alignment_mode="expand")
            if at is not None:
                limit = waiting[-1].start - start if waiting else end - start
                quoted = frozenset(_quoted(text, at, limit))
                found.append(_telling(parsed.article.id, ref, at, quoted))
    return found


def _telling(article: str, ref: DateRef, at: Tokens, quoted: frozenset[tuple[str, ...]]) -> Telling:
    near = _around(at)
    words = [t.lower_ for t in near if not (t.is_space or t.is_punct)]
    telling = [
        t for t in near if t.pos_ in _CONTENT and not (at.start <= t.i < at.end or t.is_stop)
    ]
    return Telling(
        article,
        ref,
        frozenset(words),
        frozenset(_runs(words, PASSAGE)),
        frozenset(t.lower_[:STEM] for t in telling),
        frozenset(t.lower_[:STEM] for t in telling if t.pos_ == "PROPN"),
        quoted,
    )


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _quoted(text: str, at: Tokens, limit: int) -> Iterator[tuple[str, ...]]:
    """What is quoted beside a date: in its sentence, and after it up to *limit*, the next date.

    A date that stands in the quotation itself is not the day on which it was said.
    """
    near = _around(at)
    end = max(near.end_char, min(limit, near.end_char + CARRIED))
    for found in _QUOTATION.finditer(text, near.start_char, end):
        if not found.start() < at.start_char < found.end():
            yield from _runs(_WORD.findall(found[1].lower()), QUOTED)


def _around(at: Tokens) -> Tokens:
    """The words of a date's sentence, WINDOW on either side at most."""
    doc, start, end = at.doc, at.start, at.end
    while start > max(0, at.start - WINDOW) and not doc[start].is_sent_start:
        start -= 1
    while end < min(len(doc), at.end + WINDOW) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def links(told: Mapping[str, Sequence[Telling]]) -> dict[str, list[Link]]:
    """For each article, its tellings that another article shares, in text order."""
    every = [t for article in sorted(told) for t in told[article]]
    index: defaultdict[object, list[int]] = defaultdict(list)
    for i, telling in enumerate(every):
        for clue in telling.clues:
            index[clue].append(i)
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for mine in every:
        for j in sorted(_near(mine, index)):
            other = every[j]
            kind = _kind(mine, other) if other.article != mine.article else ""
            if kind:
                found[mine.article].append(Link(mine, other, kind))
    return dict(found)


def _near(mine: Telling, index: Mapping[object, Sequence[int]]) -> Iterator[int]:
    votes: defaultdict[int, int] = defaultdict(int)
    for clue in mine.clues:
        if len(index[clue]) <= COMMON:
            for j in index[clue]:
                votes[j] += 1
    return (j for j, n in votes.items() if n >= 2)


def _kind(mine: Telling, other: Telling) -> str:
    """How two tellings show that they are of one day; empty if they don't."""
    a, b = slot(mine.ref), slot(other.ref)
    if a == b:
        enough = EVENT
    elif "day" in (a, b) and "month" not in (a, b):
        enough = EVENT_OTHERWISE
        if _first_word(mine.ref) in other.words or _first_word(other.ref) in mine.words:
            return ""  # "today" and "Friday" in one sentence are two days
    else:
        return ""
    names = mine.names & other.names
    if names and mine.quoted & other.quoted:
        return "quotation"
    shared = mine.content & other.content
    common = len(shared)
    shorter = min(len(mine.content), len(other.content))
    if not any(common >= words and common >= share * shorter for words, share in enough):
        return ""
    if a == b and common >= EVENT[0][0] and mine.grams & other.grams:
        return "passage"
    return "names" if a == b and len(names) >= NAMES and shared - names else "event"


def _first_word(ref: DateRef) -> str:
    return ref.exact.split()[0].lower()
