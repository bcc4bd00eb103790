"""Every kind of page: accessible, nowhere wider than the screen; tables; search."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.conftest import SECOND_STORY, STORY, Open

PAGES = [
    "index", f"{STORY}/index", f"{STORY}/articles/ostrey-courier",
    f"{STORY}/articles/vellmark-daily", f"{STORY}/actors/index", f"{STORY}/actors/russia",
    f"{STORY}/statements", f"{STORY}/statements-by-day", f"{STORY}/statements-by-source",
    f"{STORY}/statements/we-will-not-make-decisions-about-ukraine", f"{STORY}/differences",
    f"{STORY}/headlines",
    f"{STORY}/agreed", f"{STORY}/coverage", f"{STORY}/parallel/index", f"{STORY}/parallel/a-d",
    f"{STORY}/parallel/a-abreast",
    f"{STORY}/timeline", f"{STORY}/dates", f"{STORY}/sources", f"{STORY}/blind",
    f"{STORY}/handouts", f"{STORY}/quiz", f"{STORY}/data", f"{STORY}/stemma", f"{STORY}/synopsis",
    f"{SECOND_STORY}/versions", "variorum/across/actors/index", "variorum/across/outlets/index",
    "variorum/across/outlets/brackwater-times", "variorum/method", "search", "genindex",
]  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""All that a page can get wrong in another scheme of colours."""
AXE_RUN = """rules => axe.run({
  runOnly: rules, preload: false, elementRef: false, resultTypes: ["violations"],
})"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which tox installs from the npm registry."""
    return (Path(os.environ["AXE"]) / "axe.min.js").read_text(encoding="utf-8")


def kind_of_page(name: str) -> str:
    """``actors/*`` for every page in that folder but its index, else the name itself."""
    within = name.removeprefix(f"{STORY}/").removeprefix(f"{SECOND_STORY}/")
    folder, _slash, last = within.rpartition("/")
    return f"{folder}/*" if folder and last != "index" else f"{folder}/{last}".strip("/")


def test_every_kind_of_page_is_looked_at(site: Path) -> None:
    built = {p.relative_to(site).with_suffix("").as_posix() for p in site.rglob("*.html")}
    assert built >= set(PAGES)
    assert {kind_of_page(name) for name in built} == {kind_of_page(name) for name in PAGES}


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_no_page_has_a_barrier(visit: Open, site: Path, axe: str, width: int) -> None:
    found = []
    page = visit("index", width=width)
    for name in PAGES:
        query = "?q=nato" if name == "search" else ""
        page.goto(f"{(site / name).as_uri()}.html{query}")
        if query:
            page.locator(".vr-hit").first.wait_for()
        page.evaluate(axe)
        for scheme, rules in ("light", RULES), ("dark", OF_COLOUR):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            result = page.evaluate(AXE_RUN, rules)
            found += [(name, scheme, v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((name, "wider than the screen", str(width), ""))
    assert found == []


@pytest.mark.parametrize("settings", [{"device_scale_factor": 2}, {"forced_colors": "active"}])
def test_every_page_fits_a_screen_twice_as_large_and_colours_forced(
    visit: Open, site: Path, settings: dict[str, object]
) -> None:
    page = visit("index", width=720, **settings)
    wide, lost = [], []
    for name in PAGES:
        page.goto(f"{(site / name).as_uri()}.html")
        if page.evaluate("document.documentElement.scrollWidth") > 720:
            wide.append(name)
        if not page.locator("h1").first.is_visible():
            lost.append(name)
    assert (wide, lost) == ([], [])


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


def test_the_tab_one_is_on_is_told_apart_in_forced_colours(visit: Open) -> None:
    page = visit(f"{STORY}/coverage", forced_colors="active")
    edge = "e => getComputedStyle(e).borderBottomColor"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.locator(".vr-tabs a[aria-current]").evaluate(edge) != ground
    others = page.locator(".vr-tabs a:not([aria-current])").evaluate_all(f"all => all.map({edge})")
    assert set(others) <= {"rgb(255, 255, 255)", ground}


def test_the_way_back_from_a_page_with_a_long_title_is_in_full(site: Path, visit: Open) -> None:
    titles = {p.stem: len(p.stem) for p in (site / STORY / "statements").glob("*.html")}
    page = visit(f"{STORY}/statements/{max(sorted(titles), key=titles.__getitem__)}")
    links = page.locator(".vr-bar li:has(a)")
    assert links.count() == 2
    assert links.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth).length") == 0
