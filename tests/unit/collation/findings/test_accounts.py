"""Findings that come from frames: a case on each side of what decides."""

from __future__ import annotations

from typing import Any

import pytest

from variorum.collation.findings.units import dimension, factor, may_be_one

LARK = "The Lark dam was built by Norland in 1950."


def kinds(found: Any, kind: str, said: str) -> list[str]:
    return [f.explanation for f in found.of(kind) if said in f.explanation]


def test_a_denial_of_a_part_denies_no_whole(collate: Any) -> None:
    holds = "The club offered Pia Holm a post in Tarn, two players said."
    whole = "The club did not offer Pia Holm a post in Tarn, its chair said."
    part = whole.replace("a post", "a paid post")
    assert collate(a=holds, b=whole).of("contradiction")
    assert not collate(a=holds, b=part).of("contradiction")


def test_what_was_denied_before_it_happened_is_no_contradiction(collate: Any) -> None:
    done = "The senate approved the treaty with Peru on Tuesday."
    denied = "The senate has not approved the treaty with Peru."
    early, late = {"published": "2023-05-02"}, {"published": "2023-05-10"}
    assert collate(a=(denied, late), b=(done, late)).of("contradiction")
    assert not collate(a=(denied, early), b=(done, late)).of("contradiction")


def test_planned_in_an_earlier_report_is_no_contradiction(collate: Any) -> None:
    done = "The company signed the contract for the mine with Peru on Monday."
    planned = "The company will sign the contract for the mine with Peru, its chairman said."
    early, late = {"published": "2023-05-02"}, {"published": "2023-05-10"}
    assert collate(a=(planned, late), b=(done, late)).of("contradiction")
    assert not collate(a=(planned, early), b=(done, late)).of("contradiction")


def test_two_are_the_biggest_only_of_one_thing(collate: Any) -> None:
    one = "Kenya is the biggest supplier of tea to Norland."
    other = "India is the biggest supplier of tea to Norland, ahead of others."
    assert collate(a=one, b=other).of("contradiction")
    assert not collate(a=one, b="India is the biggest supplier of rice to Sorland.").of(
        "contradiction"
    )  # fmt: skip


def test_an_account_of_another_man_is_no_second_account(collate: Any) -> None:
    one = "Coach Pia Holm quit on Friday, the club said."
    assert collate(a=one, b="The club sacked its coach, Pia Holm, on Friday.").of("contradiction")
    assert not collate(a=one, b="The club sacked its doctor, Jan Kroll, on Friday.").of(
        "contradiction"
    )  # fmt: skip


def test_vague_numbers_alone_are_no_conflict(collate: Any) -> None:
    exact = "The slide at Tarn injured 43 people in the valley."
    dozens = "In Tarn, dozens of people were injured when the hill came down."
    hundreds = "When the hill came down, hundreds of people were injured in Tarn."
    fewer = "Nineteen people were injured in Tarn when the hill came down."
    assert collate(a=exact, b=fewer).of("figure")
    assert not kinds(collate(a=dozens, b=hundreds), "figure", "The numbers do not agree")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The wreck lies 30 miles off Tarn.", "The wreck, a ferry, is 48 kilometres off Tarn.", 0),
        ("The wreck of the ferry lies 30 miles off Tarn.",
         "The wreck, once a ferry, is now 80 kilometres off Tarn.", 1),
    ],
)  # fmt: skip
def test_distances_are_compared_in_one_unit(collate: Any, one: str, other: str, told: int) -> None:
    assert len(collate(a=one, b=other).of("figure")) == told


def test_units_of_one_dimension() -> None:
    assert dimension("mile") == dimension("km") == "length"
    assert factor("mile") == pytest.approx(1.609344)
    assert dimension("furlong") == "furlong"
    assert dimension(None) == ""


@pytest.mark.parametrize(
    ("dollars", "euros", "one"), [(3.4e9, 2.7e9, True), (3.4e9, 1.0e9, False), (3.4e9, 5e9, False)]
)
def test_amounts_that_may_be_one(dollars: float, euros: float, one: bool) -> None:
    assert may_be_one((dollars, dollars, "USD"), (euros, euros, "EUR")) is one
    assert not may_be_one((dollars, dollars, "USD"), (dollars, dollars, "USD"))


def test_headlines_say_the_opposite_on_one_matter_alone(collate: Any) -> None:
    blamed = (LARK, {"title": "Report blames builder for dam"})
    cleared = (LARK + " It is high.", {"title": "Report clears builder of dam"})
    other = (LARK + " It is high.", {"title": "Court clears teacher"})
    assert collate(a=blamed, b=cleared).of("contradiction")
    assert not collate(a=blamed, b=other).of("contradiction")
