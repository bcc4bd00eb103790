"""What somebody would not say in one report, and another report has denied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import words
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import quoted, source
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.collation.frames.arguments import VAGUE
from variorum.collation.frames.frame import Standing
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.frames.frame import Frame

ANSWERING = frozenset(
    ("say", "answer", "respond", "discuss", "explain", "comment", "disclose", "reveal", "tell",
     "describe", "address", "elaborate", "specify", "confirm")
)  # fmt: skip
"""What one declines to do who leaves a thing open."""
ASKING = frozenset({"question", "request", "comment", "message", "inquiry", "reporter", "spokesman",
                    "spokeswoman", "email", "detail"})  # fmt: skip
"""Nouns that go with it, and say nothing of what is left open."""
OPEN = frozenset({"whether", "if", "why", "how", "what", "who", "when"})
LEAST = 1.2
"""A denial is of what was left open where it has so much in common with it."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A clause that leaves something open, and the words for what."""

    frame: Frame
    asked: frozenset[str]
    verbs: frozenset[str]
    """Those of the words that tell little: of two who "have spoken" they tell enough."""


def find(context: Context) -> Iterator[Draft]:
    """One finding a thing that is left open, with the first denial of each other article."""
    left = [o for f in context.matters.frames if (o := _left_open(f)) is not None]
    if not left:
        return
    denials = [f for f in context.matters.frames if _denies(f)]
    for one in left:
        told: dict[str, Frame] = {}
        for frame in denials:
            if frame.article != one.frame.article and _of_it(context, one, frame):
                told.setdefault(frame.article, frame)
        if told:
            yield _draft(context, one.frame, list(told.values()))


def _left_open(frame: Frame) -> _Open | None:
    """What a clause says that somebody would not say."""
    head = frame.head
    if frame.nominal or not frame.denied or head.lemma_.lower() not in ANSWERING:
        return None
    below = [t for t in head.subtree if t.i > head.i]
    thing = any(c.dep_ == "dobj" for c in head.children)
    if not thing and not any(t.lower_ in OPEN for t in below):
        return None
    asked = {t.lemma_.lower() for t in below if t.pos_ in ("NOUN", "VERB")}
    telling, little = frozenset(asked) - ASKING - VAGUE - ANSWERING, acts.words("little")
    whether = frozenset(
        t.lemma_.lower() for t in below if t.pos_ == "VERB" and t.dep_ in ("pcomp", "ccomp")
    )
    return _Open(frame, telling - little, telling & little & whether)


def _denies(frame: Frame) -> bool:
    """Whether a clause denies something, and is no refusal to speak."""
    return (
        frame.denied and not frame.nominal and frame.standing is Standing.DONE
        and frame.head.lemma_.lower() not in ANSWERING and not _refused(frame.head)
    )  # fmt: skip


def _refused(head: Token) -> bool:
    """Whether a verb is refused, not denied: "would not", "declined to"."""
    helpers = {c.lower_ for c in head.children if c.dep_ == "aux"}
    return bool(helpers & {"would", "could", "can", "ca"}) or head.head.lemma_ in (
        "decline", "refuse",
    )  # fmt: skip


def _of_it(context: Context, one: _Open, denial: Frame) -> bool:
    """Whether a denial is of what was left open: by a word of it, and somebody beside it."""
    said = {t.lemma_.lower() for t in denial.head.subtree}
    common = one.asked & said & denial.sentence.matter & one.frame.sentence.matter
    actors = one.frame.sentence.actors & denial.sentence.actors
    if denial.word in one.verbs and len(actors) > 1:
        return True
    if not common or not (actors or len(common) > 1):
        return False
    return context.weight(common | actors) >= LEAST


def _draft(context: Context, silent: Frame, denials: list[Frame]) -> Draft:
    material = context.material
    first = words(context, denials[0])
    readings = material.in_order((words(context, silent), *(words(context, f) for f in denials)))
    actors = frozenset.intersection(silent.sentence.actors, *(f.sentence.actors for f in denials))
    return Draft(
        "contradiction", readings,
        Message.of(
            "contradiction: left open", one=source(material, silent.article),
            mine=quoted(words(context, silent).exact, 20), other=source(material, first.article),
            theirs=quoted(first.exact, 20),
        ),
        Message.of("contradiction: left open, ground"), 0.6,
        tags=frozenset({Tag.UNANSWERED}), weight=4, actors=tuple(sorted(actors)), about="open",
    )  # fmt: skip
