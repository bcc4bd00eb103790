"""The quiz: one's answers as a code, a class's codes counted, and a worksheet without script."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import STORY, Open

QUIZ = f"{STORY}/quiz"


def answered(page: Page, key: list[str]) -> str:
    """Choose these letters; the code that the page makes of them."""
    for number, letter in enumerate(key, 1):
        page.locator(f"input[name=q{number}][value={letter}]").check()
    return page.locator(".vr-quiz-said b").inner_text()


def key_of(page: Page) -> list[str]:
    entries = page.locator(".vr-quiz-key [data-answer]")
    return [str(letter) for letter in entries.evaluate_all("all => all.map(e => e.dataset.answer)")]


def test_answers_make_a_code_that_is_kept_on_this_machine(visit: Open) -> None:
    page = visit(QUIZ)
    key = key_of(page)
    page.locator("input[name=q2][value=a]").check()
    assert f"Still to answer: {len(key) - 1}" in page.locator(".vr-quiz-said").inner_text()
    code = answered(page, key)
    assert code.endswith("-" + "".join(key))
    assert "Still to answer" not in page.locator(".vr-quiz-said").inner_text()
    page.reload()
    assert page.locator(".vr-quiz-said b").inner_text() == code
    page.locator(".vr-quiz-erase").click()
    assert page.locator(".vr-quiz input:checked").count() == 0


def test_codes_of_a_class_are_counted_and_others_are_told_apart(visit: Open) -> None:
    page = visit(QUIZ)
    key = key_of(page)
    code = answered(page, key)
    none = code.partition("-")[0] + "-" + "x" * len(key)
    page.locator(".vr-quiz-key > summary").click()
    result = page.locator(".vr-quiz-result").inner_text()
    assert result == f"{len(key)} of {len(key)} of your answers are right."
    page.locator(".vr-quiz-class textarea").fill(f"Ada: {code}\n{none.upper()}\n\nzzz-abc")
    said = page.locator(".vr-quiz-counted").inner_text()
    assert f"Codes: 2. Right on average: {len(key) / 2:g} of {len(key)}." in said
    assert "Lines with no code of this quiz: 1" in said
    first = page.locator(".vr-quiz-tally tbody tr").first
    assert first.locator("b").inner_text() == "1 ✓"
    assert first.locator("td").last.inner_text() == "1"


def test_the_keyboard_answers(visit: Open) -> None:
    page = visit(QUIZ)
    page.locator("input[name=q1]").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("input[name=q1]").nth(1).is_checked()


def test_without_script_it_is_a_worksheet_with_its_key_in_a_fold(visit: Open) -> None:
    page = visit(QUIZ, java_script_enabled=False)
    assert not page.locator(".vr-quiz-tools").is_visible()
    answer = page.locator(".vr-quiz-key .vr-quiz-answers li").first
    assert not answer.is_visible()
    page.locator(".vr-quiz-key > summary").click()
    assert answer.is_visible()
    assert not page.locator(".vr-quiz-class").is_visible()


def test_it_prints_with_a_line_for_the_code_and_its_key_on_a_page_of_its_own(visit: Open) -> None:
    page = visit(QUIZ)
    page.emulate_media(media="print")
    assert page.locator(".vr-quiz-line").is_visible()
    assert not page.locator(".vr-quiz-tools").is_visible()
    key = page.locator(".vr-print-key")
    assert key.evaluate("e => getComputedStyle(e).breakBefore") == "page"
