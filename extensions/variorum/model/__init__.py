"""What the rooms hand each other: articles, annotations, actors, findings.

Everything is frozen and built from builtins, so that it can be hashed, cached, pickled between
processes and compared. Offsets are half-open and count characters (code points) of
:attr:`Article.text`; ``article.text[start:end] == exact`` holds for every annotation.
"""

from __future__ import annotations

from variorum.model.actors import Actor, OpenName
from variorum.model.annotations import (
    Anchor,
    Annotation,
    DateRef,
    Entity,
    Figure,
    Quote,
    Reference,
    Role,
    annotation_id,
    decision_of,
    with_ids,
)
from variorum.model.articles import (
    FOLDED,
    Article,
    Basis,
    Block,
    ByHand,
    Ground,
    Inline,
    Metadata,
    Problem,
    Span,
    Zone,
    ZoneKind,
    siglum,
)
from variorum.model.findings import (
    Finding,
    FindingKind,
    FindingRule,
    Reading,
    Variant,
    WordChange,
    finding_id,
)
from variorum.model.messages import (
    Actors,
    Count,
    Day,
    Message,
    Name,
    Notion,
    Number,
    Several,
    Source,
    Sources,
    Value,
    Words,
)

__all__ = [
    "FOLDED",
    "Actor",
    "Actors",
    "Anchor",
    "Annotation",
    "Article",
    "Basis",
    "Block",
    "ByHand",
    "Count",
    "DateRef",
    "Day",
    "Entity",
    "Figure",
    "Finding",
    "FindingKind",
    "FindingRule",
    "Ground",
    "Inline",
    "Message",
    "Metadata",
    "Name",
    "Notion",
    "Number",
    "OpenName",
    "Problem",
    "Quote",
    "Reading",
    "Reference",
    "Role",
    "Several",
    "Source",
    "Sources",
    "Span",
    "Value",
    "Variant",
    "WordChange",
    "Words",
    "Zone",
    "ZoneKind",
    "annotation_id",
    "decision_of",
    "finding_id",
    "siglum",
    "with_ids",
]
