"""Handouts: the sheet that the address names stands alone, without script."""

from __future__ import annotations

import pytest

from tests.browser.conftest import STORY, Open

SHEETS = ".vr-handout"


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_sheet_that_is_chosen_stands_alone(visit: Open, media: str) -> None:
    page = visit(f"{STORY}/differences", java_script_enabled=False)
    page.locator("a[href*='handouts.html#']").first.click()
    page.emulate_media(media=media)  # type: ignore[arg-type]
    assert [sheet.is_visible() for sheet in page.locator(SHEETS).all()].count(True) == 1
    assert page.locator(f"{SHEETS}:target .vr-references").is_visible()


def test_all_stand_on_sheets_of_their_own_where_none_is_chosen(visit: Open) -> None:
    page = visit(f"{STORY}/handouts")
    page.emulate_media(media="print")
    breaks = page.locator(SHEETS).evaluate_all(
        "all => all.map(e => getComputedStyle(e).breakAfter)"
    )
    assert set(breaks[:-1]) == {"page"}
    assert breaks[-1] == "auto"


def test_one_goes_from_sheet_to_sheet_and_back_to_all(visit: Open) -> None:
    page = visit(f"{STORY}/handouts")
    page.locator(SHEETS).first.get_by_text("This sheet alone").click()
    assert [sheet.is_visible() for sheet in page.locator(SHEETS).all()].count(True) == 1
    page.locator(SHEETS).first.get_by_text("Next sheet").click()
    assert page.get_by_role("heading", level=1, name="Handouts").count() == 1
    second = page.locator(SHEETS).nth(1)
    assert second.is_visible()
    assert not page.locator(SHEETS).first.is_visible()
    second.get_by_text("All sheets").click()
    assert page.locator(SHEETS).first.is_visible()
