"""Whether another article tells of an event in any words: arrested, taken into custody.

A sentence is not told by one alone where another article has a clause of the same act and of
somebody or something that both name. Only acts count that befall one in a story hardly twice.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.frames.frame import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.collation.findings.material import Sentence
    from variorum.collation.frames.frame import Frame
    from variorum.collation.frames.matters import Matters

ONCE = frozenset(
    ("arrest", "charge", "clear", "convict", "die", "dismiss", "injure", "override", "resign",
     "sue", "veto")
)  # fmt: skip
CONSEQUENCES = frozenset(
    ("accuse", "ban", "charge", "clear", "confirm", "convict", "deny", "dismiss", "investigate",
     "override", "reject", "resign", "sue", "suspend", "veto")
)  # fmt: skip
"""What somebody answers, or what comes of what was done: a reader wants to know of it first."""
FATES = frozenset(
    ("acquit", "arrest", "ban", "charge", "clear", "convict", "die", "dismiss", "free", "injure",
     "investigate", "resign", "sentence", "sue", "suspend")
)  # fmt: skip
"""What befalls somebody, so that two of them are no two tellings of one."""
ASIDE = frozenset({"acl", "advcl", "relcl", "pcomp"})
"""Clauses that hang on another: a sentence tells of something else."""


class Told:
    """The events of a story, by act."""

    def __init__(self, matters: Matters) -> None:
        self._events: defaultdict[str, list[Frame]] = defaultdict(list)
        self._main: defaultdict[tuple[str, int], list[Frame]] = defaultdict(list)
        self._grave = {f.sentence.key for f in matters.frames if f.acts & CONSEQUENCES}
        self._denying = {f.sentence.key for f in matters.frames if f.denied and not f.nominal}
        self._fates: defaultdict[tuple[str, int], set[tuple[str, bool]]] = defaultdict(set)
        for frame in matters.frames:
            if frame.head.dep_ not in ASIDE:
                fates = {(act, frame.denied) for act in frame.acts & FATES}
                self._fates[frame.sentence.key] |= fates
            if frame.standing is not Standing.DONE:
                continue
            acts = sorted(frame.acts & ONCE)
            for act in acts:
                self._events[act].append(frame)
            if acts and not frame.nominal and frame.head.dep_ not in ASIDE:
                self._main[frame.sentence.key].append(frame)

    def elsewhere(self, sentence: Sentence) -> set[str]:
        """The other articles that tell an event that a sentence mainly tells."""
        return {
            theirs.article
            for mine in self._main.get(sentence.key, ())
            for act in mine.acts & ONCE
            for theirs in self._events[act]
            if theirs.article != mine.article
            and theirs.denied == mine.denied
            and mine.keys & theirs.keys
            and _on_one_day(mine, theirs)
        }

    def otherwise(self, one: tuple[str, int], other: tuple[str, int]) -> bool:
        """Whether two sentences, by their keys, mainly tell that something else befell somebody."""
        mine, theirs = self._fates.get(one, set()), self._fates.get(other, set())
        return bool(mine and theirs and not mine & theirs)

    def has_consequence(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of an answer, a ruling, or what came of an act."""
        return sentence.key in self._grave

    def denies(self, sentence: Sentence) -> bool:
        """Whether a sentence tells that something is not so, was not done, or was refused."""
        return sentence.key in self._denying

    def told_in(self, article: str, sentences: Iterable[Sentence]) -> bool:
        """Whether an article tells an event that some sentences of others mainly tell."""
        return any(article in self.elsewhere(sentence) for sentence in sentences)


def _on_one_day(one: Frame, other: Frame) -> bool:
    """Whether the days that two clauses name, if both do, are not others."""
    mine, theirs = ({(d.value or "")[:10] for d in f.dates if d.value} for f in (one, other))
    return not (mine and theirs) or bool(mine & theirs)
