"""What an editor should look at, in the order in which it is worth most.

An editor's own words that came to nothing stand at the head. Then what is missing in a report's
head (the whole comparison is set out by it), what stands on the front page, what else a reader sees
first, and what is least sure for its weight. ``variorum check`` prints it so, and the desk leads
through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from variorum.check import LACKING, Doubt
from variorum.edition import Story
from variorum.model import Finding

Group = Literal["yours", "missing", "front", "first", "unsure"]
GROUPS: tuple[Group, ...] = get_args(Group)
MISSING = tuple(f"no {what}" for what in LACKING.values())
WEIGHTS = {"stamp": 0.9, "open name": 0.8, "speaker": 0.8, "surname": 0.5}
"""How much is worth seeing in a kind of doubt; a quotation or a difference more than a pronoun."""
OF_TYPE = {"quote": 0.8, "date": 0.6, "figure": 0.6, "entity": 0.5, "role": 0.3, "reference": 0.3}
LIGHT = 0.4
"""What nothing is said of."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A doubt, which group it waits in, and how much it weighs there."""

    doubt: Doubt
    group: Group
    weight: float


def in_queue(doubts: Iterable[Doubt], stories: Iterable[Story]) -> Iterator[Waiting]:
    """The doubts in their order; what two of them say of one thing is asked once."""
    findings = {s.key: {f.id: f for f in s.findings.findings} for s in stories}
    waiting = [_waiting(d, findings.get(d.story, {}).get(d.about)) for d in doubts]
    seen: set[tuple[str, str]] = set()  # an article that lacks two things is asked of once
    order = sorted(enumerate(waiting), key=lambda n: (GROUPS.index(n[1].group), -n[1].weight, n[0]))
    for _n, item in order:
        about = (item.doubt.story, item.doubt.about)
        if not item.doubt.about or about not in seen:
            seen.add(about)
            yield item


def _waiting(doubt: Doubt, finding: Finding | None) -> Waiting:
    if doubt.kind in MISSING:
        return Waiting(doubt, "missing", 1.0)
    if doubt.kind == "correction":
        return Waiting(doubt, "yours", 1.0)
    if finding is not None:
        group: Group = "front" if finding.front else "first"
        return Waiting(doubt, group, 1 / max(finding.rank, 1))
    heavy = WEIGHTS.get(doubt.kind) or OF_TYPE.get(doubt.type, LIGHT)
    return Waiting(doubt, "unsure", heavy * (1 - (doubt.confidence or 0.0)))
