"""One confidence for each rule, measured: see the head of ``data/quote_rules.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

_UNMEASURED = 0.5
"""For a rule too rare to measure, of a kind too rare to measure."""


_GUESSED_MARK = 0.85
"""What a mark that is missing or leans the wrong way leaves of it."""


def of(rule: str, *, marks_certain: bool = True) -> float:
    """How often what a rule finds is right, 0 to 1."""
    table = _table()
    complement = rule.rpartition(".")[2]
    measured = table.get(rule, table.get(f"*.{complement}", _UNMEASURED))
    return measured if marks_certain else round(measured * _GUESSED_MARK, 2)


@functools.cache
def _table() -> dict[str, float]:
    path = files("variorum") / "data" / "quote_rules.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
