"""What a value may depend on, and what is told of it: the resolver's question and answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from variorum.analysis.dates import civil
from variorum.analysis.dates.tense import NOWHERE, Look
from variorum.model import Day, Message

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
    steps: tuple[Message, ...] = ()
    """What to say of how it was found."""


class Memory:
    """The dates a stretch of text has set: only the latest of each unit, so asking is cheap."""

    __slots__ = ("_count", "_latest")

    def __init__(self) -> None:
        self._count = 0
        self._latest: dict[Unit, tuple[int, Point]] = {}

    def add(self, point: Point) -> None:
        """The text has set a date."""
        self._count += 1
        self._latest[point.unit] = (self._count, point)

    def latest(self, unit: Unit) -> Point | None:
        """The last date that is no coarser than *unit*."""
        found = [entry for u, entry in self._latest.items() if civil.size(u) <= civil.size(unit)]
        return max(found, key=lambda entry: entry[0])[1] if found else None

    def of(self, *units: Unit) -> Point | None:
        """The last date of one of these units."""
        found = [self._latest[u] for u in units if u in self._latest]
        return max(found, key=lambda entry: entry[0])[1] if found else None


@dataclass(slots=True)
class Context:
    """What is known when an expression is met, reading from the top."""

    anchor: Point | None = None
    day_first: bool | None = None
    said: Memory = field(default_factory=Memory)
    """The dates the article has set so far."""
    here: Memory = field(default_factory=Memory)
    """Those of the same sentence."""
    before: Memory = field(default_factory=Memory)
    """Those of the sentence before it."""
    event: Point | None = None
    """The date of the event that "a day after" speaks of, if the sentence gives it."""
    main: Point | None = None
    """The date of what happened "a day after" or "at noon", if the sentence gives it."""
    told: Point | None = None
    """The day that is being told: the last one named, but for what speakers only recall."""
    recalls: bool = False
    """Whether the expression stands in words within marks, or in what somebody recalls."""
    look: Look = NOWHERE
    headings: tuple[Point | None, Point | None] = (None, None)
    """The days that the last two headings name, where sections are headed by days."""

    def base(self, base: Base, unit: Unit) -> Point | None:
        """What an expression of this *unit* is counted from."""
        if base == "latest":
            same = self.said.of(unit)
            now = civil.coarsen(self.anchor, unit) if self.anchor else None
            return same or (civil.shift(now, -1) if now else None)
        if base == "text":
            return self.said.latest(unit) or self.anchor
        if base == "near":
            return self.here.latest(unit) or self.before.latest(unit) or self.anchor
        return self.anchor

    def day_told(self) -> Point | None:
        """The day that a time of day belongs to where its sentence names none."""
        return self.base("text", "day") if self.recalls else self.told or self.anchor

    def headed(self, point: Point) -> None:
        """A heading has named the day of what follows."""
        self.headings = self.headings[1], point

    def next_sentence(self) -> None:
        """What was said in this sentence becomes what was said in the one before."""
        self.before, self.here = self.here, Memory()

    def remember(self, point: Point) -> None:
        """The text has set a date."""
        self.said.add(point)
        self.here.add(point)
        if not self.recalls and civil.size(point.unit) <= civil.size("day"):
            self.told = point


def of_point(
    point: Point | None, rule: str, anchor: Point | None, others: Sequence[Point], *steps: Message
) -> Resolution:
    """The answer that is a stretch of the calendar; none if it lies outside years 0 to 9999."""
    value = civil.iso(point) if point else None
    alternatives = [v for p in others if (v := civil.iso(p)) and v != value]
    kind: Kind = "time" if point and point.time else "date"
    counted_from = civil.iso(anchor) if anchor else None
    told = steps if value else (Message.of("date: not in the calendar"),)
    return Resolution(
        kind, value, rule, point if value else None, counted_from, tuple(alternatives), told
    )


def shown(point: Point) -> Day:
    """A date as a sentence names it: without the time of day."""
    return Day(civil.iso(replace(point, time="")) or "")


UNANCHORED = Message.of("date: unanchored")


def unanchored(value: str | None = None) -> Resolution:
    """The answer where no date of writing is known."""
    return Resolution("date", value, "unanchored", steps=(UNANCHORED,))
