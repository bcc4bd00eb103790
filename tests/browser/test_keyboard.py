"""An article by the keyboard alone: everything is reached, each stop is seen, none is a trap."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import STORY, Open

ARTICLE = f"{STORY}/articles/ostrey-courier"
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  e.dataset.stop ??= String(window.stops = (window.stops || 0) + 1);
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const part = ["vr-skip", "vr-tabs", "vr-bar", "vr-rail", "vr-card", "vr-margin", "vr-head",
    "vr-text", "vr-foot"].find(name => e.closest("." + name));
  return {
    n: e.dataset.stop, part: part || "other",
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    mark: "card" in e.dataset,
    html: e.outerHTML.slice(0, 150),
  };
}"""


def tour(page: Page, key: str, most: int = 700) -> list[dict[str, object]]:
    """Every stop until the end of the page, or the first one that comes again."""
    stops: list[dict[str, object]] = []
    for _step in range(most):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["n"] == stops[0]["n"]):
            return stops
        stops.append(stop)
    raise AssertionError(f"no end after {most} stops, at {stops[-1]}")


def walk(page: Page, key: str) -> list[dict[str, object]]:
    """Every mark from the one in focus, until one comes again."""
    marks = [page.evaluate(STOP)]
    for _step in range(700):
        page.keyboard.press(key)
        mark = page.evaluate(STOP)
        if mark["n"] == marks[0]["n"]:
            return marks
        marks.append(mark)
    raise AssertionError(f"no end, at {marks[-1]}")


def into_the_text(page: Page) -> None:
    """Focus what Tab reaches first in the text."""
    page.get_by_role("link", name="Skip the text’s marks").focus()
    page.keyboard.press("Tab")


def test_the_tabulator_leads_through_an_article_and_out_of_it(visit: Open) -> None:
    page = visit(ARTICLE, reduced_motion="reduce")
    stops = tour(page, "Tab")
    assert [s["html"] for s in stops if not s["ring"]] == []
    assert [s["html"] for s in stops if not s["seen"]] == []
    assert [n for n, times in Counter(s["n"] for s in stops).items() if times > 1] == []
    parts = list(dict.fromkeys(str(s["part"]) for s in stops))
    assert parts[0] == "vr-skip"
    order = [p for p in parts if p in ("vr-skip", "vr-bar", "vr-tabs", "vr-rail", "vr-text")]
    assert order == ["vr-skip", "vr-bar", "vr-tabs", "vr-rail", "vr-text"]
    assert parts[-1] == "vr-foot"
    marks = Counter(s["part"] for s in stops if s["mark"] or 'class="vr-key"' in str(s["html"]))
    assert marks["vr-text"] == 1
    assert marks.keys() <= {"vr-head", "vr-text"}
    assert marks["vr-head"] <= 1


@pytest.mark.parametrize("layers", ["", "quotes,differences,shared,names,references,dates"])
def test_arrows_reach_all_that_the_layers_show(visit: Open, layers: str) -> None:
    page = visit(ARTICLE, reduced_motion="reduce")
    if layers:
        page.goto(f"{page.url}?layers={layers}")
    links = page.locator(".vr-text a:visible").evaluate_all(
        "all => all.filter(a => a.matches('.vr-sig, .vr-key')"
        " || getComputedStyle(a).textDecorationLine !== 'none').length"
    )
    into_the_text(page)
    marks = walk(page, "ArrowRight")
    assert len(marks) >= links > 40
    assert [m["html"] for m in marks if not (m["ring"] and m["seen"])] == []
    assert {m["part"] for m in marks} <= {"vr-head", "vr-text"}
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(STOP)["n"] == marks[-1]["n"]


def test_words_that_no_sign_stands_for_are_a_button(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator("#vr-layer-dates").check()
    alone = page.locator(".vr-text").get_by_role("button").first
    assert alone.get_attribute("data-card")
    into_the_text(page)
    while not alone.evaluate("e => e === document.activeElement"):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    card = page.locator(".vr-card:popover-open")
    assert card.get_attribute("id") == alone.get_attribute("data-card")


def test_enter_opens_a_card_arrows_lead_on_to_the_next_and_escape_closes(visit: Open) -> None:
    page = visit(ARTICLE)
    card = page.locator(".vr-card:popover-open")
    into_the_text(page)
    page.keyboard.press("ArrowRight")
    assert card.count() == 0
    page.keyboard.press("Enter")
    first = card.get_attribute("id")
    page.keyboard.press("ArrowRight")
    assert card.get_attribute("id") not in (None, first)
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    assert card.count() == 0
    assert page.evaluate(STOP)["mark"]


def test_enter_on_a_name_whose_card_is_open_follows_it(visit: Open) -> None:
    page = visit(ARTICLE)
    into_the_text(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert "/articles/" in page.url
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/**")


def test_the_text_is_entered_again_where_it_was_left(visit: Open) -> None:
    page = visit(ARTICLE)
    into_the_text(page)
    for _step in range(5):
        page.keyboard.press("ArrowRight")
    left = page.evaluate(STOP)["n"]
    page.keyboard.press("Tab")
    assert page.evaluate(STOP)["n"] != left
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(STOP)["n"] == left


def test_every_mark_and_finding_by_letters(visit: Open) -> None:
    page = visit(ARTICLE)
    into_the_text(page)
    for letter, arrow in (("j", "ArrowRight"), ("k", "ArrowLeft")):
        before = page.evaluate(STOP)["n"]
        page.keyboard.press(letter)
        by_letter = page.evaluate(STOP)["n"]
        page.locator(f"[data-stop='{before}']").focus()
        page.keyboard.press(arrow)
        assert page.evaluate(STOP)["n"] == by_letter != before


@pytest.mark.parametrize("script", [True, False])
def test_the_texts_marks_can_be_skipped(visit: Open, script: bool) -> None:
    page = visit(ARTICLE, java_script_enabled=script)
    skip = page.get_by_role("link", name="Skip the text’s marks")
    skip.focus()
    box = skip.bounding_box()
    assert box
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(".vr-apparatus :focus").count() == 1


def test_without_script_every_mark_is_a_link_of_its_own(visit: Open) -> None:
    page = visit(ARTICLE, java_script_enabled=False)
    assert page.locator('.vr-text :is([tabindex="0"], [role=button])').count() == 0
    assert page.locator(".vr-text a[href]").count() > 60


def test_the_way_back_is_as_free(visit: Open) -> None:
    page = visit(ARTICLE)
    parts = [str(s["part"]) for s in tour(page, "Shift+Tab")]
    assert parts[0] == "vr-foot"
    assert parts[-1] == "vr-skip"
    assert "vr-text" in parts


def test_every_layer_can_be_switched_by_the_space_bar(visit: Open) -> None:
    page = visit(ARTICLE)
    for box in page.locator(".vr-rail input[type=checkbox]:visible").all():
        before = box.is_checked()
        box.focus()
        page.keyboard.press("Space")
        assert box.is_checked() != before
        page.keyboard.press("Space")
        assert box.is_checked() == before
