"""What links to actors, statements and findings show: by pointer, by keyboard, on touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import STORY, Open

STATEMENTS = f"{STORY}/statements"
ACTOR = '.vr-page a[href*="actors/"]'


def shown(page: Page) -> Locator:
    preview = page.locator(".vr-preview:popover-open")
    preview.wait_for()
    return preview


def test_nothing_is_loaded_until_a_link_is_pointed_at(visit: Open) -> None:
    page = visit(STATEMENTS)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url.rpartition("/")[2]))
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    assert asked == []
    link = page.locator(ACTOR).first
    link.hover()
    assert link.inner_text() in shown(page).inner_text()
    assert "Named" in shown(page).inner_text()
    assert page.locator("main .vr-preview").count() == 1
    assert sorted(asked) == ["data.js", "previews.css"]


def test_it_stays_while_the_pointer_is_on_it_and_lies_beside_its_link(visit: Open) -> None:
    page = visit(STATEMENTS)
    link = page.locator(ACTOR).first
    link.hover()
    preview = shown(page)
    words, box = link.bounding_box(), preview.bounding_box()
    assert words
    assert box
    assert box["y"] >= words["y"] + words["height"] or box["y"] + box["height"] <= words["y"]
    preview.hover()
    page.wait_for_timeout(700)
    assert preview.count() == 1
    page.mouse.move(2, 2)
    preview.wait_for(state="detached")


def test_escape_closes_it_and_moves_neither_pointer_nor_focus(visit: Open) -> None:
    page = visit(STATEMENTS)
    page.locator(ACTOR).first.hover()
    preview = shown(page)
    page.keyboard.press("Escape")
    preview.wait_for(state="detached")
    page.wait_for_timeout(600)
    assert preview.count() == 0


def test_by_keyboard_it_opens_at_once_and_tells_what_it_says(visit: Open) -> None:
    page = visit(STATEMENTS)
    page.locator(ACTOR).first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    preview = shown(page)
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "vr-preview"
    page.mouse.move(300, 300)
    page.wait_for_timeout(500)
    assert preview.count() == 1
    page.keyboard.press("Escape")
    preview.wait_for(state="detached")
    assert page.evaluate("document.activeElement.matches('a')")
    assert page.locator("[aria-describedby=vr-preview]").count() == 0


@pytest.mark.parametrize(
    ("name", "link"),
    [
        (f"{STORY}/index", 'a[href*="differences.html#"]'),
        (f"{STORY}/actors/russia", '.vr-page a[href*="statements/"]'),
    ],
)
def test_findings_and_statements_have_one(visit: Open, name: str, link: str) -> None:
    page = visit(name)
    page.locator(link).first.hover()
    assert shown(page).locator("p").count() > 1


def test_other_links_have_none(visit: Open) -> None:
    page = visit(STATEMENTS)
    page.locator('.vr-tabs a[href$="differences.html"]').hover()
    page.wait_for_timeout(700)
    assert page.locator(".vr-preview").count() == 0


def test_a_tap_follows_the_link(visit: Open) -> None:
    page = visit(STATEMENTS, width=390, has_touch=True)
    page.locator(ACTOR).first.tap()
    page.wait_for_url("**/actors/*")
    assert page.locator(".vr-preview").count() == 0
