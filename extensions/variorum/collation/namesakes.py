"""Which of two people of one surname a report means where it gives the surname alone.

"Mr" or "Mrs" before it decides, or the "he" or "she" behind it; else it is the one whom the report
is about, where the other is there as wife, son or brother. Where neither decides, it is nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.analysis.personal import GENDER
from variorum.analysis.salience import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Entity

__all__ = ["Namesakes"]

_BEHIND = 160
"""Characters behind a surname in which a pronoun may tell who it is."""
_BEFORE = 40
"""Characters before a full name in which a word tells what they are to somebody else."""
_WORD = re.compile(r"[^\W\d_]+")


class Namesakes:
    """The people of one article who share a name, and what it tells of each."""

    def __init__(self, text: str, entities: Sequence[Entity], full: Mapping[str, int]) -> None:
        """*full* gives the person of each full name."""
        self.text = text
        self.persons = [e for e in entities if e.label == "PER"]
        self.first: dict[int, Entity] = {}
        self.genders: dict[int, str] = {}
        self.titled: set[int] = set()
        """Those who are said to govern."""
        for entity in self.persons:
            person = full.get(" ".join(entity.exact.split()))
            if person is None:
                continue
            self.first.setdefault(person, entity)
            if gender := self._gender(entity):
                self.genders.setdefault(person, gender)
            if self._holds_office(entity):
                self.titled.add(person)

    def choose(self, entity: Entity, fits: Sequence[int]) -> int | None:
        """The one of several people whom a mention means, if anything tells."""
        left = list(fits)
        if self._governs(entity):
            left = [n for n in left if n in self.titled]
            return left[0] if len(left) == 1 else None
        for gender in (self._titled(entity), self._meant_behind(entity)):
            if gender:
                left = [n for n in left if self.genders.get(n, gender) == gender] or left
                if len(left) == 1:
                    return left[0]
        return self._chief(left)

    def is_of_another(self, entity: Entity, fits: Sequence[int]) -> bool:
        """Whether a government is named after somebody else: "the Doe administration"."""
        return bool(fits) and self._governs(entity) and not any(n in self.titled for n in fits)

    def allowed(self, entity: Entity, fits: Sequence[int]) -> list[int]:
        """Those of several people whom "Mr" or "Mrs" before a name does not speak against."""
        gender = self._titled(entity)
        return [n for n in fits if not gender or self.genders.get(n, gender) == gender]

    def _governs(self, entity: Entity) -> bool:
        """Whether a surname names those who governed under one: "the Doe years"."""
        behind = self.text[entity.end : entity.end + _BEFORE].split()[:2]
        said = self.text[entity.end : entity.end + 1] == " " and bool(behind)
        both = " ".join(behind).lower().rstrip(".,")
        governs = words("governments", "nouns")
        return said and (behind[0].lower().rstrip(".,;:") in governs or both == "white house")

    def _chief(self, fits: Sequence[int]) -> int | None:
        """The one whom the report is about: named first, and as nobody's wife or brother."""
        named = sorted((n for n in fits if n in self.first), key=lambda n: self.first[n].start)
        own = [n for n in named if not self._kin(self.first[n])]
        return own[0] if len(named) == len(fits) and len(own) == 1 and own[0] == named[0] else None

    def _titled(self, entity: Entity) -> str:
        before = self.text[max(0, entity.start - 8) : entity.start].split()
        return _told(before[-1].lower().rstrip(".")) if before else ""

    def _meant_behind(self, entity: Entity) -> str:
        """The gender of the first pronoun behind a name, before anybody else is named."""
        others = (e.start for e in self.persons if e.start >= entity.end)
        end = min(next(others, len(self.text)), entity.end + _BEHIND)
        behind = self.text[entity.end : end].partition("\n\n")[0]
        said = (word.group().lower() for word in _WORD.finditer(behind))
        return next((GENDER[word] for word in said if word in GENDER), "")

    def _gender(self, entity: Entity) -> str:
        first = entity.exact.split()[0]
        if first in words("names", "feminine"):
            return "f"
        if first in words("names", "masculine"):
            return "m"
        return self._titled(entity) or _told(self._kin(entity))

    def _holds_office(self, entity: Entity) -> bool:
        before = self.text[max(0, entity.start - _BEFORE) : entity.start]
        behind = self.text[entity.end : entity.end + _BEFORE]
        beside = re.split(r"[.;:!?\n]", before)[-1].split(",")[-1] + " " + behind.partition(".")[0]
        return any(word in words("governments", "heads") for word in _WORD.findall(beside.lower()))

    def _kin(self, entity: Entity) -> str:
        """What somebody is to another, by the words before the name: "his wife, Ann Doe"."""
        before = self.text[max(0, entity.start - _BEFORE) : entity.start]
        near = _WORD.findall(re.split(r"[.;:!?\n]", before)[-1].lower())
        return next((word for word in reversed(near[-4:]) if word in words("kin", "nouns")), "")


def _told(word: str) -> str:
    if word in words("gender", "feminine"):
        return "f"
    return "m" if word in words("gender", "masculine") else ""
