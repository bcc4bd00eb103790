"""What an annotation of each type says besides where it stands, by the names of the exports."""

from __future__ import annotations

from typing import Any

from variorum.model import Annotation, DateRef, Entity, Figure, Quote, Reference, Role


def fields_of(said: Annotation) -> dict[str, Any]:
    """The fields that an annotation's type has of its own; tables have a column for some."""
    match said:
        case Entity():
            return {"label": said.label, "actor": said.actor, "metonym_for": said.metonym_for}
        case Reference() | Role():
            return {"actor": said.actor}
        case Quote():
            return {
                "kind": said.kind,
                "content": said.content,
                "speaker": said.speaker,
                "speaker_confidence": said.speaker_confidence,
                "cue": said.cue,
                "addressee": said.addressee,
                "medium": said.medium,
                "implies": said.implies,
                "statement": said.utterance,
                "parts": said.parts,
                "quoted": said.quoted,
            }
        case DateRef():
            return {
                "kind": said.kind,
                "value": said.value,
                "counted_from": said.anchor,
                "resolved_by": said.rule,
                "why": said.why,
                "alternatives": said.alternatives,
                "modifier": said.mod,
            }
        case Figure():
            return {"low": said.low, "high": said.high, "unit": said.unit, "of": said.of}
    return {}
