"""Why one act was done, by other reasons: fired for this, fired because of that."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import ANY_VERB, on_other_days
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each
from variorum.collation.findings.tags import Tag
from variorum.collation.frames import acts
from variorum.collation.frames.matters import befallen, same_parties
from variorum.model import Message, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.frames.frame import Frame
    from variorum.model import Reading

JUDGED = frozenset(
    ("arrest", "charge", "convict", "clear", "blame", "sue", "dismiss", "praise", "condemn",
     "apologise", "fine", "suspend")
)  # fmt: skip
"""Acts after which "for" tells the reason."""
TELLING = acts.words("giving a reason")
"""Verbs that give a reason where they hang on another: "sued, alleging"."""
LONGEST = 160
"""Of a reason so many characters are told."""


@dataclass(frozen=True, slots=True)
class _Reason:
    frame: Frame
    head: Token
    """The word that the reason hangs by: "because", "for", "citing"."""

    @property
    def words(self) -> frozenset[str]:
        """What it tells, but for small words."""
        return frozenset(
            t.lemma_.lower() for t in self.head.subtree
            if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and t.lemma_.lower() not in TELLING
        )  # fmt: skip


def find(context: Context) -> Iterator[Draft]:
    """One finding an act and whom it befalls."""
    by_act: defaultdict[tuple[str, str], list[_Reason]] = defaultdict(list)
    for frame in context.matters.frames:
        if frame.nominal or frame.denied:
            continue
        for act in sorted(frame.acts - ANY_VERB):
            for head in _reasons(frame, act):
                for key in sorted(befallen(frame, act)):
                    by_act[act, key].append(_Reason(frame, head))
    seen: set[frozenset[tuple[str, int]]] = set()
    for _, told in sorted(by_act.items(), key=lambda item: item[0]):
        apart = _apart(told)
        places = frozenset((r.frame.article, r.head.i) for r in apart)
        if apart and places not in seen:
            seen.add(places)
            yield _draft(context, apart)


def _reasons(frame: Frame, act: str) -> Iterator[Token]:
    """What hangs on a clause's verb and tells why."""
    for child in frame.head.children:
        lower, below = child.lower_, list(child.children)
        if child.dep_ == "advcl" and child.i > frame.head.i:
            because = any(c.lower_ == "because" and c.dep_ == "mark" for c in below)
            if because or (child.tag_ == "VBG" and child.lemma_.lower() in TELLING):
                yield child
        elif child.dep_ == "prep" and not _is_date(frame, child):
            does = any(c.dep_ == "pcomp" for c in below)
            told = any(c.pos_ == "NOUN" for c in below)
            if (
                lower in ("because", "due")
                or (lower == "for" and (does or act in JUDGED))
                or (lower in ("over", "amid") and told)
            ):
                yield child


def _is_date(frame: Frame, prep: Token) -> bool:
    """Whether what stands behind a preposition is a time: "over the weekend"."""
    base = frame.sentence.offset
    return any(
        d.start <= base + c.idx < d.end for d in frame.sentence.dates for c in prep.subtree
    )  # fmt: skip


def _apart(told: list[_Reason]) -> list[_Reason]:
    """The first reason of each article, of those that have nothing in common with another's."""
    first: dict[str, _Reason] = {}
    for reason in told:
        if reason.words:
            first.setdefault(reason.frame.article, reason)
    return [r for r in first.values() if any(_differ(r, o) for o in first.values())]


def _differ(one: _Reason, other: _Reason) -> bool:
    mine, theirs = one.words, other.words
    known = {a for w in mine for a in acts.nouns().get(w, ())}
    alike = known & {a for w in theirs for a in acts.nouns().get(w, ())}
    return (
        not mine & theirs and not alike
        and same_parties(one.frame, other.frame) and not on_other_days(one.frame, other.frame)
    )  # fmt: skip


def _draft(context: Context, apart: list[_Reason]) -> Draft:
    material = context.material
    readings = material.in_order(_reading(context, r) for r in apart)
    told = each(material, ((r.article, r.exact) for r in readings))
    word = apart[0].frame.head.text.lower()
    shared = frozenset.intersection(*(r.frame.sentence.actors for r in apart))
    return Draft(
        "wording", readings, Message.of("wording: reasons", act=Words(word), told=told),
        Message.of("wording: reasons, ground"), 0.7,
        tags=frozenset({Tag.REASON}), weight=4 + len(readings), actors=tuple(sorted(shared)),
        about=str(Tag.REASON),
    )  # fmt: skip


def _reading(context: Context, reason: _Reason) -> Reading:
    """The words of a reason, to the end of a word."""
    base = reason.frame.sentence.offset
    kept = sorted(reason.head.subtree, key=lambda t: t.i)
    start = base + kept[0].idx
    ends = (base + t.idx + len(t) for t in kept if not t.is_punct)
    end = max((e for e in ends if e - start <= LONGEST), default=start + len(kept[0]))
    return context.material.texts[reason.frame.article].reading(start, end)
