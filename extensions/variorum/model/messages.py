"""What is to be said to a reader, before any language has words for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sources:
    """Reports, by the ids of their articles."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actors:
    """Whom or what it is about, by id."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A report by the id of its article, with its outlet (empty where none is named) and letter."""

    article: str
    outlet: str
    letter: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a report has, in its own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """What somebody or something is called; it stands without marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Notion:
    """What our lexicons call what their words stand for: "a change of power"."""

    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year, in ISO 8601."""

    iso: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number that is told in words while it is small."""

    number: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is told in figures."""

    number: float


@dataclass(frozen=True, slots=True)
class Several:
    """Things of one sort, in this order: "A, B and C"."""

    members: tuple[Value, ...]
    parted: bool = False
    """Whether each is so long that they are kept further apart: "…; …"."""


@dataclass(frozen=True, slots=True)
class Message:
    """Which sentence to say, and with what; one room has the sentences, in every language."""

    id: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, id_: str, **values: Value) -> Message:
        """A message with its values by name."""
        return cls(id_, tuple(values.items()))


Value = Sources | Actors | Source | Words | Name | Notion | Day | Count | Number | Several | Message
"""What a message may be told with; a message in a message is a part of its sentence."""
