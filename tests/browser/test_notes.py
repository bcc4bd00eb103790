"""A reader's own notes on a static site: kept in the browser, saved, read back, hidden."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import STORY, Open

SELECT = """([from, to]) => {
  const text = document.querySelector(".vr-text");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node.length <= to || node.parentElement.closest(".vr-key")) node = walker.nextNode();
  const range = new Range();
  range.setStart(node, from);
  range.setEnd(node, to);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return getSelection().toString();
}"""
LIT = "[...(CSS.highlights.get('vr-own') ?? [])].map((range) => range.toString())"


def noted(page: Page, words: str) -> str:
    chosen = str(page.evaluate(SELECT, [3, 30])).strip()
    page.get_by_role("button", name="Note the selected words").click()
    page.locator(".vr-own textarea:focus").wait_for()  # what makes it is fetched
    page.keyboard.type(words)
    page.keyboard.press("Tab")
    return chosen


def test_a_note_is_kept_and_hidden_and_removed(visit: Open) -> None:
    page = visit(f"{STORY}/articles/vellmark-daily")
    html = page.locator(".vr-text").inner_html()
    chosen = noted(page, "Who counted?")
    assert page.evaluate(LIT) == [chosen]
    page.reload()
    expect(page.locator(".vr-own textarea")).to_have_value("Who counted?")
    assert page.evaluate(LIT) == [chosen]
    assert page.locator(".vr-text").inner_html() == html
    page.get_by_label("My notes").uncheck()
    assert page.evaluate(LIT) == []
    page.reload()
    assert page.evaluate(LIT) == []
    page.get_by_label("My notes").check()
    page.get_by_role("button", name="Remove").click()
    assert page.evaluate(LIT) == []
    assert json.loads(page.evaluate("localStorage.getItem('variorum-notes')")) == []


def test_notes_are_saved_as_w3c_annotations_and_read_back(visit: Open, tmp_path: Path) -> None:
    page = visit(f"{STORY}/articles/vellmark-daily")
    chosen = noted(page, "Mine.")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my notes").click()
    file = tmp_path / "notes.jsonld"
    saved.value.save_as(file)
    said = json.loads(file.read_text("utf-8"))
    [item] = said["items"]
    assert (said["type"], item["type"]) == ("AnnotationPage", "Annotation")
    assert item["target"]["selector"]["exact"] == chosen
    assert item["body"][0]["value"] == "Mine."
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(".vr-own li")).to_have_count(0)
    for _ in range(2):  # Read twice it is one note still.
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Read notes").click()
        chooser.value.set_files(file)
        expect(page.locator(".vr-own li")).to_have_count(1)
    assert page.evaluate(LIT) == [chosen]


def test_a_file_without_notes_changes_nothing(visit: Open, tmp_path: Path) -> None:
    page = visit(f"{STORY}/articles/vellmark-daily")
    for text in ("{", '{"items": [{"type": "Book"}]}', "[1, null]"):
        file = tmp_path / "other.json"
        file.write_text(text, encoding="utf-8")
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Read notes").click()
        chooser.value.set_files(file)
        expect(page.locator(".vr-own [role=status]")).to_have_text("This file has no notes.")
        expect(page.locator(".vr-own li")).to_have_count(0)
