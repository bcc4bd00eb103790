"""An article by the keyboard alone: a stop for everything, each to be seen, none a trap."""

from __future__ import annotations

from collections import Counter

from playwright.sync_api import Page

from tests.browser.conftest import STORY, Open

ARTICLE = f"{STORY}/articles/ostrey-courier"
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  e.dataset.stop ??= String(window.stops = (window.stops || 0) + 1);
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const part = ["vr-skip", "vr-tabs", "vr-bar", "vr-rail", "vr-card", "vr-margin", "vr-text",
    "vr-foot"].find(name => e.closest("." + name));
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


def _twice(stops: list[dict[str, object]]) -> set[object]:
    return {n for n, times in Counter(s["n"] for s in stops).items() if times > 1}


def test_the_tabulator_leads_through_an_article_and_out_of_it(visit: Open) -> None:
    page = visit(ARTICLE, reduced_motion="reduce")
    stops = tour(page, "Tab")
    assert [s["html"] for s in stops if not s["ring"]] == []
    assert [s["html"] for s in stops if not s["seen"]] == []
    twice = _twice(stops)
    again = [s for s in stops if s["n"] in twice]
    assert len(again) == 2 * len(twice)
    assert [s["html"] for s in again if not s["mark"]] == [], "only a card leads back, to its mark"
    parts = list(dict.fromkeys(str(s["part"]) for s in stops))
    assert parts[0] == "vr-skip"
    order = [p for p in parts if p in ("vr-skip", "vr-bar", "vr-tabs", "vr-rail", "vr-text")]
    assert order == ["vr-skip", "vr-bar", "vr-tabs", "vr-rail", "vr-text"]
    assert "vr-card" in parts
    assert parts[-1] == "vr-foot"


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
