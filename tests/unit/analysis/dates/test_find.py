"""Every case of tests/fixtures/dates: a title, the day of writing and a text, what is found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from variorum.analysis.dates import find

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from variorum.analysis.parse import ParsedArticle
    from variorum.model import DateRef

FIXTURES = Path(__file__).parents[3] / "fixtures" / "dates"


class Case(NamedTuple):
    """One fixture: ``published`` is ``-`` where nothing says when the text was written."""

    name: str
    published: str
    text: str
    expected: str


def read_cases() -> list[Case]:
    cases = []
    for path in sorted(FIXTURES.glob("*.txt")):
        blocks = re.split(r"^\.\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for title, given, expected in zip(blocks[::3], blocks[1::3], blocks[2::3], strict=False):
            published, text = given.rstrip("\n").split("\n", 1)
            cases.append(Case(f"{path.stem}: {title.strip()}", published, text, expected.strip()))
    return cases


CASES = read_cases()


def shown(ref: DateRef) -> str:
    zones = "".join(f" {z}" for z in ref.zone)
    others = "".join(f" {a}" for a in ref.alternatives)
    return f"{ref.exact} = {ref.value}{zones}" + (
        f" |{others}" if ref.rule.startswith("order") and others else ""
    )


@pytest.fixture(scope="module")
def found(
    parse_lines: Callable[[Sequence[tuple[str | None, str]]], list[ParsedArticle]],
) -> dict[str, str]:
    lines = [(None if c.published == "-" else c.published, c.text) for c in CASES]
    refs = (find(parsed) for parsed in parse_lines(lines))
    return {c.name: "\n".join(map(shown, r)) for c, r in zip(CASES, refs, strict=True)}


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 200
    assert len({c.name for c in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_case(case: Case, found: dict[str, str]) -> None:
    assert found[case.name] == case.expected
