"""The words and sentences of a story, made once and handed to every kind of finding."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from variorum.analysis import gazetteer
from variorum.collation.findings.view import StoryView
from variorum.model import FOLDED, DateRef, Entity, Figure, Quote, Reading, Reference, Role
from variorum.remembering import again

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from variorum.analysis.parse import ParsedArticle
    from variorum.model import Annotation, Article

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
Located = TypeVar("Located", bound="Annotation")

PLACES = frozenset({"GPE", "LOC", "FAC"})
LONGEST = 120
"""A sentence of more words is odd input and is cut."""
EMPTY = frozenset(
    ("say", "tell", "add", "be", "have", "do", "make", "go", "come", "get", "take", "see", "give",
     "know", "think", "want", "use", "call", "ask", "note", "speak", "also", "already", "monday",
     "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)  # fmt: skip
"""Lemmas that tell nothing about which fact a sentence tells."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an article in the form that is compared, and where it stands."""

    norm: str
    lemma: str
    start: int
    end: int
    content: bool
    proper: bool
    """Part of a name."""
    block: int
    """Which block of the article it stands in."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article with what was found in it.

    ``first`` and ``last`` count the article's words (half-open).
    """

    article: str
    number: int
    kind: str
    start: int
    end: int
    first: int
    last: int
    tokens: Tokens
    offset: int
    """Where the text of the block begins in the article."""
    lemmas: frozenset[str]
    matter: frozenset[str]
    """The lemmas that are no part of a name or a title: what is told, not of whom."""
    actors: frozenset[str]
    dates: tuple[DateRef, ...]
    figures: tuple[Figure, ...]

    @property
    def key(self) -> tuple[str, int]:
        """Its place in the story."""
        return self.article, self.number


class Text:
    """One article: its words, its sentences, its annotations by type."""

    def __init__(self, parsed: ParsedArticle, annotations: Sequence[Annotation]) -> None:
        self.article: Article = parsed.article
        self.annotations = annotations
        self.entities = [a for a in annotations if isinstance(a, Entity)]
        self.references = [a for a in annotations if isinstance(a, Reference)]
        self.roles = [a for a in annotations if isinstance(a, Role)]
        self.quotes = [a for a in annotations if isinstance(a, Quote)]
        self.figures = [a for a in annotations if isinstance(a, Figure)]
        self.dates = [a for a in annotations if isinstance(a, DateRef)]
        self._actors = sorted(_acting(annotations))
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []
        self._read(parsed)
        self._starts = [w.start for w in self.words]
        self._ends = [w.end for w in self.words]
        self.quoted: defaultdict[int, list[Quote]] = defaultdict(list)
        """The quotations in each sentence, by its number."""
        for quote in self.quotes:
            for number in sorted({n for part in quote.parts for n in self._numbers(*part)}):
                self.quoted[number].append(quote)

    def _read(self, parsed: ParsedArticle) -> None:
        seen: set[str] = set()
        for n, block in enumerate(parsed.blocks):
            text = " ".join(self.article.text[block.block.start : block.block.end].split())
            # A headline printed twice is one; folded parts are not the article's own words.
            if block.block.kind in FOLDED or text.removeprefix("Caption: ").rstrip(".") in seen:
                continue
            seen.add(text.rstrip("."))
            base = block.block.start
            for tokens in block.doc.sents:
                first = len(self.words)
                self.words += [_word(t, base, n) for t in tokens[:LONGEST] if _counts(t)]
                if len(self.words) == first:
                    continue
                words = self.words[first:]
                start, end = words[0].start, base + tokens[:LONGEST].end_char
                end = start + len(self.article.text[start:end].rstrip())
                self.sentences.append(
                    Sentence(
                        self.article.id, len(self.sentences), block.block.kind, start, end,
                        first, len(self.words), tokens[:LONGEST], base,
                        frozenset(w.lemma for w in words if w.content and w.lemma not in EMPTY),
                        self._matter(words),
                        self.actors_in(start, end),
                        _following(self.dates, start, end),
                        _following(self.figures, start, end),
                    )
                )  # fmt: skip

    def _matter(self, words: Sequence[Word]) -> frozenset[str]:
        titles = _following(self.roles, words[0].start, words[-1].end)
        return frozenset(
            w.lemma
            for w in words
            if w.content and not w.proper and w.lemma not in EMPTY
            if not any(t.start <= w.start < t.end for t in titles)
        )

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words (half-open) that lie in a range of the text."""
        return bisect_left(self._starts, start), bisect_right(self._ends, end)

    def actors_in(self, start: int, end: int) -> frozenset[str]:
        """Ids of the actors named, or referred to, in a range."""
        low = bisect_left(self._actors, (start, 0, ""))
        found = []
        for at, to, actor in self._actors[low:]:
            if at >= end:
                break
            if to <= end:
                found.append(actor)
        return frozenset(found)

    def acting(self, start: int, end: int) -> tuple[Annotation, ...]:
        """What stands for an actor in a range: names, references, titles."""
        return tuple(
            a
            for listed in (self.entities, self.references, self.roles)
            for a in _following(listed, start, end)
        )

    def reading(self, start: int, end: int) -> Reading:
        """A range of the text as a reading; it ends with the block it begins in."""
        at = bisect_right(self.article.blocks, start, key=lambda b: b.start) - 1
        if at >= 0 and self.article.blocks[at].end > start:
            end = min(end, self.article.blocks[at].end)
        return Reading(self.article.id, start, end, self.article.text[start:end])

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset lies in."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def _numbers(self, start: int, end: int) -> range:
        low = bisect_right(self.sentences, start, key=lambda s: s.end)
        return range(low, bisect_left(self.sentences, end, key=lambda s: s.start))

    def paragraphs(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The ranges of text that some words cover, one a paragraph."""
        at = first
        while at < last:
            to = at
            while to < last and self.words[to].block == self.words[at].block:
                to += 1
            yield self.words[at].start, self.words[to - 1].end
            at = to


class Material:
    """The texts of a story, in the order of the edition."""

    def __init__(self, view: StoryView) -> None:
        self.view = view
        self.texts = {
            a.id: again((a.story, a.id), Text, view.parsed[a.id], view.annotations.get(a.id, ()))
            for a in view.articles
            if a.id in view.parsed
        }
        self.order = {id_: n for n, id_ in enumerate(self.texts)}
        self.actors = {a.id: a for a in view.actors}
        self.places = frozenset(
            a.id for a in view.actors if a.label in PLACES and not _is_country(a.name)
        )
        """Actors that are places; a country is too large to tell two events apart."""

    def sentences(self) -> Iterator[Sentence]:
        """All sentences, article by article."""
        for text in self.texts.values():
            yield from text.sentences

    def is_person(self, actor: str) -> bool:
        """Whether an actor is known as a person."""
        return actor in self.actors and self.actors[actor].label == "PER"

    def around(self, sentence: Sentence) -> list[Sentence]:
        """A sentence with its neighbours."""
        listed = self.texts[sentence.article].sentences
        return listed[max(0, sentence.number - 1) : sentence.number + 2]

    def in_order(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """Readings without doubles, by article and place."""
        return tuple(
            sorted(
                set(readings), key=lambda r: (self.order[r.article], r.start or 0, r.end or 0)
            )
        )  # fmt: skip

    def day(self, article: str) -> str | None:
        """The day an article was written, as far as it is known."""
        clock = self.view.clocks.get(article)
        value = clock.anchor.value if clock and clock.anchor else None
        return value[:10] if value and len(value) >= 10 else None


def _is_country(name: str) -> bool:
    known = gazetteer.lookup(name)
    return known is not None and known.kind == "country"


def _following(listed: Sequence[Located], start: int, end: int) -> tuple[Located, ...]:
    """Those of some annotations (sorted) that start in a range."""
    low = bisect_left(listed, start, key=_start)
    return tuple(listed[low : bisect_left(listed, end, key=_start)])


def _start(annotation: Annotation) -> int:
    return annotation.start


def _acting(annotations: Iterable[Annotation]) -> Iterator[tuple[int, int, str]]:
    for a in annotations:
        if isinstance(a, Entity) and (a.metonym_for or a.actor):
            yield a.start, a.end, a.metonym_for or a.actor or ""
        elif isinstance(a, Reference):
            for actor in (a.actor,) if isinstance(a.actor, str) else a.actor or ():
                yield a.start, a.end, actor


def _counts(token: Token) -> bool:
    return not (token.is_space or token.is_punct)


def _word(token: Token, base: int, block: int) -> Word:
    norm = token.lower_.replace("’", "'").replace("ʼ", "'").strip(".'") or token.lower_
    lemma = token.lemma_.lower() if token.pos_ != "PROPN" else norm
    content = token.pos_ in CONTENT and not token.is_stop
    start = base + token.idx
    return Word(
        norm, lemma, start, start + len(token), content, token.pos_ == "PROPN", block
    )  # fmt: skip
