"""A German interface over reports that run in either direction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import RULES, axe
from tests.build.test_direction import ARABIC, HEBREW
from tests.conftest import ALPHA, BETA
from tests.sphinx_run import run_sphinx

__all__ = ["axe"]

PAGES = ("index", "articles/jisr", "articles/gesher", "blind", "differences", "sources")


@pytest.fixture(scope="module")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story told in English, Arabic and Hebrew; the interface is German."""
    folder = tmp_path_factory.mktemp("bridges")
    articles = folder / "source" / "articles"
    articles.mkdir(parents=True)
    reports = {"alpha.txt": ALPHA, "beta.md": BETA, "jisr.txt": ARABIC, "gesher.md": HEBREW}
    for name, text in reports.items():
        (articles / name).write_text(text, encoding="utf-8")
    return run_sphinx(folder / "source", folder, language="de").out


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def address(site: Path, name: str) -> str:
    return (site / f"{name}.html").as_uri()


@pytest.mark.parametrize("name", ["jisr", "gesher"])
def test_a_report_that_runs_from_right_to_left_stands_at_the_right(
    bridges: Path, page: Page, name: str
) -> None:
    page.goto(address(bridges, f"articles/{name}"))
    edges = page.evaluate(
        """() => {
          const of = (node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()].filter((r) => r.width > 20);
          };
          const first = document.querySelector(".vr-text .vr-p p");
          const box = first.getBoundingClientRect();
          const lines = of(first);
          return {
            start: Math.round(box.right - Math.max(...lines.map((r) => r.right))),
            heading: getComputedStyle(document.querySelector("h1")).direction,
            frame: getComputedStyle(document.body).direction,
          };
        }"""
    )
    assert edges["start"] <= 2
    assert edges["heading"] == "rtl"
    assert edges["frame"] == "ltr"


def test_the_number_of_a_paragraph_stands_where_its_lines_begin(bridges: Path, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(address(bridges, "articles/jisr"))
    key = page.locator(".vr-key").first.bounding_box()
    text = page.locator(".vr-p p").first.bounding_box()
    assert key
    assert text
    assert key["x"] >= text["x"] + text["width"] - 2


@pytest.mark.parametrize("width", [1440, 390])
def test_no_page_has_a_barrier_in_either_direction(
    bridges: Path, page: Page, axe: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    found = []
    for name in PAGES:
        page.goto(address(bridges, name))
        page.evaluate(axe)
        result = page.evaluate("rules => axe.run({runOnly: rules, preload: false})", RULES)
        found += [(name, v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((name, "wider than the screen", str(width)))
    assert found == []


def test_search_speaks_german_and_finds_hebrew(bridges: Path, page: Page) -> None:
    page.goto(f"{address(bridges, 'search')}?q=הגשר")
    page.locator(".vr-hit").first.wait_for()
    assert page.locator("[role=status]").inner_text().startswith("Ergebnisse: ")
    assert page.locator(".vr-snippet mark").first.inner_text() == "הגשר"
    snippet = page.locator(".vr-snippet").first
    assert snippet.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_marks_are_counted_in_german(bridges: Path, page: Page) -> None:
    page.goto(address(bridges, "blind"))
    page.locator(".vr-blind-report .vr-sentence").first.click()
    assert page.locator("[role=status]").inner_text() == "Markiert: 1"
