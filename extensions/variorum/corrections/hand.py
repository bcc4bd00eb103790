"""The editor's hand: corrections applied while a story is analysed, each type as it is found.

So what a correction says of a name is known to whoever looks for pronouns, of both to whoever
looks for speakers, and of all to whoever compares the articles.
"""

from __future__ import annotations

import dataclasses
import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from variorum.corrections.by_hand import by_hand
from variorum.corrections.make import made
from variorum.corrections.places import (
    Gazette,
    Place,
    in_context,
    located,
    pick,
    problem,
)
from variorum.corrections.readers import standing
from variorum.corrections.records import ANNOTATIONS, Correction, Corrections, Value
from variorum.corrections.selector import NEAREST
from variorum.model import Actor, Annotation, Article, DateRef, Entity, Problem

BY = "editor"
"""The rule that an editor's decisions come from."""
UNNECESSARY = "no longer needed"
AS_READ = f"{UNNECESSARY}: it is read so without it; “keep” says that it is right"

A = TypeVar("A", bound=Annotation)


class Hand:
    """All corrections of a story, each located once; problems gather as they are applied."""

    def __init__(self, corrections: Corrections, articles: Sequence[Article]) -> None:
        self.gazette = Gazette(articles)
        self.articles = {a.id: a for a in articles}
        self.located: list[tuple[Correction, tuple[Place, ...]]] = []
        self._first: list[Problem] = []
        self._said: dict[tuple[int, Place], Problem | None] = {}
        # What the articles' authors marked in them comes first: the editor's file stands over it.
        given = chain(by_hand(articles), located(standing(corrections).entries, self.gazette))
        for correction, places, problems in given:
            self._first += problems
            self.located.append((correction, places))
        self._todo: defaultdict[tuple[str, str], list[tuple[int, Correction, Place]]]
        self._todo = defaultdict(list)
        for number, (correction, places) in enumerate(self.located):
            if correction.what in ANNOTATIONS:
                # A quotation is added once, whatever parts its attribution leaves of it.
                for place in places[:1] if correction.verb == "add" else places:
                    self._todo[place.article, correction.what].append((number, correction, place))
        self.actors: dict[str, Actor] = {}
        self.ids: defaultdict[str, set[str]] = defaultdict(set)

    @property
    def problems(self) -> list[Problem]:
        """What was wrong, in the order of the file, once all is applied."""
        said = [*self._first, *(p for p in self._said.values() if p is not None)]
        said += [
            problem(correction, f"article {place.article!r} is not analysed; it is not in English")
            for (_article, what), todo in sorted(self._todo.items())
            for number, correction, place in todo
            if (number, place) not in self._said
        ]
        return sorted(dict.fromkeys(said), key=lambda p: (p.line or 0, p.message))

    def say(self, number: int, place: Place, message: str | None) -> None:
        """Note how a correction fared at a place; the last word stands."""
        correction = self.located[number][0]
        self._said[number, place] = problem(correction, message) if message else None

    def revise(self, article: str, kind: type[A], found: Iterable[A]) -> list[A]:
        """The annotations of one type in an article, as the editor wants them."""
        listed = list(found)
        for number, correction, place in self._todo[article, kind.type]:
            if correction.verb == "add":
                listed, message = self._add(number, kind, correction, listed)
            else:
                listed, message = self._apply(correction, place, listed)
            self.say(number, place, message)
        return sorted(listed, key=lambda a: (a.start, -a.end))

    def _apply(
        self, correction: Correction, place: Place, found: list[A]
    ) -> tuple[list[A], str | None]:
        hits = pick(place, found)
        if len(hits) != 1:
            return found, self._missed(correction, place, found, hits)
        at = hits[0]
        if correction.verb == "reject":
            return [a for n, a in enumerate(found) if n != at], None
        before = found[at]
        if correction.verb == "note":
            after, message = dataclasses.replace(before, note=correction.note), None
        else:
            fields, message = self.fields(correction)
            same = all(getattr(before, name) == value for name, value in fields.items())
            # Who else is meant by a name is for the linking to say.
            linked = isinstance(before, Entity) and correction.value("actor") is not None
            if correction.verb == "change" and same and not linked and not message:
                message = AS_READ
            decided = decision(correction, before) | fields | unsaid(before, fields)
            after = dataclasses.replace(before, **decided)
        return [after if n == at else a for n, a in enumerate(found)], message

    def _missed(self, correction: Correction, place: Place, found: list[A], hits: list[int]) -> str:
        article = self.articles[place.article]
        if hits:
            shown = ", ".join(in_context(article, found[n].start, found[n].end) for n in hits[:5])
            return f"{len(hits)} such annotations are on these words, name one of them: {shown}"
        if correction.verb == "reject":
            return f"{UNNECESSARY}: nothing of this type is on these words"
        where = in_context(article, place.start, place.end)
        return f"nothing of this type is at {where}{self.gazette.near(place, found)}"

    def _add(
        self, number: int, kind: type[A], correction: Correction, found: list[A]
    ) -> tuple[list[A], str | None]:
        places = self.located[number][1]
        if len({p.article for p in places}) > 1 or (len(places) > 1 and kind.type != "quote"):
            return found, "one place is wanted; only a quotation has several, in one article"
        fields, message = self.fields(correction)
        span = (min(p.start for p in places), max(p.end for p in places))
        twin = next((a for a in found if (a.start, a.end) == span), None)
        if kind is Entity:
            fields.setdefault("label", twin.label if isinstance(twin, Entity) else "PER")
        new = made(kind, self.articles[places[0].article], places, fields)
        new = dataclasses.replace(new, **decision(correction, new))
        wanted = {name: getattr(new, name) for name in fields}
        if twin is not None and all(getattr(twin, n) == v for n, v in wanted.items()):
            decided = dataclasses.replace(twin, **decision(correction, twin))
            same = [decided if a is twin else a for a in found]
            if not (isinstance(new, Entity) and correction.value("actor")):
                message = message or f"{UNNECESSARY}: it is found automatically"
            return same, message
        kept = [a for a in found if a.decided_by is not None or not _meet(a, new)]
        return [*kept, new], message

    # --- values ----------------------------------------------------------------------------------

    def fields(self, correction: Correction) -> tuple[dict[str, Any], str | None]:
        """What a correction sets, as the fields of the annotation; and what can't be set."""
        fields: dict[str, Any] = {}
        message = None
        for name, value in correction.values:
            if name in ("actor", "speaker", "metonym_for"):
                if correction.what == "entity":
                    continue
                known, wrong = self.who(value)
                message = message or wrong
                if wrong is None:
                    fields[name] = known
            else:
                fields["label" if (correction.what, name) == ("entity", "kind") else name] = value
        return fields, message

    def know(self, actors: Iterable[Actor]) -> None:
        """Take note of the actors of the story: by id, name, and every form used."""
        self.actors = {a.id: a for a in actors}
        self.ids.clear()
        for actor in self.actors.values():
            for form in (actor.name, *(form for form, _count in actor.names)):
                self.ids[form.casefold()].add(actor.id)

    def who(self, value: Value) -> tuple[Value, str | None]:
        """The ids of actors an editor names by id or name; or why they aren't known."""
        if isinstance(value, tuple):
            several = [self.who(v) for v in value]
            wrong = next((message for _id, message in several if message), None)
            return tuple(str(id_) for id_, _message in several), wrong
        if value is None or value in self.actors:
            return value, None
        found = self.ids.get(str(value).casefold(), set())
        if len(found) == 1:
            return next(iter(found)), None
        return None, unknown_actor(str(value), found, self.actors)

    def marked(
        self, actors: Iterable[Actor], entities: Mapping[str, Sequence[Entity]]
    ) -> tuple[Actor, ...]:
        """The actors, those an editor joined or parted marked so."""
        decided: dict[str, str] = {}
        for correction, places in self.located:
            for place in places if correction.what == "actor" else ():
                listed = entities.get(place.article, ())
                for n in pick(place, listed)[:1]:
                    decided[listed[n].actor or ""] = correction.by
        return tuple(
            dataclasses.replace(a, decided_by=decided[a.id]) if a.id in decided else a
            for a in actors
        )

    def settled(self, article: str, entities: Iterable[Entity]) -> list[Entity]:
        """The linked names with whom they stand for, where the editor says it."""
        listed = list(entities)
        for number, correction, place in self._todo[article, "entity"]:
            hits = pick(place, listed)
            if len(hits) == 1 and "metonym_for" in dict(correction.values):
                known, wrong = self.who(correction.value("metonym_for"))
                if wrong:
                    self.say(number, place, wrong)
                else:
                    at = hits[0]
                    listed[at] = dataclasses.replace(listed[at], metonym_for=known)  # type: ignore[arg-type]
        return listed


def decision(correction: Correction, before: Annotation) -> dict[str, Any]:
    """The fields that mark an annotation as an editor's."""
    # Of a date, "by" says what kind of words it is: an editor decides what they mean.
    return {
        "by": before.by if isinstance(before, DateRef) and before.by else BY,
        "confidence": 1.0,
        "decided_by": correction.by,
        "note": correction.note or before.note,
    }


def unsaid(before: Annotation, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What the automatic reading said on the ground of values that an editor changed."""
    changed = {name for name, value in fields.items() if getattr(before, name) != value}
    if isinstance(before, DateRef):
        of_value = {"rule": BY, "why": "", "anchor": None, "alternatives": (), "mod": None}
        return of_value if changed else {}
    spans = {"speaker", "cue", "addressee", "medium"} & changed
    sure = {"speaker_confidence": 1.0} if "speaker" in changed else {}
    return {f"{name}_span": None for name in sorted(spans)} | sure


def unknown_actor(name: str, several: Iterable[str], actors: Mapping[str, Actor]) -> str:
    """Why a name given for an actor won't do, with the ids it may have meant."""
    if several:
        return f"{name!r} may be {', '.join(repr(i) for i in sorted(several))}; give the id"
    forms = {a.id: a.id for a in actors.values()} | {a.name: a.id for a in actors.values()}
    near = difflib.get_close_matches(name, sorted(forms)[:4000], NEAREST, 0.5)
    said = ", ".join(dict.fromkeys(repr(forms[n]) for n in near))
    return f"no actor is called {name!r}" + (f"; nearest: {said}" if said else "")


def _meet(one: Annotation, other: Annotation) -> bool:
    return one.start < other.end and other.start < one.end
