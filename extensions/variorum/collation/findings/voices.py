"""In whose voice something is told: as fact, as somebody's word, in borrowed words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.analysis.quotes import cues
from variorum.collation.findings import figures
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each, listed, quoted, source, sources
from variorum.collation.findings.predicates import (
    describes,
    introduced,
    is_owed,
    predicate,
    tokens_in,
)
from variorum.collation.findings.tags import Tag
from variorum.model import Message, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.collation.findings.quantities import Quantity
    from variorum.model import Quote, Reading, Span, Words

SHORT = 4
"""So few words in quotation marks are borrowed, more are a quotation."""
FACTS = 8
"""So many statements of fact are set beside reports of the same."""
HEDGES = frozenset({"allegedly", "reportedly", "apparently", "supposedly", "alleged"})
SOURCES = frozenset(
    {
        "accord",
        "put",
        "estimate",
        "allegation",
        "accusation",
        "claim",
        "report",
        "statement",
        "view",
        "opinion",
        "testimony",
        "account",
    }
)
"""Words that name a source without a verb of saying: "according to", "in a statement"."""
ALWAYS = frozenset(
    {"say", "add", "insist", "argue", "claim", "allege", "tell", "warn", "suspect", "believe"}
)
LINKING = frozenset({"be", "become", "remain", "stay"})
TITLES = frozenset({"headline", "subhead"})
MARKS = frozenset('"“”«»„')
"""What stands between these is not an article's own voice, whoever may have said it."""
ALIGNED = 0.4
"""Sentences so much alike make the same claim."""


def find(context: Context) -> Iterator[Draft]:
    """Statements of fact, then numbers, then borrowed words."""
    yield from _as_fact(context)
    yield from _counts(context)
    yield from _echoes(context)


def _as_fact(context: Context) -> Iterator[Draft]:
    """What one article states as fact and another reports as said."""
    material = context.material
    ranked = sorted(
        context.alignment.pairs(ALIGNED), key=lambda p: (-p[0], p[1].key, p[2].key)
    )  # fmt: skip
    stated: set[tuple[str, int]] = set()
    for score, one, other in ranked:
        if len(stated) >= FACTS:
            return
        if len(one.matter & other.matter) < 2:
            continue
        for fact, told in ((one, other), (other, one)):
            if (
                fact.key in stated
                or {fact.kind, told.kind} & TITLES
                or is_attributed(context, fact)
            ):
                continue
            quote = _reported(context, told, fact)
            if quote is None:
                continue
            stated.add(fact.key)
            readings = material.in_order((
                material.texts[fact.article].reading(fact.start, fact.end),
                material.texts[told.article].reading(told.start, told.end),
            ))  # fmt: skip
            mine = material.texts[fact.article].article.text[fact.start : fact.end]
            yield Draft(
                "attribution", readings,
                Message.of(
                    "voice: its own", one=source(material, fact.article), words=quoted(mine),
                    other=source(material, told.article), speaker=quote,
                ),
                Message.of("voice: its own, ground", likeness=Number(round(score, 2))), 0.7,
                tags=frozenset({Tag.FACT}), weight=score * 3,
            )  # fmt: skip


def _reported(context: Context, told: Sentence, fact: Sentence) -> Words | None:
    """Who says, in one sentence, what the other states; the quoted part holds what they share."""
    text = context.material.texts[told.article]
    shared = told.lemmas & fact.lemmas
    happens = predicate(fact)
    owed = is_owed(happens)
    for quote in text.quoted.get(told.number, ()):
        within = {w.lemma for part in quote.parts for w in text.words[slice(*text.between(*part))]}
        if not quote.speaker_span or len(shared) < 2 or len(shared & within) < 0.7 * len(shared):
            continue
        if quote.cue in (None, ":") or not _somebody(told, quote.speaker_span):
            continue
        if not any(
            _alike(t, happens) and not describes(t) and is_owed(t) == owed
            for t in tokens_in(told, quote.parts)
        ):
            continue
        start, end = quote.speaker_span
        return quoted(text.article.text[start:end], 8)
    return None


def _alike(one: Token, other: Token) -> bool:
    """Whether two verbs tell the same: one verb, or two that only link."""
    mine, theirs = one.lemma_.lower(), other.lemma_.lower()
    return mine == theirs or {mine, theirs} <= LINKING


def is_attributed(context: Context, sentence: Sentence) -> bool:
    """Whether anything lets a sentence be somebody's word, however loosely.

    Speech found in it, a word of saying anywhere in it, marks, or speech in the sentence before it
    that it may carry on: what is left is a report's own voice.
    """
    text = context.material.texts[sentence.article]
    if text.quoted.get(sentence.number) or any(_attributes(t) for t in sentence.tokens):
        return True
    before = text.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.offset != sentence.offset:
        return False
    return bool(text.quoted.get(before.number)) or any(_attributes(t) for t in before.tokens)


def _attributes(token: Token) -> bool:
    """Whether a word makes a sentence somebody's.

    A verb that only has an object ("maintained the quay") does not, but for "said" itself, whose
    clause the parser may take for one.
    """
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and any("clause" in s.takes for s in cues.verbs().get(lemma, ())):
        below = {c.dep_ for c in token.children}
        return lemma in ALWAYS or "dobj" not in below or "ccomp" in below
    return lemma in SOURCES or token.lower_ in HEDGES or token.text in MARKS


def _somebody(sentence: Sentence, span: Span) -> bool:
    """Whether a range names or describes somebody, and is no pronoun."""
    return any(
        t.pos_ in ("NOUN", "PROPN") and span[0] <= sentence.offset + t.idx < span[1]
        for t in sentence.tokens
    )


# --- numbers -------------------------------------------------------------------------------------


def _counts(context: Context) -> Iterator[Draft]:
    """A number that one article gives as fact and another as somebody's word."""
    material = context.material
    for group in figures.groups(context):
        first: dict[str, Quantity] = {}
        for q in group:
            first.setdefault(q.article, q)
        said = {a: _teller(context, q) for a, q in first.items()}
        tellers = {a: words for a, words in said.items() if words}
        plain = [
            a for a, words in said.items()
            if not words and not is_attributed(context, first[a].sentence)
        ]  # fmt: skip
        if not tellers or not plain or min(q.low for q in group) < figures.BIG:
            continue
        readings = material.in_order(
            material.texts[a].reading(q.sentence.start, q.sentence.end) for a, q in first.items()
        )
        others = listed(
            Message.of("voice: on the word of", source=source(material, a), speaker=speaker)
            for a, speaker in tellers.items()
        )
        number = quoted(first[plain[0]].figure.exact)
        told = each(material, ((a, first[a].figure.exact) for a in plain))
        yield Draft(
            "attribution", readings,
            Message.of(
                "voice: number outright", source=source(material, plain[0]), words=number,
                others=others,
            )
            if len(plain) == 1 else Message.of("voice: numbers outright", told=told, others=others),
            Message.of("voice: number, ground"), 0.7,
            tags=frozenset({Tag.FACT}), weight=3,
        )  # fmt: skip


def _teller(context: Context, quantity: Quantity) -> Words | None:
    """Whose word a number is: nobody's where it is taken as known, "all the 40 pilots"."""
    if introduced(quantity.sentence, quantity.span):
        return None
    text = context.material.texts[quantity.article]
    for quote in text.quoted.get(quantity.sentence.number, ()):
        inside = any(s <= quantity.figure.start < e for s, e in quote.parts)
        if (
            inside
            and quote.speaker_span
            and quote.cue
            and _somebody(quantity.sentence, quote.speaker_span)
        ):
            return quoted(text.article.text[slice(*quote.speaker_span)], 8)
    return None


# --- borrowed words ------------------------------------------------------------------------------


def _echoes(context: Context) -> Iterator[Draft]:
    """A word that one puts in quotation marks and another, of the same matter, uses as its own."""
    material = context.material
    quoting: defaultdict[str, dict[str, Reading]] = defaultdict(dict)
    using: defaultdict[str, dict[str, Reading]] = defaultdict(dict)
    for _, *pair in context.alignment.pairs(ALIGNED):
        for one, other in (pair, pair[::-1]):
            if context.copies(one.article, other.article) or other.kind == "headline":
                continue
            borrowed = list(_borrowed(context, one))
            # Few sentences quote so little: the words of the other are looked through for those.
            plain = _own_words(context, other) if borrowed else frozenset()
            for words, reading in borrowed:
                if words <= plain:
                    key = " ".join(sorted(words))
                    quoting[key].setdefault(one.article, reading)
                    text = material.texts[other.article]
                    using[key].setdefault(other.article, text.reading(other.start, other.end))
    for key in sorted(using):
        own = {
            a: r for a, r in using[key].items()
            if a not in quoting[key] and not _quotes(material.texts[a], key)
        }  # fmt: skip
        if not own:
            continue
        readings = material.in_order((*quoting[key].values(), *own.values()))
        said = each(material, ((a, r.exact) for a, r in quoting[key].items()))
        yield Draft(
            "attribution", readings,
            Message.of(
                "voice: borrowed", told=Message.of("voice: stands", told=said),
                sources=sources(material, own),
            ),
            Message.of("voice: borrowed, ground"), 0.65,
            tags=frozenset({Tag.ECHO}), weight=len(readings), about=key,
        )  # fmt: skip


def _quotes(text: Text, key: str) -> bool:
    """Whether an article has some words within marks anywhere."""
    wanted = set(key.split())
    return any(
        wanted <= {w.lemma for w in text.words[slice(*text.between(*span))]}
        for quote in text.quotes
        for span in quote.quoted
    )


def _borrowed(context: Context, sentence: Sentence) -> Iterator[tuple[frozenset[str], Reading]]:
    """What a sentence quotes in four words or fewer: its telling words, and where they are."""
    text = context.material.texts[sentence.article]
    for quote in text.quoted.get(sentence.number, ()):
        for span in quote.quoted:
            words = text.words[slice(*text.between(*span))]
            telling = frozenset(w.lemma for w in words if w.content and not w.proper)
            if telling and len(words) <= SHORT and sentence.start <= span[0] < sentence.end:
                yield telling, text.reading(words[0].start, words[-1].end)


def _own_words(context: Context, sentence: Sentence) -> frozenset[str]:
    """The telling words of a sentence that stand outside quotation marks."""
    text = context.material.texts[sentence.article]
    marked = [s for q in text.quoted.get(sentence.number, ()) for s in _in_marks(q)]
    marked += _between_marks(sentence)
    return frozenset(
        w.lemma
        for w in text.words[sentence.first : sentence.last]
        if w.content and not any(a <= w.start < b for a, b in marked)
    )


def _between_marks(sentence: Sentence) -> list[Span]:
    """What stands between quotation marks, spoken or not; nothing where they don't pair."""
    marks = [sentence.offset + t.idx for t in sentence.tokens if t.text in MARKS]
    return list(zip(marks[::2], marks[1::2], strict=True)) if len(marks) % 2 == 0 else []


def _in_marks(quote: Quote) -> tuple[Span, ...]:
    return quote.quoted or (quote.parts if quote.kind == "direct" else ())
