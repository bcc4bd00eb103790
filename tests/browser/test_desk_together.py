"""At the desk: words selected, two that are one, a report that comes in, two readers, proposals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_desk import Desk, desk
from tests.browser.test_pages import RULES, axe

__all__ = ["axe", "desk"]

GAMMA = """\
Ferry for the bridge

Published: 08:00 AM, 6 Mar, 2024

A ferry will replace the bridge, Karin Holt said. Tom Brandt counted thirty piers.
"""
SELECT = """(words) => {
  const text = document.querySelector(".vr-text");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && !node.data.includes(words)) node = walker.nextNode();
  const range = new Range();
  range.setStart(node, node.data.indexOf(words));
  range.setEnd(node, node.data.indexOf(words) + words.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
PROPOSED = """\
- change: quote
  at:
    article: alpha
    exact: We have no choice
  speaker: tom-brandt
  by: guess
"""


def saved(page: Page, words: str = "Saved in") -> None:
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def card_of_quotation(page: Page) -> None:
    page.locator(".vr-sig[data-card^='note-q']:visible").first.click()
    page.locator(".vr-card:popover-open").get_by_role("button", name="Change …").click()
    expect(page.locator(".vd-card")).to_be_visible()


def test_other_words_are_selected_in_the_text(desk: Desk) -> None:
    page = desk.open("articles/alpha.html")
    card_of_quotation(page)
    page.get_by_label("What to change").select_option(label="the words, selected in the text")
    page.evaluate(SELECT, "have no choice")
    expect(page.locator("#vd-value")).to_have_value("have no choice")
    page.locator(".vd-card").get_by_role("button", name="Save").click()
    saved(page)
    assert "- add: quote" in desk.written()
    assert "exact: have no choice" in desk.written()


def test_two_quotations_are_made_one_statement(desk: Desk) -> None:
    (desk.folder / "gamma.txt").write_text(GAMMA, encoding="utf-8")
    page = desk.open("articles/alpha.html")
    card_of_quotation(page)
    page.get_by_label("What to change").select_option(label="one statement with …")
    choice = page.locator("#vd-value option").filter(has_text="A ferry will replace")
    page.locator("#vd-value").select_option(choice.get_attribute("value"))
    page.locator(".vd-card").get_by_role("button", name="Save").click()
    saved(page)
    assert "- merge: statement" in desk.written()
    assert desk.written().count("article:") == 2


def test_a_report_comes_in_and_what_is_new_is_shown(desk: Desk) -> None:
    page = desk.open("sources.html")
    page.locator("#vd-paste").fill(GAMMA)
    page.get_by_role("button", name="Read it").click()
    arrived = page.locator(".vd-arrived")
    expect(arrived).to_contain_text("Not in the text")
    assert not (desk.folder / "ferry-for-the-bridge.txt").exists()
    arrived.get_by_label("Outlet").fill("The Cedar Post")
    arrived.get_by_role("button", name="Take it in as").click()
    page.get_by_role("link", name="What is new").first.click(timeout=60_000)
    expect(page.get_by_role("heading", name="What is new")).to_be_visible()
    expect(page.locator("main")).to_contain_text("came in")
    assert (desk.folder / "ferry-for-the-bridge.txt").read_text("utf-8") == GAMMA
    assert "outlet: The Cedar Post" in desk.written("story.yaml")


def test_what_a_program_proposes_counts_when_it_is_accepted(desk: Desk) -> None:
    (desk.folder / "proposals.yaml").write_text(PROPOSED, encoding="utf-8")
    page = desk.open("articles/alpha.html")
    assert "Proposed by guess" not in desk.written()
    page.get_by_role("button", name="Accept").click()
    saved(page)
    assert "speaker: tom-brandt" in desk.written()
    assert "Proposed by guess." in desk.written()
    assert "by: Jana Novak" in desk.written()
    assert "change: quote" not in desk.written("proposals.yaml")


@pytest.fixture
def two(desk: Desk) -> Iterator[tuple[Page, Page]]:
    """Two browsers at one desk, the second as somebody else."""
    one = desk.open("differences.html")
    context = desk.browser.new_context(viewport={"width": 1440, "height": 900})
    # The address has the token; the second is let in as the first was.
    context.add_cookies(one.context.cookies())  # type: ignore[arg-type]
    other = context.new_page()
    other.add_init_script("localStorage.setItem('vd-as', 'Ben')")
    other.goto(one.url)
    expect(other.locator(".vd-tools").first).to_be_visible()
    yield one, other
    context.close()


def test_two_browsers_see_what_the_other_decides(desk: Desk, two: tuple[Page, Page]) -> None:
    one, other = two
    one.locator(".vd-item").first.get_by_role("button", name="Right").click()
    saved(one)
    expect(other.locator(".vd-after").first).to_contain_text("Jana Novak", timeout=60_000)
    other.locator(".vd-item").nth(1).get_by_role("button", name="Hide").click()
    saved(other)
    assert "by: Jana Novak" in desk.written()
    assert "by: Ben" in desk.written()


def test_two_readers_who_differ_stand_side_by_side(desk: Desk, two: tuple[Page, Page]) -> None:
    one, other = two
    article = one.url.replace("differences.html", "articles/alpha.html")
    one.goto(article)
    card_of_quotation(one)
    one.keyboard.press("Escape")
    card_of_quotation(one)
    one.locator(".vd-card").get_by_role("button", name="Right").click()
    saved(one)
    one.wait_for_timeout(3000)
    other.goto(article)
    card_of_quotation(other)
    expect(other.locator(".vd-card")).to_contain_text("their answer is shown after yours")
    other.locator(".vd-card").get_by_label("Tom Brandt").check()
    other.locator(".vd-card").get_by_role("button", name="Save").click()
    saved(other)
    other.wait_for_timeout(3000)
    other.goto(article)
    card_of_quotation(other)
    shown = other.locator(".vd-two")
    expect(shown).to_contain_text("Jana Novak")
    expect(shown).to_contain_text("Right")
    shown.get_by_role("button", name="Take theirs").click()
    saved(other, "As Jana Novak has it")
    assert desk.written().count("keep: quote") == 2
    assert "speaker: tom-brandt" not in desk.written()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_no_state_of_the_desk_has_a_barrier(desk: Desk, axe: str, width: int, scheme: str) -> None:
    (desk.folder / "proposals.yaml").write_text(PROPOSED, encoding="utf-8")
    page = desk.open("articles/alpha.html")
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = []

    def look(state: str) -> None:
        page.evaluate(axe)
        told = page.evaluate("rules => axe.run({runOnly: rules, preload: false})", RULES)
        found.extend(
            (state, v["id"], [node["html"][:120] for node in v["nodes"]])
            for v in told["violations"]
        )
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            found.append((state, "wide", [str(wide)]))

    look("article")
    card = page.locator(".vd-card")
    page.locator(".vr-sig[data-card^='note-q']:visible").first.click()
    page.locator(".vr-card:popover-open").get_by_role("button", name="Change …").click()
    expect(card).to_be_visible()
    for field in ("the speaker", "the words, selected in the text", "one statement with …"):
        page.get_by_label("What to change").select_option(label=field)
        look(f"card: {field}")
    page.goto(page.url.replace("articles/alpha.html", "sources.html"))
    page.locator("#vd-paste").fill(GAMMA)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".vd-arrived")).to_be_visible()
    look("sources")
    page.goto(page.url.replace("sources.html", "differences.html"))
    expect(page.locator(".vd-tools").first).to_be_visible()
    page.locator(".vd-item").first.get_by_role("button", name="Reword").click()
    look("differences")
    page.goto(page.url.replace("differences.html", "-new.html"))
    look("new")
    assert found == []
