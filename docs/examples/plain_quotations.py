"""Rules of ours that a newsroom has otherwise: one off, one of its own before ours."""

from __future__ import annotations

import re

from variorum.analysis.dates.meaning import Counted, Meaning
from variorum.analysis.dates.rules_absolute import form
from variorum.analysis.rules import Change, Rule
from variorum.extending import Extension


def in_a_fortnight(found: re.Match[str]) -> Meaning:
    """Two weeks from the day of writing."""
    return Counted("week", 2)


FORTNIGHT = Rule(
    name="in-a-fortnight",
    ground="British English counts fourteen nights",
    examples=("The pier opens [in a fortnight].",),
    apply=(form("in-a-fortnight", "in a fortnight", in_a_fortnight),),
)
EXTENSION = Extension(
    "plain-quotations",
    rules=(
        Change("reports", "view of"),  # what is somebody's view, nobody need have said
        Change("dates", "length", FORTNIGHT, precedes=True),
    ),
)
