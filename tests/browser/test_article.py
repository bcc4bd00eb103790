"""An article's page: layers, cards by mouse, keyboard and touch, and all of it without script."""

from __future__ import annotations

from tests.browser.conftest import STORY, Open

ARTICLE = f"{STORY}/articles/ostrey-courier"
FIRST = ".vr-p a.vr-first"


def test_a_card_opens_under_the_pointer_below_its_words(visit: Open) -> None:
    page = visit(ARTICLE)
    name = page.locator(FIRST).first
    name.hover()
    card = page.locator(".vr-card:popover-open")
    card.wait_for()
    words, box = name.bounding_box(), card.bounding_box()
    assert words
    assert box
    assert box["y"] >= words["y"] + words["height"]
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1440


def test_a_card_stays_while_the_pointer_is_in_it(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator(FIRST).first.hover()
    card = page.locator(".vr-card:popover-open")
    card.wait_for()
    card.locator("a").first.hover()
    page.wait_for_timeout(700)
    assert card.count() == 1
    page.mouse.move(2, 2)
    card.wait_for(state="detached")


def test_the_keyboard_opens_enters_and_leaves_a_card(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator(".vr-p .vr-key").first.focus()
    page.keyboard.press("Tab")
    open_card = page.locator(".vr-card:popover-open")
    open_card.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.vr-card') !== null")
    page.keyboard.press("Escape")
    open_card.wait_for(state="detached")


def test_one_card_at_a_time(visit: Open) -> None:
    page = visit(ARTICLE)
    for i in (0, 1):
        page.locator(FIRST).nth(i).hover()
        page.wait_for_timeout(900)
        assert page.locator(".vr-card:popover-open").count() == 1


def test_a_tap_opens_a_card_and_a_second_one_follows_the_link(visit: Open) -> None:
    page = visit(ARTICLE, width=390, has_touch=True, is_mobile=True)
    name = page.locator(FIRST).first
    name.tap()
    card = page.locator(".vr-card:popover-open")
    card.wait_for()
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    name.tap()
    page.wait_for_url("**/actors/**")


def test_a_quotations_sign_opens_its_note(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator(".vr-letter:visible").first.hover()
    card = page.locator(".vr-card:popover-open")
    card.wait_for()
    assert "% sure" in card.inner_text()


def test_a_layer_shows_and_hides_and_is_kept(visit: Open) -> None:
    page = visit(ARTICLE)
    gloss = page.locator(".vr-gloss").first
    assert not gloss.is_visible()
    page.locator("#vr-layer-dates").check()
    assert gloss.is_visible()
    page.reload()
    assert page.locator(".vr-gloss").first.is_visible()


def test_plain_text_hides_every_mark_and_moves_no_letter(visit: Open) -> None:
    page = visit(ARTICLE)
    first = page.locator(FIRST).first
    assert "underline" in first.evaluate("e => getComputedStyle(e).textDecorationLine")
    page.locator("#vr-layer-plain").check()
    assert first.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    assert page.locator(".vr-sig:visible").count() == 0


def test_what_no_layer_shows_is_no_stop_for_the_keyboard(visit: Open) -> None:
    page = visit(ARTICLE)
    later = page.locator(".vr-p a.vr-ent:not(.vr-first)").first
    assert later.get_attribute("tabindex") == "-1"
    page.locator("#vr-layer-names").check()
    assert later.get_attribute("tabindex") == "0"


def test_without_script_layers_work_and_notes_stand_under_the_text(visit: Open) -> None:
    page = visit(ARTICLE, java_script_enabled=False)
    assert page.locator(".vr-notes .vr-card").first.is_visible()
    gloss = page.locator(".vr-gloss").first
    assert not gloss.is_visible()
    page.locator("#vr-layer-dates").check()
    assert gloss.is_visible()
    page.locator(".vr-letter:visible").first.click()
    assert "#note-" in page.url


def test_folded_lines_open_without_script(visit: Open) -> None:
    page = visit(f"{STORY}/articles/vellmark-daily", java_script_enabled=False)
    line = page.get_by_text("BRUSSELSUpdated")
    assert not line.first.is_visible()
    page.locator(".vr-scrape summary").first.click()
    assert page.locator(".vr-scrape[open] li").first.is_visible()


def test_an_article_prints_with_its_notes_and_without_the_interface(visit: Open) -> None:
    page = visit(ARTICLE)
    page.emulate_media(media="print")
    assert page.locator(".vr-notes .vr-card").first.is_visible()
    assert not page.locator(".vr-layers").is_visible()
    assert not page.locator(".vr-bar").is_visible()
