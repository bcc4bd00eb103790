"""An event told in any words is not told by one alone."""

from __future__ import annotations

from typing import Any

import pytest

SHOALS = "Divers found two wrecks near the shoals of Marby in the spring."


def alone(found: Any, article: str) -> list[str]:
    return [
        f.readings[0].exact
        for f in found.of("unique-claim")
        if f.readings[0].article == article
    ]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [
    ("The coast guard arrested the pilot Pia Roth at her cottage behind the chapel of Marby.",
     "Police took Pia Roth into custody after a short chase along the dunes of the island."),
    ("Treasurer Tom Vale resigned over the missing ferry money on an otherwise quiet evening.",
     "Tom Vale stepped down because few of his colleagues in the guild still trusted him."),
    ("Three sailors died when a boiler of the old tug Marby blew up beside the fuel pier.",
     "An explosion on the Marby killed three men who were having their supper below deck."),
])  # fmt: skip
def test_one_event_in_other_words(collate: Any, one: str, other: str) -> None:
    found = collate(a=f"{SHOALS} {one}", b=f"{SHOALS} {other}")
    assert one not in alone(found, "a")
    assert other not in alone(found, "b")


@pytest.mark.parametrize(("one", "other"), [
    # somebody else's arrest, another kind of act, a resignation that was but asked for
    ("The coast guard arrested the pilot Pia Roth at her cottage behind the chapel of Marby.",
     "Police took the smuggler Jon Feld into custody on the mainland after a short chase."),
    ("Treasurer Tom Vale resigned over 480,000 crowns that the ferry guild had never seen again.",
     "Several colleagues in the guild had urged Tom Vale to step down before the winter."),
])  # fmt: skip
def test_another_event_leaves_it_alone(collate: Any, one: str, other: str) -> None:
    found = collate(a=f"{SHOALS} {one}", b=f"{SHOALS} {other}")
    assert one in alone(found, "a")


def test_how_somebody_stands_is_a_difference_of_role(collate: Any) -> None:
    one = "The suspended harbour master, Tom Vale, told the court that he had known nothing."
    other = "The harbour master, Tom Vale, told the court that he had known nothing."
    (finding,) = (f for f in collate(a=one, b=other).of("role") if f.salience > 1)
    assert {r.exact for r in finding.readings} == {"suspended harbour master", "harbour master"}
    assert not collate(a=one, b=one).of("role")


def test_two_persons_of_one_surname_spelt_alike_are_one_name(collate: Any) -> None:
    one = "President Kurmat Belayev opened the quay. Belayev spoke for an hour."
    other = "President Gurmat Belayev opened the quay. Belayev spoke for an hour."
    assert collate(a=one, b=other).words("name") == [{"Kurmat Belayev", "Gurmat Belayev"}]
    sister = "President Irina Belayev opened the quay. Belayev spoke for an hour."
    assert not collate(a=one, b=sister).of("name")


def test_the_paper_somebody_spoke_to_is_no_news(collate: Any) -> None:
    one = f"{SHOALS} Pia Roth told the Marby Gazette that the boats of the guild would be late."
    found = collate(a=one, b=f"{SHOALS} Sheep graze on the dunes.")
    assert not [f for f in found.of("unique-claim") if "Nobody else mentions" in f.explanation]
