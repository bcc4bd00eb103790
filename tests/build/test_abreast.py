"""Three and four reports in columns: all of each text, what belongs together level."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Build, Built

NIGHT = (
    "The passengers spent the night in the hall of the school, where they got soup and blankets."
)
PAID = (
    "Tickets will be paid back, the owner of the ferry said on Monday, and nobody must ask for it."
)
TEXTS = {
    "alpha": ("Ferry runs aground", f"{NIGHT}\n\n{PAID}\n\nA tug came from Orle.\n"),
    "beta": ("Ship stuck", f"Fog lay on the sound.\n\n{NIGHT}\n\n{PAID}\n"),
    "gamma": ("No ferry today", f"{PAID}\n\n{NIGHT}\n\nThe cook was praised.\n"),
    "delta": ("Soup at the school", f"{NIGHT}\n\nThe hall has forty beds.\n"),
}


def write(story: Path, names: list[str]) -> None:
    folder = story / "ferry" / "articles"
    folder.mkdir(parents=True)
    for hour, name in enumerate(names, 6):
        title, text = TEXTS[name]
        head = f"title: {title}\noutlet: {name.title()}\npublished: 2024-03-05T{hour:02}:00Z\n"
        (folder / f"{name}.md").write_text(f"---\n{head}---\n\n{text}", encoding="utf-8")


def plain(html: str) -> str:
    html = re.sub(r"</?(?:a|span)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(page: str) -> list[list[str]]:
    """The cells of each row, without the letters that stand before them where it is narrow."""
    page = re.sub(r'<span class="vr-tag">\w</span>', "", page)
    made = re.findall(r"<tr[^>]*>(.*?)</tr>", page.partition("<tbody")[2], re.S)
    return [[plain(cell) for cell in re.findall(r"<td.*?</td>", row, re.S)][-4:] for row in made]


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def ferry(story: Path, build: Build) -> Built:
    write(story, list(TEXTS))
    return build(story)


def test_each_text_is_there_in_full_and_in_its_order(ferry: Built) -> None:
    page = re.sub(
        r'<div class="vr-elsewhere">.*?</div>',
        "",
        ferry.page("ferry/parallel/a-abreast"),
        flags=re.S,
    )
    columns = zip(*rows(page), strict=True)
    for column, (title, text) in zip(columns, TEXTS.values(), strict=True):
        said = " ".join(cell for cell in column if cell and cell != "not found")
        assert said == words(f"{title} {text}")


def test_what_all_have_is_level_and_what_one_lacks_is_a_gap(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/a-abreast")
    (night,) = (row for row in rows(page) if row[0] == NIGHT)
    assert night[1] == night[3] == NIGHT
    (paid,) = (row for row in rows(page) if row[0] == PAID)
    assert paid[1] == PAID
    assert paid[3] == "not found"


def test_a_passage_that_moved_says_where_it_is(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/a-abreast")
    (night,) = (row for row in rows(page) if row[0] == NIGHT)
    assert night[2] == "C has it at ¶ 2"
    assert f"{NIGHT} A has it at ¶ 1" in " ".join(cell for row in rows(page) for cell in row)
    for target in re.findall(r'vr-elsewhere"><p><a href="#([^"]+)"', page):
        assert page.count(f'id="{target}"') == 1


def test_they_are_found_on_the_list_of_pairs(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/index")
    assert set(re.findall(r'href="(\w-abreast)\.html', page)) == {
        f"{s}-abreast" for s in "abcd"
    }  # fmt: skip


def test_of_two_reports_there_is_none(story: Path, build: Build) -> None:
    write(story, ["alpha", "beta"])
    built = build(story)
    assert not (built.out / "ferry/parallel/a-abreast.html").exists()
    assert "abreast" not in built.page("ferry/parallel/index")


def test_a_directive_sets_any_three_abreast_the_first_leading(story: Path, build: Build) -> None:
    write(story, list(TEXTS))
    (story / "index.rst").write_text(
        "Three\n=====\n\n.. variorum-parallel:: ferry C A D\n", encoding="utf-8"
    )
    built = build(story)
    heads = re.findall(r'<th [^>]*columnheader"[^>]*>(.*?)</th>', built.page("index"), re.S)
    assert [plain(h)[:1] for h in heads] == ["¶", "C", "A", "D"]
