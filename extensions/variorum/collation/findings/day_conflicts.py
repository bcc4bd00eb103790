"""Days that don't agree: stamps, captions, weekday words, one event on two days."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings import weekdays
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, each, quoted, source, sources
from variorum.collation.findings.same_statement import days_apart
from variorum.collation.findings.shared_edits import touching
from variorum.collation.findings.tags import Tag
from variorum.collation.findings.told_days import day_of, single_day
from variorum.model import Day, Message, Number, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Material, Sentence, Text
    from variorum.model import DateRef, Value

Place = tuple[str, int, int]
"""An article with a range of its text."""
FEW = 8
"""A body named in more sentences is no sign of one event."""
NEAR = 14
"""Days within which a picture may be of the event told."""
ALIGNED = 0.5
"""Sentences so much alike tell of one event."""


def find(context: Context) -> Iterator[Draft]:
    """The four kinds of conflict, in this order."""
    yield from _stamps(context)
    yield from _edited(context)
    yield from _events(context)
    yield from _captions(context)
    yield from weekdays.find(context)


def _stamps(context: Context) -> Iterator[Draft]:
    """An article whose own stamp does not fit its text (found by the clocks)."""
    material = context.material
    for id_, clock in context.material.view.clocks.items():
        if clock.anomaly is None or id_ not in material.texts:
            continue
        meta = material.texts[id_].article.meta
        name = "published" if meta.published else "updated"
        basis = meta.span(name)
        stamp = (
            material.texts[id_].reading(*basis) if basis else Reading(id_, meta=name)
        )  # fmt: skip
        told = [material.texts[id_].reading(r.start, r.end) for r in clock.anomaly.readings[:2]]
        anchor = clock.anchor
        given: dict[str, Value] = {
            "source": source(material, id_),
            "stamp": Day(clock.anomaly.stamp[:10]),
            "day": Day(anchor.value[:10]) if anchor else Message.of("day: another day"),
            "words": quoted(told[0].exact) if told else Message.of("day: its text"),
        }
        others = sorted({a for reason in clock.reasons for a, _, _ in reason.ranges} - {id_})
        yield Draft(
            "date-conflict",
            (stamp, *(r for r in told if not _within(r, stamp))),
            Message.of("day: stamp, shown", **given, others=sources(material, others)) if others
            else Message.of("day: stamp", **given),
            clock.anomaly.said, 0.9,
            tags=frozenset({Tag.STAMP}), weight=10, about="stamp",
        )  # fmt: skip


def _within(one: Reading, other: Reading) -> bool:
    if one.start is None or other.start is None:
        return False
    return other.start <= one.start < (other.end or 0)


def _edited(context: Context) -> Iterator[Draft]:
    """A day exchanged inside a shared passage: one finding, however many print it."""
    material = context.material
    for values, pairs in _exchanged(context):
        readings = material.in_order(_reading(material, place) for place in values)
        told = each(material, ((r.article, r.exact) for r in readings))
        years = {value[:4] for value in values.values()}
        tag = Tag.YEAR if len(years) > 1 and all(map(str.isdecimal, years)) else Tag.EVENT
        yield Draft(
            "date-conflict", readings,
            Message.of("day: exchanged", told=told), Message.of("same around both"), 0.95,
            tags=frozenset({tag}), weight=3 + len(readings),
            merged=tuple((_reading(material, a), _reading(material, b)) for a, b in pairs),
        )  # fmt: skip


def _exchanged(context: Context) -> list[tuple[dict[Place, str], list[tuple[Place, Place]]]]:
    """The places of days exchanged for each other, with their values, and the pairs they are from.

    Groups that have a place in common are one.
    """
    groups: list[tuple[dict[Place, str], list[tuple[Place, Place]]]] = []
    for edit in context.edits:
        if not edit.exchange:
            continue
        mine = _moment(context.material.texts[edit.article], edit.one)
        theirs = _moment(context.material.texts[edit.witness], edit.other)
        if mine is None or theirs is None or mine.value == theirs.value:
            continue
        here = (edit.article, mine.start, mine.end)
        there = (edit.witness, theirs.start, theirs.end)
        values, pairs = {here: mine.value or "", there: theirs.value or ""}, [(here, there)]
        for known in [g for g in groups if here in g[0] or there in g[0]]:
            groups.remove(known)
            values, pairs = known[0] | values, known[1] + pairs
        groups.append((values, pairs))
    return groups


def _reading(material: Material, place: Place) -> Reading:
    article, start, end = place
    return material.texts[article].reading(start, end)


def _moment(text: Text, span: tuple[int, int]) -> DateRef | None:
    """The date in a range, but for the day an article says of itself that it was printed."""
    meta = text.article.meta
    stamps = [s for s in (meta.span("published"), meta.span("updated")) if s is not None]
    return next(
        (
            d
            for d in touching(text.dates, span)
            if d.kind != "duration" and not any(a <= d.start < b for a, b in stamps)
        ),
        None,
    )


def _events(context: Context) -> Iterator[Draft]:
    """Sentences that tell the same and name different days for it."""
    material = context.material
    labels = material.actors
    for likeness, one, other in context.alignment.pairs(ALIGNED):
        mine, theirs = single_day(one), single_day(other)
        if mine is None or theirs is None or day_of(mine) == day_of(theirs):
            continue
        if len(one.matter & other.matter) < 2 or context.copies(one.article, other.article):
            continue
        places = [
            {a for a in s.actors if a in labels and labels[a].label in ("GPE", "FAC", "LOC")}
            for s in (one, other)
        ]
        if places[0] and places[1] and not places[0] & places[1]:
            continue
        if {one.kind, other.kind} == {"headline"} or _one_day_in_words(material, one, other):
            continue
        readings = material.in_order(
            material.texts[s.article].reading(d.start, d.end)
            for s, d in ((one, mine), (other, theirs))
        )
        yield Draft(
            "date-conflict", readings,
            Message.of(
                "day: of one event", mine=quoted(mine.exact), theirs=quoted(theirs.exact),
                day=Day(day_of(mine) or ""), one=source(material, one.article),
                other_day=Day(day_of(theirs) or ""), other=source(material, other.article),
            ),
            Message.of("day: of one event, ground", likeness=Number(round(likeness, 2))),
            min(0.9, likeness), tags=frozenset({Tag.EVENT}), weight=likeness * 5,
        )  # fmt: skip


def _one_day_in_words(material: Material, one: Sentence, other: Sentence) -> bool:
    """Whether two articles of one day have one word for a day, which tense alone tells apart."""
    mine, theirs = single_day(one), single_day(other)
    written = material.day(one.article)
    return (
        mine is not None and theirs is not None and mine.exact == theirs.exact
        and written is not None and written == material.day(other.article)
    )  # fmt: skip


def _captions(context: Context) -> Iterator[Draft]:
    """A picture dated on another day than the text has for what it shows."""
    material = context.material
    named: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in material.sentences():
        for actor in sentence.actors:
            named[actor].append(sentence)
    for caption in material.sentences():
        shot = single_day(caption) if caption.kind == "caption" else None
        if shot is None:
            continue
        bodies = [
            a
            for a in sorted(caption.actors)
            if len(named[a]) <= FEW
            and a in material.actors
            and material.actors[a].label in ("ORG", "EVENT")
            and " " in material.actors[a].name.replace("-", " ")
        ]
        for body, told in _shown(context, caption, bodies, named):
            day = single_day(told)
            if day is None or not 0 < (days_apart(day_of(shot), day_of(day)) or 0) <= NEAR:
                continue
            if _has_copy(context, caption.article):
                continue
            readings = (
                material.texts[caption.article].reading(shot.start, shot.end),
                material.texts[told.article].reading(day.start, day.end),
            )
            own = told.article == caption.article
            where = Message.of("day: its own text") if own else source(material, told.article)
            yield Draft(
                "date-conflict", readings,
                Message.of(
                    "day: of a picture", source=source(material, caption.article),
                    actor=called(material, body), shot=quoted(shot.exact), where=where,
                    day=quoted(day.exact),
                ),
                Message.of("day: of a picture, ground"), 0.7,
                tags=frozenset({Tag.EVENT}), weight=3,
            )  # fmt: skip
            break


def _shown(
    context: Context, caption: Sentence, bodies: list[str], named: dict[str, list[Sentence]]
) -> Iterator[tuple[str, Sentence]]:
    """What may tell of what a caption shows: on the same body, or of the same article on an
    organisation in the same place."""
    actors = context.material.actors
    for body in bodies:
        for told in named[body]:
            if told.kind != "caption":
                yield body, told
    for place in sorted(caption.actors):
        if place in actors and actors[place].label in ("GPE", "FAC"):
            for told in named[place]:
                both = [
                    a
                    for a in sorted(caption.actors & told.actors)
                    if a in actors and actors[a].label == "ORG"
                ]
                if both and told.article == caption.article and told.kind != "caption":
                    yield both[0], told


def _has_copy(context: Context, article: str) -> bool:
    return any(a != article and context.copies(a, article) for a in context.material.texts)
