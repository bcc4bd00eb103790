"""The order in which an editor is asked: missing, front page, seen first, least sure."""

from __future__ import annotations

from variorum.check import Doubt
from variorum.collation.findings import Findings
from variorum.edition import Story
from variorum.model import Finding
from variorum.queue import in_queue


def finding(id_: str, rank: int, *, front: bool) -> Finding:
    return Finding(
        id=id_, kind="figure", salience=3, explanation="", why="", confidence=0.8, readings=(),
        rank=rank, front=front,
    )  # fmt: skip


def doubt(kind: str, about: str, confidence: float | None = None, type_: str = "") -> Doubt:
    return Doubt(kind, "", "alpha.txt", 1, "", "", "", confidence, about, type_)


FOUND = Findings(findings=(finding("f1", 1, front=True), finding("f2", 2, front=False)))
STORY = Story("", (), findings=FOUND)


def test_first_things_come_first() -> None:
    listed = [
        doubt("unsure", "e1", 0.2, "reference"),
        doubt("unsure", "q1", 0.5, "quote"),
        doubt("difference", "f2", 0.9),
        doubt("difference", "f1", 0.9),
        doubt("no date", "alpha"),
        doubt("correction", ""),
    ]
    order = [(w.group, w.doubt.about) for w in in_queue(listed, [STORY])]
    assert order == [
        ("yours", ""), ("missing", "alpha"), ("front", "f1"), ("first", "f2"),
        # Half sure of a quotation is more to look at than a fifth of a pronoun.
        ("unsure", "q1"), ("unsure", "e1"),
    ]  # fmt: skip


def test_of_two_equal_ones_the_less_sure_comes_first_and_none_is_asked_twice() -> None:
    listed = [
        doubt("unsure", "e1", 0.5, "entity"),
        doubt("unsure", "e2", 0.4, "entity"),
        doubt("surname", "e1", 0.5, "entity"),
    ]
    assert [w.doubt.about for w in in_queue(listed, [STORY])] == ["e2", "e1"]
