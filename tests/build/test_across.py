"""What several stories of a site have: actors by the editor's word, candidates, outlets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Build

HEAD = "---\ntitle: {title}\noutlet: {outlet}\npublished: {day}\nlanguage: en\n---\n\n{text}\n"
REPORTS = {
    "pier/articles/post.md": (
        "Pier stays shut", "Harbour Post", "2023-03-04",
        'The pier stays shut. "Nobody may go onto the pier before June," said Minister Ada Quill.',
    ),
    "pier/articles/wire.md": (
        "Pier shut until June", "Northern Wire", "2023-03-04",
        'The pier stays shut. "Nobody may go onto the pier," said Minister Ada Quill on Friday.',
    ),
    "dues/articles/post.md": (
        "Dues go up", "Harbour Post", "2023-05-02",
        'Dues go up in July. "Small boats will pay what they pay now," Minister Ada Quill said.',
    ),
}  # fmt: skip
ONE = "ada-quill:\n  name: Ada Quill\n  kind: PER\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A source folder with two stories in which one name stands."""
    for name, (title, outlet, day, text) in REPORTS.items():
        path = tmp_path / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD.format(title=title, outlet=outlet, day=day, text=text), "utf-8")
    return tmp_path / "source"


def test_an_equal_name_is_a_candidate_with_the_lines_to_paste(site: Path, build: Build) -> None:
    built = build(site)
    index = built.page("variorum/across/actors/index")
    assert "Perhaps the same person" in index
    assert "ada-quill: {name: Ada Quill, kind: PER}" in index
    assert "variorum/across/actors/ada-quill.html" not in built.files()
    assert 'href="variorum/across/actors/index.html"' in built.page("index")


def test_whom_the_sites_file_names_has_a_page_over_all_stories(site: Path, build: Build) -> None:
    (site / "actors.yaml").write_text(ONE, "utf-8")
    built = build(site)
    assert not built.warnings
    said = built.page("variorum/across/actors/ada-quill")
    for words in (
        "Named by two outlets in two stories",
        "Small boats will pay",
        "go onto the pier",
    ):
        assert words in said
    assert "<b>before June,</b>" in said or "in several forms" in said
    assert 'class="vr-pick-story-2"' in said
    assert "Perhaps the same person" not in built.page("variorum/across/actors/index")
    there = 'href="../../variorum/across/actors/ada-quill.html"'
    assert there in built.page("pier/actors/ada-quill")


def test_links_to_that_page_show_it_and_its_feed_has_all_stories(site: Path, build: Build) -> None:
    (site / "actors.yaml").write_text(ONE, "utf-8")
    files = build(site, html_baseurl="https://reader.example/").files()
    shown = files["_static/variorum/previews/variorum/across/data.js"].decode()
    assert '"Ada Quill","Named by two outlets in two stories' in shown
    feed = files["variorum/across/actors/ada-quill.atom"].decode()
    titles = [part.partition("</title>")[0] for part in feed.split("<title>")[2:]]
    assert titles[0] == "Dues go up"
    assert sorted(titles[1:]) == ["Pier shut until June", "Pier stays shut"]
    assert "Small boats will pay" in feed


def test_a_name_of_the_sites_file_that_no_story_has_is_told_once(site: Path, build: Build) -> None:
    (site / "actors.yaml").write_text(f"{ONE}nemo:\n  name: Nemo\n", "utf-8")
    warnings = build(site).warnings
    assert warnings.count("'nemo'") == 1
    assert "ada-quill" not in warnings


def test_outlets_are_listed_by_name_with_their_reports(site: Path, build: Build) -> None:
    built = build(site)
    index = built.page("variorum/across/outlets/index")
    assert index.index("Harbour Post") < index.index("Northern Wire")
    post = built.page("variorum/across/outlets/harbour-post")
    assert "Pier stays shut" in post
    assert "Dues go up" in post
    assert "Pier shut until June" not in post


def test_an_edit_in_one_story_makes_only_those_pages_again_that_show_it(
    site: Path, build: Build
) -> None:
    (site / "actors.yaml").write_text(ONE, "utf-8")
    out = build(site).out
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.html")}
    edited = site / "pier" / "articles" / "wire.md"
    edited.write_text(edited.read_text("utf-8") + "\nA gull looked on.\n", "utf-8")
    build(site)
    again = {
        path.relative_to(out).as_posix()
        for path, at in before.items()
        if path.stat().st_mtime_ns != at
    }
    assert "variorum/across/outlets/northern-wire.html" in again
    assert not again & {
        "variorum/across/actors/ada-quill.html", "variorum/across/outlets/harbour-post.html",
    }  # fmt: skip
    assert not [name for name in again if name.startswith("dues/")]


def test_a_site_of_one_story_has_no_pages_over_stories(story: Path, build: Build) -> None:
    built = build(story)
    assert not [name for name in built.files() if name.startswith("variorum/across/actors")]
    assert not [name for name in built.files() if name.startswith("variorum/across/outlets")]
