"""Two articles side by side: from a small story to the page."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Build, Built

FERRY = """\
The evening ferry to Holmsund was turned back on Sunday after a fire in its engine room.

"Nobody was hurt, and nobody was ever in danger," said Captain Aino Rask, who has run the line \
since 2011.

About 300 passengers spent the night in a school hall, where the town handed out soup and blankets.

Tickets will be paid back within ten days, the company said.
"""
SHIP = """\
Tickets will be paid back within ten days, the company said.

A ship with some 250 passengers had to return to its harbour on Sunday evening.

Captain Aino Rask said that "nobody was ever in danger".

The opposition in the council wants to know why the line has but one ship.

About 300 passengers spent the night in a school hall, where the town handed out soup and blankets.
"""
PLAIN = "The council met on Monday and spoke of schools.\n"


def write(story: Path, **texts: str) -> None:
    folder = story / "ferry" / "articles"
    folder.mkdir(parents=True)
    for day, (name, text) in enumerate(texts.items(), 1):
        head = (
            f"---\ntitle: {name.title()}\noutlet: {name.title()} Post\npublished: 2024-05-0{day}\n"
        )
        (folder / f"{name}.md").write_text(f"{head}language: en\n---\n\n{text}", encoding="utf-8")


@pytest.fixture
def ferry(story: Path, build: Build) -> Built:
    write(story, alpha=FERRY, beta=SHIP, gamma=PLAIN)
    return build(story)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def side(page: str, name: str) -> str:
    """The words of one column, without the lines that say what stands elsewhere, and signs."""
    page = re.sub(r'<div class="vr-elsewhere">.*?</div>', "", page, flags=re.S)
    page = re.sub(r'<a class="vr-sig[^>]*>.*?</a>', "", page)
    ends = "<div class=.vr-between|<div class=.vr-side|<div class=.vr-row|</?section|</main"
    parts = re.findall(rf'<div class="vr-side vr-{name}".*?(?={ends})', page, re.S)
    return unescape(words(" ".join(parts)))


def test_both_texts_are_there_in_full_and_in_their_order(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/a-b")
    assert side(page, "one") == " ".join(["Alpha", *FERRY.split()])
    assert side(page, "other").startswith(" ".join(["Beta", *SHIP.split()]))


def test_each_passage_has_one_number_in_both_and_leads_to_the_other(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/a-b")
    signs = re.findall(r'<a class="vr-sig vr-join[^"]*" href="#([^"]+)"[^>]*>(\d+)</a>', page)
    assert len(signs) > 4
    numbers: dict[str, set[str]] = {}
    for target, number in signs:
        assert page.count(f'id="{target}"') == 1
        numbers.setdefault(number, set()).add(target)
    for ends in numbers.values():
        here, there = sorted(ends)
        assert there == f"{here}-there"


def test_passages_in_the_same_order_stand_level(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/a-b")
    level = [
        words(row)
        for row in re.findall(
            r'<div class="vr-row vr-row-level">.*?(?=<div class="vr-row)', page, re.S
        )
    ]
    night = next(row for row in level if "soup and blankets" in row)
    assert night.count("soup and blankets") == 2
    assert "identical" in night


def test_a_passage_that_moved_says_where_the_other_one_is(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/a-b")
    notes = [words(n) for n in re.findall(r'<div class="vr-elsewhere">.*?</div>', page, re.S)]
    assert any("B has it at ¶ 1" in n and "Tickets will be paid back" in n for n in notes)
    assert any("A has it at ¶ 4" in n for n in notes)


def test_words_left_out_are_marked_in_the_longer_quotation(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/a-b")
    only = re.findall(r"<span [^>]*vr-only[^>]*>(.*?)</span>", page)
    assert any("Nobody was hurt" in words(run) for run in only)


def test_every_finding_of_the_two_can_be_linked_to(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/a-b")
    differences = ferry.page("ferry/differences")
    asked = set(re.findall(r'href="parallel/a-b\.html#(f\w+)"', differences))
    assert asked
    for anchor in asked:
        assert page.count(f'id="{anchor}"') == 1


def test_articles_without_a_common_finding_have_no_page(ferry: Built) -> None:
    assert not (ferry.out / "ferry/parallel/a-c.html").exists()
    assert "parallel/a-c" not in ferry.page("ferry/differences")


def test_the_cards_of_an_article_lead_there_too(ferry: Built) -> None:
    notes = ferry.page("ferry/articles/alpha").split("vr-card", 1)[1]
    assert re.search(r'href="\.\./parallel/a-b\.html#f\w+"', notes)


def test_the_text_is_found_in_the_articles_alone(ferry: Built) -> None:
    """The index for the search holds no second copy of a text."""
    index = (ferry.out / "_static/variorum/index.js").read_text(encoding="utf-8")
    said = json.loads(index[index.index("(") + 1 : index.rindex(")")])
    texts = [(said["pages"][u[1]][0], u[3]) for u in said["units"] if isinstance(u[3], str)]
    found = {page for page, text in texts if "blanket" in text}
    assert "ferry/articles/alpha.html" in found
    assert not any("/parallel/" in page for page in found)


def test_a_directive_shows_any_two(story: Path, build: Build) -> None:
    write(story, alpha=FERRY, beta=SHIP, gamma=PLAIN)
    (story / "index.rst").write_text(
        "Two\n===\n\n.. variorum-parallel:: ferry A C\n\n.. variorum-parallel:: ferry A X\n",
        "utf-8",
    )
    built = build(story)
    page = built.page("index")
    assert side(page, "one") == " ".join(["Alpha", *FERRY.split()])
    assert side(page, "other").startswith(f"Gamma {PLAIN.strip()}")
    assert "no article X" in built.warnings


def test_markup_in_a_text_is_text(story: Path, build: Build) -> None:
    hostile = FERRY.replace("ferry to Holmsund", "ferry <img src=x onerror=alert(1)> & *Holmsund*")
    folder = story / "ferry" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(f"Ferry\n\n{hostile}", "utf-8")
    (folder / "b.txt").write_text(f"Ship\n\n{hostile}", "utf-8")
    page = build(story).page("ferry/parallel/a-b")
    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_every_pair_is_on_the_list_of_pairs(ferry: Built) -> None:
    page = ferry.page("ferry/parallel/index")
    assert set(re.findall(r'href="(\w+-\w+)\.html', page)) == {"a-b"}
    assert 'href="parallel/index.html"' in ferry.page("ferry/index")
