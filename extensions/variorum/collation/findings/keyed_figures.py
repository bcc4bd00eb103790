"""Figures by what is told of them: how many died, how long, how strong; the turnout of a vote.

Figures of one key (:mod:`~variorum.collation.findings.figure_keys`) are compared over all articles,
in whatever words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.figure_keys import keys, parts
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.quantities import (
    Quantity,
    disjoint,
    elsewhere,
    quantities,
)
from variorum.collation.findings.tags import Tag
from variorum.model import Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.figure_keys import Key

APART = math.log(12)
"""Values so many times greater are of another event or another part of it."""
PRECISE = 1.5
"""Values of which none is told more precisely than so are words for many."""
ALIKE = {"distance": 2, "value": 1}
"""By the first word of a key: figures are of one thing whose sentences have so much in common."""


def find(context: Context) -> Iterator[Draft]:
    """One finding a key and an order of magnitude."""
    by_key: defaultdict[Key, defaultdict[str, list[Quantity]]] = defaultdict(_by_year)
    frames = parts(context)
    for quantity in quantities(context):
        for key, year in sorted(set(keys(quantity, frames))):
            by_key[key][year].append(quantity)
    seen: set[frozenset[tuple[str, int]]] = set()
    for key, by_year in sorted(by_key.items()):
        for listed in _of_years(context, key, by_year):
            for group in _magnitudes(listed):
                told = _apart(context, key, list(_one_each(group)))
                places = frozenset((q.article, q.figure.start) for q in told)
                if len(told) > 1 and places not in seen:
                    seen.add(places)
                    yield _draft(context, key, told)


def _by_year() -> defaultdict[str, list[Quantity]]:
    return defaultdict(list)


def _of_years(
    context: Context, key: Key, by_year: dict[str, list[Quantity]]
) -> list[list[Quantity]]:  # fmt: skip
    """Figures of one year together; what is told of no year is of the one that is told.

    An act of no year is the news: it is of no other year than that of the reports, or the last.
    """
    told = by_year.keys() - {""}
    days = [d for a in context.material.texts if (d := context.material.day(a))]
    news = {str(int(day[:4]) - ago) for day in days for ago in (0, 1)}
    if len(told) < 2 and (key[0] != "act" or told <= news):
        return [[q for _, listed in sorted(by_year.items()) for q in listed]]
    return [listed for _, listed in sorted(by_year.items())]


def _magnitudes(listed: list[Quantity]) -> Iterator[list[Quantity]]:
    """Figures of one order of magnitude together."""
    group: list[Quantity] = []
    for quantity in sorted(listed, key=lambda q: (q.low, q.article, q.figure.start)):
        if group and _log(quantity.low) - max(map(_greatest, group)) > APART:
            yield group
            group = []
        group.append(quantity)
    if group:
        yield group


def _log(value: float) -> float:
    return math.log(max(value, 1e-9))


def _greatest(quantity: Quantity) -> float:
    """The greatest that a figure says it may be, as a logarithm: "hundreds of thousands"."""
    return _log(quantity.low if quantity.figure.high is None else quantity.high)


def _one_each(group: list[Quantity]) -> Iterator[Quantity]:
    """Of each article the value that tells it from the others, as near to theirs as it has one."""
    by_article: defaultdict[str, list[Quantity]] = defaultdict(list)
    for quantity in group:
        by_article[quantity.article].append(quantity)
    usual = {
        q.low for q in group
        if 2 * len({o.article for o in group if o.low == q.low}) > len(by_article) > 2
    }  # fmt: skip
    middle = sorted(q.low for q in group if q.low not in usual or len(by_article) < 3) or [
        group[0].low
    ]
    median = middle[len(middle) // 2]
    for article in sorted(by_article):
        own = [q for q in by_article[article] if q.low not in usual] or by_article[article]
        yield min(own, key=lambda q: (abs(q.low - median), q.figure.start))


def _apart(context: Context, key: Key, told: list[Quantity]) -> list[Quantity]:
    """Those that another has otherwise, if two have."""
    kept = [q for q in told if not any(elsewhere(q, o) for o in told)]
    if key[0] == "measure":
        kept = [q for q in kept if not any(_of_others(context, q, o) for o in kept)]
    if key[0] == "population":
        kept = [
            q for q in kept if any(q.article != o.article and q.places & o.places for o in kept)
        ]
    if least := ALIKE.get(key[0], 0):
        kept = [q for q in kept if any(q.article != o.article and _near(q, o, least) for o in kept)]
    values = {(q.low, q.high) for q in kept}
    apart = any(disjoint(a, b) for a in kept for b in kept)
    return kept if len(values) > 1 and apart and any(map(_is_precise, kept)) else []


def _is_precise(quantity: Quantity) -> bool:
    """Whether a figure is told in digits, or within narrow bounds."""
    digits = any(c.isdigit() for c in quantity.figure.exact or "")
    return digits or quantity.high <= PRECISE * quantity.low


def _of_others(context: Context, one: Quantity, other: Quantity) -> bool:
    """Whether two sentences are of two persons."""
    actors = context.material.actors
    mine, theirs = (
        {a for a in q.sentence.actors if a in actors and actors[a].label == "PER"}
        for q in (one, other)
    )  # fmt: skip
    return bool(mine and theirs and not mine & theirs)


def _near(one: Quantity, other: Quantity, least: int) -> bool:
    """Whether two sentences have so many things in common, but what is counted."""
    counted = [w for q in (one, other) for w in (q.figure.exact or "").lower().split()]
    common = one.sentence.matter & other.sentence.matter - {one.counted}
    return sum(not any(w.startswith(thing) for w in counted) for thing in common) >= least


def _tags(key: Key) -> frozenset[Tag]:
    """How many live somewhere is no news."""
    return frozenset({Tag.PRECISION} if key[0] == "population" else {Tag.KEYED, Tag.CONFLICT})


def _draft(context: Context, key: Key, told: Iterable[Quantity]) -> Draft:
    material = context.material
    listed = list(told)
    readings = material.in_order(material.texts[q.article].reading(*q.span) for q in listed)
    said = each(material, ((r.article, r.exact) for r in readings))
    return Draft(
        "figure", readings, Message.of("figure: keyed", told=said),
        Message.of("figure: keyed, ground", key=Words(key[1])), 0.86,
        tags=_tags(key), weight=len(listed), about=" ".join(key),
    )  # fmt: skip
