"""Filters of the differences and of the coverage: what is left, how it is told, how it is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import STORY, Open

FILTERS = [
    (f"{STORY}/differences", "Figures", "vr-is-kind-figure", "kind=figure"),
    (f"{STORY}/differences", "Small, or less certain", "vr-is-salience-1", "salience=1"),
    (f"{STORY}/differences", "Wendy Sherman", "vr-is-actor-", "actor=wendy-sherman"),
    (f"{STORY}/coverage", "told differently somewhere", "vr-is-told-differently",
     "told=differently"),
    (f"{STORY}/coverage", "NATO", "vr-is-actor-", "actor=nato"),
]  # fmt: skip


def shown(page: Page) -> list[str]:
    """The classes of the entries that are left, folded or not."""
    classes: list[str] = page.locator(".vr-filtered > *").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).display !== 'none').map(e => e.className)"
    )
    return classes


def choose(page: Page, words: str) -> int:
    """Tick a switch; how many entries it says it leaves."""
    page.locator(".vr-filters:not([open]) > summary").click()
    switch = page.locator(".vr-choice").filter(has_text=words)
    switch.locator("input").check()
    return int(switch.locator(".vr-n").inner_text())


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("name", "words", "kept", "_query"), FILTERS)
def test_a_filter_leaves_as_much_as_its_switch_says(
    visit: Open, name: str, words: str, kept: str, _query: str, script: bool
) -> None:
    page = visit(name, java_script_enabled=script)
    everything = len(shown(page))
    expected = choose(page, words)
    left = shown(page)
    assert 0 < len(left) == expected < everything
    assert all(kept in classes for classes in left)


@pytest.mark.parametrize(("name", "words", "_kept", "query"), FILTERS)
def test_a_filter_is_announced_and_kept_in_the_address(
    visit: Open, name: str, words: str, _kept: str, query: str
) -> None:
    page = visit(name)
    status = page.get_by_role("status")
    assert status.inner_text() == ""
    everything, expected = len(shown(page)), choose(page, words)
    assert status.inner_text().startswith(f"{expected} of {everything} ")
    assert page.url.endswith(f"?{query}")
    other = visit(name)
    other.goto(page.url)
    assert shown(other) == shown(page)
    assert other.locator(".vr-choice input:checked[value]:not([value=''])").is_visible()
    assert other.get_by_role("status").inner_text() == status.inner_text()


def test_two_groups_of_filters_work_together(visit: Open) -> None:
    page = visit(f"{STORY}/differences")
    choose(page, "Wording")
    page.locator(".vr-choice").filter(has_text="Worth a look").locator("input").check()
    left = shown(page)
    assert left
    assert all("kind-wording" in c and "salience-2" in c for c in left)
    headings = page.locator(".vr-group:has(.vr-filtered):visible")
    assert headings.count() == 1


def test_the_head_of_the_coverage_stays_in_sight(visit: Open) -> None:
    page = visit(f"{STORY}/coverage", width=1440)
    page.locator(".vr-matrix tbody tr").last.scroll_into_view_if_needed()
    head = page.locator(".vr-matrix thead th").last.bounding_box()
    assert head
    assert abs(head["y"]) < 4


@pytest.mark.parametrize(("width", "room", "sides"), [(1440, "100%", ""), (700, "20rem", "x")])
def test_a_table_that_goes_on_fades_out_there_until_its_end(
    visit: Open, width: int, room: str, sides: str
) -> None:
    page = visit(f"{STORY}/coverage", width=width)
    frame = page.locator(".vr-matrix-scroll")
    frame.evaluate("(e, room) => { e.style.inlineSize = room; }", room)

    def fading() -> str:
        frame.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        fade = "(e, side) => parseFloat(getComputedStyle(e).getPropertyValue(`--vr-fade-${side}`))"
        return "".join(side for side in "xy" if frame.evaluate(fade, side) > 0)

    assert fading() == sides
    frame.evaluate("e => e.scrollTo(e.scrollWidth, e.scrollHeight)")
    assert fading() == ""


@pytest.mark.parametrize("script", [True, False])
def test_of_the_reports_chosen_alone_the_columns_stay(visit: Open, script: bool) -> None:
    page = visit(f"{STORY}/coverage", java_script_enabled=script)
    heads = page.locator(".vr-matrix thead th:visible")
    assert heads.count() == 6
    page.locator(".vr-filters > summary").click()
    page.locator(".vr-pick-column-2").check()
    page.locator(".vr-pick-column-5").check()
    assert [words[0] for words in heads.all_inner_texts()] == ["C", "B", "E"]


def test_on_a_phone_no_row_of_the_coverage_is_wider_than_the_page(visit: Open) -> None:
    page = visit(f"{STORY}/coverage", width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator(".vr-matrix-scroll")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
