"""Who began it: one asked or the other offered; one did it to the other, or the other way round;
who did it first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import ANY_VERB, draft, on_other_days, told_as_fact, words
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context, Draft
    from variorum.collation.frames.frame import Frame

REQUESTED = acts.words("requested")
"""Acts of wanting something of another; each may be told to have wanted it."""
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
    yield from _requests(context)
    yield from _firsts(context)


def _requests(context: Context) -> Iterator[Draft]:
    """One thing that two are each told to have asked of the other."""
    by_thing: defaultdict[str, list[Frame]] = defaultdict(list)
    for frame in context.matters.frames:
        if told_as_fact(frame) and frame.word in REQUESTED and frame.agents:
            for thing in sorted(_wanted(frame)):
                by_thing[thing].append(frame)
    for _, told in sorted(by_thing.items()):
        for one, other in _pairs(told):
            alike = one.agents & other.agents
            if not alike and one.agents & _around(other) and other.agents & _around(one):
                yield _draft(context, one, other)


def _firsts(context: Context) -> Iterator[Draft]:
    """Who did first what both may have done."""
    by_word: defaultdict[str, list[Frame]] = defaultdict(list)
    for frame in context.matters.frames:
        first = any(c.lower_ == "first" and c.dep_ == "advmod" for c in frame.head.children)
        if first and told_as_fact(frame) and frame.agents and frame.word not in ANY_VERB:
            by_word[frame.word].append(frame)
    for _, told in sorted(by_word.items()):
        for one, other in _pairs(told):
            if not one.agents & other.agents and context.one_place(one.sentence, other.sentence):
                yield _draft(context, one, other)


def _pairs(told: list[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Two frames of two articles, where there are few, that no date parts."""
    for one in told if len(told) <= FEW else ():
        for other in told:
            if one.article < other.article and not on_other_days(one, other):
                yield one, other


def _wanted(frame: Frame) -> frozenset[str]:
    """Keys of what is wanted: the object, or what stands behind "for"."""
    wanted = frame.patients.union(*(a.keys for p, a in frame.others if p == "for"))
    return frozenset(k for k in wanted if not k.startswith("@"))


def _around(frame: Frame) -> frozenset[str]:
    """Keys of the nouns of a clause, however deep they stand in it."""
    below = frozenset(t.lemma_.lower() for t in frame.tokens if t.pos_ in ("NOUN", "PROPN"))
    return frame.keys | below | frozenset(f"@{actor}" for actor in frame.sentence.actors)


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
