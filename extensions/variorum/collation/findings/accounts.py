"""Clauses of several articles on one thing, as a finding: what its kinds share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.same_statement import days_apart
from variorum.collation.frames import acts
from variorum.collation.frames.frame import Standing
from variorum.collation.frames.matters import same_parties

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.tags import Tag
    from variorum.collation.frames.frame import Frame
    from variorum.model import FindingKind, Message, Reading

LONGEST = 160
"""A clause of more characters is told by the words around its verb."""
BEFORE, AFTER = 8, 10
"""So many words before and after the verb are told of a long clause."""
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
ANY_VERB = acts.words("little")
"""Verbs that tell little: what is told by one is only the same with all who take part in it."""


def words(context: Context, frame: Frame) -> Reading:
    """The words of a clause, or those around its verb; never without its denial."""
    tokens = frame.tokens
    text = context.material.texts[frame.article]
    base = frame.sentence.offset
    start, end = frame.span
    if end - start > LONGEST:
        at = next((n for n, t in enumerate(tokens) if t.i >= frame.head.i), 0)
        kept = tokens[max(0, at - BEFORE) : at + AFTER]
        start, end = base + kept[0].idx, min(end, base + kept[-1].idx + len(kept[-1]))
        end = min(end, start + LONGEST * 3 // 2)
    if frame.denied and _denied_above(frame.head) and frame.head.head.i < tokens[0].i:
        start = min(start, base + frame.head.head.idx)
    return text.reading(start, end)


def _denied_above(head: Token) -> bool:
    """Whether what denies a verb is the word that it hangs on: "without", "refused"."""
    above = head.head
    return head.dep_ == "pcomp" or above.lemma_.lower() in acts.words("refusing") | {"have"}


def draft(
    context: Context, kind: FindingKind, told: Iterable[Frame], explanation: Message, why: Message,
    confidence: float, tag: Tag, *others: Tag,
) -> Draft:  # fmt: skip
    """A finding on clauses of several articles."""
    listed = list(told)
    readings = context.material.in_order(words(context, f) for f in listed)
    shared = frozenset.intersection(*(f.sentence.actors for f in listed))
    return Draft(
        kind, readings, explanation, why, confidence, tags=frozenset({tag, *others}),
        weight=4 + len({f.article for f in listed}), actors=tuple(sorted(shared)),
        about=str(tag),
    )  # fmt: skip


def one_each(told: Iterable[Frame]) -> list[Frame]:
    """The first clause of each article."""
    first: dict[str, Frame] = {}
    for frame in told:
        first.setdefault(frame.article, frame)
    return list(first.values())


def comparable(one: Frame, other: Frame) -> bool:
    """Whether two clauses may tell of one thing: two texts, and nothing excludes it."""
    if one.article == other.article:
        return False
    return same_parties(one, other) and not on_other_days(one, other)


def on_other_days(one: Frame, other: Frame) -> bool:
    """Whether two clauses are dated, and not alike; "the 2016 race" is dated, too."""
    mine, theirs = days(one), days(other)
    alike = any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs)
    return bool(mine and theirs and not alike) or of_other_years(one, other)


def of_other_years(one: Frame, other: Frame) -> bool:
    """Whether years stand in two clauses, and none in both."""
    mine, theirs = ({t.text for t in f.tokens if _YEAR.fullmatch(t.text)} for f in (one, other))
    return bool(mine and theirs and not mine & theirs)


def days(frame: Frame) -> set[str]:
    """The days of a clause, as precisely as it says; a month of no year is none."""
    dated = (d.value or "" for d in frame.dates if d.kind in ("date", "time"))
    return {value[:10] for value in dated if value[:1].isdigit()}


def is_later(context: Context, one: Frame, other: Frame) -> bool:
    """Whether an article was surely written on a later day than another."""
    mine, theirs = context.material.day(one.article), context.material.day(other.article)
    return of_other_days(context, one, other) and (mine or "") > (theirs or "")


def of_other_days(context: Context, one: Frame, other: Frame) -> bool:
    """Whether two articles were surely written on two days."""
    days = context.material.day(one.article), context.material.day(other.article)
    return bool(days_apart(*days))


def told_as_fact(frame: Frame) -> bool:
    """Whether a clause tells what is, in words of its own."""
    return frame.standing is Standing.DONE and not frame.denied


def _objects(frame: Frame) -> frozenset[str]:
    """Keys of all that a clause is about, but who does it."""
    return frame.patients.union(*(a.keys for _, a in frame.others)) - frame.agents


def firm(frames: Sequence[Frame], key: str, least: int = 1) -> bool:
    """Whether clauses have enough in common beside an act and whom it befalls.

    An actor is enough where the act tells something; a thing needs another thing beside it.
    """
    one, other = frames
    shared = (one.keys & other.keys) - {key}
    if one.word in ANY_VERB or other.word in ANY_VERB:
        return bool(one.agents & other.agents) and bool(_objects(one) & _objects(other))
    return key.startswith("@") or len(shared) >= least
