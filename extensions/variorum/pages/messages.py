"""Messages as facts: a page says them in its own language."""

from __future__ import annotations

from collections.abc import Iterable

from variorum import codec
from variorum.model import Annotation, DateRef, Message
from variorum.pages.records import MessageFacts
from variorum.rendering.annotations import Said


def message_facts(message: Message | None, otherwise: str = "") -> MessageFacts:
    """A message for a page; where there is none, the words that somebody wrote."""
    return codec.plain(Message, message) if message else otherwise


def messages_facts(messages: Iterable[Message]) -> list[MessageFacts]:
    """Several messages, each once."""
    return [message_facts(message) for message in dict.fromkeys(messages)]


def annotation_facts(said: Annotation) -> Said:
    """An annotation for a page, which says in its own language how a date is known."""
    facts = said.to_json()
    return facts | {"why": messages_facts(said.steps)} if isinstance(said, DateRef) else facts
