"""What all kinds of findings are made from, and the form in which they hand them in."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings import alignment, passages, statements
from variorum.collation.findings.material import Material
from variorum.collation.findings.provenance import provenance
from variorum.collation.findings.quantities import is_day
from variorum.collation.findings.shared_edits import Edit, edits
from variorum.collation.findings.told import Told
from variorum.collation.findings.weights import weights
from variorum.collation.frames import Matters, frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from variorum.collation.findings.alignment import Alignment, Key
    from variorum.collation.findings.material import Sentence
    from variorum.collation.findings.passages import Pair
    from variorum.collation.findings.statements import Statements
    from variorum.collation.findings.tags import Tag
    from variorum.collation.findings.view import Passage, Provenance, StoryView
    from variorum.model import Message, Reading, Variant


RARE = 3
RARE_PART = 0.03
"""An actor is rare that so many sentences name, or such a part of all names in the story."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding without salience and id.

    ``tags`` say what is special about it, for :mod:`~variorum.collation.findings.worth`;
    ``weight`` ranks findings of one kind and salience.
    """

    kind: str
    readings: tuple[Reading, ...]
    explanation: Message | str
    """What to say of it; an extension may say it in words of its own."""
    why: Message | str
    confidence: float
    """How sure it is beside others of its kind, until that is measured."""
    tags: frozenset[Tag] = frozenset()
    weight: float = 0.0
    absent: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    utterance: str | None = None
    about: str = ""
    """Tells two findings of the same readings apart."""
    merged: tuple[tuple[Reading, ...], ...] = ()
    """The readings of the findings that this one is made of, where each was one of its own: it has
    the id of the first, and those of the others lead to it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of finding differences, ours or an extension's; by its name it is switched off."""

    name: str
    find: Callable[[Context], Iterable[Draft]]


@dataclass(frozen=True, slots=True)
class Context:
    """A story with all that the kinds share, made once."""

    material: Material
    pairs: tuple[Pair, ...]
    passages: tuple[Passage, ...]
    provenance: dict[str, Provenance]
    statements: Statements
    alignment: Alignment
    clusters: tuple[tuple[Key, ...], ...]
    edits: tuple[Edit, ...]
    matters: Matters
    """What the clauses of the story say, by what befalls whom."""
    told: Told
    """Which article tells of which event, in whatever words."""
    rare: frozenset[str]
    """Actors that few sentences of the story name."""
    weights: Mapping[str, float]
    """How much each actor and each word says that two sentences have in common."""
    found: tuple[Draft, ...] = ()
    """What the rules before this one have found."""

    def weight(self, keys: Iterable[str]) -> float:
        """How much it says that two sentences have some actors and words in common."""
        return math.fsum(self.weights[key] for key in keys)

    def origins(self, articles: set[str]) -> int:
        """How many independent witnesses some articles are."""
        return len({self.provenance[a].origin for a in articles})

    def copies(self, one: str, other: str) -> bool:
        """Whether two articles go back to one text; what differs in them was edited."""
        return self.provenance[one].origin == self.provenance[other].origin

    def one_place(self, one: Sentence, other: Sentence) -> bool:
        """Whether two sentences, each with its neighbours, name an actor or two things in common,
        and neither other places nor other days."""
        mine, theirs = self.material.around(one), self.material.around(other)
        actors = [frozenset(a for s in near for a in s.actors) for near in (mine, theirs)]
        places = [named & self.material.places for named in actors]
        days = [frozenset((d.value or "")[:10] for s in near for d in s.dates if is_day(d.value))
                for near in (mine, theirs)]  # fmt: skip
        if any(all(held) and not held[0] & held[1] for held in (places, days)):
            return False
        matter = [frozenset().union(*(s.matter for s in near)) for near in (mine, theirs)]
        return bool(actors[0] & actors[1]) or len(matter[0] & matter[1]) > 1

    def text(self, reading: Reading) -> str:
        """The words of a reading on one line."""
        return " ".join((reading.exact or "").split())


def context(view: StoryView) -> Context:
    """Read a story through once."""
    material = Material(view)
    found = passages.pairs(material)
    aligned = alignment.align(material)
    matters = Matters(frames(material))
    told = Told(matters)
    return Context(
        material,
        tuple(found),
        tuple(passages.passages(material, found)),
        {p.article: p for p in provenance(material, found)},
        statements.statements(material),
        aligned,
        tuple(tuple(c) for c in alignment.clusters(aligned, told.otherwise)),
        tuple(edits(material, found)),
        matters,
        told,
        frozenset(_rare(material)),
        weights(material),
    )


def _rare(material: Material) -> Iterator[str]:
    counts = Counter(a for s in material.sentences() for a in s.actors)
    total = sum(counts.values())
    for actor, n in counts.items():
        if n <= max(RARE, RARE_PART * total):
            yield actor
