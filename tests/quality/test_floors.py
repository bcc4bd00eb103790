"""Figures on the gold of the bundled story; a floor lies a little below what was measured last.

A change that lowers one of them on purpose lowers its floor in the same commit and says why.
"""

from __future__ import annotations

import pytest

from tests.quality.annotated import annotated_story
from tests.quality.score import Scores, score

FLOORS = {
    "entities F1": 0.97,
    "actors B-cubed": 0.97,
    "quotes within marks F1": 0.84,
    "quotes within marks speaker": 0.78,
    "quotes indirect F1": 0.58,
    "quotes indirect speaker": 0.70,
    "dates relaxed F1": 0.98,
    "dates strict F1": 0.95,
    "dates value F1": 0.85,
    "references F1": 0.95,
    "references to persons and organisations": 0.95,
    "roles F1": 0.95,
}


@pytest.fixture(scope="session")
def scores() -> Scores:
    return score(annotated_story())


@pytest.mark.parametrize("name", FLOORS)
def test_figure_is_at_least_its_floor(scores: Scores, name: str) -> None:
    figure, floor = scores.figures[name], FLOORS[name]
    assert figure >= floor, (
        f"{name} is {figure:.3f}, below {floor:.3f}; `python -m tests.quality.measure --wrong` "
        "lists what went wrong"
    )


def test_every_figure_has_a_floor_or_is_part_of_one(scores: Scores) -> None:
    """Precision and recall are in the F1 of the same name; everything else needs a floor."""
    parts = {
        f"{name.removesuffix(' F1')} {part}" for name in FLOORS for part in ("precision", "recall")
    }
    assert set(scores.figures) - parts == set(FLOORS)


def test_confidence_of_nine_in_ten_holds(scores: Scores) -> None:
    high = [band for band in scores.bands if band.name == ">=0.9"]
    right, of = sum(band.right for band in high), sum(band.of for band in high)
    assert right >= 0.85 * of, f"of {of} annotations with a confidence of 0.9, {right} are right"
