"""From names to actors: over all articles of a story, which names name the same.

In this order: the data files know a name; an abbreviation is linked to the name that introduced it,
or whose initials it has; full names of persons are gathered, and short forms go to the person they
fit, first among those of the article, then of the story; a short form that fits two stays open; the
editor's authority file has the last word. Then metonyms are told from places.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.collation import metonyms
from variorum.collation.authority import Authority, Entry
from variorum.collation.names import (
    Key,
    initials,
    introduced,
    known_key,
    plain_key,
    short_forms,
    without_country,
)
from variorum.collation.people import Person, ShortNames, cluster, folded
from variorum.collation.slugs import assign
from variorum.model import Actor, Entity, OpenName

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from variorum.analysis.parse import ParsedArticle, ParsedBlock

__all__ = ["Linked", "link"]

Place = tuple[str, int]
"""Id of an article, and which of its entities."""


@dataclass(frozen=True, slots=True)
class Linked:
    """The entities with their actors, and all there is to say of the actors themselves."""

    entities: dict[str, list[Entity]]
    actors: tuple[Actor, ...]
    """Sorted by id."""
    open: tuple[OpenName, ...] = ()
    """Names that fit several actors, sorted."""
    unused: tuple[str, ...] = ()
    """Names and ids the authority file gives that nothing in this story bears."""


def link(
    articles: Sequence[ParsedArticle],
    entities: Mapping[str, Sequence[Entity]],
    authority: Authority | None = None,
) -> Linked:
    """Link the names of a story's articles to actors.

    *entities* maps the ids of the articles to what :func:`variorum.analysis.entities.find` found.
    """
    story = _Story(articles, entities)
    story.link_others()
    story.link_persons()
    editor = _Editor(story, authority or Authority())
    editor.decide()
    return story.finish(editor)


class _Story:
    """The names of a story and what they were linked to."""

    def __init__(
        self, articles: Sequence[ParsedArticle], entities: Mapping[str, Sequence[Entity]]
    ) -> None:
        self.articles = articles
        self.entities = {a.article.id: list(entities.get(a.article.id, ())) for a in articles}
        self.keys: dict[Place, Key] = {}
        self.open: dict[Place, list[Key]] = {}

    def names(self) -> Iterator[tuple[Place, Entity]]:
        """All names, in order."""
        for article in sorted(self.entities):
            for n, entity in enumerate(self.entities[article]):
                yield (article, n), entity

    def link_others(self) -> None:
        """Everything that isn't a person: known names, abbreviations, short forms, the rest."""
        for place, entity in self.names():
            if entity.label != "PER":
                self.keys[place] = known_key(entity) or plain_key(entity)
        same = self._abbreviations()
        same |= self._short_organisations(same)
        for place, key in self.keys.items():
            seen = {key}
            while key in same and same[key] not in seen:
                key = same[key]
                seen.add(key)
            self.keys[place] = key

    def _abbreviations(self) -> dict[Key, Key]:
        same: dict[Key, Key] = {}
        places = {id(e): place for place, e in self.names()}
        for parsed in self.articles:
            listed = self.entities[parsed.article.id]
            for long, short in introduced(parsed.article.text, listed):
                one, other = (self.keys.get(places[id(e)]) for e in (long, short))
                if one and other and one != other:
                    known = known_key(short) is not None and known_key(long) is None
                    same.setdefault(*((one, other) if known else (other, one)))
        longer: dict[str, set[Key]] = defaultdict(set)
        for key in set(self.keys.values()):
            if key[1] == "ORG" and " " in key[0]:
                for short_form in initials(key[0]):
                    longer[short_form].add(key)
        for key in sorted(set(self.keys.values())):
            fits = longer.get(key[0], set()) if key[1] == "ORG" and key[0].isupper() else set()
            if len(fits) == 1 and key not in same and not gazetteer.lookup(key[0]):
                same[key] = next(iter(fits))
        return {a: b for a, b in same.items() if a != b and same.get(b) != a}

    def _short_organisations(self, same: Mapping[Key, Key]) -> dict[Key, Key]:
        """A short form of a single longer name: "Acme" for "Acme Rockets", "Air Force"."""
        longer: dict[str, set[Key]] = defaultdict(set)
        for name, kind in {same.get(k, k) for k in self.keys.values()}:
            if kind == "ORG" and " " in name:
                for short in short_forms(name):
                    longer[short].add((name, kind))
        found = {}
        for key in sorted(set(self.keys.values())):
            name, kind = key
            if kind != "ORG" or key in same:
                continue
            bare = without_country(name)
            if bare and (entry := gazetteer.lookup(bare)) is not None and entry.label == "ORG":
                found[key] = (entry.canonical, "ORG")
                continue
            fits = longer.get(name, set()) - {key}
            if len(fits) == 1 and gazetteer.lookup(name) is None and len(name) > 2:
                found[key] = next(iter(fits))
        return found

    def link_persons(self) -> None:
        """Full names to persons, then short forms and handles to the persons they fit."""
        mentions = [
            (place[0], " ".join(e.exact.split()))
            for place, e in self.names()
            if e.label == "PER" and not e.exact.startswith("@")
        ]
        persons = cluster(mentions)
        short = ShortNames(persons)
        keys = [(person.canonical, "PER") for person in persons]
        exact = {name: n for n, person in enumerate(persons) for name in person.names}
        alone = _spellings(form for _, form in mentions if form not in exact)
        for place, entity in self.names():
            if entity.label != "PER":
                continue
            form = " ".join(entity.exact.split())
            if form.startswith("@"):
                self.keys[place] = self._handle(entity, persons, place)
                continue
            fits = [exact[form]] if form in exact else short.fits(form, place[0])
            if len(fits) == 1:
                self.keys[place] = keys[fits[0]]
            elif fits:
                self.open[place] = [keys[n] for n in fits]
            else:
                self.keys[place] = (alone[form], "PER")

    def _handle(self, entity: Entity, persons: Sequence[Person], place: Place) -> Key:
        name = entity.exact[1:]
        for person in persons:
            if name.casefold() in {"".join(folded_plain(n)) for n in person.names}:
                return person.canonical, "PER"
        article, n = place
        if n and entity.start - self.entities[article][n - 1].end <= 3:
            before = self.keys.get((article, n - 1))
            if before:
                return before
        return entity.exact, "PER"

    def finish(self, editor: _Editor) -> Linked:
        """Give ids, tell metonyms, count, and put all together."""
        acting: dict[Place, Key] = {}
        for parsed in self.articles:
            acting.update(self._acting(parsed))
        wanted = set(self.keys.values()) | set(acting.values())
        wanted |= {key for keys in self.open.values() for key in keys}
        ids = {key: editor.ids[key] for key in wanted if key in editor.ids}
        ids |= assign((key for key in wanted if key not in ids), editor.used)
        linked = {}
        for article, listed in self.entities.items():
            linked[article] = [
                dataclasses.replace(
                    e,
                    actor=ids.get(self.keys.get((article, n), ("", ""))),
                    metonym_for=ids.get(acting.get((article, n), ("", ""))),
                )
                for n, e in enumerate(listed)
            ]
        return Linked(linked, _records(linked, ids, editor), self._opened(ids), editor.unused())

    def _acting(self, parsed: ParsedArticle) -> Iterator[tuple[Place, Key]]:
        blocks = iter(parsed.blocks)
        block: ParsedBlock | None = next(blocks, None)
        for n, entity in enumerate(self.entities[parsed.article.id]):
            entry = gazetteer.lookup(entity.exact)
            if entry is None or not entry.acts_for or entity.label in ("PER", "WORK", "EVENT"):
                continue
            while block is not None and block.block.end <= entity.start:
                block = next(blocks, None)
            if block is None:
                return
            place = (parsed.article.id, n)
            whom = gazetteer.lookup(entry.acts_for)
            key = (whom.canonical, "ORG" if whom.label == "ORG" else "PLACE") if whom else None
            if key and (entry.seat or _acts(block, entity)):
                yield place, key

    def _opened(self, ids: Mapping[Key, str]) -> tuple[OpenName, ...]:
        found: dict[tuple[str, tuple[str, ...]], list[tuple[str, int, int]]] = defaultdict(list)
        for (article, n), keys in self.open.items():
            entity = self.entities[article][n]
            candidates = tuple(sorted(ids[key] for key in keys))
            found[entity.exact, candidates].append((article, entity.start, entity.end))
        return tuple(
            OpenName(name=name, candidates=fits, mentions=tuple(sorted(found[name, fits])))
            for name, fits in sorted(found)
        )


def folded_plain(name: str) -> list[str]:
    """The words of a name in lower case, letters only, as handles have them."""
    return ["".join(c for c in word.casefold() if c.isalnum()) for word in name.split()]


def _spellings(forms: Iterator[str]) -> dict[str, str]:
    """For lone names: of the spellings that are one name, the one used most."""
    counts = Counter(forms)
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for form in counts:
        groups[folded(form) or (form,)].append(form)
    best = {k: min(g, key=lambda f: (-counts[f], f)) for k, g in groups.items()}
    return {form: best[folded(form) or (form,)] for form in counts}


def _acts(block: ParsedBlock, entity: Entity) -> bool:
    base = block.block.start
    span = block.doc.char_span(entity.start - base, entity.end - base)
    return span is not None and metonyms.acts(block.doc, span.start, span.end)


def _records(
    linked: Mapping[str, Sequence[Entity]], ids: Mapping[Key, str], editor: _Editor
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
        entry = editor.entries.get(ident)
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


class _Editor:
    """Applies the authority file to what was linked."""

    def __init__(self, story: _Story, authority: Authority) -> None:
        self.story = story
        self.entries: dict[str, Entry] = {e.id: e for e in authority.entries}
        self.ids: dict[Key, str] = {}
        self.seen: set[str] = set()

    @property
    def used(self) -> frozenset[str]:
        """Ids that no other actor may take."""
        return frozenset(self.entries)

    def decide(self) -> None:
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
        plain = assign(set(self.story.keys.values()))
        merged = {old: e for e in self.entries.values() for old in (*e.merge, e.id)}
        for place, entity in self.story.names():
            form = " ".join(entity.exact.split())
            key = self.story.keys.get(place)
            said = owner.get(form)
            if said is None and key is not None:
                said = owner.get(key[0]) or merged.get(plain.get(key, ""))
                if said is not None and form in split and split[form] == said.id:
                    self.seen.add(form)
                    self.story.keys[place] = (form, key[1])
                    continue
            if said is not None:
                self.seen.update((form, plain.get(key, "") if key else "", said.id))
                own = (said.name or (key[0] if key else form), f"={said.id}")
                self.story.keys[place] = own
                self.story.open.pop(place, None)
                self.ids[own] = said.id

    def unused(self) -> tuple[str, ...]:
        """What the file names and the story doesn't."""
        names: set[str] = set()
        for e in self.entries.values():
            if e.id not in self.seen:
                names.add(e.id)
            names.update(form for form in (*e.aliases, *e.merge, *e.split) if form not in self.seen)
        return tuple(sorted(names))
