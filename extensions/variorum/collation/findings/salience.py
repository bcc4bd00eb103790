"""How much of a reader's attention a finding deserves: the one place where that is decided.

The first rule of :data:`RULES` that fits gives the salience: 3 is what a reader should see first,
2 is worth knowing, 1 is for the record. Then what would flood the reader is put lower: of a story
at most :data:`FIRST` findings stay at 3, and at most :data:`EACH` of a kind are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum import extending

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.collation.findings.context import Context, Draft

FIRST = 40
"""So many findings of a story have salience 3 at most."""
EACH: dict[str, int] = {
    "quote-variant": 30, "shared-text": 30, "figure": 15, "date-conflict": 15, "wording": 25,
    "role": 15, "name": 12, "attribution": 20, "contradiction": 12, "omission": 20,
    "unique-claim": 45,
}  # fmt: skip
"""So many of a kind are kept, the most salient; in a story of more than five articles more."""
OTHERS = 20
"""So many of a kind that an extension adds."""
SMALL = 5

RULES: tuple[tuple[str, frozenset[str], int], ...] = tuple(
    (kind, frozenset(tags.split()), salience)
    for kind, tags, salience in (
        ("quote-variant", "orthographic", 1),
        ("quote-variant", "within-one", 1),
        ("quote-variant", "other-words", 3),
        ("quote-variant", "three-or-more", 3),
        ("quote-variant", "few-words", 2),
        ("quote-variant", "cut", 3),
        ("quote-variant", "", 2),
        ("shared-text", "credited-by-some sentence", 3),
        ("shared-text", "page", 3),
        ("shared-text", "sentence", 2),
        ("shared-text", "", 1),
        ("figure", "currency", 2),
        ("figure", "keyed", 3),
        ("figure", "conflict", 3),
        ("figure", "wide", 3),
        ("figure", "", 2),
        ("date-conflict", "stamp", 3),
        ("date-conflict", "weekday event", 2),
        ("date-conflict", "weekday", 1),
        ("date-conflict", "event", 3),
        ("date-conflict", "", 2),
        ("wording", "firmness", 2),
        ("wording", "degree", 2),
        ("wording", "label", 2),
        ("wording", "headline", 2),
        ("wording", "fact", 3),
        ("wording", "framing three-or-more", 3),
        ("wording", "framing", 2),
        ("wording", "soft three-or-more", 2),
        ("wording", "soft", 1),
        ("wording", "edited", 1),
        ("wording", "three-or-more", 2),
        ("wording", "", 1),
        ("role", "words", 2),
        ("role", "", 1),
        ("name", "letters", 2),
        ("name", "", 1),
        ("attribution", "agency", 3),
        ("attribution", "speaker", 3),
        ("attribution", "nobody", 2),
        ("attribution", "stands-for", 3),
        ("attribution", "fact", 2),
        ("attribution", "echo", 2),
        ("contradiction", "", 3),
        ("omission", "figure", 3),
        ("omission", "most", 2),
        ("omission", "", 1),
        ("unique-claim", "much", 2),
        ("unique-claim", "", 1),
    )
)


def rate(draft: Draft) -> int:
    """The salience of a finding, by the first rule that fits."""
    if others := extending.kinds().get(draft.kind):
        return others.salience
    tags = {tag.replace(" ", "-") for tag in draft.tags}
    return next(s for kind, wanted, s in RULES if kind == draft.kind and wanted <= tags)


def chosen(context: Context, drafts: Iterable[Draft]) -> list[tuple[int, Draft]]:
    """The findings a reader gets, with their salience, the most salient first."""
    more = max(1.0, (len(context.material.texts) / SMALL) ** 0.5)
    ranked = sorted(
        ((rate(d), d) for d in drafts),
        key=lambda e: (-e[0], -e[1].confidence, -e[1].weight, _place(context, e[1])),
    )  # fmt: skip
    kept: list[tuple[int, Draft]] = []
    counts: dict[str, int] = {}
    first = 0
    for salience, draft in ranked:
        counts[draft.kind] = counts.get(draft.kind, 0) + 1
        if counts[draft.kind] > EACH.get(draft.kind, OTHERS) * more:
            continue
        if salience == 3:
            first += 1
            salience = 3 if first <= FIRST else 2
        kept.append((salience, draft))
    return kept


def _place(context: Context, draft: Draft) -> tuple[tuple[int, int], ...]:
    order = context.material.order
    return tuple((order.get(r.article, -1), r.start or 0) for r in draft.readings)
