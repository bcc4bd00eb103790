"""Two pages of one name: one of them stands, the same one each time, and a warning names both."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Build
from tests.sphinx_run import Built

REPORT = "The clerk keeps a list\n\nThe clerk, Vera Lindt, keeps a list of every ferry and toll.\n"


def add(source: Path, story: str) -> None:
    articles = source / story / "articles"
    articles.mkdir(parents=True)
    (articles / "clerk.txt").write_text(REPORT, encoding="utf-8")


def told(built: Built) -> list[str]:
    return [line for line in built.warnings.splitlines() if "[variorum.collision]" in line]


def test_of_two_stories_the_first_has_the_page_and_nothing_else_is_lost(
    story: Path, build: Build, tmp_path: Path
) -> None:
    alone = build(story, out=tmp_path / "alone", doctrees=tmp_path / "alone-trees")
    add(story, "bridge/actors")
    built = build(story)
    (line,) = told(built)
    assert (
        "bridge/actors/articles/clerk.txt:1: WARNING: left out, since the story 'bridge' has"
        in line
    )
    assert "already: bridge/actors/index [" in line
    assert built.page("bridge/actors/index").partition("<main")[2].count("Vera Lindt") == 0
    assert "A bridge too old" in built.page("bridge/index")
    assert "every ferry and toll" in built.page("bridge/actors/articles/clerk")
    assert "Vera Lindt" in built.page("bridge/actors/sources") + built.page(
        "bridge/actors/actors/vera-lindt"
    )
    assert {*alone.files()} <= {*built.files()}


def test_the_outcome_is_the_same_each_time(story: Path, build: Build, tmp_path: Path) -> None:
    add(story, "bridge/actors")
    first = build(story)
    times = {path: path.stat().st_mtime_ns for path in first.out.rglob("bridge/**/*.html")}
    second = build(story)
    assert told(second) == told(first) != []
    assert times == {path: path.stat().st_mtime_ns for path in second.out.rglob("bridge/**/*.html")}
    parallel = build(story, out=tmp_path / "two", doctrees=tmp_path / "two-trees", jobs=2)
    assert parallel.files() == first.files()


def test_a_page_is_given_back_when_the_other_story_goes(
    story: Path, build: Build, tmp_path: Path
) -> None:
    add(story, "bridge/actors")
    build(story)
    shutil.rmtree(story / "bridge" / "articles")
    after = build(story)
    assert not told(after)
    clean = build(story, out=tmp_path / "clean", doctrees=tmp_path / "clean-trees")
    assert {n: d for n, d in after.files().items() if n != ".buildinfo"} == {
        n: d for n, d in clean.files().items() if n != ".buildinfo"
    }
    assert "The clerk keeps a list" in after.page("bridge/actors/index")


def test_an_authors_page_stands_for_a_generated_one_and_is_named(story: Path, build: Build) -> None:
    (story / "bridge" / "timeline.rst").write_text("Our own days\n============\n", "utf-8")
    (story / "index.rst").write_text("Bridges\n=======\n", "utf-8")
    built = build(story)
    (line,) = told(built)
    assert "bridge/timeline.rst:1: WARNING: " in line
    assert "the generated one, bridge/timeline" in line
    assert "Our own days" in built.page("bridge/timeline")
    silent = build(story, suppress_warnings=["variorum.collision", "toc.not_included"])
    assert silent.warnings == ""


def test_a_builder_with_a_folder_a_page_loses_none_in_silence(story: Path, build: Build) -> None:
    add(story, "bridge/sources")
    (story / "bridge.rst").write_text("All on bridges\n==============\n", "utf-8")
    # As files these are four pages, as folders they are two.
    assert not told(build(story))
    lines = told(build(story, builder="dirhtml"))
    assert any("bridge.rst:1: WARNING" in line and "bridge/index" in line for line in lines)
    assert any("since the story 'bridge' has" in line for line in lines)
    assert len(lines) == 2


@pytest.mark.parametrize("key", ["variorum/stories", "variorum/search"])
def test_a_story_is_not_in_the_way_of_what_makes_no_page(
    story: Path, build: Build, key: str
) -> None:
    add(story, key)
    (story / "all.rst").write_text("Stories\n=======\n\n.. variorum-stories::\n", "utf-8")
    built = build(story, builder="dirhtml")
    assert not told(built)
    assert "The clerk keeps a list" in built.page(f"{key}/index")
    assert "../bridge/" in built.page("all/index")


@pytest.mark.parametrize("key", ["_export", "_export/bridge", "bridge/annotations.jsonld"])
def test_exported_data_and_a_story_are_not_in_each_others_way(
    story: Path, build: Build, key: str
) -> None:
    add(story, key)
    built = build(story)
    assert built.status == 0
    assert len(told(built)) == 1
    assert (built.out / "_export" / "bridge" / "annotations.jsonld").is_file()


@pytest.mark.parametrize("key", ["stories", "statements", "actors", "search", "variorum"])
def test_a_story_may_be_called_as_a_page_is(story: Path, build: Build, key: str) -> None:
    add(story, key)
    built = build(story)
    assert built.warnings == ""
    assert "The clerk keeps a list" in built.page(f"{key}/index")
    assert "every ferry and toll" in built.page(f"{key}/articles/clerk")


@pytest.mark.parametrize(
    "key", ["bridge/actors.csv", "bridge/timeline.variorum", "bridge/timeline.html"]
)
def test_a_story_that_comes_later_finds_folders_in_its_way(
    story: Path, build: Build, key: str, tmp_path: Path
) -> None:
    (story / "bridge" / "articles").rename(tmp_path / "aside")
    add(story, key)
    assert build(story).status == 0
    (tmp_path / "aside").rename(story / "bridge" / "articles")
    after = build(story)
    clean = build(story, out=tmp_path / "clean", doctrees=tmp_path / "clean-trees")
    assert told(after) == told(clean)
    assert {n: d for n, d in after.files().items() if n != ".buildinfo"} == {
        n: d for n, d in clean.files().items() if n != ".buildinfo"
    }
