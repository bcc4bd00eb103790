"""The search page's own index: what is in it, and that every text stands in it once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.conftest import Build, Built

KINDS = ("article", "actor", "statement", "difference", "date", "page")


def index_of(built: Built) -> dict[str, Any]:
    script = (built.out / "_static/variorum/index.js").read_text(encoding="utf-8")
    said: dict[str, Any] = json.loads(
        script.removeprefix("Variorum.search.setIndex(").rstrip().removesuffix(");")
    )
    return said


def of_kind(index: dict[str, Any], kind: str) -> list[Any]:
    return [unit for unit in index["units"] if KINDS[unit[0]] == kind]


def words(index: dict[str, Any], unit: list[Any]) -> str:
    """The unit's text, counted as a browser counts."""
    if isinstance(unit[3], str):
        return unit[3]
    base, start, end = unit[3]
    return index["units"][base][3].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_statements_and_dates_are_ranges_of_a_paragraph(story: Path, build: Build) -> None:
    alpha = story / "bridge" / "articles" / "alpha.txt"
    alpha.write_text(alpha.read_text("utf-8").replace('"We have', '😀😀 "We have'), "utf-8")
    index = index_of(build(story))
    assert any("We have no choice" in words(index, u) for u in of_kind(index, "statement"))
    assert "Monday" in [words(index, unit) for unit in of_kind(index, "date")]
    said = ("article", "statement", "date")
    texts = [u[3] for u in index["units"] if KINDS[u[0]] in said and isinstance(u[3], str)]
    assert sum("Twelve of its forty piers" in text for text in texts) == 1


def test_a_unit_leads_to_an_anchor_that_exists(story: Path, build: Build) -> None:
    built = build(story)
    index = index_of(built)
    assert index["units"]
    for unit in index["units"]:
        page = (built.out / index["pages"][unit[1]][0]).read_text(encoding="utf-8")
        assert not unit[2] or f'id="{unit[2]}"' in page, unit


def test_an_authors_page_is_found_by_its_sections(story: Path, build: Build) -> None:
    (story / "notes.rst").write_text(
        "Notes\n=====\n\nOf rafts.\n\nLater\n-----\n\nOf ferries.\n\n.. variorum-front:: bridge\n",
        encoding="utf-8",
    )
    index = index_of(build(story))
    found = {unit[2]: unit[3] for unit in of_kind(index, "page") if "Of " in unit[3]}
    assert found == {"notes": "Notes. Of rafts.", "later": "Later. Of ferries."}


def test_what_is_gone_is_found_no_more(story: Path, build: Build) -> None:
    assert "dozen are cracked" in str(index_of(build(story)))
    (story / "bridge" / "articles" / "beta.md").unlink()
    assert "dozen are cracked" not in str(index_of(build(story)))


def test_another_theme_keeps_sphinxs_search(story: Path, build: Build) -> None:
    built = build(story, html_theme="basic")
    assert not (built.out / "_static/variorum/index.js").exists()
    assert "searchtools.js" in built.page("search")


def test_the_results_keep_the_tabs_of_the_only_story(story: Path, build: Build) -> None:
    tabs = '<nav class="vr-tabs"'
    assert tabs in build(story).page("search")
    other = story / "ferry" / "articles"
    other.mkdir(parents=True)
    (other / "one.txt").write_text("The ferry sank on Monday.\n", "utf-8")
    assert tabs not in build(story).page("search")
