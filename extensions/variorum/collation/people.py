"""Which names of persons are one person's: full names first, then the short forms they explain."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.collation.spelling import alike, folded, rough, same_given

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Mention = tuple[str, str]
"""The id of an article and a form used there."""


@dataclass(slots=True)
class Person:
    """One person: the full names used, with counts, and the articles that use them."""

    names: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)

    @property
    def canonical(self) -> str:
        """The full name used most, without initials if it is used so; then the longest."""
        return min(self.names, key=lambda n: (_initials(n) > 0, -self.names[n], -len(n), n))


def _initials(name: str) -> int:
    return sum(len(w.rstrip(".")) == 1 or w in ("II", "III", "IV") for w in name.split())


JUNIOR = frozenset({"jr", "sr"})
"""What tells a son from his father; a lone surname means neither where another bears it."""


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: the surname, and no first name against it."""
    if one == other:
        return True
    if len(one) < 2 or len(other) < 2 or (one[-1] in JUNIOR) != (other[-1] in JUNIOR):
        return False
    if one[-1] != other[-1]:
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer[: len(shorter)] == shorter and len(shorter) > 1
    return _compatible(one[0], other[0]) and _middles(one[1:-1], other[1:-1])


def alike_persons(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names differ by nothing but how a first or last name is transliterated."""
    if len(one) < 2 or len(other) < 2 or not _middles(one[1:-1], other[1:-1]):
        return False
    first = alike(one[0], other[0]) or same_given(one[0], other[0])
    return first and alike(one[-1], other[-1])


def _compatible(a: str, b: str) -> bool:
    if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
        return True
    short, long = sorted((a, b), key=len)
    if same_given(a, b):
        return True
    return len(short) > 2 and long.startswith(short) and long[len(short) :] not in _FEMININE


_FEMININE = frozenset({"a", "e", "ina", "ine", "ette"})
"""What makes a woman's name of a man's: "Daniel" is not short for "Daniela"."""


def _middles(one: Sequence[str], other: Sequence[str]) -> bool:
    if not one or not other:
        return True
    return all(any(_compatible(a, b) for b in other) for a in one) or set(one) & set(other) != set()


def is_full(form: str) -> bool:
    """Whether a form has a first and a last name; "el-Sisi" and "von Bibra" are surnames."""
    return len(folded(form)) > 1 and not _PARTICLE.match(form)


_PARTICLE = re.compile(r"(?:[a-z]+[ -]|[AE]l-)+\S+$")


def cluster(mentions: Iterable[Mention]) -> list[Person]:
    """Gather the full names (two words or more) into persons, the most used name first.

    An article spells a person in one way: two names in one article that are only alike are two.
    """
    counts = Counter(form for _, form in mentions if is_full(form))
    where: dict[str, set[str]] = {}
    for article, form in mentions:
        where.setdefault(form, set()).add(article)
    persons: list[tuple[Person, list[tuple[str, ...]]]] = []
    by_word: dict[str, list[int]] = {}
    for form in sorted(counts, key=lambda f: (_initials(f) > 0, -len(folded(f)), -counts[f], f)):
        words = folded(form)
        ends = {words[0], words[-1]} | rough((words[0], words[-1]))
        near = sorted({n for w in ends for n in by_word.get(w, ())})
        fits = [n for n in near if all(same_person(words, known) for known in persons[n][1])]
        fits = fits or [
            n
            for n in near
            if where[form].isdisjoint(persons[n][0].articles)
            and any(alike_persons(words, known) for known in persons[n][1])
        ]
        if len(fits) != 1:
            exact = [n for n in fits if words in persons[n][1]]
            fits = exact if len(exact) == 1 else []
        if fits:
            person, known = persons[fits[0]]
            known.append(words)
        else:
            person = Person()
            persons.append((person, [words]))
            fits = [len(persons) - 1]
        for word in sorted(ends):
            by_word.setdefault(word, []).append(fits[0])
        person.names[form] += counts[form]
        person.articles |= where[form]
    return [person for person, _ in persons]


class ShortNames:
    """Whom a surname, a forename or a part of a name can mean, in an article and in the story."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self.persons = persons
        self.last: dict[tuple[str, ...], set[int]] = {}
        self.part: dict[tuple[str, ...], set[int]] = {}
        for n, person in enumerate(persons):
            for name in person.names:
                words = folded(name)
                if words[-1] in JUNIOR:
                    continue
                for i in range(1, len(words)):
                    self.last.setdefault(words[i:], set()).add(n)
                for i in range(len(words)):
                    for j in range(i + 1, min(i + 3, len(words)) + 1):
                        self.part.setdefault(words[i:j], set()).add(n)

    def fits(self, form: str, article: str | None = None) -> list[int]:
        """The persons a short form can mean, in an article first; several if it stays open."""
        words = folded(form)
        for index in (self.last, self.part):
            found = index.get(words, set())
            here = {n for n in found if article in self.persons[n].articles}
            if here or found:
                return sorted(here or found)
        return []
