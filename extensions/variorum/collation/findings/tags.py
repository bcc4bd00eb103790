"""What is special about findings that come from frames: every tag of theirs, in one place.

:mod:`~variorum.collation.findings.salience` gives each its weight.
"""

from __future__ import annotations

from enum import StrEnum


class Tag(StrEnum):
    """What two clauses on one thing differ in."""

    POLARITY = "polarity"
    """One tells it, the other denies it: the strongest there is."""
    OPPOSITION = "opposition"
    """Two accounts of one event: dismissed and resigned, leaked and released."""
    QUALITY = "quality"
    """Two adjectives that exclude each other, of one thing: older and younger."""
    DONE_PLANNED = "done-planned"
    """Told as done in one, as still to come in the other."""
    SUPERLATIVE = "superlative"
    """Only one can be the largest."""
    INITIATIVE = "initiative"
    """Who began it, or who did it to whom."""
    SILENCE = "silence"
    """Silent in one report, heard in the other."""
    FIRMNESS = "firmness"
    """For good in one, for now or on a condition in the other."""
    DEGREE = "degree"
    """A stronger and a milder verb for one act."""
    LABEL = "label"
    """What one actor or thing is called."""
    HEADLINE = "headline"
    """What the headlines make of one matter."""
    EVENT_DAY = "event-day"
    """The day of one act, by the date that hangs on its verb."""
    KEYED = "keyed"
    """A number keyed by what it tells of: the injured, the magnitude, the turnout."""
    CURRENCY = "currency"
    """One amount in two currencies."""
