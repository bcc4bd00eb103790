"""The reading page: which layers show at first, its margin, its tabs, who reviewed it."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from tests.conftest import Build

ALPHA = "bridge/articles/alpha"


def checked(page: str) -> set[str]:
    return set(re.findall(r'id="vr-layer-(\w+)" checked', page))


def test_a_page_opens_with_quotations_differences_and_first_mentions(
    story: Path, build: Build
) -> None:
    shown = checked(build(story).page(ALPHA))
    assert shown
    assert shown <= {"quotes", "differences", "actors"}


def test_an_editor_sets_other_layers_and_is_told_of_a_wrong_name(story: Path, build: Build) -> None:
    built = build(story, variorum_layers=["dates", "colours"])
    assert checked(built.page(ALPHA)) == {"dates"}
    assert "no layer 'colours'" in built.warnings
    assert "[variorum.layers]" in built.warnings


def test_a_note_in_the_margin_is_no_part_of_the_text_for_those_who_listen(
    story: Path, build: Build
) -> None:
    tree = html.fromstring(build(story).page(ALPHA))
    assert tree.xpath('//*[@aria-hidden="true"]//*[contains(@class, "vr-margin ")]')
    assert not tree.xpath(
        '//*[contains(@class, "vr-margin ")][not(ancestor::*[@aria-hidden="true"])]'
    )


def test_a_paragraph_is_read_without_a_break_and_its_notes_follow(
    story: Path, build: Build
) -> None:
    tree = html.fromstring(build(story).page(ALPHA))
    notes = tree.xpath('//*[contains(@class, "vr-margins")]')
    assert notes
    assert {note.getprevious().tag for note in notes} == {"p"}
    assert not tree.xpath('//*[@data-start]/p//*[contains(@class, "vr-margin")]')


def test_every_page_of_a_story_leads_to_its_views(story: Path, build: Build) -> None:
    built = build(story, html_theme="variorum")
    for name in (ALPHA, "bridge/index", "bridge/timeline"):
        nav = re.search(r'<nav class="vr-tabs".*?</nav>', built.page(name), re.S)
        assert nav, name
        assert nav[0].count("aria-current=") == 1
        assert "Timeline</a>" in nav[0]
    assert "vr-tabs" not in built.page("variorum/method")


def test_every_page_says_that_nobody_reviewed_it_or_who_did(story: Path, build: Build) -> None:
    built = build(story, html_theme="variorum")
    for name in (ALPHA, "bridge/statements", "variorum/method"):
        foot = built.page(name).partition('<footer class="vr-foot">')[2]
        assert "Automatic, unreviewed" in foot
        assert "#accuracy" in foot
    (story / "bridge" / "story.yaml").write_text(
        "reviewed:\n  by: Jana Novak\n  on: 2024-03-09\n", encoding="utf-8"
    )
    foot = build(story, html_theme="variorum").page(ALPHA).partition('<footer class="vr-foot">')[2]
    assert "Reviewed by Jana Novak, 9 March 2024" in foot


def test_no_page_carries_a_style_or_a_script_of_its_own(story: Path, build: Build) -> None:
    built = build(story, html_theme="variorum")
    for path in sorted(built.out.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=", html), path.name
        scripts = re.findall(r"<script([^>]*)>", html)
        run = [script for script in scripts if "application/ld+json" not in script]
        assert all("src=" in script for script in run), path.name
