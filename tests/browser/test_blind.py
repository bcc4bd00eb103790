"""Reading blind: marks by mouse, selection and keyboard; what reveals, with script and without."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import STORY, Open

BLIND = f"{STORY}/blind"
SENTENCES = ".vr-blind-report .vr-sentence"


def marked(page: Page) -> int:
    return page.locator(f"{SENTENCES}.vr-marked").count()


def test_a_tap_marks_a_sentence_and_a_second_one_takes_it_back(visit: Open) -> None:
    page = visit(BLIND)
    sentence = page.locator(SENTENCES).nth(3)
    sentence.click()
    assert sentence.get_attribute("aria-checked") == "true"
    assert page.locator("[role=status]").inner_text() == "Marked: 1"
    sentence.click()
    assert marked(page) == 0


def test_marks_are_kept_on_this_machine(visit: Open) -> None:
    page = visit(BLIND)
    page.locator(SENTENCES).nth(2).click()
    page.reload()
    assert marked(page) == 1
    page.locator(".vr-blind-erase").click()
    page.reload()
    assert marked(page) == 0


def test_selected_words_mark_the_sentences_they_stand_in(visit: Open) -> None:
    page = visit(BLIND)
    page.evaluate(
        """() => {
          const some = document.querySelectorAll(".vr-blind-report .vr-sentence");
          const range = document.createRange();
          range.setStart(some[4].firstChild, 3);
          range.setEnd(some[5].firstChild, 5);
          getSelection().addRange(range);
          some[5].dispatchEvent(new MouseEvent("click", { bubbles: true }));
        }"""
    )
    assert marked(page) == 2


def test_the_keyboard_walks_through_sentences_and_marks(visit: Open) -> None:
    page = visit(BLIND)
    page.locator(SENTENCES).first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert page.locator(SENTENCES).nth(2).get_attribute("aria-checked") == "true"
    assert page.locator(f"{SENTENCES}[tabindex='0']").count() == 1


def test_names_are_hidden_until_they_are_revealed(visit: Open) -> None:
    page = visit(BLIND)
    blank = page.locator(".vr-blind-report .vr-blank").first
    words = blank.locator(".vr-under").text_content() or ""
    assert words
    assert words not in page.locator("main").inner_text()
    assert "left blank" in blank.inner_text()
    page.locator(".vr-blind-go").click()
    assert blank.inner_text() == words
    assert "Ostrey Courier" in page.locator(".vr-reveal").inner_text()


def test_marks_stand_beside_what_was_found(visit: Open) -> None:
    page = visit(BLIND)
    different = page.locator(f"{SENTENCES}[data-findings]").first
    plain = page.locator(f"{SENTENCES}:not([data-findings])").first
    different.click()
    plain.click()
    page.locator(".vr-blind-go").click()
    own = page.locator(".vr-blind-own > li")
    assert own.count() == 2
    said = page.locator(".vr-blind-own").inner_text()
    assert (different.inner_text().split(".")[0])[:40] in said
    assert "Variorum found nothing here." in said
    assert "You marked 2 sentences; in 1 of them" in page.locator(".vr-blind-sum").inner_text()


def test_without_script_the_texts_are_blind_and_the_key_opens(visit: Open) -> None:
    page = visit(BLIND, java_script_enabled=False)
    under = page.locator(".vr-blind-report .vr-under").first
    assert not under.is_visible()
    assert not page.locator(".vr-blind-tools").is_visible()
    page.locator(".vr-reveal > summary").click()
    assert under.is_visible()
    assert page.locator(".vr-key-list").first.is_visible()


def test_the_worksheet_prints_blind_with_its_key_on_a_page_of_its_own(visit: Open) -> None:
    page = visit(BLIND)
    page.locator(".vr-blind-go").click()
    page.emulate_media(media="print")
    assert page.locator(".vr-blind-report .vr-cover").first.is_visible()
    assert not page.locator(".vr-blind-report .vr-under").first.is_visible()
    assert page.locator(".vr-questions").first.is_visible()
    key = page.locator(".vr-print-key")
    assert key.is_visible()
    assert key.evaluate("e => getComputedStyle(e).breakBefore") == "page"
    assert not page.locator(".vr-reveal").is_visible()
