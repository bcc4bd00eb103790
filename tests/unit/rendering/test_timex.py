"""TIMEX3 values in the words of the calendar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.rendering.timex import gloss, markup_value, value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-01-12", "Wednesday 12 January 2022"),
        ("2022-01-12T20:17", "Wednesday 12 January 2022, 20:17"),
        ("2021-12", "December 2021"),
        ("2014", "2014"),
        ("2022-W02", "the week of 10 to 16 January 2022"),
        ("2022-W02-WE", "the weekend of 15 to 16 January 2022"),
        ("2022-01-09TEV", "the evening of Sunday 9 January 2022"),
        ("2022-Q1", "quarter 1 of 2022"),
        ("2022-H2", "half 2 of 2022"),
        ("2022-SU", "summer 2022"),
        ("194", "the 1940s"),
        ("18", "the 1800s"),
        ("P3D", "3 days"),
        ("P1W", "1 week"),
        ("PT7H", "7 hours"),
        ("P2M", "2 months"),
        ("PT2M", "2 minutes"),
        ("PXD", "some days"),
        ("XXXX-WXX-3", "a Wednesday; which one isn’t known"),
        ("PAST_REF", "some time in the past"),
        ("2022-W60", "2022-W60"),
        ("", "not resolved"),
        (None, "not resolved"),
        ("XXXX-05", "not resolved (XXXX-05)"),
    ],
)
def test_a_value_is_said_in_words(value: str | None, words: str) -> None:
    assert value_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022-01-12", "12 Jan"),
        ("2022-01-09TEV", "9 Jan"),
        ("2021-12", "Dec 2021"),
        ("2022-W02", "10–16 Jan"),
        ("2022-W05", "31 Jan – 6 Feb"),
        ("P3D", ""),
        ("PAST_REF", ""),
        (None, ""),
    ],
)
def test_a_gloss_is_short_or_nothing(value: str | None, words: str) -> None:
    assert gloss(value) == words


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        ("2022-01-12", "2022-01-12"),
        ("2022-W02", "2022-W02"),
        ("2022-01-09TEV", "2022-01-09"),
        ("PT7H", "PT7H"),
        ("PAST_REF", ""),
        ("XXXX-WXX-3", ""),
        ("201", ""),
    ],
)
def test_html_gets_only_values_it_knows(value: str, markup: str) -> None:
    assert markup_value(value) == markup


@given(st.text(alphabet="0123456789-:TWPQHXMYDSEVREF_", max_size=20))
def test_no_value_is_too_odd_to_be_said(value: str) -> None:
    assert isinstance(value_words(value), str)
    assert isinstance(gloss(value), str)
