"""Who shares text with whom: the drawing and the table say the same, and counts go by origin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Build, Built

WIRE = """\
A storm tore the roofs off forty houses in the harbour town of Nesvik on Friday night, and the
mayor asked the army for tents.

The road to the north stays closed until engineers have seen the bridge, the county said.
"""
OWN = (
    "Nesvik spent its Saturday looking for dry beds. Nobody could say when the lights come back.\n"
)


@pytest.fixture
def storm(story: Path, build: Build) -> Built:
    folder = story / "storm" / "articles"
    folder.mkdir(parents=True)
    for day, (name, text, agency) in enumerate(
        (("alpha", WIRE, "agency: Halyard News Agency\n"), ("beta", WIRE, ""), ("gamma", OWN, "")),
        1,
    ):
        head = f"---\ntitle: {name.title()}\noutlet: {name.title()} <Post>\n"
        head += f"published: 2024-06-0{day}\n"
        body = " ".join(text.split("\n")) if text == OWN else re.sub(r"(?<!\n)\n(?!\n)", " ", text)
        (folder / f"{name}.md").write_text(f"{head}{agency}---\n\n{body}\n", encoding="utf-8")
    return build(story)


def section(built: Built) -> str:
    page = built.page("storm/sources")
    return page[page.index('id="provenance"') :].split('<ol class="vr-source-list', 1)[0]


def test_the_table_says_who_shares_how_much_and_whose_it_is(storm: Built) -> None:
    rows = re.findall(r"<tr><th scope=\"row\".*?</tr>", section(storm), re.S)
    said = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]
    assert len(said) == 1
    assert re.search(r"A .*Alpha.* and B .*Beta.* \d+ 98 % 98 % credit inferred", said[0])


def test_the_drawing_says_the_same_and_has_a_name(storm: Built) -> None:
    made = section(storm)
    drawing = made[made.index('<svg class="vr-arcs"') :].split("</svg>")[0]
    words = re.search(r"<td class=\"vr-num\">(\d+)", made)
    assert words
    assert f">{words[1]}</text>" in drawing
    assert drawing.count("vr-arc-inferred") == 1
    assert "<title>" in drawing
    assert "Gamma" not in drawing
    assert "<Post>" not in drawing


@pytest.mark.parametrize("page", ["sources", "differences", "parallel/index"])
def test_reports_are_counted_with_their_origins(storm: Built, page: str) -> None:
    assert "hree reports, two origins" in storm.page(f"storm/{page}")


def test_copies_are_named_as_such(storm: Built) -> None:
    assert "A and B go back to one text" in section(storm)


def test_the_front_page_counts_origins_too(storm: Built) -> None:
    assert "two traceable origins" in storm.page("storm/index")
