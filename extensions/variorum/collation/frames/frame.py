"""The records: who or what takes part in a clause, and what the clause says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.collation.findings.material import Sentence
    from variorum.model import DateRef, Span


class Standing(StrEnum):
    """How a clause stands to what happens."""

    DONE = "done"
    """Told as a fact, past or present."""
    PLANNED = "planned"
    """To come: will, is to, plans to."""
    OPEN = "open"
    """Asked, wished, alleged, possible or conditional."""


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part in an act.

    ``keys`` are ids of actors, after an ``@``, and the lemma of a common noun; ``qualifiers`` the
    keys of what it is further described by.
    """

    token: Token
    keys: frozenset[str]
    qualifiers: frozenset[str] = frozenset()

    @property
    def actors(self) -> frozenset[str]:
        """The actors among its keys."""
        return frozenset(k for k in self.keys if k.startswith("@"))


NOBODY = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause: an act, those who take part, and how it stands.

    ``acts`` are what its verb or noun may mean, ``word`` is the lemma with its particle. ``agent``
    does it, ``patient`` is what it is done to, ``others`` hang on it by a preposition.
    """

    sentence: Sentence
    head: Token
    word: str
    acts: frozenset[str]
    agent: tuple[Argument, ...]
    patient: tuple[Argument, ...]
    others: tuple[tuple[str, Argument], ...]
    denied: bool
    standing: Standing
    dates: tuple[DateRef, ...]
    tokens: tuple[Token, ...]
    """The words that say it, without clauses that hang on it."""
    restricted: frozenset[str] = frozenset()
    """Words that would leave a part standing if it were denied: "no paid post", "only"."""
    nominal: bool = False
    """Whether a noun tells of it by itself."""

    @property
    def article(self) -> str:
        """The article it stands in."""
        return self.sentence.article

    @property
    def keys(self) -> frozenset[str]:
        """All who take part in it, and what they are described by."""
        arguments = (*self.agent, *self.patient, *(a for _, a in self.others))
        return NOBODY.union(*(a.keys | a.qualifiers for a in arguments))

    @property
    def agents(self) -> frozenset[str]:
        """Keys of those who do it."""
        return NOBODY.union(*(a.keys for a in self.agent))

    @property
    def patients(self) -> frozenset[str]:
        """Keys of what it is done to."""
        return NOBODY.union(*(a.keys for a in self.patient))

    @property
    def span(self) -> Span:
        """Its range of the article's text."""
        base = self.sentence.offset
        last = self.tokens[-1]
        return base + self.tokens[0].idx, base + last.idx + len(last)
