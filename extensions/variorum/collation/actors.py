"""From names to actors: over all articles of a story, which names name the same.

In this order: a form has one label in the story; the data files know a name; an abbreviation is
linked to the name that introduced it, or whose initials it has; full names of persons are gathered,
and short forms go to the person they fit, first among those of the article, then of the story; a
short form that fits two stays open; the editor's authority file has the last word. Then metonyms
are told from places.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from variorum.analysis import gazetteer
from variorum.collation import metonyms
from variorum.collation.actor_records import records
from variorum.collation.authority import Authority
from variorum.collation.editing import Editor, Place
from variorum.collation.labels import agree
from variorum.collation.names import (
    Key,
    in_small_letters,
    initials,
    introduced,
    known_key,
    party,
    plain_key,
    short_forms,
    without_country,
)
from variorum.collation.namesakes import Namesakes
from variorum.collation.people import Person, ShortNames, cluster
from variorum.collation.slugs import assign
from variorum.collation.spelling import folded
from variorum.model import Actor, Entity, OpenName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from variorum.analysis.parse import ParsedArticle, ParsedBlock

__all__ = ["Linked", "link"]


ByHand: TypeAlias = (
    "Callable[[Mapping[str, Sequence[Entity]], dict[Place, Key], dict[Place, list[Key]], "
    "dict[Key, str]], None]"
)
"""Given the names of each article, what they were linked to, those left open, and the ids that an
authority file gives; changes the second and the third in place."""


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
    by_hand: ByHand | None = None,
) -> Linked:
    """Link the names of a story's articles to actors.

    *entities* maps the ids of the articles to what :func:`variorum.analysis.entities.find` found;
    *by_hand* has the last word on single mentions.
    """
    story = _Story(articles, entities)
    story.link_others()
    story.link_persons()
    editor = Editor(authority or Authority())
    editor.decide(story.names(), story.keys, story.open)
    if by_hand is not None:
        by_hand(story.entities, story.keys, story.open, editor.ids)
    return story.finish(editor)


class _Story:
    """The names of a story and what they were linked to."""

    def __init__(
        self, articles: Sequence[ParsedArticle], entities: Mapping[str, Sequence[Entity]]
    ) -> None:
        self.articles = articles
        self.entities = agree({a.article.id: entities.get(a.article.id, ()) for a in articles})
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
        parties = {key for key in self.keys.values() if key[1] == "ORG" and " Party" in key[0]}
        for place, entity in self.names():
            people = entity.label == "NORP" or (
                entity.label == "ORG" and gazetteer.lookup(entity.exact) is None
            )
            if people and (one := party(entity.exact, sorted(parties))) is not None:
                self.keys[place] = one
        same = in_small_letters(self.keys.values())
        same |= self._abbreviations()
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
            capitals = sum(c.isupper() for c in key[0])
            brief = key[1] == "ORG" and capitals > 1 and " " not in key[0]
            fits = longer.get(key[0].upper(), set()) if brief else set()
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
        texts = {parsed.article.id: parsed.article.text for parsed in self.articles}
        namesakes = {id_: Namesakes(texts[id_], self.entities[id_], exact) for id_ in texts}
        for place, entity in self.names():
            if entity.label != "PER":
                continue
            form = " ".join(entity.exact.split())
            if form.startswith("@"):
                self.keys[place] = self._handle(entity, persons, place)
                continue
            mine = namesakes[place[0]]
            fits = [exact[form]] if form in exact else _fitting(short, mine, entity, place[0])
            if form not in exact and mine.is_of_another(entity, fits):
                self.keys[place] = (form, "PER")
                continue
            if len(fits) > 1 and (one := mine.choose(entity, fits)) is not None:
                fits = [one]
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

    def finish(self, editor: Editor) -> Linked:
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
        return Linked(
            linked, records(linked, ids, editor.entries), self._opened(ids), editor.unused()
        )

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


def _fitting(short: ShortNames, namesakes: Namesakes, entity: Entity, article: str) -> list[int]:
    """Whom a short form can mean: of its own article, if "Mr" or "Mrs" lets it; else of others."""
    form = " ".join(entity.exact.split())
    own = namesakes.allowed(entity, short.fits(form, article))
    return own or namesakes.allowed(entity, short.fits(form))


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
