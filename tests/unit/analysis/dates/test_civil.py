"""The counted calendar against the standard library's, and beyond its edges."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.analysis.dates import civil
from variorum.analysis.dates.civil import Point

DAYS = st.integers(0, civil.DAYS_IN_ALL - 1)
UNITS = st.sampled_from(
    ["week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
)


@given(st.dates())
def test_a_day_is_that_of_the_standard_library(date: datetime.date) -> None:
    point = civil.day(date.year, date.month, date.day)
    assert point is not None
    assert civil.civil(point.index) == (date.year, date.month, date.day)
    assert civil.weekday(point) == date.isoweekday()
    assert civil.iso(point) == date.isoformat()


@given(st.dates(max_value=datetime.date(9999, 12, 26)))
def test_a_week_is_that_of_the_standard_library(date: datetime.date) -> None:
    point = civil.day(date.year, date.month, date.day)
    assert point is not None
    week = civil.coarsen(point, "week")
    assert week is not None
    year, number, _ = date.isocalendar()
    assert civil.iso(week) == f"{year:04d}-W{number:02d}"


@given(DAYS)
def test_every_day_is_written_and_read_back(index: int) -> None:
    point = Point("day", index)
    assert civil.read(civil.iso(point)) == point


@given(DAYS, UNITS)
def test_a_day_lies_in_its_coarser_units_and_they_are_read_back(
    index: int, unit: civil.Unit
) -> None:
    coarse = civil.coarsen(Point("day", index), unit)
    assert coarse is not None
    if unit != "weekend":
        assert civil.first_day(coarse) <= index <= civil.last_day(coarse)
    written = civil.iso(coarse)
    if written is not None:
        assert civil.read(written) == coarse


@given(st.integers(0, 9999))
def test_29_february_is_there_in_leap_years_only(year: int) -> None:
    assert (civil.day(year, 2, 29) is not None) == civil.is_leap(year)


@given(st.text(max_size=30))
def test_reading_never_raises(text: str) -> None:
    point = civil.read(text)
    assert point is None or civil.iso(point) is not None or point.unit in ("week", "weekend")


@pytest.mark.parametrize(
    ("year", "day"),
    [(1999, "1999-04-04"), (2000, "2000-04-23"), (2022, "2022-04-17"), (2038, "2038-04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert civil.iso(Point("day", civil.easter(year))) == day


@pytest.mark.parametrize(
    ("start", "count", "unit", "end"),
    [
        ("2024-02-29", 1, "year", "2025-02-28"),
        ("2022-01-31", 1, "month", "2022-02-28"),
        ("2022-03-31", -1, "month", "2022-02-28"),
        ("2022-Q1", -1, "year", "2021-Q1"),
        ("2022-H2", 1, "year", "2023-H2"),
        ("2022-01-31", 2, "week", "2022-W07"),
    ],
)
def test_adding_coarser_units(start: str, count: int, unit: civil.Unit, end: str) -> None:
    point = civil.read(start)
    assert point is not None
    moved = civil.add(point, count, unit)
    assert moved is not None
    assert civil.iso(moved) == end


def test_nothing_is_written_outside_years_0_to_9999() -> None:
    assert civil.iso(civil.shift(Point("day", 0), -1)) is None
    assert civil.iso(civil.shift(Point("day", civil.DAYS_IN_ALL - 1), 1)) is None
    assert civil.day(10000, 1, 1) is None
