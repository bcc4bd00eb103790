"""Who is on the reader's mind: the persons named last, what is known of them, and who fits."""

from __future__ import annotations

import bisect
import functools
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from variorum.analysis.parse import ParsedArticle
    from variorum.model import Entity, Role

MEMORY = 3
"""How many sentences back a pronoun is looked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens of a block that name an actor, or were found to stand for one."""

    first: int
    last: int
    actor: str | tuple[str, ...]
    label: str
    subject: bool
    plural: bool = False
    """Whether "they" can mean it: a people ("the Examplians"), or several."""


def between(resolved: Mapping[int, Named], first: int, last: int) -> list[Named]:
    """Who is named or meant from token *first* to *last*, in order, each mention once."""
    return list(dict.fromkeys(resolved[i] for i in range(first, last) if i in resolved))


@functools.cache
def words(table: str, name: str) -> frozenset[str]:
    """A word list of ``references.toml``."""
    said = gazetteer.table("references.toml")[table][name]
    return frozenset(said.split() if isinstance(said, str) else said)


def genders(
    parsed: ParsedArticle, entities: Sequence[Entity], found: Sequence[Role]
) -> dict[str, str]:
    """``m`` or ``f`` for the persons whose titles, honorifics or given names tell."""
    votes: dict[str, list[str]] = defaultdict(list)
    text = parsed.article.text
    for role in found:
        if role.actor:
            votes[role.actor] += [_told(w) for w in role.exact.lower().split()] * 2
    for e in entities:
        if e.label == "PER" and e.actor:
            before = text[max(0, e.start - 8) : e.start].split()
            votes[e.actor] += [_told(before[-1].lower().rstrip("."))] * 3 if before else []
            votes[e.actor].append(_by_name(e.exact))
    told = {}
    for actor, said in votes.items():
        feminine, masculine = said.count("f"), said.count("m")
        if feminine != masculine:
            told[actor] = "f" if feminine > masculine else "m"
    return told


_GUESSES = frozenset({"model", "person-verb", "word-before", "word-after", "story"})
"""Rules that by themselves make nobody a person for sure."""


def _doubtful(entities: Sequence[Entity], found: Sequence[Role]) -> frozenset[str]:
    """Actors that only the model takes for persons, by a single word: nobody's "he"."""
    named = {str(e.actor) for e in entities if e.label == "PER"}
    sure = {str(e.actor) for e in entities if " " in e.exact or e.by not in _GUESSES}
    return frozenset(named - sure - {str(role.actor) for role in found})


def _told(word: str) -> str:
    if word in words("gender", "feminine"):
        return "f"
    return "m" if word in words("gender", "masculine") else ""


def _by_name(name: str) -> str:
    first = name.split()
    if len(first) < 2:
        return ""
    if first[0] in words("names", "feminine"):
        return "f"
    return "m" if first[0] in words("names", "masculine") else ""


@dataclass(slots=True)
class Memory:
    """What the sentences just read leave on the mind."""

    past: list[list[Named]] = field(default_factory=list)
    """The persons of each sentence, the last one at the end."""
    subject: Named | None = None
    """The subject of the sentence before, which may be two together."""
    defined: bool = False
    """Whether that sentence says what its subject is: "Acme is a maker of …"."""
    thing: bool = False
    """Whether that sentence does something to a thing, which "it" may be: "Acme built a bridge"."""
    seen: dict[str | tuple[str, ...], Named] = field(default_factory=dict)
    """The persons met so far, by actor."""


class Persons:
    """The persons of an article, and those named in the sentences just read."""

    def __init__(
        self, genders: Mapping[str, str], found: Sequence[Role], entities: Sequence[Entity]
    ) -> None:
        self.genders = dict(genders)
        self.doubtful = _doubtful(entities, found)
        self.names = sorted((e for e in entities if e.actor), key=lambda e: e.start)
        self._starts = [e.start for e in self.names]
        self.roles = [(r, self._countries(r)) for r in found if r.actor]
        self.bodies = self._bodies()
        self.memory = Memory()
        self.here: list[Named] = []

    def _countries(self, role: Role) -> frozenset[str]:
        first = bisect.bisect_left(self._starts, role.start)
        last = bisect.bisect_left(self._starts, role.end)
        return frozenset(str(e.metonym_for or e.actor) for e in self.names[first:last])

    def _bodies(self) -> dict[str, str]:
        """Ids of the well-known bodies that the article names, by canonical name."""
        found: dict[str, str] = {}
        for e in self.names:
            entry = gazetteer.lookup(e.exact.lstrip("@"))
            if entry is not None and entry.label == "ORG" and e.actor:
                found.setdefault(entry.canonical, e.actor)
        return found

    def before(self, here: int, reach: int) -> list[Entity]:
        """The names in the *reach* characters before an offset, the last one first."""
        first = bisect.bisect_left(self._starts, here - reach)
        return self.names[first : bisect.bisect_left(self._starts, here)][::-1]

    def titles(self, here: int, reach: int) -> list[tuple[Role, frozenset[str]]]:
        """The titles in the *reach* characters before an offset, with the actors they name."""
        first = bisect.bisect_left(self.roles, here - reach, key=lambda r: r[0].start)
        last = bisect.bisect_left(self.roles, here, key=lambda r: r[0].start)
        return self.roles[first:last]

    def enter(self, here: Iterable[Named]) -> None:
        """Begin a sentence in which these are named."""
        self.here = list(here)

    def leave(self, seen: Iterable[Named], subject: Named | None) -> None:
        """End the sentence; *seen* are its names and what was resolved in it."""
        self.memory.subject = subject
        unique: dict[int, Named] = {n.first: n for n in seen if n.label == "PER"}
        self.memory.past.append([unique[k] for k in sorted(unique)])
        self.memory.seen |= {n.actor: n for n in unique.values()}
        del self.memory.past[: -MEMORY - 1]

    def fits(self, named: Named, gender: str) -> bool:
        """Whether a person can be meant by a pronoun of a gender."""
        actor = named.actor
        return (
            named.label == "PER"
            and isinstance(actor, str)
            and actor not in self.doubtful
            and self.genders.get(actor, gender) == gender
        )

    def learn(self, named: Named, gender: str, rule: str) -> None:
        """Remember who was "she": the same person isn't "he" later."""
        if rule in TEACHING and isinstance(named.actor, str):
            self.genders.setdefault(named.actor, gender)

    def antecedent(
        self, earlier: Sequence[Named], gender: str, besides: str | tuple[str, ...] | None
    ) -> tuple[Named, str] | None:
        """Whom "he" or "she" means, of the nearest sentence that names somebody who fits."""
        past = self.memory.past[-MEMORY:]
        for back, sentence in enumerate((list(earlier), *reversed(past))):
            fitting = [n for n in sentence if self.fits(n, gender) and n.actor != besides]
            if back == 1 and self.memory.subject in fitting and len(fitting) > 1:
                # "If Ann was calm, Berta was not": the main clause has the subject that counts.
                fitting = [n for n in fitting if not n.subject or n == self.memory.subject]
            if fitting:
                return next((f for rule in CHOICES if (f := rule(self, fitting))), None)
        return self._only(gender, besides)

    def alone(self, fitting: Sequence[Named]) -> tuple[Named, str] | None:
        """The one person who fits."""
        return (fitting[-1], "only-person") if len({n.actor for n in fitting}) == 1 else None

    def told(self, fitting: Sequence[Named]) -> tuple[Named, str] | None:
        """The one whose gender is known, among others of whom it isn't."""
        known = [n for n in fitting if n.actor in self.genders]
        return (known[-1], "told-gender") if len({n.actor for n in known}) == 1 else None

    def acting(self, fitting: Sequence[Named]) -> tuple[Named, str] | None:
        """The one who is the subject; of several whose gender nothing tells, nobody."""
        subjects = [n for n in fitting if n.subject]
        untold = {n.actor for n in fitting if n.actor not in self.genders}
        if len({n.actor for n in subjects}) == 1 and len(untold) < 2:
            return subjects[-1], "previous-subject"
        return None

    def _only(self, gender: str, besides: str | tuple[str, ...] | None) -> tuple[Named, str] | None:
        """The one person of that gender whom the article has named so far."""
        met = self.memory.seen.values()
        fitting = [n for n in met if self.genders.get(str(n.actor), gender) == gender]
        if len(fitting) != 1:
            return None
        only = fitting[0]
        known = self.genders.get(str(only.actor)) == gender and only.actor != besides
        return (only, "only-of-gender") if known and self.fits(only, gender) else None


TEACHING = frozenset({"only-person", "told-gender", "clause-subject"})
"""Rules that are sure enough to tell whether somebody is a man or a woman."""
CHOICES: tuple[Callable[[Persons, Sequence[Named]], tuple[Named, str] | None], ...] = (
    Persons.alone,
    Persons.told,
    Persons.acting,
)
"""Who of those that a sentence names is meant: the first rule that decides; else nobody is."""
