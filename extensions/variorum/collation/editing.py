"""The editor's decisions, applied to what the program linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.slugs import assign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from variorum.collation.authority import Authority, Entry
    from variorum.collation.names import Key
    from variorum.model import Entity

Place = tuple[str, int]
"""Id of an article, and which of its entities."""


class Editor:
    """Applies the authority file to what was linked."""

    def __init__(self, authority: Authority) -> None:
        self.entries: dict[str, Entry] = {e.id: e for e in authority.entries}
        self.ids: dict[Key, str] = {}
        self.seen: set[str] = set()

    @property
    def used(self) -> frozenset[str]:
        """Ids that no other actor may take."""
        return frozenset(self.entries)

    def decide(
        self,
        names: Iterable[tuple[Place, Entity]],
        keys: dict[Place, Key],
        left_open: dict[Place, list[Key]],
    ) -> None:
        """Aliases first, then merges, then splits; an entry's key is its name."""
        if not self.entries:
            return
        owner: dict[str, Entry] = {}
        split: dict[str, str] = {}
        for entry in sorted(self.entries.values(), key=lambda e: e.id, reverse=True):
            for form in (entry.name, *entry.aliases):
                owner[form] = entry
            for form in entry.split:
                split[form] = entry.id
        plain = assign(set(keys.values()))
        merged = {old: e for e in self.entries.values() for old in (*e.merge, e.id)}
        for place, entity in names:
            form = " ".join(entity.exact.split())
            key = keys.get(place)
            said = owner.get(form)
            if said is None and key is not None:
                said = owner.get(key[0]) or merged.get(plain.get(key, ""))
                if said is not None and form in split and split[form] == said.id:
                    self.seen.add(form)
                    keys[place] = (form, key[1])
                    continue
            if said is not None:
                self.seen.update((form, plain.get(key, "") if key else "", said.id))
                own = (said.name or (key[0] if key else form), f"={said.id}")
                keys[place] = own
                left_open.pop(place, None)
                self.ids[own] = said.id

    def unused(self) -> tuple[str, ...]:
        """What the file names and the story doesn't."""
        names: set[str] = set()
        for e in self.entries.values():
            if e.id not in self.seen:
                names.add(e.id)
            names.update(form for form in (*e.aliases, *e.merge, *e.split) if form not in self.seen)
        return tuple(sorted(names))
