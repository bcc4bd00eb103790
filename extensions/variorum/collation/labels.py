"""One label for one form in a whole story, where its articles were read differently.

An article that names "Smithson" without saying who that is learns from one that does.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.model import Entity

UNSURE = 0.6
"""A name below this confidence gives way to a person's surname of the story."""
CONFIDENCE = 0.8


def agree(entities: Mapping[str, Sequence[Entity]]) -> dict[str, list[Entity]]:
    """The entities of a story's articles, with the labels that most evidence speaks for."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for listed in entities.values():
        for e in listed:
            weights[_form(e)][e.label] += e.confidence
    best = {
        form: min(labels, key=lambda label: (-labels[label], label))
        for form, labels in weights.items()
        if len(labels) > 1 and gazetteer.lookup(form) is None
    }
    surnames = {
        form.rpartition(" ")[2]
        for form, labels in weights.items()
        if " " in form and labels.get("PER", 0.0) >= 0.5 and best.get(form, "PER") == "PER"
    }
    return {
        article: [_agreed(e, best, surnames) for e in listed]
        for article, listed in entities.items()
    }


def _form(entity: Entity) -> str:
    return " ".join(entity.exact.split())


def _agreed(entity: Entity, best: Mapping[str, str], surnames: set[str]) -> Entity:
    if entity.decided_by is not None:
        return entity
    form = _form(entity)
    label = best.get(form, entity.label)
    if form in surnames and entity.confidence < UNSURE and gazetteer.lookup(form) is None:
        label = "PER"
    if label == entity.label:
        return entity
    return dataclasses.replace(entity, label=label, by="story", confidence=CONFIDENCE)
