"""The same quantity with another value, or told more or less precisely.

Two figures are of the same quantity if they count the same thing in the same unit and their
sentences tell the same, or name the same in a matter of few: see :func:`_same_matter`. Figures at
different places or on different days are never compared.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.figure_keys import done_by, parts, told_of
from variorum.collation.findings.phrasing import each, quoted, source
from variorum.collation.findings.quantities import (
    Quantity,
    disjoint,
    elsewhere,
    quantities,
)
from variorum.collation.findings.shared_edits import touching
from variorum.collation.findings.tags import Tag
from variorum.collation.findings.units import ROUNDED, dimension, factor, may_be_one
from variorum.collation.frames.things import same_things
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.figure_keys import Parts
    from variorum.collation.findings.material import Sentence, Text, Word
    from variorum.model import Span, Value

COMMON = 40
"""Quantities of a kind that stand in more sentences are only compared where sentences align."""
ALIGNED = 0.3
"""Sentences so much alike tell of the same quantity, …"""
SURE = 0.42
"""… and so much where the values exclude each other."""
BIG = 1000
"""A number of this size is rarely another's by chance."""
LASTING = frozenset({"last", "meet", "talk", "spend", "sit", "session", "talks", "negotiation"})
"""Words of how long a meeting took."""


def find(context: Context) -> Iterator[Draft]:
    """Figures that differ, by what is counted; then those edited inside shared text."""
    done: set[tuple[str, int]] = set()
    for group in groups(context):
        draft = _draft(context, group)
        if draft is not None:
            done |= {(q.article, q.figure.start) for q in group}
            yield draft
    yield from _edited(context, done)


def groups(context: Context) -> Iterator[list[Quantity]]:
    """Figures of several articles that are of the same quantity."""
    by_counted: defaultdict[str, list[Quantity]] = defaultdict(list)
    told = parts(context)
    for quantity in quantities(context):
        by_counted[quantity.counted].append(quantity)
    for _, listed in sorted(by_counted.items()):
        rest = list(listed)
        few = len(rest) <= COMMON
        while rest:
            group = [rest.pop(0)]
            for other in list(rest):
                if _joins(context, told, group, other, few):
                    group.append(other)
                    rest.remove(other)
            if len({q.article for q in group}) > 1:
                yield group


def _joins(
    context: Context, told: Parts, group: list[Quantity], other: Quantity, few: bool
) -> bool:  # fmt: skip
    """Whether a figure is of the quantity that those of a group are of."""
    if any(elsewhere(q, other) for q in group):
        return False
    if any(q.article == other.article and q.low != other.low for q in group):
        return False  # the article counts two things in one word
    fits = [_same_matter(context, told, q, other, few) for q in group]
    return any(fits) and all(
        fit or not disjoint(q, other) for fit, q in zip(fits, group, strict=True)
    )


def _same_matter(
    context: Context, told: Parts, one: Quantity, other: Quantity, few: bool
) -> bool:  # fmt: skip
    a, b = one.sentence, other.sentence
    if a.article == b.article or context.copies(a.article, b.article):
        return False
    score = context.alignment.score(a.key, b.key)
    if disjoint(one, other) and (one.crowded or other.crowded):
        return False  # which of several values answers which?
    vague = any(q.figure.low and (q.figure.high or 0) >= 2 * q.figure.low for q in (one, other))
    if not vague and _told_otherwise(told_of(one, told), told_of(other, told)):
        return False
    doers = done_by(one, told), done_by(other, told)
    if all(doers) and not doers[0] & doers[1]:
        return False
    if score >= (SURE if disjoint(one, other) else ALIGNED):
        return True
    if not few:
        return False
    own = one.counted.split()[-1]
    words = {w for w in a.matter & b.matter if same_things().get(w, w) != own and w.isalpha()}
    names = a.actors & b.actors
    if one.counted == "hours":
        lasting = all({w.lemma for w in _words(context, s)} & LASTING for s in (a, b))
        return bool(one.places & other.places) and (lasting or bool(words))
    big = min(one.low, other.low) >= BIG
    if big and one.low == other.low and one.counted in same_things().values():
        return True
    if disjoint(one, other):
        return len(words) >= 3 and len(names) >= 2
    return len(names) >= 2 or len(words) >= 3 or bool(names and (words or big))


def _told_otherwise(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what two figures count takes part in two acts: those who may vote, and who did."""
    return bool(one and other and not one & other)


def _words(context: Context, sentence: Sentence) -> list[Word]:
    return context.material.texts[sentence.article].words[sentence.first : sentence.last]


def _draft(context: Context, group: list[Quantity]) -> Draft | None:
    group = _scale(group)
    values = {(q.low, q.high) for q in group}
    if len({q.article for q in group}) < 2 or len(values) < 2:
        return None
    by_article: defaultdict[str, set[tuple[float, float]]] = defaultdict(set)
    for q in group:
        by_article[q.article].add((q.low, q.high))
    if len({frozenset(v) for v in by_article.values()}) < 2:
        return None
    material = context.material
    conflict = any(disjoint(a, b) for a in group for b in group)
    if not conflict and len({q.figure.unit for q in group}) > 1:
        return None  # one value in two units
    readings = material.in_order(material.texts[q.article].reading(*q.span) for q in group)
    return Draft(
        "figure",
        readings,
        _explain(context, group, conflict),
        Message.of("figure: exclude, ground" if conflict else "figure: precision, ground"),
        0.8 if conflict else 0.85,
        tags=frozenset({Tag.CONFLICT if conflict else Tag.PRECISION, *_wide(group)}),
        weight=len({q.article for q in group}),
        actors=tuple(sorted(frozenset.intersection(*(q.sentence.actors for q in group)))),
    )


def _wide(group: list[Quantity]) -> Iterator[Tag]:
    lows = [q.figure.low for q in group if q.figure.low is not None]
    highs = [q.figure.high for q in group if q.figure.high is not None]
    if any(bounds and min(bounds) * 2 < max(bounds) for bounds in (lows, highs)):
        yield Tag.WIDE


def _scale(group: list[Quantity]) -> list[Quantity]:
    """Without those of another order of magnitude: a part of it, or another count."""
    top = max(q.low for q in group)
    return [q for q in group if q.low * 12 >= top or q.high * 2 >= top]


def _explain(context: Context, group: list[Quantity], conflict: bool) -> Message:
    material = context.material
    told = each(material, ((q.article, q.figure.exact) for q in group))
    if conflict and len(group) == 2:
        return Message.of("figure: two values", told=told)
    if conflict:
        return Message.of("figure: no agreement", told=told)
    closed = [q for q in group if q.figure.low is not None and q.figure.high is not None] or group
    exact = min(closed, key=lambda q: (q.high - q.low, q.article))
    loose = max(closed, key=lambda q: (q.high - q.low, q.article))
    if loose.high > 3 * max(exact.high, 1) or loose.low * 3 < exact.low:
        values: dict[str, Value] = {
            "one": source(material, exact.article), "exact": quoted(exact.figure.exact),
            "other": source(material, loose.article), "loose": quoted(loose.figure.exact),
        }  # fmt: skip
        if len(group) > 2:
            return Message.of("figure: leaves it, in all", **values, told=told)
        return Message.of("figure: only at", **values)
    return Message.of("figure: put differently", told=told)


def _edited(context: Context, done: set[tuple[str, int]]) -> Iterator[Draft]:
    material = context.material
    for edit in context.edits:
        if not edit.exchange:
            continue
        one, other = material.texts[edit.article], material.texts[edit.witness]
        if touching(one.dates, edit.one) and touching(other.dates, edit.other):
            durations = {d.kind for d in touching(one.dates, edit.one)}
            if "duration" not in durations:
                continue
        mine, theirs = _number(one, edit.one), _number(other, edit.other)
        if mine is None or theirs is None or (edit.article, mine[0]) in done:
            continue
        if _is_hour(one, mine) or _is_hour(other, theirs):
            continue
        alike = _alike(one, mine, other, theirs)
        if alike is None or _beside(one, edit.one, mine) != _beside(other, edit.other, theirs):
            continue
        readings = (one.reading(*mine), other.reading(*theirs))
        told = each(material, ((r.article, r.exact) for r in readings))
        yield Draft(
            "figure", readings,
            Message.of("figure: exchanged", told=told), Message.of("same around both"), 0.95,
            tags=frozenset({alike, Tag.EDITED}), weight=2,
        )  # fmt: skip


def _beside(text: Text, edit: Span, number: Span) -> set[str]:
    """Verbs and nouns edited together with a number: with others it counts another thing."""
    words = text.words[slice(*text.between(*edit))]
    return {w.lemma for w in words if w.content and not number[0] <= w.start < number[1]}


def _alike(
    one: Text, mine: Span, other: Text, theirs: Span
) -> Tag | None:  # fmt: skip
    """How two numbers in one place differ; one value in two units doesn't."""
    bounds = [_bounds(text, span) for text, span in ((one, mine), (other, theirs))]
    if bounds[0] is None or bounds[1] is None:
        digits = [_digits(one, mine), _digits(other, theirs)]
        return Tag.CONFLICT if all(digits) and digits[0] != digits[1] else None
    if bounds[0][2] != bounds[1][2]:
        return Tag.CONFLICT
    (a, b, size, unit), (c, d, _, other_unit) = bounds[0], bounds[1]
    if may_be_one((a, b, unit), (c, d, other_unit)):
        return None
    near = ROUNDED if unit != other_unit else 0
    if a * (1 - near) > d or c > b * (1 + near):
        return Tag.CONFLICT
    return None if unit != other_unit and size else Tag.PRECISION


def _bounds(text: Text, span: Span) -> tuple[float, float, str, str] | None:
    """Of the figure in a range: between what it lies, in the unit its dimension is counted in."""
    figure = next(iter(touching(text.figures, span)), None)
    if figure is None:
        return None
    size = factor(figure.unit)
    low = figure.low * size if figure.low is not None else 0.0
    high = figure.high * size if figure.high is not None else math.inf
    return low, high, dimension(figure.unit), figure.unit or ""


def _digits(text: Text, span: Span) -> str:
    """The digits in a range: "12th" and "twelfth" are one number."""
    return "".join(c for c in text.article.text[slice(*span)] if c.isdigit())


def _is_hour(text: Text, span: Span) -> bool:
    """Whether a number is an hour or a score, with a colon in it or beside it."""
    return ":" in text.article.text[max(0, span[0] - 2) : span[1] + 1]


def _number(text: Text, span: Span) -> Span | None:
    """The figure an edit touches; else the one number among the edited words."""
    for figure in touching(text.figures, span):
        return figure.start, figure.end
    words = text.words[slice(*text.between(*span))]
    numbers = [(w.start, w.end) for w in words if any(c.isdigit() for c in w.norm)]
    sentence = text.sentence_at(span[0])
    if not numbers and sentence is not None:
        at = ((sentence.offset + t.idx, t) for t in sentence.tokens if t.like_num)
        numbers = [(start, start + len(t)) for start, t in at if span[0] <= start < span[1]]
    return numbers[0] if len(numbers) == 1 else None
