"""Who is on the reader's mind: the persons named last, what is known of them, and who fits."""

from __future__ import annotations

import bisect
import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Token

    from variorum.analysis.parse import ParsedArticle
    from variorum.model import Entity, Role

MEMORY = 3
"""How many sentences back a pronoun is looked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens of a block that name an actor, or were found to stand for one."""

    first: int
    last: int
    actor: str
    label: str
    subject: bool


def is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "agent")


def named_between(resolved: Mapping[int, Named], first: int, last: int) -> list[Named]:
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


class Persons:
    """The persons of an article, and those named in the sentences just read."""

    def __init__(
        self, genders: Mapping[str, str], found: Sequence[Role], entities: Sequence[Entity]
    ) -> None:
        self.genders = genders
        self.names = sorted((e for e in entities if e.actor), key=lambda e: e.start)
        self._starts = [e.start for e in self.names]
        self.roles = [(r, self._countries(r)) for r in found if r.actor]
        self.bodies = self._bodies()
        self.past: list[list[Named]] = []
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

    def leave(self, seen: Iterable[Named]) -> None:
        """End the sentence; *seen* are its names and what was resolved in it."""
        unique: dict[int, Named] = {n.first: n for n in seen if n.label == "PER"}
        self.past.append([unique[k] for k in sorted(unique)])
        del self.past[: -MEMORY - 1]

    def fits(self, named: Named, gender: str) -> bool:
        """Whether a person can be meant by a pronoun of a gender."""
        return named.label == "PER" and self.genders.get(named.actor, gender) == gender

    def antecedent(
        self, earlier: Sequence[Named], gender: str, never: str | None = None
    ) -> tuple[Named | None, str]:
        """Whom "he" or "she" means: the one person who fits, or the subject among several.

        *never* is the actor whom the pronoun cannot mean where it stands.
        """
        for sentence in (list(earlier), *reversed(self.past[-MEMORY:])):
            fitting = [n for n in sentence if n.actor != never and self.fits(n, gender)]
            told = [n for n in fitting if n.actor in self.genders]
            actors = {n.actor for n in fitting}
            if len(actors) == 1:
                return fitting[-1], "only-person"
            subjects = [n for n in fitting if n.subject]
            if len({n.actor for n in subjects}) == 1:
                return subjects[-1], "previous-subject"
            if len({n.actor for n in told}) == 1:
                return told[-1], "only-person"
            if actors:
                return None, ""
        return None, ""
