"""Two statements that cannot both hold, only where it is plain.

A name exchanged in a sentence otherwise the same; a verb denied in one sentence and not in
another that tells the same; one speaker hopeful in one article and gloomy in another, on one day.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.collation.findings.context import Draft
from variorum.collation.findings.names import is_spelling
from variorum.collation.findings.phrasing import quoted, source, upper_first
from variorum.collation.findings.shared_edits import beside_quote, in_marks
from variorum.collation.findings.statements import affiliations, days_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Material, Sentence, Text
    from variorum.model import Entity, Quote, Span

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


def find(context: Context) -> Iterator[Draft]:
    """The three kinds."""
    yield from _edited(context)
    yield from _negated(context)
    yield from _impressions(context)


def _edited(context: Context) -> Iterator[Draft]:
    material = context.material
    for edit in context.edits:
        one, other = material.texts[edit.article], material.texts[edit.witness]
        if (
            in_marks(one, edit.one)
            or beside_quote(one, edit.one)
            or beside_quote(other, edit.other)
        ):
            continue
        if not edit.exchange:
            yield from _denied_by_edit(context, one, other, edit.one, edit.other)
            continue
        mine, theirs = _name(one, edit.one), _name(other, edit.other)
        if mine is None or theirs is None or mine.actor == theirs.actor:
            continue
        # Only in copies: others may name the town where these name the county.
        if not context.copies(edit.article, edit.witness) or is_spelling(mine.exact, theirs.exact):
            continue
        readings = (one.reading(mine.start, mine.end), other.reading(theirs.start, theirs.end))
        yield Draft(
            "contradiction", readings,
            f"It cannot be both: {quoted(mine.exact)} in {source(material, edit.article)}, "
            f"{quoted(theirs.exact)} in {source(material, edit.witness)}, "
            "and the sentence is the same.",
            "A name is exchanged in a passage otherwise the same.", 0.85,
            tags=frozenset({"name"}), weight=5,
        )  # fmt: skip


def _denied_by_edit(
    context: Context, one: Text, other: Text, span: Span, there: Span
) -> Iterator[Draft]:
    """A negation left out or added in a passage otherwise the same."""
    mine, at = (one, span) if span[1] > span[0] else (other, there)
    theirs = other if mine is one else one
    words = [w.norm for w in mine.words[slice(*mine.between(*at))]]
    if len(words) > 2 or not set(words) & {"not", "n't", "never", "no"}:
        return
    sentence = mine.sentence_at(at[0])
    if sentence is None:
        return
    key = {w.norm for w in mine.words[sentence.first : sentence.last]} - set(words)
    best = max(
        theirs.sentences,
        key=lambda s: len(key & {w.norm for w in theirs.words[s.first : s.last]}) - s.number / 1e6,
    )
    material = context.material
    readings = material.in_order(
        (mine.reading(sentence.start, sentence.end), theirs.reading(best.start, best.end))
    )
    yield Draft(
        "contradiction", readings,
        f"{source(material, sentence.article)} has a {quoted(' '.join(words))} that "
        f"{source(material, best.article)} has not: {quoted(readings[0].exact)}.",
        "A negation is all that differs.", 0.9, tags=frozenset({"negation"}), weight=6,
    )  # fmt: skip


def _name(text: Text, span: Span) -> Entity | None:
    return next((e for e in text.entities if e.start < span[1] and e.end > span[0]), None)


# --- denied --------------------------------------------------------------------------------------


def _negated(context: Context) -> Iterator[Draft]:
    material = context.material
    for score, one, other in (*context.alignment.pairs(ALIGNED), *_same_deeds(context)):
        if score >= 0.9 or len(one.matter & other.matter) < 2:
            continue
        if context.copies(one.article, other.article):
            continue
        mine, theirs = _verbs(one), _verbs(other)
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


# --- opposite impressions ------------------------------------------------------------------------


@functools.cache
def _tones() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = gazetteer.table("tone.toml")
    hopeful, gloomy, negations = (
        frozenset(table[k].split()) for k in ("hopeful", "gloomy", "negations")
    )
    return hopeful, gloomy, negations


def tone(sentence: Sentence, span: Span) -> tuple[int, Span] | None:
    """1 for a hopeful judgement in a range, -1 for a gloomy one, with its words."""
    hopeful, gloomy, negations = _tones()
    tokens = [t for t in sentence.tokens if span[0] <= sentence.offset + t.idx < span[1]]
    signs = {(t.lemma_.lower() in hopeful) - (t.lemma_.lower() in gloomy) for t in tokens} - {0}
    if len(signs) > 1:
        return None
    for n, token in enumerate(tokens):
        lemma = token.lemma_.lower()
        sign = 1 if lemma in hopeful else -1 if lemma in gloomy else 0
        if not sign:
            continue
        before = {t.lower_ for t in tokens[max(0, n - 7) : n]}
        first = n
        if before & negations:
            sign = -sign
            first = next(i for i in range(max(0, n - 7), n) if tokens[i].lower_ in negations)
        start = sentence.offset + tokens[first].idx
        return sign, (start, sentence.offset + token.idx + len(token))
    return None


def _judging(text: Text, part: Span) -> Sentence | None:
    """The first sentence of a quoted range that passes a judgement."""
    first = text.sentence_at(part[0])
    if first is None:
        return None
    for sentence in text.sentences[first.number : first.number + 4]:
        if sentence.start < part[1] and tone(sentence, part):
            return sentence
    return first


def _impressions(context: Context) -> Iterator[Draft]:
    material = context.material
    speaks_for = affiliations(material)
    judged: defaultdict[tuple[str, str], dict[str, tuple[int, Sentence, Span, Quote]]] = (
        defaultdict(dict)
    )
    for id_, text in material.texts.items():
        for quote in text.quotes:
            if not isinstance(quote.speaker, str) or quote.speaker not in material.actors:
                continue
            if material.actors[quote.speaker].label != "PER" and quote.speaker not in speaks_for:
                continue
            for part in quote.parts:
                sentence = _judging(text, part)
                found = tone(sentence, part) if sentence else None
                if sentence and found:
                    day = material.day(id_) or ""
                    judged[quote.speaker, day].setdefault(
                        id_, (*found[:1], sentence, found[1], quote)
                    )
    for (actor, _), said in sorted(judged.items()):
        up = [s for s in said.values() if s[0] > 0]
        down = [s for s in said.values() if s[0] < 0]
        if not up or not down:
            continue
        readings = material.in_order(
            material.texts[s.article].reading(*_clause_of(material, q, s))
            for _, s, _, q in (*up[:2], *down[:2])
        )
        name = material.actors[actor].name
        one, other = up[0], down[0]
        yield Draft(
            "contradiction", readings,
            upper_first(
                f"{source(material, one[1].article)} leaves {name} hopeful, "
                f"{quoted(_text(material, one))}; from {source(material, other[1].article)} one "
                f"takes the opposite, {quoted(_text(material, other))}."
            ),
            "One speaker, one day; the judgements point opposite ways.", 0.65,
            tags=frozenset({"impression"}), weight=4, actors=(actor,), about=actor,
        )  # fmt: skip


def _clause_of(material: Material, quote: Quote, sentence: Sentence) -> Span:
    text = material.texts[sentence.article].article.text
    part = next(p for p in quote.parts if p[0] < sentence.end and p[1] > sentence.start)
    start, end = max(part[0], sentence.start), min(part[1], sentence.end)
    return start, start + len(text[start:end].rstrip(" ,;"))


def _text(material: Material, judged: tuple[int, Sentence, Span, Quote]) -> str:
    start, end = judged[2]
    return material.texts[judged[1].article].article.text[start:end]
