"""What of a story is worth seeing, and what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from variorum.collation.findings.titles import office


def roles(found: Any) -> list[set[str]]:
    return found.words("role")


def test_an_office_with_more_of_whose_it_is_is_left_out(collate: Any) -> None:
    found = collate(
        a="Harbour Director Lena Marsh met the fishermen.",
        b="Lena Marsh, the director of the Lark Harbour Trust, met the fishermen.",
    )
    assert roles(found) == []


def test_two_offices_of_one_person_are_told(collate: Any) -> None:
    found = collate(
        a="Foreign Minister Lena Marsh met the fishermen.",
        b="Chief negotiator Lena Marsh met the fishermen.",
    )
    assert roles(found) == [{"Foreign Minister", "Chief negotiator"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deputy Director", "deputy director of the Harbour Board"),
        ("attorney", "Marsh’s lawyer"),
        ("Rep.", "Congresswoman"),
        ("vice-president", "Vice President"),
        ("chief executive, Lark Trust", "West Lark Chief Executive"),
    ],
)
def test_one_office(one: str, other: str) -> None:
    assert office(one) == office(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("former aide", "former spokeswoman"), ("leader", "dictator"), ("lawyer", "friend")],
)
def test_two_offices(one: str, other: str) -> None:
    assert office(one) != office(other)


def test_capitals_of_a_name_are_left_out_and_letters_told(collate: Any) -> None:
    """Below and above the least that is worth a reader's time."""
    capitals = collate(
        a="Fishermen and NATO met Lena Marsh.", b="Lena Marsh met fishermen and Nato."
    )
    assert capitals.of("name") == []
    letters = collate(
        a="Prime Minister Sergei Malkov met fishermen.",
        b="Prime Minister Sergey Malkov met fishermen.",
    )
    assert letters.of("name")
