"""Stand-off annotations: what lies on a range of an article's text, and why it is there."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypedDict

from variorum.model.articles import Span
from variorum.model.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A stand-off annotation: a range of one article's text, and why it is there.

    ``by`` names the rule or model it comes from; ``confidence`` is a probability, 0 to 1.
    """

    type: ClassVar[str] = ""

    id: str
    start: int
    end: int
    exact: str
    by: str
    confidence: float
    decided_by: str | None = None
    """The editor who decided it; empty where the name isn't given, ``None``: nobody did."""
    note: str = ""
    """What the editor says of it."""

    def to_json(self) -> dict[str, Any]:
        """The object that ``variorum annotate`` prints."""
        fields = with_decision(dataclasses.asdict(self))
        head = {"id": fields.pop("id"), "type": self.type}
        return head | fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Annotation):
    """A name, without article, possessive 's or honorific."""

    type: ClassVar[str] = "entity"

    label: str
    """PER, ORG, GPE, LOC, FAC, NORP, EVENT, PRODUCT or WORK."""
    actor: str | None = None
    metonym_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Annotation):
    """A pronoun, possessive, relative or noun phrase that stands for a named actor."""

    type: ClassVar[str] = "reference"

    actor: str | tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Annotation):
    """A title or description given to a person, as written."""

    type: ClassVar[str] = "role"

    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Annotation):
    """What somebody is reported to have said.

    ``confidence`` says how sure it is that there is a quotation, so far as it reaches;
    ``speaker_confidence`` that ``speaker`` is right, ``None`` where no words name one.
    """

    type: ClassVar[str] = "quote"

    kind: Literal["direct", "mixed", "indirect"]
    content: Literal["clause", "matter"] = "clause"
    """``"matter"`` where only an object is named ("welcomed the release"): no statement."""
    parts: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    speaker: str | tuple[str, ...] | None = None
    speaker_span: Span | None = None
    speaker_confidence: float | None = None
    cue: str | None = None
    cue_span: Span | None = None
    addressee: str | None = None
    addressee_span: Span | None = None
    medium: str | None = None
    medium_span: Span | None = None
    when_span: Span | None = None
    """The words that say when it was said, such as "on Tuesday"."""
    implies: str | None = None
    """What the cue lets the reader understand: a value of the lexicons, such as ``"denying"``."""
    utterance: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of writing that an article's relative dates are counted from.

    ``value`` is ISO 8601, as precise as it is known; ``source`` says which clock it is.
    """

    value: str
    source: Literal["published", "updated", "inferred", "given"] = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRef(Annotation):
    """A temporal expression; ``value`` is ISO 8601 / TIMEX3, ``anchor`` what it is counted from.

    ``by`` names the rule that recognised it, ``rule`` the one that resolved it, ``why`` says so in
    English. ``mod`` is a TIMEX3 modifier (START, MID, END, APPROX, LESS_THAN …); ``zone`` holds
    the offsets from UTC that a printed time zone may stand for; ``way`` is the direction of the
    clause around it: -1 back, 1 ahead, 0 untold.
    """

    type: ClassVar[str] = "date"

    kind: Literal["date", "time", "duration", "set"]
    value: str | None
    anchor: str | None = None
    rule: str = ""
    alternatives: tuple[str, ...] = ()
    mod: str | None = None
    zone: tuple[str, ...] = ()
    way: int = 0
    why: str = ""
    steps: tuple[Message, ...] = ()
    """What ``why`` says, for any language."""

    def to_json(self) -> dict[str, Any]:
        """The object that ``variorum annotate`` prints."""
        fields = Annotation.to_json(self)
        del fields["steps"]
        return fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Annotation):
    """A quantity; the value lies between ``low`` and ``high``, ``None`` where that end is open.

    ``unit`` is a unit of measure ("hour", "km", "%") or a currency's ISO code, ``of`` the noun
    counted or measured, in the plural where it is counted.
    """

    type: ClassVar[str] = "figure"

    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None


class Decision(TypedDict, total=False):
    """An editor's word on an annotation, a finding or an actor, where there is any."""

    decided_by: str
    note: str


def decision_of(said: Any) -> Decision:
    """Who decided an annotation, a finding or an actor, with their note."""
    made: Decision = {}
    if said.decided_by is not None:
        made["decided_by"] = said.decided_by
    if note := getattr(said, "note", ""):
        made["note"] = note
    return made


def with_decision(fields: dict[str, Any]) -> dict[str, Any]:
    """An object with ``decided_by`` and ``note`` only where there is an editor's word."""
    silent = {"decided_by": None, "note": ""}
    return {k: v for k, v in fields.items() if k not in silent or v != silent[k]}


def annotation_id(article: str, type_: str, exact: str, occurrence: int) -> str:
    """A short id from content alone, so that an edit elsewhere changes no other id.

    *occurrence* counts the annotations of this article, type and words, from 0 in text order.
    """
    said = "\x1f".join((article, type_, exact, str(occurrence)))
    return type_[0] + hashlib.sha256(said.encode()).hexdigest()[:10]


def with_ids(article: str, annotations: Iterable[Annotation]) -> list[Annotation]:
    """Sort annotations (start, longest first, type) and give each its id."""
    seen: dict[tuple[str, str], int] = {}
    done = []
    for a in sorted(annotations, key=lambda a: (a.start, -a.end, a.type, repr(a))):
        occurrence = seen.get((a.type, a.exact), 0)
        seen[a.type, a.exact] = occurrence + 1
        done.append(dataclasses.replace(a, id=annotation_id(article, a.type, a.exact, occurrence)))
    return done
