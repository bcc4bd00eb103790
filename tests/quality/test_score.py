"""The scorer counts what is right, missed and too much, and leaves the optional out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.quality.gold import read_gold
from tests.quality.pairing import Article
from tests.quality.score import score

TEXT = "Ada Lane met Lane's aide on Monday. “Stay,” she said in Oslo."
GOLD = """\
== Ada
entity PER lane | Ada Lane
entity PER lane | Lane
?entity GPE oslo | Oslo
date 2024-03-04 | Monday
quote direct lane | Stay
ref lane | she
"""


def annotation(type_: str, words: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "type": type_, "start": start, "end": start + len(words), "exact": words,
        "confidence": 0.9, **fields,
    }  # fmt: skip


def figures(*found: dict[str, Any]) -> dict[str, float]:
    return dict(score([Article("a", TEXT, read_gold(GOLD, TEXT), found)]).figures)


ADA = annotation("entity", "Ada Lane", label="PER", actor="ada-lane")
AGAIN = ADA | {"start": TEXT.index("Lane's"), "end": TEXT.index("'s"), "exact": "Lane"}


def test_missed_and_too_much() -> None:
    said = figures(ADA, annotation("entity", "aide", label="PER", actor="aide"))
    assert said["entities precision"] == said["entities recall"] == 0.5


def test_a_wrong_label_is_wrong() -> None:
    assert figures(ADA | {"label": "ORG"})["entities F1"] == 0


def test_the_optional_is_neither_right_nor_wrong() -> None:
    assert figures(ADA, AGAIN, annotation("entity", "Oslo", label="LOC", actor=None))[
        "entities F1"
    ] == pytest.approx(1)


def test_one_actor_split_in_two_lowers_b_cubed() -> None:
    assert figures(ADA, AGAIN)["actors B-cubed"] == 1
    assert figures(ADA, AGAIN | {"actor": "lane"})["actors B-cubed"] == pytest.approx(2 / 3)


def test_speakers_are_looked_up_by_their_names() -> None:
    quote = annotation("quote", "Stay", kind="direct", parts=[], speaker="ada-lane")
    assert figures(ADA, quote)["quotes within marks speaker"] == 1
    assert figures(ADA, quote | {"speaker": None})["quotes within marks speaker"] == 0


def test_references_need_the_right_actor() -> None:
    she = annotation("reference", "she", actor="ada-lane")
    assert figures(ADA, she)["references F1"] == 1
    assert figures(ADA, she | {"actor": "aide"})["references F1"] == 0


def test_dates_by_place_words_and_value() -> None:
    said = figures(annotation("date", "on Monday", value="2024-03-04"))
    assert (said["dates relaxed F1"], said["dates strict F1"]) == (1, 0)
    assert said["dates value F1"] == 1
    assert figures(annotation("date", "Monday", value="2024-03-05"))["dates value F1"] == 0


def test_calibration_counts_what_is_right_by_band() -> None:
    found = [ADA, AGAIN | {"label": "ORG"}, ADA | {"start": 40, "confidence": 0.5}]
    bands = score([Article("a", TEXT, read_gold(GOLD, TEXT), found)]).bands
    counts = {band.name: (band.right, band.of) for band in bands if band.type == "entity"}
    assert counts == {">=0.9": (1, 2), "0.7-0.9": (0, 0), "<0.7": (0, 1)}
