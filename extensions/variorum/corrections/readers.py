"""Several readers of one story: whose word stands, and how far they agree.

A thing is what a correction is about: its kind and its words, as its maker pointed to them. Two
readers have both looked at it where each has called it right, wrong or otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.corrections.records import Correction, Corrections, Value
from variorum.corrections.selector import fold

Thing = tuple[str, str, tuple[tuple[str, str, str, str], ...]]
VERDICTS = ("keep", "reject", "change")
ENOUGH = 10
"""Of fewer things that two have both looked at, kappa says nothing."""
ALL = "all"


def about(said: Correction) -> Thing:
    """What a correction is about."""
    places = sorted((t.article, fold(t.exact), fold(t.prefix), fold(t.suffix)) for t in said.at)
    return said.what, said.which, tuple(places)


def is_verdict(said: Correction) -> bool:
    """Whether it says if a thing is right as it is; a heading in other words does not."""
    return said.verb in VERDICTS and not (said.what == "finding" and _words(said) is not None)


def verdict(said: Correction) -> str:
    """What it says of the thing, in a form that can be compared."""
    if said.verb != "change":
        return said.verb
    return ", ".join(f"{name}: {_shown(value)}" for name, value in sorted(said.values))


def by_reader(entries: Iterable[Correction]) -> dict[Thing, dict[str, Correction]]:
    """The last verdict of each reader who gave a name, by the thing."""
    found: defaultdict[Thing, dict[str, Correction]] = defaultdict(dict)
    for said in entries:
        if said.by and is_verdict(said):
            # Who says it again says it last.
            found[about(said)].pop(said.by, None)
            found[about(said)][said.by] = said
    return dict(found)


def standing(corrections: Corrections) -> Corrections:
    """What holds: where readers disagree, the word that comes last in the file."""
    overruled = {
        said
        for told in by_reader(corrections.entries).values()
        for said in list(told.values())[:-1]
    }
    if not overruled:
        return corrections
    return Corrections(tuple(said for said in corrections.entries if said not in overruled))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readers agree on one kind of thing, or on all."""

    kind: str
    one: str
    other: str
    both: int
    """So many things both have looked at …"""
    same: int
    """… and of so many they said the same."""
    kappa: float | None
    """Cohen's kappa: what they agree beyond chance; nothing of fewer than :data:`ENOUGH`."""


def agreement(files: Iterable[Sequence[Correction]]) -> Iterator[Agreement]:
    """Every two readers of some files, kind by kind, then over all kinds."""
    pairs: defaultdict[tuple[str, str], defaultdict[str, list[tuple[str, str]]]]
    pairs = defaultdict(lambda: defaultdict(list))
    for entries in files:
        for thing, told in sorted(by_reader(entries).items()):
            for one, other in combinations(sorted(told), 2):
                said = verdict(told[one]), verdict(told[other])
                pairs[one, other][thing[0]].append(said)
                pairs[one, other][ALL].append(said)
    for (one, other), kinds in sorted(pairs.items()):
        for kind, listed in sorted(kinds.items(), key=lambda k: (k[0] == ALL, k[0])):
            same = sum(a == b for a, b in listed)
            yield Agreement(kind, one, other, len(listed), same, kappa(listed))


def kappa(listed: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of verdicts.

    Nothing where they are too few, or where both readers have said one and the same of all: then
    all agreement is what chance would give.
    """
    total = len(listed)
    if total < ENOUGH:
        return None
    one, other = Counter(a for a, _ in listed), Counter(b for _, b in listed)
    chance = sum(one[v] * other[v] for v in one) / total**2
    seen = sum(a == b for a, b in listed) / total
    return None if chance == 1 else round((seen - chance) / (1 - chance), 3)


def _words(said: Correction) -> Value:
    values: Mapping[str, Value] = dict(said.values)
    return values.get("explanation")


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return " and ".join(sorted(value))
    return "nobody" if value is None else str(value)
