"""From numerals to quantities: ranges, units and money, and the words that bound them."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.figures import lexicon
from variorum.analysis.figures.bounds import bounded
from variorum.analysis.figures.lexicon import one_of, plain
from variorum.analysis.figures.numeral import Numeral, numerals

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as printed; ``numeral`` is its first number, ``core_end`` where its last ends."""

    start: int
    end: int
    low: float | None
    high: float | None
    numeral: Numeral
    core_end: int
    unit: str | None = None
    bound: str = ""
    joined: bool = False
    """Whether it is a range of two numbers."""


_LOOK_BACK = 40
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<words>{one_of(lexicon.BEFORE)})\s{{1,3}}$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:\s{{1,3}})?(?P<words>{one_of(lexicon.AFTER)})(?!\w)", re.IGNORECASE)
_SIGN = re.compile(rf"(?<![\w$€£])(?P<sign>{one_of(lexicon.CURRENCY_SIGNS)})\s?$")
_UNIT = re.compile(
    rf"[\s-]{{0,3}}(?P<unit>{one_of(lexicon.UNITS)})(?![\w°])(?![-\s]old\b)", re.IGNORECASE
)
_OF_UNITS = re.compile(
    rf"\s{{1,3}}of\s{{1,3}}(?P<unit>{one_of(lexicon.UNITS)})(?!\w)", re.IGNORECASE
)
_METRES = re.compile(r"\dm\b(?!\s(?:[a-z-]+\s)?(?:[a-z]+s|people|women|men|children)\b)")
"""The letter after digits, unless what follows is counted by the million ("5m voters")."""
_JOINT = re.compile(r"\s{1,3}(?P<word>to|or|and)\s{1,3}|\s?(?P<dash>[-–—])\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,3}$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s{1,3}$", re.IGNORECASE)
_CHANGE = re.compile(rf"\b(?:{one_of(lexicon.CHANGES)})\s{{1,3}}(?:from\s{{1,3}})?$", re.IGNORECASE)
"""Rose 5 to 12, fell from 10 to 8: two numbers, and no range."""
_SMALL = 10
"""Below it, "over two" is taken for a preposition unless a unit follows."""


def quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text, left to right and disjoint."""
    found: list[Quantity] = []
    for numeral in numerals(text):
        # A currency that is the unit of one number is not the sign of the next ("5 CHF 7").
        taken = found[-1].end if found else 0
        found.append(_with_unit(text, _with_money(text, numeral, taken)))
    end, i = 0, 0
    while i < len(found):
        quantity = found[i]
        i += 1
        if i < len(found) and (joined := _joined(text, quantity, found[i])):
            quantity = joined
            i += 1
        quantity = _approximated(text, quantity, end)
        yield quantity
        end = quantity.end


def _with_money(text: str, n: Numeral, earliest: int) -> Quantity:
    start = max(earliest, n.start - 8)
    sign = _SIGN.search(text, start, n.start) if n.kind == "digits" else None
    if not sign and n.scale == 1_000_000 and _METRES.match(text, n.end - 2):
        return Quantity(n.start, n.end, n.low / n.scale, n.high / n.scale, n, n.end, "m")
    if not sign:
        unit = {"part": "%", "times": "times"}.get(n.kind)
        return Quantity(n.start, n.end, n.low, n.high, n, n.end, unit)
    code = lexicon.CURRENCY_SIGNS[sign["sign"]]
    return Quantity(sign.start(), n.end, n.low, n.high, n, n.end, code)


def _joined(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """One range of two numbers: "3 to 5", "between 3 and 5", "$4-5 billion"."""
    middle = text[first.end : second.start] if second.start - first.end < 12 else ""
    joint = _JOINT.fullmatch(middle)
    if not joint or "vague" in (first.numeral.kind, second.numeral.kind):
        return None
    before = text[max(0, first.start - 24) : first.start]
    between = _BETWEEN.search(before)
    word = (joint["word"] or "").lower()
    if (word == "and") != bool(between):
        return None
    if word == "to" and (_CHANGE.search(before) or (first.unit and _FROM.search(before))):
        return None
    low, high = first.low or 0, second.high or 0
    scale = second.numeral.scale
    if (
        first.numeral.scale == 1
        and scale > 1
        and first.end == first.numeral.end
        and low * scale < high
    ):
        low *= scale
    if low >= high or first.unit not in (None, second.unit, *lexicon.CURRENCY_SIGNS.values()):
        return None
    start = first.start - len(between[0]) if between else first.start
    return Quantity(
        start, second.end, low, high, first.numeral, second.end, first.unit or second.unit,
        joined=True,
    )  # fmt: skip


def _with_unit(text: str, q: Quantity) -> Quantity:
    if q.unit is not None:
        return q
    many = q.numeral.kind == "vague"
    unit = _UNIT.match(text, q.end) or (_OF_UNITS.match(text, q.end) if many else None)
    if not unit:
        return q
    return dataclasses.replace(q, end=unit.end(), unit=lexicon.UNITS[plain(unit["unit"])])


def _approximated(text: str, q: Quantity, earliest: int) -> Quantity:
    start = max(earliest, q.start - _LOOK_BACK)
    before = _BEFORE.search(text, start, q.start)
    if before and _is_preposition(plain(before["words"]), q):
        before = None
    after = None if before else _AFTER.match(text, q.end)
    if not (before or after):
        return q
    kind = (
        lexicon.BEFORE[plain(before["words"])] if before
        else lexicon.AFTER[plain(after["words"])] if after else ""
    )  # fmt: skip
    low, high = bounded(q.low or 0, q.high or 0, kind)
    return dataclasses.replace(
        q,
        start=before.start() if before else q.start,
        end=after.end() if after else q.end,
        low=low,
        high=high,
        bound=kind,
    )


def _is_preposition(words: str, q: Quantity) -> bool:
    if words not in lexicon.PREPOSITIONS:
        return False
    if q.numeral.kind == "vague":
        return True
    if q.unit in lexicon.TIME_UNITS and words == "over":
        return q.unit not in ("second", "minute", "hour")
    return q.unit is None and not q.joined and (q.high or 0) < _SMALL
