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
