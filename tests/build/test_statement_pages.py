"""A statement printed in several forms: its page, and the links to it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from tests.conftest import Build, Built
from tests.landing import words_from

REPORTS = {
    "one": """\
Ferry line to close

Published: 10:00 AM, 4 Mar, 2024

The island keeps its school but loses its ferry.

"We cannot run an empty boat for another winter, and nobody should expect us to," the ferry
company's director Astrid Solberg told reporters on Monday.
""",
    "two": """\
Island to lose its boat

Published: 6:00 PM, 4 Mar, 2024

Director Astrid Solberg said on Monday the company "cannot run an empty boat for another winter".

The mayor has asked for a meeting.
""",
    "three": """\
Solberg on the ferry

Published: 7:00 AM, 5 Mar, 2024

"We cannot run an empty ferry for another winter, and nobody should expect us to," Astrid Solberg
warned on Monday.

The harbour stays open for fishing boats.
""",
}
PAGE = "ferry/statements/we-cannot-run-an-empty-boat-for"


@pytest.fixture
def sources(story: Path) -> Path:
    folder = story / "ferry" / "articles"
    folder.mkdir(parents=True)
    for name, text in REPORTS.items():
        blocks = (" ".join(block.split()) for block in text.split("\n\n"))
        (folder / f"{name}.txt").write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return story


@pytest.fixture
def ferry(sources: Path, build: Build) -> Built:
    return build(sources)


def plain(page: str) -> str:
    """The words of a page as a reader sees them."""
    unseen = re.sub(r'<span class="vr-sr">[^<]*</span>', "", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", unseen)).split())


def test_the_longest_witness_is_the_base_and_stands_first(ferry: Built) -> None:
    entries = ferry.page(PAGE).split("<li")[1:]
    base = next(e for e in entries if "vr-base" in e)
    assert base == next(e for e in entries if 'class="vr-witness"' in e)
    assert "another winter, and nobody should expect us to" in plain(base)


def test_each_form_says_by_word_how_it_differs(ferry: Built) -> None:
    page = ferry.page(PAGE)
    assert re.search(r'<mark class="vr-w-changed">.*?\bferry\b.*?</mark>', page)
    assert "[for “boat”:" in page
    assert "6 words left out" in plain(page)
    assert "keeps 8 of 15 words" in plain(page)


def test_each_reading_leads_to_its_words(ferry: Built) -> None:
    page = ferry.page(PAGE)
    links = re.findall(r'href="../(articles/\w+)\.html#([\w-]+)">([A-C])</a>', page)
    assert [siglum for *_, siglum in links] == ["A", "B", "C"]
    begins = {"A": "We cannot run", "B": "cannot run an empty", "C": "We cannot run an empty ferry"}
    for name, anchor, siglum in links:
        assert words_from(ferry.page(f"ferry/{name}"), anchor).startswith(begins[siglum])


def test_the_apparatus_gives_each_word_that_differs(ferry: Built) -> None:
    page = plain(ferry.page(PAGE))
    assert "boat] ferry C" in page
    assert re.search(r"and nobody should expect us to\] om\. B", page)


def test_who_says_it_to_whom_and_with_which_word(ferry: Built) -> None:
    page = ferry.page(PAGE)
    table = plain(page[page.index("vr-stacked") :])
    for words in ("Astrid Solberg", "“told”", "“warned”", "reporters", "Monday 4 March 2024"):
        assert words in table


def test_every_way_to_a_statement_leads_to_its_page(ferry: Built) -> None:
    for name, up in (
        ("statements", ""),
        ("statements-by-source", ""),
        ("statements-by-day", ""),
        ("differences", ""),
        ("actors/astrid-solberg", "../"),
        ("articles/one", "../"),
    ):
        page = ferry.page(f"ferry/{name}")
        assert f'href="{up}{PAGE.removeprefix("ferry/")}.html"' in page, name


def test_an_actors_page_has_a_short_version_of_each_form(ferry: Built) -> None:
    page = plain(ferry.page("ferry/actors/astrid-solberg"))
    assert "A longest; B keeps 8 of 15 words; C a word or two exchanged" in page


def test_as_text_the_differences_are_said_in_words(sources: Path, build: Build) -> None:
    built = build(sources, builder="text")
    text = " ".join((built.out / f"{PAGE}.txt").read_text(encoding="utf-8").split())
    assert "[1 word left out] cannot run an empty boat for another winter" in text
    assert "an empty [for “boat”: ferry] for another winter" in text


def test_statements_and_findings_are_linked_by_their_ids(sources: Path, build: Build) -> None:
    first = build(sources)
    finding = re.search(r'<li[^>]* id="(f\w+)"|<li id="(f\w+)"', first.page("ferry/differences"))
    assert finding
    id_ = finding[1] or finding[2]
    (sources / "index.rst").write_text(
        f"Ferry\n=====\n\n:statement:`we-cannot-run-an-empty-boat-for`, :finding:`this <{id_}>`, "
        f":any:`ferry/{id_}`.\n",
        encoding="utf-8",
    )
    built = build(sources)
    assert built.warnings == ""
    page = built.page("index")
    assert f'href="{PAGE}.html"' in page
    assert page.count(f'href="ferry/differences.html#{id_}"') == 2
    with (built.out / "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda base, uri: uri)
    assert inventory["variorum:finding"][f"ferry/{id_}"].uri == f"ferry/differences.html#{id_}"
    assert "ferry/we-cannot-run-an-empty-boat-for" in inventory["variorum:statement"]


def test_a_statement_all_print_alike_has_no_page(story: Path, build: Build) -> None:
    folder = story / "quay" / "articles"
    folder.mkdir(parents=True)
    for name, start in (("one", "On the quay"), ("two", "In the rain")):
        (folder / f"{name}.txt").write_text(
            f'Quay\n\n{start} Astrid Solberg said on Monday, "The last boat leaves in May."\n',
            encoding="utf-8",
        )
    assert not (build(story).out / "quay" / "statements").exists()
