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
class Words:
    """What a report has, in its own words."""

    text: str


Value = Sources | Actors | Words


@dataclass(frozen=True, slots=True)
class Message:
    """Which sentence to say, and with what; one room has the sentences, in every language."""

    id: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, id_: str, **values: Value) -> Message:
        """A message with its values by name."""
        return cls(id_, tuple(values.items()))
