"""The sentences of quotations: who said them, when, and which words stand within marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.edits import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.material import Material, Sentence, Text, Word
    from variorum.model import DateRef, Quote, Span

STEM = 6
"""Words are compared by so many first letters ("negotiate", "negotiation")."""
AROUND = 2
"""Over so many sentences on either side a quotation may go on."""
TAGS = frozenset({"said", "says", "tweeted", "told", "added"})
"""Words that stand beside a quotation, not in it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a quotation."""

    article: str
    start: int
    end: int
    quote: Quote
    words: tuple[Word, ...]
    marked: tuple[tuple[Word, ...], ...]
    """The runs of words within quotation marks."""
    stems: frozenset[str]
    plain: frozenset[str]
    """The stems of its telling words, names apart."""
    speakers: frozenset[str]
    day: str | None
    dated: bool
    """Whether the day is told beside the words, not only the article's own."""


def quoted_sentences(material: Material, text: Text) -> Iterator[Said]:
    """The statements of an article, sentence by sentence; a mere reaction is none."""
    for quote in text.quotes:
        if quote.content == "matter":
            continue
        speakers = _speakers(quote)
        day, dated = _day(material, text, quote)
        for start, end in quote.parts:
            for a, b in _cut(text, start, end) if quote.kind == "direct" else [(start, end)]:
                words = tuple(words_of(text, (a, b)))
                stems = frozenset(w.lemma[:STEM] for w in words if w.content) or frozenset(
                    w.norm for w in words if len(words) > 3
                )
                if not stems or _is_tag(words, quote):
                    continue
                marked = tuple(
                    run
                    for q in quote.quoted
                    if (run := tuple(words_of(text, (max(q[0], a), min(q[1], b)))))
                )
                if marked and all(_is_title(text, run) for run in marked):
                    continue
                if quote.kind == "direct" and not marked:
                    marked = (words,)
                plain = frozenset(w.lemma[:STEM] for w in words if w.content and not w.proper)
                yield Said(
                    text.article.id, words[0].start, words[-1].end, quote, words, marked,
                    stems, plain, speakers, day, dated,
                )  # fmt: skip


def beside(material: Material, said: Said) -> list[tuple[Word, ...]]:
    """The runs within marks in other parts of the quotation, or of its speaker's in the sentence.

    What one report prints in a row another may break up: what a part lacks may stand in the next.
    """
    text = material.texts[said.article]
    at = text.sentence_at(said.start)
    quotes = text.quoted.get(at.number, ()) if at else ()
    near = [q for q in quotes if said.speakers & _speakers(q)]
    runs = {
        run[0].start: run
        for quote in (said.quote, *near)
        for span in quote.quoted or (quote.parts if quote.kind == "direct" else ())
        if (run := tuple(words_of(text, span)))
        and (run[-1].end <= said.start or run[0].start >= said.end)
    }
    return [runs[start] for start in sorted(runs)]


def in_marks_near(material: Material, said: Said) -> list[Word]:
    """All that stands within marks in the sentences around, in the order of the text.

    The speaker's or nobody's; attributions, dashes and full stops that part it are left out.
    """
    text = material.texts[said.article]
    at = text.sentence_at(said.start)
    if at is None:
        return []
    quotes = {
        q.id: q
        for number in range(at.number - AROUND, at.number + AROUND + 1)
        for q in text.quoted.get(number, ())
        if not said.speakers or not _speakers(q) or said.speakers & _speakers(q)
    }
    words = {
        w.start: w
        for q in quotes.values()
        for span in q.quoted or (q.parts if q.kind == "direct" else ())
        for w in words_of(text, span)
    }
    return [words[start] for start in sorted(words)]


def _speakers(quote: Quote) -> frozenset[str]:
    return frozenset([quote.speaker] if isinstance(quote.speaker, str) else quote.speaker or ())


def _is_title(text: Text, run: tuple[Word, ...]) -> bool:
    """Whether words in marks are the name of a work, or a motto: "The Ways of the Sea"."""
    printed = [text.article.text[w.start : w.end] for w in run]
    telling = [word for word, w in zip(printed, run, strict=True) if w.content]
    return len(run) > 2 and len(telling) > 1 and not any(
        word.isupper() or not word[:1].isupper() for word in telling
    )  # fmt: skip


def _is_tag(words: tuple[Word, ...], quote: Quote) -> bool:
    """Whether marks went astray and hold "she said in a statement"."""
    return quote.kind == "direct" and len(words) <= 9 and any(w.norm in TAGS for w in words)


def _cut(text: Text, start: int, end: int) -> Iterator[Span]:
    """A range at the ends of sentences."""
    at = start
    while at < end:
        sentence = text.sentence_at(at)
        to = min(end, sentence.end) if sentence else end
        if to - at > 1:
            yield at, to
        at = to
        while at < end and text.article.text[at].isspace():
            at += 1
        if sentence is not None and at == to:
            at += 1


def _day(material: Material, text: Text, quote: Quote) -> tuple[str | None, bool]:
    """The day something was said: told beside it, else the article's own.

    Beside the words is also the only day that their sentence names outside them.
    """
    at = text.sentence_at(quote.cue_span[0]) if quote.cue_span else None
    near = [
        (ref.value or "")[:10]
        for ref in text.dates
        if len(ref.value or "") >= 10
        and (_meets(ref, quote.when_span) if quote.when_span else at and _beside(ref, at, quote))
    ]
    if near and (quote.when_span or len(near) == 1):
        return near[0], True
    return material.day(text.article.id), False


def _meets(ref: DateRef, span: Span) -> bool:
    return ref.start < span[1] and ref.end > span[0]


def _beside(ref: DateRef, sentence: Sentence, quote: Quote) -> bool:
    inside = sentence.start <= ref.start < sentence.end
    return inside and not any(_meets(ref, part) for part in quote.parts)
