"""Layers of an article: with and without script, in the address and for the next page."""

from __future__ import annotations

import pytest

from tests.browser.conftest import STORY, Open

ARTICLE = f"{STORY}/articles/ostrey-courier"
FIRST = ".vr-p a.vr-first"


@pytest.mark.parametrize("script", [True, False])
def test_every_layer_shows_and_hides(visit: Open, script: bool) -> None:
    page = visit(ARTICLE, java_script_enabled=script)
    for layer, sign in {
        "quotes": ".vr-q-start:not(.vr-q-reported)", "reported": ".vr-letter.vr-reported",
        "differences": ".vr-number", "shared": ".vr-same", "dates": ".vr-gloss",
    }.items():  # fmt: skip
        mark = page.locator(f".vr-text {sign}").first
        seen = "e => [getComputedStyle(e).display, getComputedStyle(e).backgroundImage].join()"
        page.locator(f"#vr-layer-{layer}").check()
        shown = mark.evaluate(seen)
        page.locator(f"#vr-layer-{layer}").uncheck()
        assert mark.evaluate(seen) != shown, layer


def test_layers_are_kept_for_the_next_page(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator("#vr-layer-dates").check()
    page.goto(page.url.replace("ostrey-courier", "vellmark-daily").split("?")[0])
    assert page.locator(".vr-gloss").first.is_visible()


def test_the_address_says_which_layers_show(visit: Open) -> None:
    page = visit(ARTICLE)
    assert "layers" not in page.url
    page.locator("#vr-layer-dates").check()
    page.locator("#vr-layer-actors").uncheck()
    address = page.url
    assert "layers=quotes,differences,dates" in address
    other = visit(ARTICLE)
    other.goto(address)
    assert other.locator(".vr-gloss").first.is_visible()
    assert other.locator(FIRST).first.evaluate("e => e.tabIndex") == -1
    other.locator("#vr-layer-dates").uncheck()
    other.locator("#vr-layer-actors").check()
    assert "layers" not in other.url


def test_plain_text_hides_every_mark_and_note(visit: Open) -> None:
    page = visit(ARTICLE)
    first = page.locator(FIRST).first
    assert "underline" in first.evaluate("e => getComputedStyle(e).textDecorationLine")
    page.keyboard.press("t")
    assert page.locator("#vr-layer-plain").is_checked()
    assert first.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    assert page.locator(":is(.vr-sig, .vr-margin):visible").count() == 0
    page.keyboard.press("t")
    assert page.locator(".vr-sig:visible").count() > 5


def test_what_no_layer_shows_is_no_stop_for_the_keyboard(visit: Open) -> None:
    page = visit(ARTICLE)
    passed = "document.activeElement.matches('.vr-ent:not(.vr-first)')"

    def reached() -> bool:
        page.locator(".vr-key").first.focus()
        reached = []
        for _step in range(12):
            page.keyboard.press("ArrowRight")
            reached.append(page.evaluate(passed))
        return any(reached)

    assert not reached()
    page.locator("#vr-layer-names").check()
    assert reached()
    page.locator("#vr-layer-plain").check()
    assert not reached()
    assert page.evaluate("document.activeElement.matches('.vr-key')")


def test_without_script_signs_lead_to_notes_and_back(visit: Open) -> None:
    page = visit(ARTICLE, java_script_enabled=False)
    sign = page.locator(".vr-p .vr-number").first
    sign.click()
    note = page.locator(sign.get_attribute("href") or "")
    assert note.is_visible()
    assert page.url.endswith(f"#{note.get_attribute('id')}")
    assert note.locator("button:visible").count() == 0
    note.locator("a").first.click()
    back = page.locator(":target")
    assert back.is_visible()
    assert page.locator(".vr-text, h1").filter(has=back).count() == 1


def test_a_quotation_cut_short_shows_where_others_go_on(visit: Open) -> None:
    page = visit(f"{STORY}/articles/vellmark-daily")
    cut = page.locator(".vr-text .vr-cut-left-start").first
    style = "e => getComputedStyle(e).borderInlineStartStyle"
    assert cut.evaluate(style) == "dotted"
    page.locator("#vr-layer-differences").uncheck()
    assert cut.evaluate(style) == "none"
