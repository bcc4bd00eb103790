"""Annotations that an editor adds: their fields filled from the words they are on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from variorum.corrections.places import Place
from variorum.model import Annotation, Article, DateRef, Figure, Quote, Span

A = TypeVar("A", bound=Annotation)

OPENING, CLOSING = "“\"„«‘'", "”\"“»’'"


def made(kind: type[A], article: Article, places: Sequence[Place], fields: Mapping[str, Any]) -> A:
    """An annotation on the places, which are in one article; what isn't given is left open."""
    spans = sorted((p.start, p.end) for p in places)
    start, end = spans[0][0], spans[-1][1]
    common: dict[str, Any] = {
        "id": "", "start": start, "end": end, "exact": article.text[start:end],
        "by": "", "confidence": 1.0,
    }  # fmt: skip
    more: dict[str, Any] = {}
    if kind is Quote:
        more = _quotation(article.text, spans, fields)
    elif kind is DateRef:
        more = {"kind": _kind_of_date(str(fields.get("value") or ""))}
    elif kind is Figure:
        more = {"low": None, "high": None}
    return kind(**common | more | dict(fields))


def _quotation(text: str, spans: Sequence[Span], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Its parts, and what of them stands within marks."""
    marked = [s for s in spans if _within_marks(text, s)]
    kind = fields.get("kind") or ("direct" if len(marked) == len(spans) else "indirect")
    quoted = tuple(spans) if kind == "direct" else tuple(marked)
    return {"kind": kind, "parts": tuple(spans), "quoted": quoted}


def _within_marks(text: str, span: Span) -> bool:
    before, after = text[max(0, span[0] - 1) : span[0]], text[span[1] : span[1] + 1]
    return bool(before and before in OPENING and after and after in CLOSING)


def _kind_of_date(value: str) -> str:
    if value.startswith("P") and not value.endswith("_REF"):
        return "duration"
    return "time" if "T" in value else "date"
