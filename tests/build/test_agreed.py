"""What the reports agree on, from a small story to the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Build, Built

DAM = "The dam above Tarnholm lost a third of its water in March, the board said on Monday."
AGAIN = "In March a third of the water in the dam above Tarnholm was lost, said its board."
COPIED = """\
Farmers in the valley were told to stop watering their fields until the end of April, and those who
go on will be fined by the council, which met at noon in the hall of the old school.
"""
REPORTS = {
    "one": f"{DAM}\n\n{COPIED}\nSeven people were hurt when a pipe burst in Tarnholm.\n",
    "two": f"{AGAIN}\n\nNine people were hurt when a pipe burst in Tarnholm.\n",
    "three": f"{COPIED}\nA swimming contest in the lake of Brandt was called off by its host.\n",
}


@pytest.fixture
def page(story: Path, build: Build) -> str:
    folder = story / "dry" / "articles"
    folder.mkdir(parents=True)
    for day, (name, text) in enumerate(REPORTS.items(), 4):
        head = f"---\ntitle: Report {name}\noutlet: {name.title()} Post\npublished: 2024-04-0{day}"
        (folder / f"{name}.md").write_text(f"{head}\n---\n\n{text}", encoding="utf-8")
    built: Built = build(story)
    return built.page("dry/agreed")


def matters(page: str) -> dict[str, str]:
    """What stands beside each matter, by its words."""
    found = {}
    for entry in re.findall(r'<li id="f.*?</li>', page, re.S):
        words, beside = entry.split('<div class="vr-by', 1)
        found[_plain(words)] = _plain('<div class="vr-by' + beside)
    return found


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def beside(page: str, words: str) -> str:
    (said,) = [said for matter, said in matters(page).items() if words in matter]
    return said


def test_a_matter_counts_its_origins_and_says_where_it_is_not_found(page: str) -> None:
    said = beside(page, "third of ")
    assert "two origins" in said
    assert "Not found in C." in said


def test_copies_of_one_text_are_one_origin(page: str) -> None:
    alike, one_origin = page.split("On one origin")
    assert "stop watering" not in alike
    assert "stop watering" in one_origin
    assert "A = C" in beside(page, "stop watering")


def test_who_tells_it_otherwise_stands_beside_the_matter(page: str) -> None:
    assert re.search("≠ A “Seven” , B “Nine”", beside(page, "people were hurt"))


def test_a_matter_leads_to_its_words(page: str) -> None:
    assert re.search(r'href="articles/(one|two)\.html#[\w-]+"><bdi>(The dam above|In March)', page)


def test_reports_with_nothing_in_common_say_so(story: Path, build: Build) -> None:
    folder = story / "apart" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("The bridge\n\nThe bridge was painted.\n", encoding="utf-8")
    (folder / "b.txt").write_text("The mill\n\nNo corn came in.\n", encoding="utf-8")
    assert "No matter is told by two" in build(story).page("apart/agreed")
