"""One act on two days: the date hangs on the verb, and the act befalls the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import ANY_VERB
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.collation.frames.frame import Standing
from variorum.collation.frames.matters import same_parties, support
from variorum.model import Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.frames.frame import Frame
    from variorum.model import DateRef

LEAST = 2
"""An act that may befall one more than once is one where so much else is in common."""


def find(context: Context) -> Iterator[Draft]:
    """One finding an act and whom it befalls."""
    seen: set[frozenset[tuple[str, int]]] = set()
    for act, key, told in context.matters.groups():
        dated: defaultdict[str, list[tuple[Frame, DateRef]]] = defaultdict(list)
        for frame in told:
            if frame.standing is Standing.DONE and not frame.denied and frame.word not in ANY_VERB:
                for date in frame.dates:
                    if _value(date):
                        dated[frame.article].append((frame, date))
        # An article that tells of it on two days tells of two.
        single = [
            listed[0] for listed in dated.values() if len({_value(d) for _, d in listed}) == 1
        ]
        apart = [
            (f, d) for f, d in single
            if any(_excludes(d, e) and _one_act(f, o, act, key) for o, e in single)
        ]  # fmt: skip
        places = frozenset((f.article, d.start) for f, d in apart)
        if len(apart) > 1 and places not in seen:
            seen.add(places)
            yield _draft(context, apart)


def _value(date: DateRef) -> str:
    """A day, a month or a year in figures; nothing for what is less plain."""
    value = (date.value or "")[:10]
    plain = date.kind in ("date", "time") and value.replace("-", "").isdigit()
    return value if plain and len(value) in (4, 7, 10) else ""


def _excludes(one: DateRef, other: DateRef) -> bool:
    """Whether they name two days; the same words don't, whatever each is counted from."""
    mine, theirs = _value(one), _value(other)
    length = min(len(mine), len(theirs))
    return mine[:length] != theirs[:length] and one.exact.casefold() != other.exact.casefold()


def _one_act(one: Frame, other: Frame, act: str, key: str) -> bool:
    if one.article == other.article or not same_parties(one, other):
        return False
    once = act in acts.words("once")
    least = (0 if one.word == other.word else LEAST - 1) if once else LEAST
    return support(one, other, key) >= least


def _draft(context: Context, apart: list[tuple[Frame, DateRef]]) -> Draft:
    material = context.material
    readings = material.in_order(
        material.texts[f.article].reading(d.start, d.end) for f, d in apart
    )
    told = each(material, ((r.article, r.exact) for r in readings))
    word = apart[0][0].head.text.lower()
    return Draft(
        "date-conflict", readings, Message.of("day: of an act", act=Words(word), told=told),
        Message.of("day: of an act, ground"), 0.75,
        tags=frozenset({Tag.EVENT_DAY}), weight=3 + len(readings), about=word,
    )  # fmt: skip
