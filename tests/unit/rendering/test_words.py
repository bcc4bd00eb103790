"""Dates and lists in plain words."""

from __future__ import annotations

import pytest

from variorum.rendering.words import (
    date_words,
    listed,
    number_words,
    range_words,
    reports,
    span_words,
)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2022", "2022"),
        ("2022-01", "January 2022"),
        ("2022-01-09", "9 January 2022"),
        ("2022-01-09T17:41", "9 January 2022, 17:41"),
        ("2022-01-27T20:24+05:30", "27 January 2022, 20:24 UTC+05:30"),
        ("2022-01-27T20:24:10Z", "27 January 2022, 20:24 UTC"),
        ("2022-13-40", "2022-13-40"),
        ("last week", "last week"),
        (None, ""),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(iso: str | None, words: str) -> None:
    assert date_words(iso) == words


def test_a_weekday_is_added_on_request() -> None:
    assert date_words("2022-01-11", weekday=True) == "Tuesday 11 January 2022"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-01-09", "2022-01-09", "9 January 2022"),
        ("2022-01-09", "2022-01-27", "9 to 27 January 2022"),
        ("2022-01-30", "2022-02-02", "30 January to 2 February 2022"),
        ("2021-12-30", "2022-01-02", "30 December 2021 to 2 January 2022"),
    ],
)
def test_a_span_says_nothing_twice(first: str, last: str, words: str) -> None:
    assert span_words(first, last) == words


def test_a_span_may_have_no_end() -> None:
    assert range_words("2022-01-09", None) == "9 January 2022 or later"
    assert range_words("2022-01-09", "2022-01-11") == "9 to 11 January 2022"


def test_names_are_listed_as_prose() -> None:
    assert [listed(["A", "B", "C"][:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]


def test_counts_are_words_up_to_ten() -> None:
    assert number_words(10) == "ten"
    assert number_words(1234) == "1,234"
    assert reports(1) == "One report"
    assert reports(5) == "Five reports"
