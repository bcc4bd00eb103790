"""What a value may depend on, and what is told of it: the resolver's question and answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from variorum.analysis.dates import civil
from variorum.analysis.dates.tense import NOWHERE, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.analysis.dates.civil import Point, Unit
    from variorum.analysis.dates.meaning import Base

Kind = Literal["date", "time", "duration", "set"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A value, and the ledger's account of it."""

    kind: Kind
    value: str | None
    rule: str
    point: Point | None = None
    anchor: str | None = None
    alternatives: tuple[str, ...] = ()
    why: str = ""


@dataclass(slots=True)
class Context:
    """What is known when an expression is met, reading from the top."""

    anchor: Point | None = None
    day_first: bool | None = None
    said: list[Point] = field(default_factory=list)
    """The dates the text has set so far in this article, the latest last."""
    here: list[Point] = field(default_factory=list)
    """Those of the same sentence."""
    before: list[Point] = field(default_factory=list)
    """Those of the sentence before it."""
    event: Point | None = None
    """The date of the event that "a day after" speaks of, if the sentence gives it."""
    main: Point | None = None
    """The date of what happened "a day after", if the sentence gives it."""
    look: Look = NOWHERE

    def base(self, base: Base, unit: Unit) -> Point | None:
        """What an expression of this *unit* is counted from."""
        if base == "latest":
            same = [p for p in self.said if p.unit == unit]
            now = civil.coarsen(self.anchor, unit) if self.anchor and not same else None
            return same[-1] if same else now and civil.shift(now, -1)
        if base != "anchor":
            for point in reversed(self.said if base == "text" else self.near):
                if civil.size(point.unit) <= civil.size(unit):
                    return point
        return self.anchor

    @property
    def near(self) -> list[Point]:
        """The dates of this sentence and the one before."""
        return self.before + self.here

    def next_sentence(self) -> None:
        """What was said in this sentence becomes what was said in the one before."""
        self.before = self.here
        self.here = []

    def remember(self, point: Point) -> None:
        """The text has set a date."""
        self.said.append(point)
        self.here.append(point)


def of_point(
    point: Point | None, rule: str, anchor: Point | None, others: Sequence[Point], why: str
) -> Resolution:
    """The answer that is a stretch of the calendar; none if it lies outside years 0 to 9999."""
    value = civil.iso(point) if point else None
    alternatives = [v for p in others if (v := civil.iso(p)) and v != value]
    kind: Kind = "time" if point and point.time else "date"
    counted_from = civil.iso(anchor) if anchor else None
    told = why if value else "There is no such day in the calendar."
    return Resolution(
        kind, value, rule, point if value else None, counted_from, tuple(alternatives), told
    )


UNANCHORED = "Nothing says when this was written."


def unanchored(value: str | None = None) -> Resolution:
    """The answer where no date of writing is known."""
    return Resolution("date", value, "unanchored", why=UNANCHORED)
