"""What one article tells and another denies: a verb negated in one of two sentences alike."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.same_statement import days_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Material, Sentence

ALIGNED = 0.33
"""Sentences so much alike tell the same, but for what is denied."""
FEW = 5
"""A deed that more sentences name is no single one."""
NEAR = 21
"""Reports so many days apart may be of one deed."""
EMPTY = frozenset(
    ("be", "have", "do", "will", "would", "can", "could", "may", "might", "shall", "should", "must",
     "say", "give", "take", "make", "get", "go", "come", "see", "keep", "put")
)  # fmt: skip
"""Verbs that are no deed of their own."""


def denials(context: Context) -> Iterator[Draft]:
    """Pairs of sentences, in one of which the verb is denied."""
    material = context.material
    known: dict[tuple[str, int], dict[str, bool]] = {}

    def verbs(sentence: Sentence) -> dict[str, bool]:
        # A sentence is in many pairs.
        place = sentence.article, sentence.number
        if place not in known:
            known[place] = _verbs(sentence)
        return known[place]

    for score, one, other in (*context.alignment.pairs(ALIGNED), *_same_deeds(context)):
        if score >= 0.9 or len(one.matter & other.matter) < 2:
            continue
        if context.copies(one.article, other.article):
            continue
        mine, theirs = verbs(one), verbs(other)
        for lemma in sorted(mine.keys() & theirs.keys()):
            if mine[lemma] == theirs[lemma] or _asked(one, lemma) or _asked(other, lemma):
                continue
            if not _same_arguments(one, other, lemma):
                continue
            readings = material.in_order(
                material.texts[s.article].reading(s.start, s.end) for s in (one, other)
            )
            deny, hold = (one, other) if mine[lemma] else (other, one)
            yield Draft(
                "contradiction", readings,
                f"{source(material, hold.article)} tells it, {_around(material, hold, lemma)}; "
                f"{source(material, deny.article)} denies it, {_around(material, deny, lemma)}.",
                f"Sentences that tell the same (likeness {score:.2f}), “{lemma}” denied in one.",
                min(0.8, 0.4 + score), tags=frozenset({"negation"}), weight=score * 5,
            )  # fmt: skip
            break


def _same_deeds(context: Context) -> Iterator[tuple[float, Sentence, Sentence]]:
    """Sentences that name the same deed done to the same thing, denied in one, by one actor."""
    deeds: defaultdict[tuple[str, str], list[tuple[Sentence, bool]]] = defaultdict(list)
    for sentence in context.material.sentences():
        for verb in sentence.tokens:
            if verb.pos_ == "VERB" and verb.lemma_ not in EMPTY:
                for thing in _things(verb):
                    deeds[verb.lemma_.lower(), thing].append((sentence, _is_denied(verb)))
    for _, told in sorted(deeds.items(), key=lambda item: item[0]):
        if len(told) > FEW or len({denied for _, denied in told}) < 2:
            continue
        for one, denied in told:
            for other, held in told:
                apart = denied and not held and one.article != other.article
                if apart and one.actors & other.actors and _near_days(context, one, other):
                    yield 0.35, one, other


def _things(verb: Token) -> set[str]:
    return {t.lemma_.lower() for t in verb.subtree if t.pos_ == "NOUN" and t.i > verb.i}


def _near_days(context: Context, one: Sentence, other: Sentence) -> bool:
    apart = days_apart(*(context.material.day(s.article) for s in (one, other)))
    return apart is None or apart <= NEAR


def _around(material: Material, sentence: Sentence, lemma: str) -> str:
    """A sentence in marks, in which the verb that is denied and its negation are not cut out."""
    text = material.texts[sentence.article].article.text[sentence.start : sentence.end]
    verb = _verb(sentence, lemma)
    after = verb.i - sentence.tokens.start
    before = sentence.tokens[max(0, after - 2)]
    at = sentence.offset - sentence.start
    keep = max(0, at + before.idx), at + verb.idx + len(verb)
    return quoted(text, 20, keep)


def _verbs(sentence: Sentence) -> dict[str, bool]:
    """Verbs of a sentence that tell, and whether each is denied."""
    found: dict[str, bool] = {}
    for token in sentence.tokens:
        if token.pos_ == "VERB" and token.lemma_ not in EMPTY:
            found[token.lemma_.lower()] = _is_denied(token)
    return found


def _is_denied(verb: Token) -> bool:
    if any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return _is_denied(verb.head)
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _asked(sentence: Sentence, lemma: str) -> bool:
    """Whether the verb is only a possibility: asked, wished or conditional."""
    for token in sentence.tokens:
        if token.lemma_.lower() == lemma and token.pos_ == "VERB":
            helpers = {c.lower_ for c in token.children if c.dep_ in ("aux", "mark")}
            if helpers & {"if", "whether", "should", "could", "may", "might", "to", "would"}:
                return True
    return False


def _verb(sentence: Sentence, lemma: str) -> Token:
    return next(t for t in sentence.tokens if t.lemma_.lower() == lemma and t.pos_ == "VERB")


def _same_arguments(one: Sentence, other: Sentence, lemma: str) -> bool:
    """Whether the verbs have a telling word in common below them."""
    below = []
    for s in (one, other):
        verb = _verb(s, lemma)
        below.append(
            {t.lemma_.lower() for t in verb.subtree if t.pos_ in ("NOUN", "PROPN") and t != verb}
        )
    return len(below[0] & below[1]) >= 1
