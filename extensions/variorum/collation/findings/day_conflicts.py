"""Days that don't agree: stamps, captions, weekday words, one event on two days."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from variorum.collation.findings.alignment import ALIKE
from variorum.collation.findings.claims import score
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each, quoted, source, sources, upper_first
from variorum.collation.findings.same_statement import days_apart
from variorum.collation.findings.shared_edits import touching
from variorum.collation.findings.tags import Tag
from variorum.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.model import DateRef

FEW = 8
"""A body named in more sentences is no sign of one event."""
NEAR = 14
"""Days within which a picture may be of the event told."""
ALIGNED = 0.5
"""Sentences so much alike tell of one event."""
WEEK = 6
"""Articles so many days apart speak of the same week's days."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find(context: Context) -> Iterator[Draft]:
    """The four kinds of conflict, in this order."""
    yield from _stamps(context)
    yield from _edited(context)
    yield from _events(context)
    yield from _captions(context)
    yield from _weekdays(context)


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
        when = clock.anchor.value[:10] if clock.anchor else "another day"
        words = quoted(told[0].exact) if told else "what it tells"
        others = sorted({a for reason in clock.reasons for a, _, _ in reason.ranges} - {id_})
        yield Draft(
            "date-conflict",
            (stamp, *(r for r in told if not _within(r, stamp))),
            f"{source(material, id_)} is stamped {_long(clock.anomaly.stamp)}, but it reads as "
            f"written about {_long(when)}: its {words} fits that day and not the stamp"
            + (f", as {sources(material, others)} show." if others else "."),
            clock.anomaly.explanation, 0.9,
            tags=frozenset({Tag.STAMP}), weight=10, about="stamp",
        )  # fmt: skip


def _within(one: Reading, other: Reading) -> bool:
    if one.start is None or other.start is None:
        return False
    return other.start <= one.start < (other.end or 0)


def _edited(context: Context) -> Iterator[Draft]:
    """A day exchanged inside a shared passage."""
    material = context.material
    for edit in context.edits:
        if not edit.exchange:
            continue
        one, other = material.texts[edit.article], material.texts[edit.witness]
        mine, theirs = _moment(one, edit.one), _moment(other, edit.other)
        if mine is None or theirs is None or mine.value == theirs.value:
            continue
        readings = (one.reading(mine.start, mine.end), other.reading(theirs.start, theirs.end))
        told = each(material, ((r.article, r.exact) for r in readings))
        yield Draft(
            "date-conflict", readings,
            f"The same sentence but for its date: {told}.",
            "The words around it are the same in both.", 0.95,
            tags=frozenset({Tag.EVENT}), weight=5,
        )  # fmt: skip


def _moment(text: Text, span: tuple[int, int]) -> DateRef | None:
    return next((d for d in touching(text.dates, span) if d.kind != "duration"), None)


def _events(context: Context) -> Iterator[Draft]:
    """Sentences that tell the same and name different days for it."""
    material = context.material
    labels = material.actors
    for likeness, one, other in context.alignment.pairs(ALIGNED):
        mine, theirs = _single_day(one), _single_day(other)
        if mine is None or theirs is None or _day(mine) == _day(theirs):
            continue
        if len(one.matter & other.matter) < 2 or context.copies(one.article, other.article):
            continue
        places = [
            {a for a in s.actors if a in labels and labels[a].label in ("GPE", "FAC", "LOC")}
            for s in (one, other)
        ]
        if places[0] and places[1] and not places[0] & places[1]:
            continue
        if {one.kind, other.kind} == {"headline"}:
            continue
        readings = material.in_order(
            material.texts[s.article].reading(d.start, d.end)
            for s, d in ((one, mine), (other, theirs))
        )
        days = f"{_long(_day(mine) or '')} in {source(material, one.article)}, " + (
            f"{_long(_day(theirs) or '')} in {source(material, other.article)}"
        )
        yield Draft(
            "date-conflict", readings,
            f"What sounds like one event has two days: {quoted(mine.exact)} is {days} "
            f"({quoted(theirs.exact)}).",
            f"The sentences tell the same (likeness {likeness:.2f}) and name different days.",
            min(0.9, likeness), tags=frozenset({Tag.EVENT}), weight=likeness * 5,
        )  # fmt: skip


_SPANS = re.compile(r"(?i)\b(?:week|month|year)s?\b")
"""Words for more than a day: "last week" is no day of its own, whatever it is counted to."""


def _single_day(sentence: Sentence) -> DateRef | None:
    days = [d for d in sentence.dates if _day(d) and not _SPANS.search(d.exact)]
    return days[0] if len({_day(d) for d in days}) == 1 else None


def _day(ref: DateRef) -> str | None:
    value = (ref.value or "")[:10]
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return None
    return value


def _captions(context: Context) -> Iterator[Draft]:
    """A picture dated on another day than the text has for what it shows."""
    material = context.material
    named: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in material.sentences():
        for actor in sentence.actors:
            named[actor].append(sentence)
    for caption in material.sentences():
        shot = _single_day(caption) if caption.kind == "caption" else None
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
            day = _single_day(told)
            if day is None or not 0 < (days_apart(_day(shot), _day(day)) or 0) <= NEAR:
                continue
            if _has_copy(context, caption.article):
                continue
            readings = (
                material.texts[caption.article].reading(shot.start, shot.end),
                material.texts[told.article].reading(day.start, day.end),
            )
            where = "its own text" if told.article == caption.article else (
                source(material, told.article)
            )  # fmt: skip
            yield Draft(
                "date-conflict", readings,
                f"A picture in {source(material, caption.article)} shows "
                f"{material.actors[body].name} on {quoted(shot.exact)}; by {where} that was "
                f"{quoted(day.exact)}.",
                "A caption and a sentence on the same rarely named body, days apart.", 0.7,
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


def _weekdays(context: Context) -> Iterator[Draft]:
    """One weekday's name that means different days in different articles."""
    material = context.material
    used: defaultdict[str, dict[str, DateRef]] = defaultdict(dict)
    for id_, text in material.texts.items():
        for ref in text.dates:
            word = next((d for d in WEEKDAYS if d in ref.exact), None)
            if word is None or _day(ref) is None or ref.kind != "date":
                continue
            if text.sentence_at(ref.start) and len(ref.exact) <= len(word) + 6:
                used[word].setdefault(id_, ref)
    for word in WEEKDAYS:
        refs = used[word]
        days = sorted({_day(r) or "" for r in refs.values()})
        if not 2 <= len(days) <= 4:
            continue
        readings = material.in_order(
            material.texts[a].reading(r.start, r.end) for a, r in refs.items()
        )
        joined = _on_one_event(context, refs)
        told = "; ".join(
            f"{_long(day)} in {sources(material, (a for a, r in refs.items() if _day(r) == day))}"
            for day in days
        )
        yield Draft(
            "date-conflict", readings,
            upper_first(f"{quoted(word)} is not the same day everywhere: {told}."),
            "Each is counted from the day its article was written"
            + ("; two of the sentences tell the same." if joined else "."), 0.9,
            tags=frozenset({Tag.WEEKDAY, *([Tag.EVENT] if joined else [])}), weight=len(refs),
            about=word,
        )  # fmt: skip


def _on_one_event(context: Context, refs: dict[str, DateRef]) -> bool:
    """Whether a reader may take two of the days for one.

    Articles of one week are read as one; of different weeks only sentences that tell the same.
    """
    material = context.material
    sentences = {a: material.texts[a].sentence_at(r.start) for a, r in refs.items()}
    for (a, one), (b, other) in combinations(sorted(refs.items()), 2):
        if _day(one) == _day(other):
            continue
        apart = days_apart(material.day(a), material.day(b))
        mine, theirs = sentences[a], sentences[b]
        if apart is not None and apart <= WEEK:
            return True
        if mine and theirs and score(context, mine, theirs) >= ALIKE:
            return True
    return False


def _long(day: str) -> str:
    """A day as one reads it: 11 January 2022."""
    try:
        date = datetime.date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{date.day} {date:%B %Y}"
