"""Every case of tests/fixtures/figures: a title, a text, the figures found, one a line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.naming import parsed

from variorum.analysis import figures
from variorum.model import Figure

FIXTURES = Path(__file__).parents[3] / "fixtures" / "figures"


class Case(NamedTuple):
    """One fixture."""

    name: str
    text: str
    expected: list[str]


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FIXTURES.glob("*.txt")):
        parts = re.split(r"^\.\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for title, text, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            cases.append(Case(f"{path.stem}: {title.strip()}", text.strip(), expected.splitlines()))
    return cases


CASES = read_cases()


def shown(figure: Figure) -> str:
    low, high = ("" if n is None else str(n) for n in (figure.low, figure.high))
    unit = f" {figure.unit}" if figure.unit else ""
    return f"{figure.exact} = {low}..{high}{unit}" + (f" of {figure.of}" if figure.of else "")


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    articles = parsed(*(case.text for case in CASES))
    return {
        case.name: [shown(f) for f in figures.find(article)]
        for case, article in zip(CASES, articles, strict=True)
    }


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case, found: dict[str, list[str]]) -> None:
    assert found[case.name] == case.expected
