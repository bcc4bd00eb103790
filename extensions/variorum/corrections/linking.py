"""Names given to actors by hand: one mention moved, two actors joined, one parted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.collation.editing import Place as Mention
from variorum.collation.names import Key
from variorum.collation.slugs import assign
from variorum.corrections.hand import AS_READ, UNNECESSARY, Hand, unknown_actor
from variorum.corrections.places import Place, pick
from variorum.corrections.records import Correction
from variorum.model import Actor, Entity


def link_by_hand(
    hand: Hand,
    entities: Mapping[str, Sequence[Entity]],
    keys: dict[Mention, Key],
    left_open: dict[Mention, list[Key]],
    ids: dict[Key, str],
) -> None:
    """Apply an editor's corrections to what :func:`variorum.collation.actors.link` has linked."""
    Linking(hand, entities, keys, left_open, ids).apply()


class Linking:
    """Applies to the linked names what the corrections say of mentions and of actors.

    *keys* and *left_open* are changed in place, *ids* are those an authority file has given.
    """

    def __init__(
        self,
        hand: Hand,
        entities: Mapping[str, Sequence[Entity]],
        keys: dict[Mention, Key],
        left_open: dict[Mention, list[Key]],
        ids: dict[Key, str],
    ) -> None:
        self.hand = hand
        self.entities = entities
        self.keys = keys
        self.left_open = left_open
        self.ids = ids

    def apply(self) -> None:
        """All of them, in the order of the file."""
        for number, (correction, places) in enumerate(self.hand.located):
            if correction.what == "entity" and correction.value("actor") is not None:
                for place in places:
                    self._move(number, correction, place)
            elif correction.what == "actor" and places:
                mentions = [self._mention(number, place) for place in places]
                found = [m for m in mentions if m is not None]
                if len(found) == len(places):
                    decide = self._merge if correction.verb == "merge" else self._split
                    self.hand.say(number, places[0], decide(correction, found))

    def _mention(self, number: int, place: Place) -> Mention | None:
        listed = self.entities.get(place.article, ())
        hits = pick(place, listed)
        if len(hits) == 1:
            return place.article, hits[0]
        what = "several names are" if hits else "no name is"
        near = self.hand.gazette.near(place, listed)
        self.hand.say(number, place, f"{what} on these words{near}")
        return None

    def _move(self, number: int, correction: Correction, place: Place) -> None:
        hits = pick(place, self.entities.get(place.article, ()))
        if len(hits) != 1:
            return
        mention = (place.article, hits[0])
        name = str(correction.value("actor"))
        found = self._keys_of(name)
        if len(found) != 1:
            known = {id_: Actor(id=id_, name=key[0], label="") for key, id_ in self._all().items()}
            several = [self._all()[key] for key in found]
            self.hand.say(number, place, unknown_actor(name, several, known))
            return
        same = self.keys.get(mention) == found[0] and mention not in self.left_open
        self.keys[mention] = found[0]
        self.left_open.pop(mention, None)
        if same and len(correction.values) == 1 and correction.verb == "change":
            self.hand.say(number, place, AS_READ)

    def _all(self) -> dict[Key, str]:
        """Every actor's id as it would be now."""
        wanted = {*self.keys.values(), *(key for keys in self.left_open.values() for key in keys)}
        given = {key: self.ids[key] for key in wanted if key in self.ids}
        return given | assign((k for k in wanted if k not in given), set(self.ids.values()))

    def _keys_of(self, name: str) -> list[Key]:
        """The actors that an id means, else a canonical name, else a form used for them."""
        ids = self._all()
        by_id = [key for key, id_ in sorted(ids.items()) if id_ == name]
        by_name = [key for key in sorted(ids) if key[0].casefold() == name.casefold()]
        forms: defaultdict[str, set[Key]] = defaultdict(set)
        for (article, n), key in self.keys.items():
            forms[" ".join(self.entities[article][n].exact.split()).casefold()].add(key)
        return by_id or by_name or sorted(forms.get(name.casefold(), ()))

    def _merge(self, correction: Correction, mentions: Sequence[Mention]) -> str | None:
        kept = next((self.keys[m] for m in mentions if m in self.keys), None)
        if kept is None:
            return "each of these names fits several actors; say first whom one of them means"
        gone = {self.keys[m] for m in mentions if m in self.keys} - {kept}
        opened = [m for m in mentions if m in self.left_open]
        for mention in opened:
            self.left_open.pop(mention)
            self.keys[mention] = kept
        if not gone and not opened:
            return f"{UNNECESSARY}: they are one actor already"
        for mention, key in self.keys.items():
            if key in gone:
                self.keys[mention] = kept
        for mention, fits in list(self.left_open.items()):
            left = list(dict.fromkeys(kept if key in gone else key for key in fits))
            self.left_open[mention] = left
            if len(left) == 1:
                self.keys[mention] = left[0]
                del self.left_open[mention]
        return None

    def _split(self, correction: Correction, mentions: Sequence[Mention]) -> str | None:
        article, n = mentions[0]
        before = self.keys.get(mentions[0])
        entity = self.entities[article][n]
        others = [m for m, key in self.keys.items() if key == before and m not in mentions]
        if before is not None and not others:
            return f"{UNNECESSARY}: nothing else names this actor"
        name = str(correction.value("name") or " ".join(entity.exact.split()))
        new = (name, f"{entity.label} apart")
        for mention in mentions:
            self.keys[mention] = new
            self.left_open.pop(mention, None)
        return None
