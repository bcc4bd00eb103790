"""One confidence for each rule, measured: see the head of ``data/quote_rules.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

_GUESSED_MARK = 0.85
"""What a mark that is missing or leans the wrong way leaves of it."""


def of(rule: str, *, marks_certain: bool = True) -> float:
    """How often what a rule finds is right, 0 to 1."""
    measured = _measured(_table()["quotation"], rule)
    return measured if marks_certain else round(measured * _GUESSED_MARK, 2)


def of_speaker(rule: str) -> float:
    """How often the words that a rule takes for the speaker are the speaker, 0 to 1."""
    return _measured(_table()["speaker"], rule)


def _measured(table: dict[str, float], rule: str) -> float:
    """A rule's own figure, else that of what takes the same complement, else that of all."""
    return table.get(rule, table.get(f"*.{rule.rpartition('.')[2]}", table["*"]))


@functools.cache
def _table() -> dict[str, dict[str, float]]:
    path = files("variorum") / "data" / "quote_rules.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
