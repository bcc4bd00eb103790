"""Versions of one article, from two files to the pages of a site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Build, Built

FIRST = """\
The weir at Ondley gave way on Monday night after three days of rain, and the lower town was under
water by the morning. Forty families were taken to the school on the hill in boats and carts.

The mayor blamed the board for what had happened to the gates of the weir in the summer.
"""
SECOND = FIRST.replace("Forty", "Fifty").replace("The mayor blamed", "Nobody blamed")
NOTE = "This story has been updated to correct the number of families."
ANOTHER = "In Ondley a weir broke, and fifty families had to leave their homes by boat on Monday."


@pytest.fixture
def weir(story: Path) -> Path:
    folder = story / "weir" / "articles"
    folder.mkdir(parents=True)
    head = "---\ntitle: Weir gives way\noutlet: Ondley Post\npublished: 2023-03-07\n"
    (folder / "one.md").write_text(f"{head}---\n\n{FIRST}", encoding="utf-8")
    (folder / "two.md").write_text(
        f"{head}updated: 2023-03-08\n---\n\n{SECOND}\n*{NOTE}*\n", encoding="utf-8"
    )
    (folder / "other.md").write_text(
        f"---\ntitle: Boats in the street\noutlet: Hill Mail\n---\n\n{ANOTHER}\n", encoding="utf-8"
    )
    return story


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def built(weir: Path, build: Build) -> Built:
    return build(weir)


def test_a_changed_article_is_one_report_and_says_where_its_versions_are(built: Built) -> None:
    front = _plain(built.page("weir/index"))
    assert "Two reports" in front
    assert "in two versions" in front
    assert not (built.out / "weir/articles/one.html").exists()
    assert 'href="../versions.html#versions-a"' in built.page("weir/articles/two")
    assert "Earlier version: one.md." in _plain(built.page("weir/sources"))


def test_its_versions_stand_beside_each_other_with_the_outlets_note(built: Built) -> None:
    page = built.page("weir/versions")
    said = _plain(page)
    assert f"It says so: {NOTE}" in said
    assert "7 March 2023 to 8 March 2023" in said
    changed = [_plain(words) for words in re.findall(r'vr-w-changed">(.*?)</mark>', page)]
    assert changed == [
        "[for “Fifty”: Forty ]", "[for “Forty”: Fifty ]",
        "[for “Nobody”: The mayor ]", "[for “The mayor”: Nobody ]",
    ]  # fmt: skip


def test_what_is_told_in_one_article_alone_is_not_shared_by_its_versions(built: Built) -> None:
    said = _plain(built.page("weir/differences"))
    assert "by the morning" in said
    assert "Shared text" not in said


def test_no_words_of_an_earlier_version_are_published_where_only_quotations_are(
    weir: Path, build: Build
) -> None:
    built = build(weir, variorum_publish="quotations")
    said = _plain(built.page("weir/versions"))
    assert "are not published here" in said
    assert "Forty" not in said


def test_a_story_without_versions_has_no_such_page(story: Path, build: Build) -> None:
    folder = story / "mill" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("The mill\n\nNo corn came in.\n", encoding="utf-8")
    built = build(story)
    assert not (built.out / "mill/versions.html").exists()
    assert "Versions" not in built.page("mill/index")
