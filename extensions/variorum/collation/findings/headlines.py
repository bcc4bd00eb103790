"""What headlines make of one matter: they are compared with each other, word by word.

A headline may be known from the page's data alone, so it has no parse: its words are looked up in
the lexicons of acts, opposites, degrees and labels.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.model import Message, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Text
    from variorum.model import Span

LEAST = 2
"""Headlines that have so many words in common are on one matter."""
MOST = 40
"""So many headlines of a story are compared."""
LETTERS = 3
"""Words of fewer letters tell nothing."""
ENDINGS = ("", "s", "es", "d", "ed", "ing", "ned", "ted", "ped")
BEFORE = 3
"""So many words on, "no" and "not" deny a word: the first of them, if it tells of an act."""
_WORD = re.compile(r"[\w’'-]+")
_ENDINGS = ("'s", "’s", "ing", "ed", "es", "s", "e")
_PART = re.compile(r"\w+(?:[’']\w+)*")
"""A word, or a part of one with hyphens."""
_SMALL = frozenset(
    ("the", "for", "and", "with", "from", "over", "after", "that", "who", "his", "her", "its",
     "has", "are", "was", "not", "says", "say", "said", "into", "about", "will", "out", "but")
)  # fmt: skip
_NOT = frozenset({"no", "not", "never", "n't", "denies", "without"})


@dataclass(frozen=True, slots=True)
class _Headline:
    reading: Reading
    words: tuple[str, ...]
    """In small letters, in the form that the lexicons have."""
    text: str


def find(context: Context) -> Iterator[Draft]:
    """Pairs of headlines that tell one matter otherwise; a headline against a text's own words."""
    listed = [h for t in context.material.texts.values() if (h := _headline(t)) is not None]
    for one, other in combinations(listed[:MOST], 2):
        if len(_telling(one) & _telling(other)) >= LEAST:
            yield from _compared(context, one, other)
    for headline in listed[:MOST]:
        yield from _against_texts(context, headline)


def _headline(text: Text) -> _Headline | None:
    first = next((s for s in text.sentences if s.kind == "headline"), None)
    title = text.article.meta.title or ""
    if first is not None:
        reading = text.reading(first.start, first.end)
        title = reading.exact or ""
    elif title:
        reading = Reading(text.article.id, meta="title")
    else:
        return None
    return _Headline(reading, tuple(_base(w.lower()) for w in _WORD.findall(title)), title)


@functools.lru_cache(maxsize=4096)
def _base(word: str) -> str:
    """The form of a word that the lexicons have; else the word without its ending."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if not word.endswith(ending) or len(stem) < LETTERS:
            continue
        for form in (stem, f"{stem}e", f"{stem[:-1]}y" if stem.endswith("i") else stem):
            if form in _known():
                return form
    return word.removesuffix("s") if not word.endswith("ss") else word


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(
        (*acts.acts(), *acts.nouns(), *acts.degrees(), *acts.opposite_words(), *labels())
    )


@functools.cache
def labels() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Of a noun: for what it stands, and on whose side."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for group, row in gazetteer.table("labels.toml").items():
        for side, nouns in enumerate(row):
            for noun in nouns.split("|"):
                found[noun.strip()].append((group, side))
    return {noun: tuple(listed) for noun, listed in found.items()}


def _telling(headline: _Headline) -> set[str]:
    return {w for w in headline.words if _tells(w)}


def _tells(word: str) -> bool:
    return len(word) >= LETTERS and word not in _SMALL


def _compared(context: Context, one: _Headline, other: _Headline) -> Iterator[Draft]:
    mine, theirs = set(one.words) - set(other.words), set(other.words) - set(one.words)
    if _denied(one, other) or any(
        _opposed(a, b) for a in one.words for b in other.words if a in mine or b in theirs
    ):
        yield _draft(context, "contradiction", one, other, "headline: opposite", Tag.OPPOSITION)
        return
    for table in (acts.degrees(), labels()):
        graded = [
            (a, b) for a in sorted(mine) for b in sorted(theirs)
            for group, degree in table.get(a, ()) for also, at in table.get(b, ())
            if group == also and degree != at
        ]  # fmt: skip
        if graded:
            yield _draft(context, "wording", one, other, "headline: otherwise", Tag.HEADLINE)
            return


def _opposed(one: str, other: str) -> bool:
    if other in acts.opposite_words().get(one, frozenset()):
        return True
    pairs = acts.opposed(same_doer=False) | acts.opposed(same_doer=True)
    told = acts.acts()
    return any((a, b) in pairs for a in told.get(one, ()) for b in told.get(other, ()))


def _denied(one: _Headline, other: _Headline) -> bool:
    """Whether one denies a word that the other has as a fact: "no fault with" and "faults"."""
    both = ((one, other), (other, one))
    return any(_negated(a) & (_telling(b) - _negated(b)) - {"comment"} for a, b in both)


def _negated(headline: _Headline) -> set[str]:
    words = headline.words
    denying = [n for n, w in enumerate(words) if w in _NOT or w.endswith("n't")]
    after = ([w for w in words[at + 1 : at + 1 + BEFORE] if len(w) > LETTERS] for at in denying)
    return {near[0] for near in after if near and near[0] in _known()}


def _against_texts(context: Context, headline: _Headline) -> Iterator[Draft]:
    """A quality in a headline that a text has otherwise: "older sister", "younger sister"."""
    material = context.material
    names = {w for w in _WORD.findall(headline.text)[1:] if w[:1].isupper()}
    opposites = acts.opposite_words()
    for quality, noun in zip(headline.words, headline.words[1:], strict=False):
        if quality not in opposites:
            continue
        for sentence in material.sentences():
            if sentence.kind == "headline":
                continue
            for token in sentence.tokens[:-1]:
                after = token.nbor()
                if token.text not in opposites[quality] or after.lemma_.lower() != noun:
                    continue
                text = material.texts[sentence.article]
                at = sentence.offset + token.idx
                reading = text.reading(at, sentence.offset + after.idx + len(after))
                told = text.article.text[sentence.start : sentence.end]
                if sentence.article != headline.reading.article and any(n in told for n in names):
                    yield Draft(
                        "contradiction", (headline.reading, reading),
                        Message.of(
                            "headline: against a text", mine=quoted(headline.text),
                            one=source(material, headline.reading.article),
                            theirs=quoted(reading.exact), other=source(material, sentence.article),
                        ),
                        Message.of("headline: against a text, ground"), 0.7,
                        tags=frozenset({Tag.QUALITY}), weight=5, about=f"{quality} {noun}",
                    )  # fmt: skip
                    return


def own_words(headlines: Sequence[tuple[str, str]]) -> list[list[Span]]:
    """Of each headline, given behind its outlet, the words that no other outlet's headline has."""
    said = [[(w.span(), _stem(w[0].casefold())) for w in _PART.finditer(h)] for _, h in headlines]
    theirs: defaultdict[str, set[str]] = defaultdict(set)
    for (outlet, _), words in zip(headlines, said, strict=True):
        for _, word in words:
            theirs[word].add(outlet)
    return [
        [
            span for span, word in words
            if (word.isdigit() or _tells(h[slice(*span)].casefold())) and len(theirs[word]) == 1
        ]
        for (_, h), words in zip(headlines, said, strict=True)
    ]  # fmt: skip


def _stem(word: str) -> str:
    """A word without its ending: "stops", "stopping" and "stopped" are one."""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= LETTERS), "")
    stem = word.removesuffix(ending)
    if ending and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return f"{stem[:-1]}y" if stem.endswith("i") else stem


def _draft(
    context: Context, kind: str, one: _Headline, other: _Headline, message: str, tag: Tag
) -> Draft:
    material = context.material
    return Draft(
        kind, (one.reading, other.reading),
        Message.of(
            message, mine=quoted(one.text), one=source(material, one.reading.article),
            theirs=quoted(other.text), other=source(material, other.reading.article),
        ),
        Message.of("headline: ground"), 0.7,
        tags=frozenset({tag}), weight=4, about="headlines",
    )  # fmt: skip
