"""What is known of each actor once all names are linked: names used, where, as what."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.model import Actor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from variorum.collation.authority import Entry
    from variorum.collation.names import Key
    from variorum.model import Entity


def records(
    linked: Mapping[str, Sequence[Entity]], ids: Mapping[Key, str], entries: Mapping[str, Entry]
) -> tuple[Actor, ...]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    stands: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[str, Counter[str]] = defaultdict(Counter)
    for article, entities in linked.items():
        for e in entities:
            form = " ".join(e.exact.split())
            if e.actor:
                names[e.actor][form] += 1
                labels[e.actor][e.label] += 1
                where[e.actor][article] += 1
            if e.metonym_for:
                stands[e.metonym_for][form] += 1
    actors = []
    for key, ident in sorted(ids.items(), key=lambda item: item[1]):
        entry = entries.get(ident)
        actors.append(
            Actor(
                id=ident,
                name=(entry.name if entry else "") or key[0],
                label=(entry.kind if entry else "") or _label(labels[ident], key),
                names=_counted(names[ident]),
                articles=tuple(sorted(where[ident].items())),
                metonyms=_counted(stands[ident]),
                description=entry.description if entry else "",
                wikidata=entry.wikidata if entry else "",
                edited=entry is not None,
            )
        )
    return tuple(actors)


def _label(labels: Counter[str], key: Key) -> str:
    entry = gazetteer.lookup(key[0])
    if entry is not None and key[1] == "PLACE" and entry.label != "NORP":
        return entry.label
    used = sorted(labels.items(), key=lambda item: (item[0] == "NORP", -item[1], item[0]))
    return used[0][0] if used else {"PLACE": "GPE"}.get(key[1], key[1])


def _counted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
