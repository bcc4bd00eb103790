"""An article's page: its cards by mouse, keyboard and touch, what they copy, permalinks, keys."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import STORY, Open

ARTICLE = f"{STORY}/articles/ostrey-courier"
FIRST = ".vr-p a.vr-first"
NUMBER = ".vr-p .vr-number"


def opened(page: Page) -> Locator:
    card = page.locator(".vr-card:popover-open")
    card.wait_for()
    return card


def fits(card: Locator, width: int) -> bool:
    """Whether all of a card is on the screen."""
    box = card.bounding_box()
    assert box
    across = box["x"] >= 0 and box["x"] + box["width"] <= width
    return across and box["y"] >= 0 and box["y"] + box["height"] <= 900


# --- by mouse ------------------------------------------------------------------------------------


def test_a_card_opens_under_the_pointer_and_off_its_words(visit: Open) -> None:
    page = visit(ARTICLE)
    marks = page.locator(f"{FIRST}, {NUMBER}")
    for i in range(0, marks.count(), 4):
        mark = marks.nth(i)
        mark.scroll_into_view_if_needed()
        mark.hover()
        card = opened(page)
        words, box = mark.bounding_box(), card.bounding_box()
        assert words
        assert box
        assert box["y"] >= words["y"] + words["height"] or box["y"] + box["height"] <= words["y"]
        assert fits(card, 1440)
        page.mouse.move(2, 2)
        card.wait_for(state="detached")


def test_a_card_stays_while_the_pointer_is_in_it(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator(FIRST).first.hover()
    card = opened(page)
    card.locator("a").first.hover()
    page.wait_for_timeout(700)
    assert card.count() == 1
    page.mouse.move(2, 2)
    card.wait_for(state="detached")


def test_a_short_pass_of_the_pointer_opens_nothing(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator(FIRST).first.hover()
    page.mouse.move(2, 2)
    page.wait_for_timeout(600)
    assert page.locator(".vr-card:popover-open").count() == 0


def test_one_card_at_a_time(visit: Open) -> None:
    page = visit(ARTICLE)
    for i in (0, 1):
        page.locator(FIRST).nth(i).hover()
        page.wait_for_timeout(700)
        assert page.locator(".vr-card:popover-open").count() == 1


def test_a_card_says_what_why_and_how_sure(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator(NUMBER).first.click()
    said = opened(page).inner_text()
    assert "% sure" in said
    assert "automatic, unreviewed" in said
    opened(page).get_by_role("link", name="how measured").click()
    page.wait_for_url("**/method.html#accuracy-differences")
    assert page.locator(".vr-accuracy tr:has(:target)").inner_text().startswith("Differences")


def test_a_card_lists_what_else_covers_the_place(visit: Open) -> None:
    page = visit(ARTICLE)
    hidden = page.locator(".vr-letter.vr-merged").first
    assert not hidden.is_visible()
    note = hidden.get_attribute("data-card")
    # Its words end with it; the number of what differs in them stands before it.
    hidden.locator("xpath=preceding::a[contains(@class, 'vr-number')][1]").click()
    opened(page).locator(f'a[href="#{note}"]').click()
    assert opened(page).get_attribute("id") == note


# --- by keyboard and touch -----------------------------------------------------------------------


def test_the_keyboard_opens_enters_and_leaves_a_card(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator(".vr-p .vr-key").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    card = opened(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.vr-card') !== null")
    page.keyboard.press("Escape")
    card.wait_for(state="detached")
    assert page.evaluate("document.activeElement.dataset.card") is not None


def test_keys_lead_from_finding_to_finding(visit: Open) -> None:
    page = visit(ARTICLE)
    seen = []
    for key in "nnnp":
        page.keyboard.press(key)
        seen.append(opened(page).get_attribute("id"))
        assert fits(opened(page), 1440)
    assert len(set(seen[:3])) == 3
    assert seen[3] == seen[1]


def test_the_list_of_keys_turns_them_off(visit: Open) -> None:
    page = visit(ARTICLE)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    dialog.wait_for()  # it is fetched
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    page.keyboard.press("n")
    page.reload()
    page.keyboard.press("n")
    assert page.locator(".vr-card:popover-open").count() == 0
    page.get_by_role("button", name="Keys").click()
    dialog.wait_for()


def test_typing_is_no_shortcut(visit: Open) -> None:
    page = visit(ARTICLE)
    page.locator("#vr-q").press_sequentially("nt?")
    assert page.locator("#vr-q").input_value() == "nt?"
    assert not page.locator("#vr-layer-plain").is_checked()


def test_a_tap_opens_a_card_and_a_second_one_follows_the_link(visit: Open) -> None:
    page = visit(ARTICLE, width=390, has_touch=True, is_mobile=True)
    name = page.locator(FIRST).first
    name.tap()
    assert fits(opened(page), 390)
    name.tap()
    page.wait_for_url("**/actors/**")


# --- permalinks and citations --------------------------------------------------------------------


def test_a_permalink_lights_its_words_though_their_layer_is_off(visit: Open) -> None:
    page = visit(ARTICLE)
    where = ".vr-p .vr-q-reported.vr-q-start[id]"
    quote = page.locator(where).first.get_attribute("id")
    lit = "[...CSS.highlights.get('vr-lit')].map(r => r.toString()).join('')"
    page.goto(f"{page.url}#{quote}")
    words = page.evaluate(lit)
    assert page.locator(f"#note-{quote} .vr-is").text_content()[:30] in words
    page.goto(f"{page.url.split('#')[0]}?layers=plain#{quote}")
    target = page.locator(f"#{quote}")
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_citation_names_the_source_quotes_the_words_and_gives_the_address(visit: Open) -> None:
    page = visit(ARTICLE, permissions=["clipboard-read", "clipboard-write"])
    number = page.locator(NUMBER).first
    number.click()
    card = opened(page)
    card.get_by_role("button", name="copy citation").click()
    card.get_by_role("button", name="copied").wait_for()
    cited = page.evaluate("navigator.clipboard.readText()")
    place = card.get_attribute("data-of")
    words = page.evaluate("id => document.getElementById(id).textContent", place)
    assert cited.startswith("The Ostrey Courier, “")
    assert words.strip() in cited
    assert cited.endswith(f"ostrey-courier.html#{place}")


@pytest.mark.parametrize("script", [True, False])
def test_every_permalink_and_note_leads_to_its_words(visit: Open, script: bool) -> None:
    page = visit(ARTICLE, java_script_enabled=script)
    heads = page.locator(".vr-card > p:first-child > a[href^='#']")
    links = heads.evaluate_all("all => all.map(a => a.hash.slice(1))")
    assert len(links) > 20
    html = page.content()
    assert [name for name in links if not re.search(f'id="{re.escape(name)}"', html)] == []


# --- the rest of the page ------------------------------------------------------------------------


def test_notes_in_the_margin_stand_at_their_line_and_never_overlap(visit: Open) -> None:
    page = visit(ARTICLE)
    boxes = [b for b in (n.bounding_box() for n in page.locator(".vr-margin:visible").all()) if b]
    assert len(boxes) > 5
    ends = [box["y"] + box["height"] for box in boxes]
    assert all(end <= box["y"] for end, box in zip(ends, boxes[1:], strict=False))
    text = page.locator(".vr-text").bounding_box()
    assert text
    assert all(box["x"] >= text["x"] + text["width"] for box in boxes)
    narrow = visit(ARTICLE, width=390)
    note = narrow.locator(".vr-margin").first
    assert not note.is_visible()
    narrow.locator(".vr-panel summary").click()
    narrow.locator("#vr-layer-notes").check()
    assert note.is_visible()


def test_folded_lines_open_without_script(visit: Open) -> None:
    page = visit(f"{STORY}/articles/vellmark-daily", java_script_enabled=False)
    line = page.get_by_text("BRUSSELSUpdated")
    assert not line.first.is_visible()
    page.locator(".vr-scrape summary").first.click()
    assert page.locator(".vr-scrape[open] li").first.is_visible()


def test_an_article_prints_with_its_notes_and_without_the_interface(visit: Open) -> None:
    page = visit(ARTICLE, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".vr-notes-quotes .vr-card").first.is_visible()
    for gone in (".vr-rail", ".vr-bar", ".vr-tabs", ".vr-margin", ".vr-card-acts", ".vr-progress"):
        assert not page.locator(gone).first.is_visible(), gone
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_a_page_twice_as_large_has_no_second_way_to_scroll(visit: Open) -> None:
    page = visit(ARTICLE, width=640, device_scale_factor=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_marks_keep_their_lines_in_forced_colours(visit: Open) -> None:
    page = visit(ARTICLE, forced_colors="active")
    line = page.locator(FIRST).first.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert "underline" in line
    edge = page.locator(".vr-df").first.evaluate("e => getComputedStyle(e).borderBottomWidth")
    assert edge != "0px"


def test_how_far_the_text_is_read_shows_at_the_top(visit: Open) -> None:
    page = visit(ARTICLE)
    bar = page.locator(".vr-progress")
    start = bar.evaluate("e => e.getBoundingClientRect().width")
    page.locator(".vr-p").last.scroll_into_view_if_needed()
    far = "e => e.getBoundingClientRect().width"
    there = f"start => ({far})(document.querySelector('.vr-progress')) > start"
    page.wait_for_function(there, arg=start + 300)
