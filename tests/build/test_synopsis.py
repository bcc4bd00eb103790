"""Three reports and more at a time, from small reports to the page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Build

REPORTS = {
    "mail": "“We will not shut the gates of the dam before Easter,” said Lena Brandt, the mayor.",
    "star": "Lena Brandt, the mayor, said: “We will not shut the gates of the dam.”",
    "post": "“We will not shut the gates of the dam before Christmas,” mayor Lena Brandt said.",
    "hill": "A swimming contest in the lake was called off by its host on Monday evening.",
}


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def built(story: Path, build: Build, names: list[str]) -> str:
    folder = story / "dam" / "articles"
    folder.mkdir(parents=True)
    for day, name in enumerate(names, 4):
        head = f"---\ntitle: Report {name}\noutlet: {name.title()} Post\npublished: 2024-04-0{day}"
        (folder / f"{name}.md").write_text(f"{head}\n---\n\n{REPORTS[name]}\n", encoding="utf-8")
    return build(story).page("dam/synopsis")


def test_a_statement_stands_in_lines_with_what_is_changed_and_what_is_missing(
    story: Path, build: Build
) -> None:
    page = built(story, build, list(REPORTS))
    [table] = re.findall(r'<table class="vr-syn[ "].*?</table>', page, re.S)
    lines = {_plain(tr)[0]: _plain(tr) for tr in re.findall(r"<tr.*?</tr>", table, re.S)}
    assert "2 words" in lines["B"]
    assert "[for “Easter” : Christmas" in lines["C"].replace("Easter,", "Easter").replace(
        "”:", "” :"
    )
    assert "not found" in lines["D"]
    assert "the base" in lines["A"]


def test_the_reports_that_tell_it_stand_in_columns(story: Path, build: Build) -> None:
    page = built(story, build, list(REPORTS))
    columns = page.split('id="columns"')[1]
    heads = re.findall(r'columnheader"[^>]*>(.*?)</th>', columns, re.S)
    assert [_plain(head) for head in heads] == [
        "Matter",
        "A Mail Post",
        "B Star Post",
        "C Post Post",
    ]


def test_two_reports_are_what_the_parallel_view_is_for(story: Path, build: Build) -> None:
    page = built(story, build, ["mail", "star"])
    assert "No matter was found in three reports." in page
    assert "parallel/index.html" in page
