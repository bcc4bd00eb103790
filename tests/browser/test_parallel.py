"""Two articles side by side: what joins them leads across, with and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import STORY, Open

PAIR = f"{STORY}/parallel/a-d"
SIGNS = ".vr-side .vr-join"


def top(page: Page, place: str) -> float:
    box = page.locator(f"[id='{place}']").bounding_box()
    assert box
    return box["y"]


def apart(page: Page) -> tuple[str, str]:
    """The places of a passage that stands at another height in the other column."""
    for sign in page.locator(f".vr-one {SIGNS.split()[-1]}").all():
        there = (sign.get_attribute("href") or "")[1:]
        here = there.removesuffix("-there")
        if sign.is_visible() and abs(top(page, here) - top(page, there)) > 100:
            return here, there
    raise AssertionError("all passages stand level")


@pytest.mark.parametrize("name", [PAIR, f"{STORY}/parallel/c-d"])
def test_without_script_every_sign_leads_to_the_other_column(visit: Open, name: str) -> None:
    page = visit(name, java_script_enabled=False, reduced_motion="reduce")
    signs = page.locator(SIGNS)
    assert signs.count() > 5
    for sign in signs.all():
        there = page.locator(f"[id='{(sign.get_attribute('href') or '')[1:]}']")
        mine, theirs = (
            e.locator("xpath=ancestor::*[contains(@class, 'vr-side')][1]").get_attribute("class")
            for e in (sign, there)
        )
        assert mine != theirs
    sign = page.locator(f"{SIGNS}:visible").last
    there = sign.get_attribute("href")
    sign.click()
    assert page.url.endswith(there or "?")
    assert 0 <= top(page, (there or "")[1:]) <= 900


@pytest.mark.parametrize("by", ["click", "keyboard"])
def test_a_passage_brings_the_other_column_level_and_escape_puts_it_back(
    visit: Open, by: str
) -> None:
    page = visit(PAIR)
    here, there = apart(page)
    before = top(page, there) - top(page, here)
    sign = page.locator(f".vr-one .vr-join[href='#{there}']").first
    if by == "click":
        sign.click()
    else:
        sign.focus()
        page.keyboard.press("Enter")
    page.wait_for_function(
        "ids => { const [a, b] = ids.map(i => document.getElementById(i)"
        ".getBoundingClientRect().top); return Math.abs(a - b) < 6; }",
        arg=[here, there],
    )
    assert page.locator(".vr-connector").is_visible()
    assert page.locator(".vr-met").count() >= 2
    page.keyboard.press("Escape")
    assert not page.locator(".vr-connector").is_visible()
    page.wait_for_function(
        "([a, b, gap]) => { const [x, y] = [a, b].map(i => document.getElementById(i)"
        ".getBoundingClientRect().top); return Math.abs(y - x - gap) < 6; }",
        arg=[here, there, before],
    )


def test_a_link_to_a_finding_opens_with_both_readings_level(visit: Open) -> None:
    here, there = apart(visit(PAIR))
    page = visit(f"{PAIR}")
    page.goto(f"{page.url}#{here}")
    page.reload()
    page.locator(".vr-met").first.wait_for()
    page.wait_for_timeout(400)
    assert abs(top(page, here) - top(page, there)) < 6


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_one_text_can_stand_alone(visit: Open, script: bool) -> None:
    page = visit(PAIR, width=390, java_script_enabled=script)
    one, other = (page.locator(f".vr-row-level > .vr-{side}").first for side in ("one", "other"))
    assert one.is_visible()
    assert other.is_visible()
    page.get_by_text("D alone").click()
    assert not one.is_visible()
    assert other.is_visible()


def test_two_texts_are_one_stop_that_arrows_lead_through(visit: Open) -> None:
    page = visit(PAIR)
    inside = page.locator(".vr-row:not(.vr-row-head) a:visible")
    assert inside.count() > 20
    page.get_by_role("link", name="Skip the text’s marks").focus()
    focused = "e => e === document.activeElement"
    page.keyboard.press("Tab")  # the outlets, which stand above the texts
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    if page.locator("summary:focus").count():  # lines set aside before the first sign
        page.keyboard.press("Tab")
    assert inside.first.evaluate(focused)
    for sign in inside.all():
        assert sign.evaluate(focused)
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    assert page.locator(".vr-row a:focus").count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_the_signs_of_two_texts_can_be_skipped(visit: Open, script: bool) -> None:
    page = visit(PAIR, java_script_enabled=script)
    page.get_by_role("link", name="Skip the text’s marks").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(".vr-joins a:focus").count() == 1
