"""Which frames of several articles tell of one matter."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.frames import acts
from variorum.collation.frames.arguments import clash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.collation.frames.frame import Frame

WIDE = 60
"""What more clauses of a story tell of is no single event."""


class Matters:
    """The frames of a story by what befalls whom."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self.frames = tuple(frames)
        self._by_key: defaultdict[tuple[str, str], list[Frame]] = defaultdict(list)
        self._by_doer: defaultdict[tuple[str, str], list[Frame]] = defaultdict(list)
        self._keys: defaultdict[str, set[str]] = defaultdict(set)
        for frame in self.frames:
            for act in sorted(frame.acts):
                for key in sorted(befallen(frame, act)):
                    self._by_key[act, key].append(frame)
                    self._keys[act].add(key)
                for key in sorted(frame.agents):
                    self._by_doer[act, key].append(frame)

    def of(self, act: str, key: str) -> list[Frame]:
        """The frames that tell of an act that befalls an actor or a thing."""
        return self._by_key.get((act, key), [])

    def groups(self) -> Iterator[tuple[str, str, list[Frame]]]:
        """What is told of each act and whom it befalls, where it is no everyday thing."""
        for (act, key), told in sorted(self._by_key.items(), key=lambda item: item[0]):
            if 1 < len(told) <= WIDE:
                yield act, key, told

    def doers(self) -> Iterator[tuple[str, str, list[Frame]]]:
        """What is told of each act and who does it."""
        for (act, key), told in sorted(self._by_doer.items(), key=lambda item: item[0]):
            if 1 < len(told) <= WIDE:
                yield act, key, told

    def keys(self, act: str) -> list[str]:
        """Whom an act befalls anywhere."""
        return sorted(self._keys.get(act, ()))


def befallen(frame: Frame, act: str) -> frozenset[str]:
    """Keys of whom an act befalls in a clause."""
    side = acts.affected(act)
    if side == "subject":
        return frame.agents or frame.patients
    if side == "object":
        return frame.patients
    return frame.patients or frame.agents


def support(one: Frame, other: Frame, key: str) -> int:
    """How much two clauses have in common beside an act and whom it befalls."""
    return len((one.keys & other.keys) - {key})


def same_parties(one: Frame, other: Frame) -> bool:
    """Whether nobody who takes part in one is surely another than in the other, and no place."""
    if clash(one.agent, other.agent) or clash(one.patient, other.patient):
        return False
    mine, theirs = _named(one), _named(other)
    return all(mine[prep] & theirs[prep] for prep in mine.keys() & theirs.keys())


def _named(frame: Frame) -> dict[str, frozenset[str]]:
    """Keys of the names that hang on a clause, by preposition."""
    dated = {d.exact.lower() for d in frame.dates}
    named: dict[str, frozenset[str]] = {}
    for prep, argument in frame.others:
        if argument.token.pos_ == "PROPN" and not any(argument.token.lower_ in d for d in dated):
            named[prep] = named.get(prep, frozenset()) | argument.keys
    return named
