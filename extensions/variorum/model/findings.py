"""What the articles of a story share, and where they part."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from variorum.model.annotations import with_decision
from variorum.model.articles import Span
from variorum.model.messages import Message

FindingKind = Literal[
    "quote-variant", "shared-text", "figure", "date-conflict", "wording", "role", "name",
    "attribution", "contradiction", "omission", "unique-claim",
]  # fmt: skip
"""Our own kinds; others may add theirs (:mod:`variorum.extending`)."""
FindingRule = Literal[
    "shared-passages", "versions", "speakers", "voices", "news-sources", "keyed-numbers",
    "numbers", "currencies", "ages", "event-days", "days", "denials", "oppositions", "plans",
    "superlatives", "initiative", "silence", "unanswered", "poles", "exchanged-names",
    "firmness", "degrees", "reasons", "headlines", "labels", "retellings", "spellings",
    "standing", "titles", "omissions", "lone-claims",
]  # fmt: skip
"""The rules that find them; an extension may switch off any of them, or a whole kind."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article has at a place where the articles of a story are compared.

    Either a range of its text, or (``meta``) the name of a field of its metadata.
    """

    article: str
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    meta: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The object that ``variorum collate`` prints."""
        return {k: v for k, v in dataclasses.asdict(self).items() if v is not None}


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words of the base beside the run that a variant has in its place.

    Ranges count in the articles' texts; one of them is empty where words were added or left out.
    """

    op: Literal["same", "changed", "left-out", "added"]
    base: Span
    variant: Span


@dataclass(frozen=True, slots=True)
class Variant:
    """How one reading of a finding differs from its base, word by word.

    ``reading`` and ``base`` count the finding's readings from 0.
    """

    reading: int
    base: int
    how: tuple[str, ...]
    """Any of: same, orthographic, clipped-left, clipped-right, pieces, reordered, changed-word,
    rendered (translated or reported otherwise), indirect."""
    changes: tuple[WordChange, ...]
    substantive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the articles of a story share, or where they part.

    ``salience`` is 1 to 3 (3: seen first); ``why`` says on what ground it was made, ``confidence``
    how sure that is, 0 to 1. ``absent`` holds the ids of articles that do not tell it, ``actors``
    those of whom it is about.
    """

    id: str
    kind: str
    """A :data:`FindingKind`, or what an extension adds."""
    salience: int
    explanation: str
    """In English, or in the words of whoever decided it."""
    why: str
    confidence: float
    readings: tuple[Reading, ...]
    absent: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    utterance: str | None = None
    """Of a finding on what was said: the id its quotations carry."""
    decided_by: str | None = None
    """The editor who decided it, as in :class:`~variorum.model.Annotation`."""
    note: str = ""
    outlets: int = 0
    """How many articles it has readings in, and …"""
    origins: int = 0
    """… how many there are when copies of one text count once."""
    label: str = ""
    """What its kind is called, where it isn't one of ours."""
    formerly: tuple[str, ...] = ()
    """Ids of findings that are now a part of it; whatever was decided of one holds for it."""
    worth: float = 0.0
    """How much a reader has of seeing it, 0 to 1, as far as rules can tell."""
    rank: int = 0
    """Its place among the findings of the story, over all kinds, from 1."""
    front: bool = False
    """Whether the story's front page shows it."""
    placed: int | None = None
    """The place on the front page that an editor gave it; 0: none."""
    matter: Message | None = None
    """What differs, as its heading on the front page says it."""
    said: Message | None = None
    """What ``explanation`` says, for any language; none of an editor's own words."""
    ground: Message | None = None
    """What ``why`` says, likewise."""

    def to_json(self) -> dict[str, Any]:
        """The object that ``variorum collate`` prints."""
        said = with_decision(dataclasses.asdict(self))
        said["readings"] = [r.to_json() for r in self.readings]
        for rare in ("label", "formerly"):
            if not said[rare]:
                del said[rare]
        for ours in ("matter", "placed", "said", "ground"):
            del said[ours]
        return said


def finding_id(kind: str, readings: Iterable[Reading], about: str = "") -> str:
    """A short id from the kind and the words of the readings, wherever those stand."""
    parts = sorted(f"{r.article}\x1e{r.meta or r.exact}" for r in readings)
    said = "\x1f".join((kind, about, *parts))
    return "f" + hashlib.sha256(said.encode()).hexdigest()[:10]
