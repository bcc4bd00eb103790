"""What one article tells as done and another as still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import (
    ANY_VERB,
    days,
    draft,
    firm,
    is_later,
    of_other_years,
    one_each,
    told_as_fact,
    words,
)
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.tags import Tag
from variorum.collation.frames.frame import Standing
from variorum.collation.frames.matters import same_parties
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context, Draft
    from variorum.collation.frames.frame import Frame


def find(context: Context) -> Iterator[Draft]:
    """One finding an act and whom it befalls, or who does it where one doesn't say the rest."""
    seen: set[tuple[str, str]] = set()
    for by_doer, groups in ((False, context.matters.groups()), (True, context.matters.doers())):
        for _, key, told in groups:
            done = [f for f in told if told_as_fact(f) and not f.nominal and _past(f)]
            planned = [
                f for f in told if f.standing is Standing.PLANNED and not f.denied and not f.nominal
            ]
            pairs = [(d, p) for d in done for p in planned if _one_act(context, d, p, key, by_doer)]
            places = {
                (words(context, d).exact or "", words(context, p).exact or "") for d, p in pairs
            }
            if pairs and not places & seen:
                seen |= places
                yield _draft(context, pairs)


def _past(frame: Frame) -> bool:
    verb = frame.head if frame.head.pos_ == "VERB" else frame.head.head
    goes_on = any(c.lower_ == "being" for c in verb.children)
    return verb.tag_ in ("VBD", "VBN") and not goes_on


def _one_act(context: Context, done: Frame, planned: Frame, key: str, by_doer: bool) -> bool:
    if done.article == planned.article or of_other_years(done, planned):
        return False
    if not same_parties(done, planned) or is_later(context, done, planned):
        return False
    if done.word == planned.word and _of_other_things(done, planned):
        return False
    if _is_past(context, planned):
        return False
    if not (done.agent or done.patient) or done.word in ANY_VERB:
        return False
    unlike = (done.agent or planned.agent) and not done.agents & planned.agents
    if unlike and (not key.startswith("@") or (done.agents and planned.agents)):
        return False
    if by_doer:
        return _unsaid(planned) and planned.head.pos_ == "NOUN"
    return firm((done, planned), key, 2)


def _of_other_things(one: Frame, other: Frame) -> bool:
    """Whether two clauses say what is done it to, and nothing is in both: won a state, a race."""
    return bool(one.patients and other.patients) and not one.patients & other.patients


def _is_past(context: Context, planned: Frame) -> bool:
    """Whether what sounds planned is dated before its article: "had to release it yesterday"."""
    day = context.material.day(planned.article) or ""
    return any(len(d) == len(day) and d < day for d in days(planned))


def _unsaid(frame: Frame) -> bool:
    """Whether a clause takes for known what the act befalls: "the override"."""
    return not frame.patient and any(
        c.lower_ in ("the", "this", "that") for c in frame.head.children
    )


def _draft(context: Context, pairs: list[tuple[Frame, Frame]]) -> Draft:
    material = context.material
    done, planned = pairs[0]
    return draft(
        context, "contradiction", (*one_each(d for d, _ in pairs), *one_each(p for _, p in pairs)),
        Message.of(
            "contradiction: done and planned",
            one=source(material, done.article), mine=quoted(words(context, done).exact, 20),
            other=source(material, planned.article),
            theirs=quoted(words(context, planned).exact, 20),
        ),
        Message.of("contradiction: done and planned, ground"), 0.7, Tag.DONE_PLANNED,
    )  # fmt: skip
