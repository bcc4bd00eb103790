"""Who copied whom, from three reports to the page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Build

COPY = """\
Farmers in the valley were told to stop watering their fields until the end of April, and those who
go on will be fined by the council, which met at noon in the hall of the old school.
"""
REPORTS = {
    "mail": f"{COPY}\nThe council met for three hours.\n",
    "star": f"{COPY.replace('noon', 'dusk')}\nThe dam lost a third of its water.\n",
    "hill": "A swimming contest in the lake of Brandt was called off by its host.\n",
}


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def write(story: Path, agency: str) -> None:
    folder = story / "dry" / "articles"
    folder.mkdir(parents=True)
    for hour, (name, text) in enumerate(REPORTS.items(), 8):
        head = f"---\ntitle: Report {name}\noutlet: {name.title()} Post\n"
        head += f"published: 2024-04-05T{hour:02}:00Z\n"
        head += agency if name == "mail" else ""
        (folder / f"{name}.md").write_text(f"{head}---\n\n{text}", encoding="utf-8")


def test_the_drawing_and_the_list_say_the_same_with_its_grounds(story: Path, build: Build) -> None:
    write(story, "agency: Northern Wire\n")
    page = build(story).page("dry/stemma")
    drawing = re.search(r'<svg class="vr-stem vr-stem-long".*?</svg>', page, re.S)
    assert drawing
    assert re.findall(r'class="vr-stem-line vr-stem-(\w+)" d', drawing[0]) == [
        "credited", "inferred",
    ]  # fmt: skip
    assert "Hill Post" not in drawing[0]
    entries = [_plain(e) for e in re.findall(r'<li[^>]* id="tie-\d".*?</ul>', page, re.S)]
    assert "A Mail Post has 38 words from α , Northern Wire." in entries[0]
    assert "it credits Northern Wire" in entries[0]
    assert "inferred likely B Star Post has 38 words from α" in entries[1]
    assert "60 minutes later than A" in entries[1]
    assert "it counts as no origin" in entries[1]


def test_what_was_changed_in_the_copy_and_that_no_credit_is_given(
    story: Path, build: Build
) -> None:
    write(story, "agency: Northern Wire\n")
    said = _plain(build(story).page("dry/stemma"))
    assert "[for “noon”: dusk ]" in said
    assert "credits Northern Wire B no credit" in said


def test_an_agency_that_is_supposed_is_no_reports_own_word(story: Path, build: Build) -> None:
    write(story, "agency: Northern Wire\n")
    assert _plain(build(story).page("dry/sources")).count("Agency Northern Wire") == 1


def test_reports_with_words_of_their_own_have_no_drawing(story: Path, build: Build) -> None:
    folder = story / "apart" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("The bridge\n\nThe bridge was painted.\n", encoding="utf-8")
    (folder / "b.txt").write_text("The mill\n\nNo corn came in.\n", encoding="utf-8")
    page = build(story).page("apart/stemma")
    assert "No report has another’s words." in page
    assert "vr-stem-line" not in page
