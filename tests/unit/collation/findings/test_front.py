"""Which findings stand on the front page, and in what order."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest

import variorum.collation.findings as package
from variorum.collation.findings.front import ALONE, FIVE, FLOOR, OF_A_KIND, ranked
from variorum.collation.findings.tags import Tag
from variorum.collation.findings.worth import SORTS, THREE, TWO, salience
from variorum.model import Finding, FindingKind, Reading


def finding(name: str, worth: float, *places: tuple[str, int, int], kind: str = "") -> Finding:
    readings = tuple(Reading(a, start, end, "x" * (end - start)) for a, start, end in places)
    return Finding(
        id=name, kind=kind or f"kind-{name}", salience=salience(worth), explanation=name, why="",
        confidence=1.0, readings=readings, worth=worth,
    )  # fmt: skip


def front(*findings: Finding) -> list[str]:
    return [f.id for f in ranked(findings) if f.front]


def apart(n: int) -> tuple[str, int, int]:
    return "a", 1000 * n, 1000 * n + 50


def test_the_worthiest_come_first_over_all_kinds() -> None:
    found = ranked([finding("low", 0.6, apart(0)), finding("high", 0.9, apart(1))])
    assert [(f.id, f.rank, f.front) for f in found] == [("high", 1, True), ("low", 2, True)]


def test_the_front_page_shows_five_at_most() -> None:
    assert len(front(*(finding(str(n), 0.9, apart(n)) for n in range(FIVE + 2)))) == FIVE


def test_three_good_ones_rather_than_five() -> None:
    good = [finding(f"g{n}", 0.9, apart(n)) for n in range(2)]
    assert front(*good, finding("weak", FLOOR - 0.01, apart(5))) == ["g0", "g1"]
    assert front(*good, finding("fair", FLOOR, apart(5))) == ["g0", "g1", "fair"]


def test_a_matter_stands_there_once() -> None:
    first = finding("first", 0.9, ("a", 100, 150), ("b", 0, 50))
    near = finding("near", 0.8, ("a", 149, 300), ("c", 0, 50))
    far = finding("far", 0.8, ("a", 150, 300), ("c", 0, 50))
    assert front(first, near) == ["first"]
    assert front(first, far) == ["first", "far"]


def test_no_kind_takes_the_page() -> None:
    same = [finding(f"s{n}", 0.9, apart(n), kind="figure") for n in range(OF_A_KIND + 1)]
    other = finding("other", 0.6, apart(9))
    assert front(*same, other) == ["s0", "s1", "other"]


def test_what_reports_tell_alone_takes_most_of_the_page_and_no_more() -> None:
    lone = [finding(f"l{n}", 0.9, apart(n), kind="unique-claim") for n in range(ALONE + 1)]
    assert front(*lone, finding("other", 0.6, apart(9))) == ["l0", "l1", "l2", "other"]


def test_an_editors_word_on_salience_comes_before_worth() -> None:
    raised = finding("raised", 0.3, apart(0))
    raised = Finding(**{f: getattr(raised, f) for f in raised.__slots__} | {"salience": 3})
    assert [f.id for f in ranked([finding("fair", 0.6, apart(1)), raised])] == ["raised", "fair"]


@pytest.mark.parametrize(("worth", "wanted"), [
    (THREE, 3), (THREE - 0.01, 2), (TWO, 2), (TWO - 0.01, 1), (0.0, 1),
])  # fmt: skip
def test_salience_follows_worth(worth: float, wanted: int) -> None:
    assert salience(worth) == wanted


def test_every_kind_has_sorts_and_the_last_takes_all() -> None:
    assert set(SORTS) == set(get_args(FindingKind))
    for rows in SORTS.values():
        assert rows[-1][0] == set()
        assert all(0 < worth < 1 for _, worth in rows)


def test_every_tag_of_our_kinds_is_listed() -> None:
    known: set[Any] = {tag.value for tag in Tag}
    for path in Path(package.__file__ or "").parent.glob("*.py"):
        for tags in re.findall(r"tags=frozenset\(\s*\{(.*?)\}\)", path.read_text(), re.DOTALL):
            assert set(re.findall(r'"([a-z ]+)"', tags)) - {"nobody by name"} <= known, path
