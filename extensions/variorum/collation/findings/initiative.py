"""Who began it: one asked or the other offered; one did it to the other, or the other way round."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import draft, on_other_days, told_as_fact, words
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context, Draft
    from variorum.collation.frames.frame import Frame

BEGUN = acts.words("begun")
"""Acts that one begins; to be told the other way round is another account."""
FEW = 40
"""Two who have so much to do with each other in a story do everything to each other."""


def find(context: Context) -> Iterator[Draft]:
    """One finding two parties and an act."""
    by_parties: defaultdict[tuple[str, str], list[Frame]] = defaultdict(list)
    for frame in context.matters.frames:
        if told_as_fact(frame) and not frame.nominal:
            for doer in sorted(frame.agents):
                for done_to in sorted(_done_to(frame)):
                    by_parties[doer, done_to].append(frame)
    for (doer, done_to), told in sorted(by_parties.items()):
        back = by_parties.get((done_to, doer), [])
        if max(len(told), len(back)) > FEW:
            continue
        for one in told:
            for other in back:
                if _two_accounts(one, other):
                    yield _draft(context, one, other)


def _done_to(frame: Frame) -> frozenset[str]:
    named = frame.patients.union(*(a.keys for p, a in frame.others if p in ("to", "with")))
    return frozenset(k for k in named if k.startswith("@") or k.isalpha())


def _two_accounts(one: Frame, other: Frame) -> bool:
    if one.article == other.article or on_other_days(one, other):
        return False
    if one.word == other.word and one.word in BEGUN:
        return one.article < other.article
    return (one.word, other.word) in acts.converse() and len(one.keys & other.keys) > 2


def _draft(context: Context, one: Frame, other: Frame) -> Draft:
    material = context.material
    return draft(
        context, "contradiction", (one, other),
        Message.of(
            "contradiction: who began",
            mine=quoted(words(context, one).exact, 20), one=source(material, one.article),
            theirs=quoted(words(context, other).exact, 20), other=source(material, other.article),
        ),
        Message.of("contradiction: who began, ground"), 0.7, Tag.INITIATIVE,
    )  # fmt: skip
