"""A build after a change equals a clean one, in every output folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Build
from variorum import versions
from variorum.pages import front, page
from variorum.staging import story as story_module

if TYPE_CHECKING:
    from spacy.language import Language

    from variorum.analysis.kept import Parses
    from variorum.edition import Story


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


@pytest.fixture
def two_stories(story: Path) -> Path:
    """A second story beside the bridge's, and a name in its authority file that nobody bears."""
    articles = story / "tower" / "articles"
    articles.mkdir(parents=True)
    text = "The tower of Vik fell on Monday, said Ola Berg, a mason.\n"
    (articles / "gamma.txt").write_text(text, "utf-8")
    (articles / "empty.txt").write_text("", "utf-8")
    (story / "tower" / "actors.yaml").write_text("ola-berg:\n  aliases: [Noone]\n", "utf-8")
    return story


def test_an_edit_in_one_story_leaves_the_other_as_it_is(
    two_stories: Path, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(two_stories)
    done: list[str] = []
    analysed = story_module.analysed

    def noted(
        stories: Iterable[Story], model: Callable[[], Language], parses: Parses
    ) -> Iterator[Story]:
        told = list(stories)
        done.extend(story.key for story in told)
        return analysed(told, model, parses)

    monkeypatch.setattr(story_module, "analysed", noted)
    edit(two_stories)
    second = build(two_stories)
    assert done == ["bridge"]
    clean = build(two_stories, out=tmp_path / "clean", doctrees=tmp_path / "d2")
    assert comparable(second.files()) == comparable(clean.files())


def test_a_warning_is_given_on_every_build(two_stories: Path, build: Build) -> None:
    first = build(two_stories)
    assert "no text in it" in first.warnings
    assert "named in no article" in first.warnings
    assert build(two_stories).warnings == first.warnings


def site_wide_actors(story: Path) -> dict[str, object]:
    (story / "actors.yaml").write_text("ola-berg:\n  name: Ola Berg the Elder\n", "utf-8")
    (story / "tower" / "actors.yaml").unlink()
    return {}


def other_layers(story: Path) -> dict[str, object]:
    return {"variorum_layers": ["dates"]}


def short_quotations(story: Path) -> dict[str, object]:
    return {"variorum_publish": "quotations"}


def left_out_no_more(story: Path) -> dict[str, object]:
    (story / "tower" / "articles" / "empty.txt").unlink()
    return {}


def moved(story: Path) -> dict[str, object]:
    """An article says itself that it belongs to the other story."""
    path = story / "bridge" / "articles" / "beta.md"
    path.write_text(path.read_text("utf-8").replace("title:", "story: tower\ntitle:", 1), "utf-8")
    return {}


@pytest.mark.parametrize(
    "change", [site_wide_actors, other_layers, short_quotations, left_out_no_more, moved]
)
def test_whatever_a_story_depends_on_makes_it_anew(
    two_stories: Path,
    build: Build,
    tmp_path: Path,
    change: Callable[[Path], dict[str, object]],
) -> None:
    before = build(two_stories).files()
    values = change(two_stories)
    second = build(two_stories, **values)
    clean = build(two_stories, out=tmp_path / "clean", doctrees=tmp_path / "d2", **values)
    assert comparable(second.files()) == comparable(clean.files()) != comparable(before)


def test_a_lost_or_altered_fact_is_made_again(
    two_stories: Path, build: Build, tmp_path: Path
) -> None:
    first = build(two_stories).files()
    staged = tmp_path / "doctrees" / "variorum" / "staged"
    (staged / "bridge" / "articles" / "alpha.variorum").unlink()
    (staged / "tower" / "index.variorum").write_text("{", "utf-8")
    assert comparable(build(two_stories).files()) == comparable(first)


def test_other_code_makes_every_page_anew(
    story: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Sphinx remembers of a page may not fit the code of another version."""
    build(story)
    monkeypatch.setattr(versions, "code_hash", lambda: "0" * 64)
    monkeypatch.setattr(page, "story_title", lambda facts: "Told otherwise")
    monkeypatch.setattr(front, "story_title", lambda facts: "Told otherwise")
    assert "Told otherwise" in build(story).page("bridge/index")
