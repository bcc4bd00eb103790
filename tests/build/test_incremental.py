"""A build after a change equals a clean one, in every output folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Build


def edit(story: Path) -> None:
    path = story / "bridge" / "articles" / "alpha.txt"
    path.write_text(path.read_text("utf-8").replace("Old bridge", "Ancient bridge"), "utf-8")


def add(story: Path) -> None:
    path = story / "bridge" / "articles" / "gamma.txt"
    path.write_text("A third report\n\nThere is a third report on the bridge.\n", "utf-8")


def remove(story: Path) -> None:
    (story / "bridge" / "articles" / "beta.md").unlink()


def rename(story: Path) -> None:
    (story / "bridge" / "story.yaml").write_text("title: The bridge affair\n", "utf-8")


CHANGES = [edit, add, remove, rename]


def comparable(files: dict[str, bytes]) -> dict[str, bytes]:
    # Sphinx's own record of settings.
    return {n: d for n, d in files.items() if n != ".buildinfo"}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_second_build_equals_a_clean_one(
    story: Path, build: Build, tmp_path: Path, change: object, jobs: int
) -> None:
    (story / "index.rst").write_text("Bridges\n=======\n\n.. variorum-front:: bridge\n", "utf-8")
    build(story, jobs=jobs)
    build(story, builder="text", out=tmp_path / "text", jobs=jobs)
    assert callable(change)
    change(story)
    second = build(story, jobs=jobs)
    second_text = build(story, builder="text", out=tmp_path / "text", jobs=jobs)
    clean = build(story, out=tmp_path / "clean", doctrees=tmp_path / "d2")
    clean_text = build(story, builder="text", out=tmp_path / "clean-text", doctrees=tmp_path / "d2")
    assert second.warnings == clean.warnings == ""
    assert comparable(second.files()) == comparable(clean.files())
    assert second_text.files() == clean_text.files()


def test_nothing_is_written_when_nothing_changed(story: Path, build: Build) -> None:
    first = build(story)
    times = {p: p.stat().st_mtime_ns for p in first.out.rglob("bridge/**/*.html")}
    build(story)
    assert times == {p: p.stat().st_mtime_ns for p in first.out.rglob("bridge/**/*.html")}


def test_a_lost_staging_folder_is_made_again(story: Path, build: Build, tmp_path: Path) -> None:
    first = build(story).files()
    shutil.rmtree(tmp_path / "doctrees" / "variorum")
    assert comparable(build(story).files()) == comparable(first)
