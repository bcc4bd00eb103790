"""Records as JSON: what comes back is what was written, and nothing else comes back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from tests.conftest import ALPHA, BETA

from variorum import codec
from variorum.edition import Story
from variorum.folders import stories
from variorum.model import Article, DateRef, Entity, Figure, Reading


@dataclass(frozen=True)
class Part:
    name: str
    size: float


@dataclass(frozen=True)
class Page:
    name: str
    size: float
    kind: Literal["front", "back"] = "front"
    seen: tuple[int, int] | str | None = None
    tags: frozenset[str] = frozenset()
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    data: bytes = b""
    whole: bool = False


PAGES = [
    Page("a", 1.5),
    Page("\ud800 \u2028 ü \x00", 2, "back", (1, 2), frozenset({"x", "b"}), whole=True),
    Page("b", -1e300, seen="never", parts={"z": (Part("c", 0.0),), "a": ()}, data="ü{}".encode()),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_record_comes_back(page: Page) -> None:
    again = codec.loads(Page, codec.dumps(Page, page))
    assert again == page
    assert (repr(again.size), list(again.parts)) == (repr(page.size), list(page.parts))


@pytest.mark.parametrize(
    "said",
    [
        None, 1, {}, [], ["a"], ["a", "1.5", "front", None, [], [], "", False],
        ["a", 1.5, "side", None, [], [], "", False], ["a", 1.5, "front", [1], [], [], "", False],
        [1, 1.5, "front", None, [], [], "", False], ["a", True, "front", None, [], [], "", False],
        ["a", 1.5, "front", None, [], [["z", [["c"]]]], "", False],
        ["a", 1.5, "front", None, [], [], "", False, "more"],
    ],
)  # fmt: skip
def test_nothing_else_comes_back(said: object) -> None:
    with pytest.raises(ValueError, match=r"^no Page: "):
        codec.loads(Page, json.dumps(said).encode())
    with pytest.raises(ValueError, match=r"^no Page: "):
        codec.loads(Page, b"[" * 100_000)


def test_which_of_several_records_it_was_is_kept() -> None:
    head = {"id": "x", "start": 0, "end": 1, "exact": "a", "by": "test", "confidence": 1.0}
    said = (
        Entity(label="PER", actor="karin-holt", **head),  # type: ignore[arg-type]
        DateRef(kind="date", value=None, **head),  # type: ignore[arg-type]
        Figure(low=1, high=None, **head),  # type: ignore[arg-type]
    )
    story = Story("s", (), annotations={"alpha": said})
    again = codec.loads(Story, codec.dumps(Story, story))
    assert again == story
    assert [type(a) for a in again.annotations["alpha"]] == [Entity, DateRef, Figure]


def test_one_of_several_records_comes_back() -> None:
    kind = tuple[Part | Reading | None, ...]
    said = (Part("a", 1), None, Reading("alpha", 1, 2, "b"))
    assert codec.loads(kind, codec.dumps(kind, said)) == said


def test_all_that_is_found_in_a_story_comes_back(tmp_path: Path) -> None:
    (tmp_path / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (tmp_path / "beta.md").write_text(BETA, encoding="utf-8")
    (tmp_path / "corrections.yaml").write_text(
        "- by: Jana\n- note: date\n  at: {article: beta, exact: Monday}\n  text: Looked at.\n",
        encoding="utf-8",
    )
    [story] = stories([tmp_path])
    assert story.findings.findings
    data = codec.dumps(Story, story)
    again = codec.loads(Story, data)
    assert again == story
    assert repr(again) == repr(story)
    assert codec.dumps(Story, again) == data
    assert [codec.loads(Article, codec.dumps(Article, a)) for a in story.articles] == list(
        story.articles
    )


def test_a_type_without_a_form_is_refused() -> None:
    for kind in (object, tuple[object, ...], tuple[int, ...] | Reading):
        with pytest.raises(TypeError):
            codec.dumps(kind, ())  # type: ignore[arg-type]
