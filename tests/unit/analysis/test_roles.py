"""Titles given to persons: every case of tests/fixtures/roles.txt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.naming import Case, cases, linked

from variorum.analysis import roles


@pytest.mark.parametrize("case", cases("roles.txt"), ids=lambda c: c.title)
def test_roles(case: Case) -> None:
    (only,), found = linked(case.given)
    said = roles.find(only, found.entities["a"])
    assert [f"{r.exact} = {r.actor}" for r in said] == case.expected


WORDS = [
    "Prime",
    "Minister",
    "minister",
    "of",
    "the",
    "foreign",
    "affairs",
    ",",
    "-",
    "'s",
    "’s",
    "Secretary-General",
    "NATO",
    "Russia's",
    "US",
    "Deputy",
    "spokesman",
    "(",
    ")",
    "Marta",
    "Oliveira",
    "Viktor",
    "Tarasov",
    "a",
    "senior",
    "official",
    "who",
    "and",
    ".",
    "\n\n",
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=30).map(" ".join))
def test_any_text_gives_verified_ranges_of_persons(text: str) -> None:
    (only,), found = linked(text)
    persons = {e.actor for e in found.entities["a"] if e.label == "PER"}
    for role in roles.find(only, found.entities["a"]):
        assert text[role.start : role.end] == role.exact
        assert role.actor in persons
