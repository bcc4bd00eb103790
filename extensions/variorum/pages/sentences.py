"""Sentences with something in them that is no plain word of the interface."""

from __future__ import annotations

import re
from collections.abc import Iterable

from variorum import codec
from variorum.model import Message
from variorum.pages.records import MessageFacts
from variorum.rendering.elements import Part
from variorum.rendering.words import speech


def explained(facts: MessageFacts) -> str:
    """What a finding, a date or a clock says, as a sentence; an editor's own words as they are."""
    return facts if isinstance(facts, str) else speech().sentence(codec.made(Message, facts))


def clause(facts: MessageFacts) -> str:
    """A message as a part of another sentence."""
    return speech().clause(codec.made(Message, facts))


def sentences(facts: Iterable[MessageFacts]) -> str:
    """Several messages, one after the other."""
    return " ".join(map(explained, facts))


def woven(sentence: str, **parts: Part) -> list[Part]:
    """A translated sentence with nodes for its ``%(names)s``."""
    pieces = re.split(r"%\((\w+)\)s", sentence)
    return [parts[piece] if i % 2 else piece.replace("%%", "%") for i, piece in enumerate(pieces)]
