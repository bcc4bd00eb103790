"""Actors whose names are much alike, and may be one."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from variorum.collation.spelling import folded
from variorum.model import Actor

ALIKE = 0.84
"""The part of their letters that two names have in common, from which on they are alike."""
CROWD = 100
"""Of so many names that share a word, no two are compared: it tells nothing."""


def lookalikes(actors: Iterable[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Pairs of actors of one kind with names much alike, sorted by id; no actor edited by hand."""
    sharing: defaultdict[tuple[str, str], list[Actor]] = defaultdict(list)
    for actor in sorted(actors, key=lambda a: a.id):
        if not actor.edited and actor.decided_by is None:
            for word in dict.fromkeys(folded(actor.name)):
                # A word spelled in another way begins the same.
                sharing[actor.label, word[:3]].append(actor)
    pairs = {
        (one.id, other.id): (one, other)
        for crowd in sharing.values()
        if len(crowd) <= CROWD
        for one, other in combinations(crowd, 2)
        if _alike(folded(one.name), folded(other.name))
    }
    yield from (pairs[key] for key in sorted(pairs))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return False
    if len(one) > 1 and len(other) > 1 and one[-1] == other[-1]:
        initials = {len(one[0]), len(other[0])}
        if 1 in initials and one[0][0] == other[0][0]:
            return True
    said = " ".join(one), " ".join(other)
    return difflib.SequenceMatcher(None, *said).ratio() >= ALIKE
