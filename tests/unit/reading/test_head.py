"""What an article's head says, in the ways that people and sites write it."""

from __future__ import annotations

import pytest

from variorum.reading import read_bytes
from variorum.reading.dateline import find_dateline
from variorum.reading.head.addresses import day_in
from variorum.reading.head.cells import cells, title_end
from variorum.reading.head.file_name import outlet_in
from variorum.reading.head.outlets import named

BODY = """
The mill at Osterby stopped its last loom on Thursday after its owner ran out of wool to weave.

“There is no yarn left in the county,” said Mette Lund, who kept the books for thirty years.
"""


@pytest.mark.parametrize(
    "words",
    [
        "The Osterby Gazette", "Osterby Evening Post", "Daily Echo", "The Herald", "BBC News",
        "osterbynews.example", "Osterby Broadcasting Corporation", "Radio Osterby", "Star-Ledger",
    ],
)  # fmt: skip
def test_an_outlet_is_known_by_name_form_or_host(words: str) -> None:
    assert named(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "Osterby", "Mette Lund", "Emily Post", "Breaking News", "World News", "Hard Times",
        "State TV", "The Star", "Times", "U.S.", "The mill in the Osterby Gazette",
        "Osterby mill closes", "Politics", "e.g",
    ],
)  # fmt: skip
def test_a_place_a_person_or_a_section_is_no_outlet(words: str) -> None:
    assert named(words) is None


def test_a_known_outlet_is_called_as_it_is_known() -> None:
    assert (named("FOX NEWS"), named("foxnews.com"), named("nytimes.com")) == (
        "Fox News", "Fox News", "The New York Times",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The Osterby Gazette | 4 May 2021", ["outlet", "stamp"]),
        ("By Mette Lund, Osterby Tribune", ["author", "outlet"]),
        ("By Mette Lund, Jens Holt and Ada Lark", ["author", "author", "author"]),
        ("Published in The Osterby Gazette on May 4, 2021", ["outlet", "stamp"]),
        ("May 4, 2021 · Osterby Argus · 3 min read", ["stamp", "outlet", "other"]),
        ("Mette Lund for The Osterby Gazette", ["author", "outlet"]),
        ("The Osterby Gazette says it printed what it was told", None),
        ("Mill closes, looms stop", None),
    ],
)
def test_a_line_is_of_the_head_where_all_its_cells_are_known(
    line: str, found: list[str] | None
) -> None:
    said = cells(line)
    assert (said and [cell.kind for cell in said]) == found


def test_a_headline_ends_before_the_outlet_and_goes_on_after_a_dash_of_its_own() -> None:
    assert title_end("Mill stops its last loom | Osterby Post") == 24
    assert title_end("Mill stops its last loom | Business | The Guardian") == 24
    assert title_end("Mill stops its last loom - BBC News") == 24
    assert title_end("Mill stops for good - owner out of wool") is None
    assert title_end("Missile hits the mill - State TV") is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("OSTERBY, May 4 (Reuters) - The mill", "OSTERBY, May 4 (Reuters) -"),
        ("April 29 (UPI) -- The mill", "April 29 (UPI) --"),
        ("OSTERBY, 14 March 2023 — The mill", "OSTERBY, 14 March 2023 —"),
        ("OSTERBY, Denmark —", "OSTERBY, Denmark —"),
        ("MOSCOW, January 12. /TASS/. The mill", "MOSCOW, January 12. /TASS/."),
        ("(AP) — The mill", "(AP) —"),
        ("OSTERBY (Reuters)", "OSTERBY (Reuters)"),
    ],
)
def test_a_dateline_ends_where_the_sentence_begins(text: str, line: str) -> None:
    found = find_dateline(text, 0)
    assert found is not None
    assert text[found.start : found.end] == line


@pytest.mark.parametrize(
    "text",
    [
        "The mill (AP) was shut", "He said on May 4 - a Tuesday", "WOOL PRICES — a short history",
        "Mette Lund - the bookkeeper", "A FIRE - BOMB attack", "EXCLUSIVE: The mill",
        "May 4 - The mill", "The Guardian — The",
        "In Osterby, May 4 was — alas",
    ],
)  # fmt: skip
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0) is None


@pytest.mark.parametrize(
    ("stem", "outlet"),
    [
        ("osterbypost.com-mill", "osterbypost.com"),
        ("2021-05-04_fox-news_mill", "Fox News"),
        ("NYT_mill", "The New York Times"),
        ("Mill stops - The Guardian", "The Guardian"),
        ("osterby-gazette-mill", "Osterby Gazette"),
        ("The Northern Echo", "The Northern Echo"),
        ("The Islander - mill stops", "The Islander"),
        ("The Islander", None),
        ("The Minister - mill stops", None),
        ("The Mill - mill stops", None),
        ("post-2", None),
        ("hard-times", None),
        ("guardian-angels", None),
        ("the-reason-why", None),
        ("foreign-policy-speech", None),
        ("001_e86f2979bb68", None),
    ],
)
def test_a_files_name_names_an_outlet_or_a_topic(stem: str, outlet: str | None) -> None:
    assert outlet_in(stem) == outlet


def test_a_full_date_in_an_address_is_a_day_and_no_other_number_is() -> None:
    said = day_in("https://post.example/news/2022/7/21/mill")
    assert said == ("2022-07-21", (26, 35))
    assert day_in("https://post.example/2021/jul/21/mill") == ("2021-07-21", (21, 32))
    assert day_in("https://post.example/2021/07/mill") is None
    assert day_in("https://post.example/mill-12345678") is None
    assert day_in("https://post.example/2022/13/21/mill") is None


def test_keys_that_a_person_wrote_stand() -> None:
    head = (
        "Title: Last loom stops in Osterby\nOutlet: Osterby Bladet\n"
        "Author: Mette Lund and Jens Holt\n"
        "Date: 2021-05-04\nURL: https://osterby.example/mill\nAccessed: 6 May 2021\n"
    )
    article = read_bytes((head + BODY).encode(), "a.txt", id="a")
    meta = article.meta
    assert (meta.title, meta.outlet, meta.byline, meta.published, meta.url, meta.retrieved) == (
        "Last loom stops in Osterby", "Osterby Bladet", ("Mette Lund", "Jens Holt"), "2021-05-04",
        "https://osterby.example/mill", "2021-05-06",
    )  # fmt: skip
    assert all(meta.basis[name] for name in ("title", "outlet", "byline", "published", "url"))


def test_a_key_amid_the_text_is_text() -> None:
    article = read_bytes(
        f"Last loom stops\n{BODY}\nSource: Osterby Post\n{BODY}".encode(), "a.txt", id="a"
    )
    assert article.meta.outlet is None


def test_by_an_outlet_is_the_outlet_unless_another_is_named() -> None:
    alone = read_bytes(f"Last loom stops\n\nBy CNN\n{BODY}".encode(), "a.txt", id="a").meta
    assert (alone.outlet, alone.agency, alone.byline) == ("CNN", (), ())
    beside = read_bytes(
        f"Last loom stops\n\nThe Osterby Gazette\nBy CNN\n{BODY}".encode(), "a.txt", id="a"
    ).meta
    assert (beside.outlet, beside.agency) == ("The Osterby Gazette", ("CNN",))


def test_the_file_counts_only_where_the_text_names_nobody() -> None:
    text = f"Last loom stops\n\nThe Osterby Gazette\n{BODY}".encode()
    assert read_bytes(text, "reuters-mill.txt", id="a").meta.outlet == "The Osterby Gazette"
    bare = read_bytes(f"Last loom stops\n{BODY}".encode(), "reuters-mill.txt", id="a").meta
    assert (bare.outlet, bare.basis["outlet"]) == ("Reuters", "file")


def test_the_datelines_range_is_the_articles_own_and_stays_in_its_text() -> None:
    text = f"Last loom stops\n\nOSTERBY (Reuters) - {BODY.strip()}"
    article = read_bytes(text.encode(), "a.txt", id="a")
    assert article.dateline is not None
    assert article.text[slice(*article.dateline)] == "OSTERBY (Reuters) -"
    assert article.text == text


def test_a_short_first_sentence_full_of_names_is_no_headline() -> None:
    article = read_bytes(f"Mette Lund visited Osterby on Monday.\n{BODY}".encode(), "a.txt", id="a")
    assert article.meta.title is None


def test_the_rights_of_an_agency_are_its_credit_and_no_outlet() -> None:
    text = f"Last loom stops\n{BODY}\nCopyright 2021 The Associated Press. All rights reserved.\n"
    meta = read_bytes(text.encode(), "a.txt", id="a").meta
    assert (meta.outlet, meta.agency) == (None, ("Associated Press",))


@pytest.mark.parametrize(
    ("line", "outlet", "agency"),
    [
        ("Reuters | 4 May 2021", "Reuters", ()),
        ("Reuters, 4 May 2021", None, ("Reuters",)),
        ("Reuters 4 May 2021", None, ("Reuters",)),
        ("Osterby Post | Reuters | 4 May 2021", "Osterby Post", ("Reuters",)),
    ],
)
def test_an_agency_beside_the_day_is_credited_and_the_outlet_only_in_a_cell_of_its_own(
    line: str, outlet: str | None, agency: tuple[str, ...]
) -> None:
    meta = read_bytes(f"Last loom stops\n\n{line}\n{BODY}".encode(), "a.txt", id="a").meta
    assert (meta.outlet, meta.agency, meta.published) == (outlet, agency, "2021-05-04")


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        ("OSTERBY, March 3 (Northwire) - The bridge fell.", "Tarn Post", "Northwire"),
        # without an outlet it may be the outlet that reports
        ("OSTERBY, March 3 (Northwire) - The bridge fell.", None, None),
        ("OSTERBY, March 3 (Tarn Post) - The bridge fell.", "The Tarn Post", None),
        ("OSTERBY, March 3 (TP) - The bridge fell.", "Tarn Post", None),
        ("LONDON, March 3 (   ) - The bridge fell.", "Tarn Post", None),
        # without a day it may stand for anything
        ("OSTERBY (NORTHWIRE) - The bridge fell.", "Tarn Post", None),
    ],
)
def test_who_files_behind_place_and_day_is_an_agency_unless_it_is_the_outlet(
    text: str, outlet: str | None, agency: str | None
) -> None:
    found = find_dateline(text, 0, outlet)
    assert found is not None
    assert (text[slice(*found.agency)] if found.agency else None) == agency


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("The Northern Tide - ferry.txt", "The Northern Tide"),
        ("The Northern Wave - ferry.txt", None),
        ("ferry.txt", None),
    ],
)
def test_a_files_name_and_the_first_line_name_any_outlet(name: str, outlet: str | None) -> None:
    text = b"The Northern Tide\n\nFerry runs aground off the pier\n\n4 May 2021\n\nIt sank.\n"
    read = read_bytes(text, name, id="a")
    assert read.meta.outlet == outlet
    if outlet:
        assert read.meta.title == "Ferry runs aground off the pier"
