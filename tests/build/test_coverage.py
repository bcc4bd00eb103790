"""The coverage matrix, from a small story to the page, and the filters beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Build, Built

REPORTS = {
    "one": """\
The reservoir above Tarnholm lost a third of its water in March, the water board said on Monday.

Farmers in the valley were told to stop watering their fields until the end of April.

Mayor Ilse Brandt called the order fair.
""",
    "two": """\
The reservoir above Tarnholm lost a third of its water in March, the water board said on Monday.

Mayor Ilse Brandt will visit the dam on Friday.
""",
    "three": """\
Farmers in the valley were told to stop watering their fields until the end of April.

A swimming contest was called off.
""",
}


@pytest.fixture
def dry(story: Path, build: Build) -> Built:
    folder = story / "dry" / "articles"
    folder.mkdir(parents=True)
    for day, (name, text) in enumerate(REPORTS.items(), 4):
        head = (
            f"---\ntitle: Report {name}\noutlet: {name.title()} Post\npublished: 2024-04-0{day}\n"
        )
        (folder / f"{name}.md").write_text(f"{head}---\n\n{text}", encoding="utf-8")
    return build(story)


def rows(page: str) -> dict[str, list[str]]:
    """The cells of each row in words, by the words of the claim."""
    found = {}
    for row in re.findall(r'<tr id="f.*?</tr>', page, re.S):
        claim = re.search(r'<p class="vr-claim">(.*?)</p>', row)
        assert claim
        cells = re.findall(r"<td.*?</td>", row, re.S)
        found[claim[1]] = [re.sub(r"<[^>]+>", "", cell).strip() for cell in cells]
    return found


def test_each_claim_says_of_each_source_whether_it_tells_it(dry: Built) -> None:
    told = rows(dry.page("dry/coverage"))
    water = next(cells for claim, cells in told.items() if "third of its water" in claim)
    fields = next(cells for claim, cells in told.items() if "stop watering" in claim)
    assert water == ["stated", "stated", "not found"]
    assert fields == ["stated", "not found", "stated"]


def test_what_one_alone_tells_is_no_row(dry: Built) -> None:
    assert not any("contest" in claim for claim in rows(dry.page("dry/coverage")))


def test_a_cell_leads_to_its_words(dry: Built) -> None:
    page = dry.page("dry/coverage")
    links = set(re.findall(r'<td[^>]*>\s*<a[^>]* href="(articles/\w+)\.html#([\w-]+)"', page))
    assert {name for name, _ in links} == {"articles/one", "articles/two", "articles/three"}
    for name, anchor in links:
        article = dry.page(f"dry/{name}")
        words = re.sub(r"<[^>]+>", "", article[article.index(f'id="{anchor}"') :])
        assert re.search("third of its water|stop watering", words[:400])


def test_the_front_page_leads_to_the_matrix_and_a_directive_shows_it(
    dry: Built, story: Path, build: Build
) -> None:
    assert 'href="coverage.html"' in dry.page("dry/index")
    (story / "index.rst").write_text("Hello\n=====\n\n.. variorum-coverage:: dry\n", "utf-8")
    assert rows(build(story).page("index")) == rows(dry.page("dry/coverage"))


def test_differences_can_be_left_by_what_the_page_has(dry: Built) -> None:
    """Every entry has the classes of its kind and weight, and every switch an entry."""
    page = dry.page("dry/differences")
    kinds = set(re.findall(r'class="vr-pick-kind-([\w-]+)"', page))
    assert kinds
    assert kinds == set(re.findall(r"vr-is-kind-([\w-]+)", page))
    for number in re.findall(r'class="vr-pick-actor-(\d+)"', page):
        assert number == "0" or f"vr-is-actor-{number}" in page


def test_copies_of_one_text_count_as_one_origin(story: Path, build: Build) -> None:
    folder = story / "copy" / "articles"
    folder.mkdir(parents=True)
    for name in ("one", "two", "three"):
        own = "The council of Tarnholm spoke of a new school on Tuesday and came to no end.\n"
        text = own if name == "three" else REPORTS["one"]
        head = f"---\ntitle: Report {name}\noutlet: {name.title()} Post\n---\n\n"
        (folder / f"{name}.md").write_text(head + text, encoding="utf-8")
    built = build(story)
    assert "three reports, two origins" in built.page("copy/coverage")
    assert "Three reports, two origins" in built.page("copy/differences")
