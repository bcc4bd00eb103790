"""What of a story is worth seeing: the one place where that is decided, over all kinds.

A finding's worth is that of its sort, the first row of :data:`SORTS` that fits its kind and tags,
and what the :data:`GROUNDS` that hold of it add or take away. A row's figure is the part of such
findings that readers of real stories found worth a look, a little more where the sort is what one
opens a comparison for. Worth gives the salience and the order. What is worth less than
:data:`LEAST` is left out, and what would flood the reader: of a story at most :data:`FIRST`
findings have salience 3, and at most :data:`EACH` of a kind are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum import extending
from variorum.collation.findings.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from variorum.collation.findings.context import Context, Draft

THREE = 0.7
"""From such a worth on a finding is of salience 3, …"""
TWO = 0.4
"""… of salience 2."""
LEAST = 0.25
"""What is worth less nobody needs to see: another spelling of one name, a full stop in initials."""
OF_SALIENCE = {3: 0.75, 2: 0.5, 1: 0.2}
"""The worth of what an extension finds, or an editor adds, by the salience it is given."""
FIRST = 40
"""So many findings of a story have salience 3 at most."""
EACH: dict[str, int] = {
    "quote-variant": 30, "shared-text": 30, "figure": 15, "date-conflict": 15, "wording": 25,
    "role": 15, "name": 12, "attribution": 20, "contradiction": 12, "omission": 20,
    "unique-claim": 45,
}  # fmt: skip
"""So many of a kind are kept, the worthiest; in a story of more than five articles more."""
OTHERS = 20
"""So many of a kind that an extension adds."""
SMALL = 5

SORTS: dict[str, tuple[tuple[set[Tag], float], ...]] = {
    "contradiction": (
        ({Tag.IMPRESSION}, 0.8),
        ({Tag.INITIATIVE}, 0.75),
        ({Tag.SILENCE}, 0.75),
        ({Tag.UNANSWERED}, 0.65),
        ({Tag.POLES}, 0.6),
        (set(), 0.85),
    ),
    "quote-variant": (
        ({Tag.WITHIN_ONE}, 0.1),
        ({Tag.ORTHOGRAPHIC}, 0.25),
        ({Tag.INDIRECT}, 0.45),
        ({Tag.SMALL_WORDS}, 0.3),
        ({Tag.CUT, Tag.THREE_OR_MORE}, 0.85),
        ({Tag.OTHER_WORDS}, 0.6),
        ({Tag.FEW_WORDS}, 0.5),
        ({Tag.EDITED}, 0.6),
        ({Tag.KEPT}, 0.75),
        ({Tag.CUT}, 0.82),
        ({Tag.PIECES}, 0.75),
        (set(), 0.5),
    ),
    "figure": (
        ({Tag.CURRENCY}, 0.5),
        ({Tag.PRECISION, Tag.EDITED}, 0.5),
        ({Tag.EDITED}, 0.75),
        ({Tag.KEYED}, 0.85),
        ({Tag.CONFLICT}, 0.85),
        ({Tag.WIDE}, 0.75),
        (set(), 0.5),
    ),
    "shared-text": (
        ({Tag.CREDITED_BY_SOME, Tag.SENTENCE}, 0.75),
        ({Tag.PAGE}, 0.68),
        ({Tag.IN_ALL}, 0.42),
        ({Tag.SENTENCE}, 0.68),
        (set(), 0.4),
    ),
    "attribution": (
        ({Tag.AGENCY}, 0.72),
        ({Tag.NEWS}, 0.72),
        ({Tag.STANDS_FOR}, 0.7),
        ({Tag.SPEAKER, Tag.UNSURE}, 0.4),
        ({Tag.SPEAKER}, 0.8),
        ({Tag.EXCHANGED}, 0.3),
        ({Tag.NOBODY}, 0.55),
        ({Tag.FACT}, 0.45),
        ({Tag.ECHO}, 0.45),
        (set(), 0.4),
    ),
    "wording": (
        ({Tag.FIRMNESS}, 0.68),
        ({Tag.REASON}, 0.72),
        ({Tag.DEGREE}, 0.65),
        ({Tag.HEADLINE}, 0.6),
        ({Tag.LABEL}, 0.55),
        ({Tag.FACT, Tag.THREE_OR_MORE}, 0.75),
        ({Tag.FACT}, 0.5),
        ({Tag.FRAMING, Tag.THREE_OR_MORE}, 0.72),
        ({Tag.FRAMING}, 0.6),
        ({Tag.EDITED}, 0.25),
        ({Tag.SOFT, Tag.THREE_OR_MORE}, 0.45),
        ({Tag.SOFT}, 0.3),
        ({Tag.THREE_OR_MORE}, 0.6),
        (set(), 0.45),
    ),
    "date-conflict": (
        ({Tag.STAMP}, 0.72),
        ({Tag.YEAR}, 0.85),
        ({Tag.EVENT_DAY}, 0.65),
        ({Tag.WEEKDAY, Tag.EVENT}, 0.4),
        ({Tag.WEEKDAY}, 0.3),
        ({Tag.EVENT}, 0.65),
        (set(), 0.4),
    ),
    "omission": (({Tag.FIGURE}, 0.42), ({Tag.MOST}, 0.5), (set(), 0.4)),
    "unique-claim": (
        ({Tag.LONG, Tag.REPLY, Tag.DENIAL}, 0.74),
        ({Tag.LONG, Tag.REPLY}, 0.7),
        ({Tag.LONG, Tag.DENIAL}, 0.65),
        ({Tag.REPLY, Tag.DENIAL}, 0.6),
        ({Tag.LONG}, 0.6),
        ({Tag.MUCH, Tag.DENIAL}, 0.57),
        ({Tag.MUCH}, 0.55),
        ({Tag.REPLY}, 0.5),
        (set(), 0.35),
    ),
    "role": (
        ({Tag.STANDING}, 0.44),
        ({Tag.SEVERAL_BEARERS}, 0.3),
        ({Tag.WORDS}, 0.3),
        (set(), 0.15),
    ),
    "name": (({Tag.LETTERS}, 0.4), (set(), 0.15)),
}
"""By kind: what tags a sort has, and what it is worth."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that makes a finding worth more, or less, whatever its kind."""

    name: str
    points: float
    holds: Callable[[Context, Draft], bool]


def _many_origins(context: Context, draft: Draft) -> bool:
    return context.origins({r.article for r in draft.readings}) > 2


GROUNDS = (Ground("three independent reports part", 0.05, _many_origins),)


def worth(context: Context, draft: Draft) -> float:
    """How much a reader has of seeing a finding, 0 to 1."""
    if others := extending.kinds().get(draft.kind):
        return OF_SALIENCE[others.salience]
    tags = {Tag(tag) for tag in draft.tags}
    sort = next(points for wanted, points in SORTS[draft.kind] if wanted <= tags)
    grounds = sum(ground.points for ground in GROUNDS if ground.holds(context, draft))
    return min(1.0, max(0.0, sort + grounds))


def salience(worthy: float) -> int:
    """3 for what a reader should see first, 2 for what is worth knowing, 1 for the record."""
    return 3 if worthy >= THREE else 2 if worthy >= TWO else 1


def chosen(context: Context, drafts: Iterable[Draft]) -> list[tuple[int, float, Draft]]:
    """The findings a reader gets, with salience and worth, the worthiest first."""
    more = max(1.0, (len(context.material.texts) / SMALL) ** 0.5)
    ranked = sorted(
        ((worth(context, d), d) for d in drafts),
        key=lambda e: (-e[0], -e[1].confidence, -e[1].weight, _place(context, e[1])),
    )  # fmt: skip
    kept: list[tuple[int, float, Draft]] = []
    counts: dict[str, int] = {}
    for worthy, draft in ranked:
        if worthy < LEAST:
            break
        counts[draft.kind] = counts.get(draft.kind, 0) + 1
        if counts[draft.kind] > EACH.get(draft.kind, OTHERS) * more:
            continue
        kept.append((min(salience(worthy), 3 if len(kept) < FIRST else 2), worthy, draft))
    return kept


def _place(context: Context, draft: Draft) -> tuple[tuple[int, int], ...]:
    order = context.material.order
    return tuple((order.get(r.article, -1), r.start or 0) for r in draft.readings)
