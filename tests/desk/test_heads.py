"""What is said of a report's head is set in story.yaml, and nothing else there moves."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("ruamel.yaml")

from tests.naming import article
from variorum.desk.deciding import RefusedError
from variorum.desk.entries import BrokenError
from variorum.desk.heads import set_head
from variorum.story import read_story_file

BEFORE = """\
# The bridge, as two papers had it.
title: "Old bridge to close"   # ours

lead: >-
  A town loses
  its bridge.
"""


def said(folder: Path) -> dict[str, object]:
    told, problems = read_story_file(folder, "")
    assert problems == []
    return {t.name: dict(t.values) for t in told.articles}


def test_a_field_is_set_changed_and_left_to_the_text_again(tmp_path: Path) -> None:
    file = tmp_path / "story.yaml"
    file.write_text(BEFORE, encoding="utf-8")
    report = article("Old bridge to close.", "alpha")
    object.__setattr__(report, "source", "alpha.txt")
    object.__setattr__(report, "story", "")
    assert set_head(tmp_path, report, "outlet", " The Alder  Gazette ") == ""
    assert set_head(tmp_path, report, "published", "2024-03-04") == ""
    assert said(tmp_path) == {
        "alpha.txt": {"outlet": "The Alder Gazette", "published": "2024-03-04"}
    }
    assert file.read_text("utf-8").startswith(BEFORE)
    assert set_head(tmp_path, report, "outlet", "The Birch Courier") == "The Alder Gazette"
    set_head(tmp_path, report, "outlet", "")
    set_head(tmp_path, report, "published", "")
    assert said(tmp_path) == {}
    assert file.read_text("utf-8") == BEFORE


def test_a_date_that_is_none_and_a_broken_file_change_nothing(tmp_path: Path) -> None:
    file = tmp_path / "story.yaml"
    report = article("Old bridge to close.", "alpha")
    object.__setattr__(report, "story", "")
    for field, value in (("published", "some Monday"), ("text", "x")):
        with pytest.raises(RefusedError):
            set_head(tmp_path, report, field, value)
    assert not file.exists()
    file.write_text("title: [Old\n", encoding="utf-8")
    with pytest.raises(BrokenError):
        set_head(tmp_path, report, "outlet", "The Alder Gazette")
    assert file.read_text("utf-8") == "title: [Old\n"
