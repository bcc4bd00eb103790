"""Figures as quantities: what each counts, between which bounds, where and on which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.units import ROUNDED, dimension, factor
from variorum.collation.frames.things import same_things

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence, Text
    from variorum.model import Figure, Span

YEAR = re.compile(r"\d{4}", re.ASCII)
OPEN = 10.0
"""A bound that isn't told is taken to be so many times the other one."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in its sentence and its paragraph."""

    article: str
    figure: Figure
    sentence: Sentence
    counted: str
    low: float
    high: float
    places: frozenset[str]
    days: frozenset[str]
    years: frozenset[str]
    """Those that its own sentence names."""
    crowded: bool
    """Whether its sentence counts the same thing more than once."""

    @property
    def span(self) -> Span:
        return self.figure.start, self.figure.end


def quantities(context: Context) -> Iterator[Quantity]:
    """Every figure of the story that counts something."""
    for id_, text in context.material.texts.items():
        for figure in text.figures:
            sentence = text.sentence_at(figure.start)
            counted = _counted(figure) or _implied(sentence)
            if sentence is not None and _is_change(text, sentence, figure):
                counted = f"{counted} more or less"
            if sentence is None or not counted or (figure.low is None and figure.high is None):
                continue
            low = figure.low if figure.low is not None else (figure.high or 0) / OPEN
            high = figure.high if figure.high is not None else low * OPEN
            size = factor(figure.unit)
            around = _around(text, sentence)
            yield Quantity(
                id_, figure, sentence, counted, low * size, high * size,
                frozenset(a for s in around for a in s.actors & context.material.places),
                frozenset(
                    d.value[:10] for s in around for d in s.dates
                    if d.value and is_day(d.value) and not d.rule.startswith("counted")
                ),
                frozenset(d.value for d in sentence.dates if d.value and YEAR.fullmatch(d.value)),
                sum(_counted(f) == counted for f in sentence.figures) > 1,
            )  # fmt: skip


def _is_change(text: Text, sentence: Sentence, figure: Figure) -> bool:
    """Whether a measure tells by how much something is more or less: "ahead by 4 percent"."""
    before = text.words[sentence.first : text.between(0, figure.start)[1]]
    return bool(figure.unit and before and before[-1].norm == "by")


def _around(text: Text, sentence: Sentence) -> list[Sentence]:
    """The sentence, the one before it, and the line over them."""
    before = text.sentences[max(0, sentence.number - 1) : sentence.number]
    lines = [s for s in text.sentences[: sentence.number] if s.kind == "subhead"][-1:]
    return [*lines, *before, sentence]


def is_day(value: str | None) -> bool:
    """Whether a date is a day, or more exact."""
    return value is not None and len(value) >= 10 and value[:4].isdigit() and value[5:7].isdigit()


def _counted(figure: Figure) -> str:
    """What is counted, one word for all its names; a measure's own unit where nothing is named."""
    words = (figure.of or "").lower().replace("-", " ").split()
    thing = same_things().get(words[-1], words[-1].rstrip("s")) if words else ""
    unit = (
        dimension(figure.unit)
        if factor(figure.unit) != 1.0 or figure.unit == "km"
        else figure.unit or ""
    ).lower()
    unit = same_things().get(unit, unit.rstrip("s"))
    return f"{unit} {thing}".strip() if unit not in ("hours",) else unit


def _implied(sentence: Sentence | None) -> str:
    """What a bare number counts, if its sentence names one thing that is counted."""
    if sentence is None:
        return ""
    things = {same_things()[w] for w in sentence.matter if w in same_things()} - {"hours"}
    return things.pop() if len(things) == 1 else ""


def counts(context: Context, article: str, counted: str) -> bool:
    """Whether an article puts any number on a thing."""
    return any(_counted(f) == counted for f in context.material.texts[article].figures)


def elsewhere(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of different places or different days."""
    days = one.days and other.days and not one.days & other.days
    years = one.years and other.years and not one.years & other.years
    if one.counted == "hours":
        return bool(days) or not one.places & other.places
    return bool(days or years)


def disjoint(one: Quantity, other: Quantity) -> bool:
    """Whether two values exclude each other; a round one ("tens of thousands") is no limit."""
    rounded = 1 - (ROUNDED if one.figure.unit != other.figure.unit else 0)
    return _top(one) < other.low * rounded or _top(other) < one.low * rounded


def _top(quantity: Quantity) -> float:
    return quantity.high * (1.1 if quantity.high >= 2 * quantity.low else 1)
