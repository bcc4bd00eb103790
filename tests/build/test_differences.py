"""Findings on their page and on the front page, each leading to its words."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.conftest import Build, Built
from tests.landing import words_from

ONE = """\
Harbour strike enters second week

Published: 10:00 AM, 4 Mar, 2024

The strike in the harbour of Bergen went into its second week on Monday. About 4,000 dockers have
stopped work, the union said.

"We will not go back before every docker has a contract," union leader Kari Moen said.
"""
TWO = """\
Docks stay shut

Published: 6:00 PM, 4 Mar, 2024

The strike in the harbour of Bergen went into its second week on Monday. Some 2,500 dockers have
stopped work, the union said.

Union leader Kari Moen said they would not go back "before every docker has a contract".
"""


@pytest.fixture
def strike(story: Path, build: Build) -> Built:
    folder = story / "strike" / "articles"
    folder.mkdir(parents=True)
    for name, text in (("one", ONE), ("two", TWO)):
        joined = re.sub(r"(?<!\n)\n(?!\n)", " ", text).replace(
            "week Published", "week\n\nPublished"
        )
        (folder / f"{name}.txt").write_text(joined, encoding="utf-8")
    return build(story)


def test_two_numbers_for_one_thing_are_a_finding(strike: Built) -> None:
    page = strike.page("strike/differences")
    text = re.sub(r"<[^>]+>", "", page)
    assert "4,000" in text
    assert "2,500" in text


def test_a_clipped_quotation_is_a_finding_with_both_readings(strike: Built) -> None:
    page = strike.page("strike/differences")
    entry = next(
        part for part in page.split('<li id="f')[1:] if "One statement, printed differently" in part
    )
    assert "before every docker has a contract" in entry
    assert "We will not go back" in entry


def test_a_readings_link_lands_on_its_words(strike: Built) -> None:
    page = strike.page("strike/differences")
    links = re.findall(r'<dd>\s*<a href="(articles/\w+)\.html#([\w-]+)"[^>]*>([^<]+)</a>', page)
    assert len(links) > 4
    for name, anchor, words in links:
        said = " ".join(html.unescape(words).removesuffix(" …").split())
        assert words_from(strike.page(f"strike/{name}"), anchor).startswith(said)


def test_the_front_page_names_what_is_most_worth_seeing(strike: Built) -> None:
    front = strike.page("strike/index")
    assert "Most worth seeing" in front
    assert re.search(r'href="differences.html#f\w+"', front)


def test_a_difference_is_marked_in_the_article_with_a_note(strike: Built) -> None:
    page = strike.page("strike/articles/one")
    sign = re.search(r'<a class="vr-sig vr-number" href="#(note-f\w+)"', page)
    assert sign
    note = page[page.index(f'id="{sign[1]}"') :]
    assert "differences.html#f" in note[: note.index("</div>")]


def test_the_apparatus_gives_lemma_reading_and_sigla(strike: Built) -> None:
    page = strike.page("strike/articles/one")
    apparatus = re.sub(r"<[^>]+>", "", page[page.index('id="apparatus"') :])
    figure = re.search(r"4,000[^\]]*\] [^;]*2,500[^;]*B", apparatus)
    assert figure, apparatus
    assert "A\u00a0" in apparatus


def test_a_passage_that_both_print_is_shared_text(strike: Built) -> None:
    page = strike.page("strike/articles/two")
    assert "vr-sh-start" in page
    assert ">=A</a>" in page


def test_the_sources_say_how_much_of_them_stands_elsewhere(strike: Built) -> None:
    page = strike.page("strike/sources")
    assert re.search(r"\d+ % of its words stand in B \(\d+ words, no credit\), too", page)
    assert re.search(r"\d+ % shared with B", strike.page("strike/index"))


def test_a_story_of_one_report_has_no_differences(story: Path, build: Build) -> None:
    folder = story / "alone" / "articles"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text("Alone\n\nThe harbour of Bergen is quiet.\n", "utf-8")
    page = build(story).page("alone/differences")
    assert "Nothing was found" in page
