"""How old a person is said to be, where two reports do not agree."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, each
from variorum.collation.findings.tags import Tag
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Text
    from variorum.model import Entity, Span

BEHIND = re.compile(r",\s(?:an?\s|the\s)?(\d{1,3})(?=[,.;)]|-year-old)")
"""Behind a name: "Ana Brix, 43,"; "Ana Brix, a 43-year-old climber"."""
BEFORE = re.compile(r"(\d{1,3})-year-old(?:\s[a-z-]+){0,2}\s$")
"""Before a name: "43-year-old climber Ana Brix"."""
NEAR = 48
"""So many characters before a name its age is looked for."""
OLDEST = 120


def find(context: Context) -> Iterator[Draft]:
    """One finding a person to whom each report gives one age, and not all the same."""
    told: defaultdict[str, dict[str, dict[int, Span]]] = defaultdict(dict)
    for id_, text in context.material.texts.items():
        for entity in text.entities:
            age = _age(text, entity) if entity.label == "PER" and entity.actor else None
            if age is not None and entity.actor:
                years, at = age
                told[entity.actor].setdefault(id_, {}).setdefault(years, at)
    for actor, by_article in sorted(told.items()):
        single = {a: next(iter(ages.items())) for a, ages in by_article.items() if len(ages) == 1}
        if len({years for years, _ in single.values()}) > 1:
            yield _draft(context, actor, {a: at for a, (_, at) in single.items()})


def _age(text: Text, entity: Entity) -> tuple[int, Span] | None:
    """The age told beside a name, and where."""
    words = text.article.text
    start = max(0, entity.start - NEAR)
    behind = BEHIND.match(words, entity.end)
    before = BEFORE.search(words[start : entity.start])
    if behind is not None:
        years, at = int(behind[1]), behind.span(1)
    elif before is not None:
        years, at = int(before[1]), (start + before.start(1), start + before.end(1))
    else:
        return None
    return (years, at) if 0 < years <= OLDEST else None


def _draft(context: Context, actor: str, places: dict[str, Span]) -> Draft:
    material = context.material
    readings = material.in_order(material.texts[a].reading(*at) for a, at in places.items())
    told = each(material, ((r.article, r.exact) for r in readings))
    return Draft(
        "figure", readings,
        Message.of("figure: ages", actor=called(material, actor), told=told),
        Message.of("figure: ages, ground"), 0.85,
        tags=frozenset({Tag.CONFLICT}), weight=len(readings), actors=(actor,), about="age",
    )  # fmt: skip
