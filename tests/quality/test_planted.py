"""Changes planted in copies of our own articles are found, and copies bring up nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.planted import Score, measure
from variorum.model import Finding
from variorum.reading import read_paths

STORY = Path(__file__).parents[2] / "source" / "geneva-2022" / "articles"
FLOOR = 0.95


@pytest.fixture(scope="module")
def measured() -> tuple[Score, dict[str, list[Finding]]]:
    return measure(read_paths([STORY]).articles)


def test_planted_changes_are_found_with_the_right_kind(
    measured: tuple[Score, dict[str, list[Finding]]],
) -> None:
    score, _ = measured
    assert sum(score.planted.values()) >= 25
    assert score.recall >= FLOOR, score.missed


def test_a_swapped_pair_of_sentences_is_one_shared_text(
    measured: tuple[Score, dict[str, list[Finding]]],
) -> None:
    score, _ = measured
    assert score.planted["sentences"] >= 4
    assert score.found["sentences"] == score.planted["sentences"], score.missed


def test_an_untouched_copy_shares_text_and_nothing_else(
    measured: tuple[Score, dict[str, list[Finding]]],
) -> None:
    _, extra = measured
    assert {id_: [f.explanation for f in found] for id_, found in extra.items()} == {}
