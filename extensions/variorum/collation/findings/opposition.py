"""Two accounts of one event or thing: acts, and qualities, of which only one can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import (
    comparable,
    draft,
    firm,
    of_other_days,
    one_each,
    told_as_fact,
    words,
)
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.model import Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context, Draft
    from variorum.collation.frames.frame import Frame


MEASURED = frozenset({"rise", "fall", "raise", "lower"})
"""Acts that befall amounts: whoever grew tired and fell in a poll has no two accounts."""


def find(context: Context) -> Iterator[Draft]:
    """Acts that befall one thing, acts of one doer, and qualities."""
    yield from _of_acts(context, same_doer=False)
    yield from _of_acts(context, same_doer=True)
    yield from _of_qualities(context)


def _of_acts(context: Context, *, same_doer: bool) -> Iterator[Draft]:
    matters = context.matters
    for one, other in sorted(acts.opposed(same_doer)):
        if one > other:
            continue
        turns = {one, other} in acts.in_turn()
        for key in matters.keys(one):
            pairs = [
                (a, b) for a in matters.of(one, key) for b in matters.of(other, key)
                if not (turns and of_other_days(context, a, b))
                and _two_accounts(context, a, b, key, same_doer)
            ]  # fmt: skip
            if pairs:
                yield _draft(context, pairs, Tag.OPPOSITION)


def _two_accounts(context: Context, one: Frame, other: Frame, key: str, same_doer: bool) -> bool:
    if not (told_as_fact(one) and told_as_fact(other)) or one.word == other.word:
        return False
    if (one.acts | other.acts) & MEASURED and context.material.is_person(key[1:]):
        return False
    of_one_doer = bool(one.agents & other.agents)
    if (same_doer and not of_one_doer) or (of_one_doer and _is_counted(one) != _is_counted(other)):
        return False
    doers = one.agents, other.agents
    if not same_doer and all(doers) and key.startswith("@") and key not in doers[0] | doers[1]:
        # Dismissed by one and by another are two events; resigned has no other doer.
        return bool(doers[0] & doers[1]) and comparable(one, other)
    return comparable(one, other) and firm((one, other), key)


def _is_counted(frame: Frame) -> bool:
    """Whether an act is told with how many it befell: who lost 43 votes may have won."""
    return any(c.dep_ == "nummod" for a in frame.patient for c in a.token.children)


def _of_qualities(context: Context) -> Iterator[Draft]:
    """Adjectives said of one: "was drunk" and "was sober"."""
    matters = context.matters
    for word, others in sorted(acts.opposite_words().items()):
        for key in matters.keys(word):
            pairs = [
                (a, b) for other in sorted(others) if word < other
                for a in matters.of(word, key) for b in matters.of(other, key)
                if told_as_fact(a) and told_as_fact(b) and comparable(a, b)
                and not of_other_days(context, a, b)
                and (key.startswith("@") or firm((a, b), key))
            ]  # fmt: skip
            if pairs:
                yield _draft(context, pairs, Tag.QUALITY)


def _draft(context: Context, pairs: list[tuple[Frame, Frame]], tag: Tag) -> Draft:
    material = context.material
    one, other = pairs[0]
    return draft(
        context, "contradiction", (*one_each(a for a, _ in pairs), *one_each(b for _, b in pairs)),
        Message.of(
            "contradiction: two accounts",
            mine=quoted(words(context, one).exact, 20), one=source(material, one.article),
            theirs=quoted(words(context, other).exact, 20), other=source(material, other.article),
        ),
        Message.of(
            "contradiction: two accounts, ground", mine=Words(one.word), theirs=Words(other.word)
        ),
        0.75, tag,
    )  # fmt: skip
