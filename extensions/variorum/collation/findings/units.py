"""Figures in one unit: miles as kilometres, and whether two currencies may be one amount."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer

if TYPE_CHECKING:
    from collections.abc import Mapping

ROUNDED = 0.04
"""Two values of two units that differ by so much of the greater are one value, rounded twice."""


@functools.cache
def _units() -> Mapping[str, tuple[str, float]]:
    table = gazetteer.table("conversions.toml")
    return {
        unit: (dimension, factor)
        for dimension, units in table.items() if dimension != "money"
        for unit, factor in units.items()
    }  # fmt: skip


@functools.cache
def _rates() -> Mapping[str, tuple[float, float]]:
    return {
        code: (low, high)
        for code, (low, high) in gazetteer.table("conversions.toml")["money"].items()
    }


def dimension(unit: str | None) -> str:
    """What a unit measures, "length"; the unit itself where we know no other for it."""
    if unit is None:
        return ""
    return "money" if unit in _rates() else _units().get(unit, (unit, 1.0))[0]


def factor(unit: str | None) -> float:
    """How many of the unit that its dimension is counted in one of this makes."""
    return _units().get(unit or "", ("", 1.0))[1]


def in_dollars(low: float, high: float, currency: str) -> tuple[float, float]:
    """The least and the most dollars that an amount was worth on any day."""
    least, most = _rates()[currency]
    return low * least, high * most


def may_be_one(one: tuple[float, float, str], other: tuple[float, float, str]) -> bool:
    """Whether two amounts in two currencies may be one amount."""
    if one[2] == other[2] or one[2] not in _rates() or other[2] not in _rates():
        return False
    (a, b), (c, d) = in_dollars(*one), in_dollars(*other)
    return a <= d and c <= b
