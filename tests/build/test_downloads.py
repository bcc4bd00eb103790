"""The edition as files to take along."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Build


def test_files_that_were_built_are_offered_on_the_front_page(story: Path, build: Build) -> None:
    made = story / "made"
    made.mkdir()
    (made / "bridge.pdf").write_bytes(b"%PDF-1.7" + b" " * 41_992)
    (made / "all.epub").write_bytes(b"PK")
    (made / "notes.doc").write_bytes(b"no")
    built = build(
        story, conf=None, exclude_patterns=["made"],
        variorum_downloads=["made/*.pdf", "made/*.epub", "made/*.zip"],
    )  # fmt: skip
    front = built.page("bridge/index")
    assert 'href="../_downloads/bridge.pdf"' in front
    assert "42 KB" in front
    assert 'href="../_downloads/all.epub"' in front
    assert "notes.doc" not in front
    assert (built.out / "_downloads/bridge.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_named_as_another_story_is_not_offered(story: Path, build: Build) -> None:
    (story / "bridge" / "articles").rename(story / "river")
    (story / "tower").mkdir()
    (story / "tower" / "tale.txt").write_text("A tower fell on Monday.\n", encoding="utf-8")
    for name in ("tower.pdf", "tower-reader.pdf", "tower-handouts.pdf"):
        (story / name).write_bytes(b"%PDF")
    built = build(story, variorum_articles=["river", "tower"], variorum_downloads=["*.pdf"])
    for name in ("tower.pdf", "tower-reader.pdf", "tower-handouts.pdf"):
        assert name in built.page("tower/index")
        assert name not in built.page("river/index")


@pytest.mark.parametrize("patterns", [["*.pdf"], [""], []])
def test_without_files_nothing_is_offered(story: Path, build: Build, patterns: list[str]) -> None:
    assert "Take along" not in build(story, variorum_downloads=patterns).page("bridge/index")
