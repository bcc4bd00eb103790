"""Days that don't agree, and days that only look so."""

from __future__ import annotations

from typing import Any

import pytest

PLAYED = "The pilots of Marby rowed on Saturday in their first race under lamps."
RACE = "The race on Saturday is the first under lamps for the pilots of Marby since the war."


@pytest.mark.parametrize(("printed", "conflicts"), [("2023-05-10", 0), ("2023-05-11", 1)])
def test_tense_alone_makes_no_second_day_of_one_days_papers(
    collate: Any, printed: str, conflicts: int
) -> None:
    found = collate(a=PLAYED, b=(RACE, {"published": printed}))
    told = [f for f in found.of("date-conflict") if "everywhere" in f.explanation]
    assert len(told) == conflicts


def test_two_weekdays_of_one_days_papers_are_a_conflict(collate: Any) -> None:
    found = collate(a=PLAYED, b=PLAYED.replace("Saturday", "Sunday"))
    assert found.words("date-conflict") == [{"Saturday", "Sunday"}]
