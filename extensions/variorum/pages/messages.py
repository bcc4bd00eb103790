"""Messages as facts: a page says them in its own language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from variorum import codec
from variorum.model import Annotation, DateRef, Message


def message_facts(message: Message | None, otherwise: str = "") -> Any:
    """A message for a page; where there is none, the words that somebody wrote."""
    return codec.plain(Message, message) if message else otherwise


def messages_facts(messages: Iterable[Message]) -> list[Any]:
    """Several messages, each once."""
    return [message_facts(message) for message in dict.fromkeys(messages)]


def annotation_facts(said: Annotation) -> dict[str, Any]:
    """An annotation for a page, which says in its own language how a date is known."""
    facts = said.to_json()
    if isinstance(said, DateRef):
        facts["why"] = messages_facts(said.steps)
    return facts
