"""What an expression says, before anything is known of when it was said.

The recogniser gives an :class:`Atom` a meaning, composition joins meanings, the resolver turns
them into values. All are frozen and hold nothing of the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from variorum.analysis.dates.civil import Point, Unit

Base = Literal["anchor", "text", "near", "latest"]
"""Counted from the day of writing, from the date the text has last set, from one set in this
sentence or the one before, or from the last of the same unit (else the one before this)."""


Role: TypeAlias = Literal[
    "modifier", "quantifier", "ago", "later", "earlier", "hence", "after", "before"
]
"""What a word does beside an expression."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A place in the calendar that needs no context: "11 January 2022", "the 1990s"."""

    point: Point


@dataclass(frozen=True, slots=True)
class Either:
    """A date printed so that day and month could change places: "03/04/2022"."""

    day_first: Point
    month_first: Point


@dataclass(frozen=True, slots=True)
class Recurring:
    """A name that comes round again: one *unit* in each *cycle*.

    ``slot`` says which: the weekday, the month, the quarter, ``(month, day)``, or a holiday's
    name; of the weeks of a month, -1 is the last. ``turn``: -1 "last", -2 the one before, 0 "this",
    1 "next", ``None`` bare; ``base`` "text" for "that Friday".
    """

    unit: Unit
    cycle: Unit
    slot: int | tuple[int, int] | str
    turn: int | None = None
    base: Base = "anchor"


@dataclass(frozen=True, slots=True)
class Remembered:
    """A day of history that is named without its year: "the Sept. 11 attacks"."""

    point: Point
    yearly: Recurring
    """What the words mean in a text that is older."""


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units from a day: "yesterday", "last week", "three weeks ago", "a day later".

    ``keep``: a whole number of units leaves the grain of what it is counted from ("a year
    earlier" than a quarter is a quarter). ``origin``: the date named as the start.
    """

    unit: Unit
    count: int | None
    base: Base = "anchor"
    keep: bool = False
    origin: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """A recurring name inside a named stretch: "the third quarter of last year"."""

    part: Recurring
    whole: Meaning


@dataclass(frozen=True, slots=True)
class Checked:
    """A date printed with its weekday (1 to 7), which tells between two readings of it."""

    weekday: int
    date: Meaning


@dataclass(frozen=True, slots=True)
class Timed:
    """A time of day, of a day that is named or has to be found: "Friday evening", "17:41"."""

    time: str
    zone: str = ""
    of: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: the TIMEX3 value, and the number and unit it was made from where exact."""

    value: str
    unit: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """So long after or before an event: "a day after talks ended"; ``sign`` 1 or -1.

    A date if the sentence dates the event, or what happened beside it; else a duration.
    """

    length: Length
    sign: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: "every day", "Tuesdays"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference without a date: PAST_REF, PRESENT_REF, FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Marker:
    """No expression by itself, only beside one: "early", "about", "ago", "after"."""

    role: Role
    value: str = ""


Meaning: TypeAlias = (
    Fixed
    | Either
    | Recurring
    | Remembered
    | Counted
    | Within
    | Checked
    | Timed
    | Length
    | Beside
    | Repeated
    | Vague
    | Marker
)
DAYS = (Fixed, Either, Recurring, Counted, Within, Checked)
"""Meanings that name a stretch of the calendar."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A recognised range of a text, the rule that saw it, and its meaning."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    confidence: float = 0.9
    mod: str = ""
    """A TIMEX3 modifier: START, MID, END, APPROX, LESS_THAN, MORE_THAN, …"""
