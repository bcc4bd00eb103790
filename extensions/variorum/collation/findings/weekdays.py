"""One weekday's name that means different days in different articles."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.collation.findings.alignment import ALIKE
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import quoted, sources
from variorum.collation.findings.same_statement import days_apart
from variorum.collation.findings.tags import Tag
from variorum.collation.findings.told_days import day_of
from variorum.model import Day, Message, Several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.model import DateRef

WEEK = 6
"""Articles so many days apart speak of the same week's days."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find(context: Context) -> Iterator[Draft]:
    """One weekday's name that means different days in different articles."""
    material = context.material
    used: defaultdict[str, dict[str, DateRef]] = defaultdict(dict)
    for id_, text in material.texts.items():
        for ref in text.dates:
            word = next((d for d in WEEKDAYS if d in ref.exact), None)
            if word is None or day_of(ref) is None or ref.kind != "date":
                continue
            if text.sentence_at(ref.start) and len(ref.exact) <= len(word) + 6:
                used[word].setdefault(id_, ref)
    for word in WEEKDAYS:
        refs = used[word]
        days = sorted({day_of(r) or "" for r in refs.values()})
        if not 2 <= len(days) <= 4 or not _counted_from_two_days(context, refs):
            continue
        readings = material.in_order(
            material.texts[a].reading(r.start, r.end) for a, r in refs.items()
        )
        joined = _on_one_event(context, refs)
        told = tuple(
            Message.of(
                "day: in", day=Day(day),
                sources=sources(material, [a for a in refs if day_of(refs[a]) == day]),
            )
            for day in days
        )  # fmt: skip
        ground = "day: weekday of one event, ground" if joined else "day: weekday, ground"
        yield Draft(
            "date-conflict", readings,
            Message.of("day: weekday", words=quoted(word), told=Several(told, parted=True)),
            Message.of(ground), 0.9,
            tags=frozenset({Tag.WEEKDAY, *([Tag.EVENT] if joined else [])}), weight=len(refs),
            about=word,
        )  # fmt: skip


def _counted_from_two_days(context: Context, refs: dict[str, DateRef]) -> bool:
    """Whether two of the days are told by articles that were not written on one day.

    Of one day's articles only the tense tells "on Sunday" past from "on Sunday" to come.
    """
    written = {a: context.material.day(a) for a in refs}
    return any(
        day_of(refs[a]) != day_of(refs[b]) and (written[a] is None or written[a] != written[b])
        for a, b in combinations(sorted(refs), 2)
    )


def _on_one_event(context: Context, refs: dict[str, DateRef]) -> bool:
    """Whether a reader may take two of the days for one.

    Articles of one week are read as one; of different weeks only sentences that tell the same.
    """
    material = context.material
    sentences = {a: material.texts[a].sentence_at(r.start) for a, r in refs.items()}
    for (a, one), (b, other) in combinations(sorted(refs.items()), 2):
        if day_of(one) == day_of(other):
            continue
        apart = days_apart(material.day(a), material.day(b))
        mine, theirs = sentences[a], sentences[b]
        if apart is not None and apart <= WEEK:
            return True
        if mine and theirs and context.alignment.score(mine.key, theirs.key) >= ALIKE:
            return True
    return False
