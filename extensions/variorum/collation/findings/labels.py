"""What one actor is called, by words that take a side: leader and dictator."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.headlines import labels
from variorum.collation.findings.phrasing import each, upper_first
from variorum.collation.findings.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.model import Reading, Role


def find(context: Context) -> Iterator[Draft]:
    """One finding an actor and a group of labels."""
    material = context.material
    borne: defaultdict[tuple[str, str], dict[str, dict[int, Reading]]] = defaultdict(dict)
    for id_, text in material.texts.items():
        for role in text.roles:
            for group, side in _sides(role):
                sides = borne[role.actor or "", group].setdefault(id_, {})
                sides.setdefault(side, text.reading(role.start, role.end))
    for (actor, group), by_article in sorted(borne.items()):
        if actor not in material.actors:
            continue
        common = set.intersection(*(set(sides) for sides in by_article.values()))
        apart = [
            reading
            for sides in by_article.values()
            for side, reading in sorted(sides.items())
            if side not in common
        ]
        if len({r.article for r in apart}) < 2:
            continue
        readings = material.in_order(apart)
        name = material.actors[actor].name
        said = each(material, ((r.article, r.exact) for r in readings))
        yield Draft(
            "wording", readings, upper_first(f"{name} is called otherwise: {said}."),
            f"Words for {group} that take a side, given to one actor.", 0.75,
            tags=frozenset({Tag.LABEL}), weight=3 + len(readings), actors=(actor,), about=group,
        )  # fmt: skip


def _sides(role: Role) -> tuple[tuple[str, int], ...]:
    words = (role.exact or "").lower().split()
    return labels().get(words[-1], ()) if words else ()
