"""Every kind of page: accessible, nowhere wider than the screen; tables; search."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.conftest import STORY, Open

PAGES = [
    "index", f"{STORY}/index", f"{STORY}/articles/ostrey-courier",
    f"{STORY}/articles/vellmark-daily", f"{STORY}/actors/index", f"{STORY}/actors/russia",
    f"{STORY}/statements", f"{STORY}/statements-by-day", f"{STORY}/timeline", f"{STORY}/dates",
    f"{STORY}/sources", f"{STORY}/blind", "variorum/method", "search", "genindex",
]  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which tox installs from the npm registry."""
    return (Path(os.environ["AXE"]) / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_page_has_a_barrier(visit: Open, axe: str, width: int, scheme: str) -> None:
    found = []
    for name in PAGES:
        page = visit(name, width=width, color_scheme=scheme)
        page.evaluate(axe)
        result = page.evaluate("rules => axe.run({runOnly: rules, preload: false})", RULES)
        found += [(name, v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((name, "wider than the screen", str(width)))
        page.context.close()
    assert found == []


def test_a_table_sorts_by_a_click_on_its_head(visit: Open) -> None:
    page = visit(f"{STORY}/actors/index")
    table = page.locator("table.vr-actors").first
    table.locator("thead button").first.click()
    names = table.locator("tbody th").all_inner_texts()
    assert len(names) > 5
    assert names == sorted(names, key=str.casefold)
    head = table.locator("thead th").first
    assert head.get_attribute("aria-sort") == "ascending"


def test_a_filter_leaves_what_fits(visit: Open) -> None:
    page = visit(f"{STORY}/actors/index")
    page.locator("#vr-filter").fill("sherman")
    shown = page.locator("tbody tr:visible").all_inner_texts()
    assert len(shown) == 1
    assert "Wendy Sherman" in shown[0]


def test_the_skip_link_leads_to_the_text(visit: Open) -> None:
    page = visit(f"{STORY}/articles/ostrey-courier")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "vr-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "vr-main"
