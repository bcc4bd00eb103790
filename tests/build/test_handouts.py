"""Handouts: a sheet for each difference, with its readings, its sources and a citation."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from tests.conftest import Build

GAMMA = """\
---
title: Pier shut
outlet: Gamma Times
byline: Ida Corn
published: 2024-03-06
url: https://gamma.example/pier
---

The council says that thirty piers carry the old bridge, and that eight of them have cracks.
"""
SWANS = "---\ntitle: Swans return\noutlet: Delta Herald\n---\n\nSwans bred by the weir.\n"


def sheets(page: str) -> dict[str, str]:
    """The words of each sheet by its id."""
    found = html.fromstring(page).find_class("vr-handout")
    return {sheet.get("id", ""): " ".join(str(sheet.text_content()).split()) for sheet in found}


def test_every_difference_leads_to_its_sheet(story: Path, build: Build) -> None:
    (story / "bridge" / "articles" / "gamma.md").write_text(GAMMA, encoding="utf-8")
    built = build(story)
    listed = re.findall(r'href="handouts.html#(\w+)"', built.page("bridge/differences"))
    assert listed
    assert sorted(listed) == sorted(sheets(built.page("bridge/handouts")))


def test_a_sheet_has_readings_the_sources_it_is_about_and_how_to_cite_it(
    story: Path, build: Build
) -> None:
    for name, article in (("gamma", GAMMA), ("swans", SWANS)):
        (story / "bridge" / "articles" / f"{name}.md").write_text(article, encoding="utf-8")
    found = sheets(build(story).page("bridge/handouts"))
    id_, said = next((i, said) for i, said in found.items() if "forty" in said and "thirty" in said)
    assert "“Pier shut” Ida Corn, Gamma Times, 6 March 2024. https://gamma.example/pier" in said
    assert f"Cite as: bridge, edition of four reports by Variorum, difference {id_}." in said
    assert "Delta Herald" not in said


def test_without_a_difference_the_page_says_so(tmp_path: Path, build: Build) -> None:
    alone = tmp_path / "source" / "ferry" / "articles"
    alone.mkdir(parents=True)
    (alone / "alpha.txt").write_text("A ferry\n\nA ferry left the pier.\n", encoding="utf-8")
    page = build(tmp_path / "source").page("ferry/handouts")
    assert "Nothing was found in which these reports differ." in page
