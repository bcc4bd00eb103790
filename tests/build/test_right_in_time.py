"""After an edit or a removal exactly the pages that changed are made again, and all is as new."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Build, Built

TEXTS = {
    "alpha": (
        "A flood has cut off the island of Sandoy, and Minister Kaja Holm flew there."
        "\n\n"
        "About 400 people left their homes by boat, the coast guard said.\n"
    ),
    "beta": (
        "A flood has cut off the island of Sandoy, and Minister Kaja Holm flew there."
        "\n\n"
        "Some 250 people left their homes by boat, the coast guard said.\n"
    ),
    "gamma": (
        "The museum of Brekke will lend two paintings to Lisbon.\n\n"
        "Curator Anton Vale called them the best of the house.\n"
    ),
}
BUILDERS = ("html", "dirhtml", "text")


@pytest.fixture
def news(story: Path) -> Path:
    folder = story / "news" / "articles"
    folder.mkdir(parents=True)
    (story / "news" / "story.yaml").write_text("title: Two stories in one\n", "utf-8")
    for day, (name, text) in enumerate(TEXTS.items(), 1):
        head = (
            f"---\ntitle: {name.title()}\noutlet: {name.title()} Post\npublished: 2024-07-0{day}\n"
        )
        (folder / f"{name}.md").write_text(f"{head}---\n\n{text}", encoding="utf-8")
    return story


def replace(news: Path, name: str, old: str, new: str) -> None:
    path = news / "news" / "articles" / f"{name}.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def pages(built: Built) -> dict[str, tuple[int, bytes]]:
    """When each page of the story was written, and its bytes."""
    folder = built.out / "news"
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }


def normalised(name: str, data: bytes) -> Any:
    """A file's bytes; of Sphinx's index for its search what it says.

    Sphinx leaves empty lists in it, and forgets the entries of the general index that stand on
    pages it had no need to make again.
    """
    if name != "searchindex.js":
        return data
    said = json.loads(data.decode().removeprefix("Search.setIndex(").removesuffix(")"))
    del said["indexentries"]
    for key in ("terms", "titleterms"):
        said[key] = {term: where for term, where in said[key].items() if where != []}
    return said


def comparable(built: Built) -> dict[str, Any]:
    left_out = (".buildinfo",)
    return {n: normalised(n, d) for n, d in built.files().items() if n not in left_out}


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_edit_makes_no_page_again_that_it_does_not_change(
    news: Path, build: Build, jobs: int
) -> None:
    before = pages(build(news, jobs=jobs))
    replace(news, "gamma", "two paintings", "three paintings")
    after = pages(build(news, jobs=jobs))
    written = {name for name in after if after[name][0] != before[name][0]}
    changed = {name for name in after if after[name][1] != before[name][1]}
    assert "articles/gamma.html" in changed
    assert changed <= written
    # Sphinx makes a page again whose table of contents names one that changed.
    assert written - changed <= {"index.html", "actors/index.html"}
    for untouched in ("articles/alpha", "articles/beta", "parallel/a-b", "actors/kaja-holm"):
        assert f"{untouched}.html" not in written


def test_a_figure_corrected_changes_both_sides_of_its_finding(news: Path, build: Build) -> None:
    first = build(news)
    before = pages(first)
    assert "250" in re.sub(r"<[^>]+>", "", first.page("news/articles/alpha"))
    replace(news, "beta", "Some 250", "About 400")
    built = build(news)
    after = pages(built)
    changed = {name for name in after if after[name][1] != before[name][1]}
    assert {"articles/alpha.html", "articles/beta.html", "parallel/a-b.html", "differences.html",
            "coverage.html"} <= changed  # fmt: skip
    assert "250" not in re.sub(r"<[^>]+>", "", built.page("news/articles/alpha"))
    assert "articles/gamma.html" not in changed


def edit(news: Path) -> None:
    replace(news, "beta", "Some 250", "About 400")


def part(news: Path) -> None:
    """Nothing joins the two any more: the page of the pair is gone."""
    text = (news / "news" / "articles" / "gamma.md").read_text("utf-8").split("---\n", 2)[2]
    replace(news, "beta", TEXTS["beta"], text)


def remove(news: Path) -> None:
    (news / "news" / "articles" / "beta.md").unlink()


@pytest.mark.parametrize("change", [edit, part, remove])
@pytest.mark.parametrize("jobs", [1, 2])
def test_every_builder_ends_as_a_clean_build_does(
    news: Path, build: Build, tmp_path: Path, change: Any, jobs: int
) -> None:
    """Three builders share one folder of doctrees; the clean ones have a folder each."""
    (news / "index.rst").write_text(
        "News\n====\n\n.. variorum-parallel:: news A C\n\n.. variorum-coverage:: news\n", "utf-8"
    )
    for builder in BUILDERS:
        build(news, builder=builder, out=tmp_path / builder, jobs=jobs)
    change(news)
    if change is remove:
        (news / "index.rst").write_text("News\n====\n\n.. variorum-coverage:: news\n", "utf-8")
    for builder in BUILDERS:
        second = build(news, builder=builder, out=tmp_path / builder, jobs=jobs)
        clean = build(
            news,
            builder=builder,
            out=tmp_path / f"clean-{builder}",
            doctrees=tmp_path / f"d-{builder}",
        )
        assert second.warnings == clean.warnings == ""
        assert comparable(second) == comparable(clean)
