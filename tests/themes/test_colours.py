"""In every theme, whatever the system and whatever its reader chose: our words can be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET
from tests.conftest import Built

# What Sphinx is about to drop is for the makers of the themes to mend.
pytestmark = pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
STORY = "desk/geneva-2022"
PAGES = ["index", "page", *(f"{STORY}/{name}" for name in (
    "index", "articles/ostrey-courier", "differences", "statements", "actors/index",
    "actors/russia", "agreed", "coverage", "timeline", "sources", "blind", "handouts", "quiz",
    "parallel/a-d",
))]  # fmt: skip
SWITCHED = ("furo", "pydata_sphinx_theme", "sphinx_book_theme")
"""Themes whose reader chooses light or dark; our own follows the system, the rest are light."""
CHOOSE = """choice => {
  for (const element of [document.documentElement, document.body]) element.dataset.theme = choice;
}"""
AXE_RUN = """() => axe.run({ include: [[".vr-page"]] }, {
  runOnly: ["color-contrast", "link-in-text-block"], preload: false, elementRef: false,
  resultTypes: ["violations"],
})"""
OPEN = "() => document.querySelector('.vr-sig.vr-number')?.click()"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all themes."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


def test_our_words_are_legible_whatever_the_system_and_the_choice(
    built: Built, theme: str, browser: Browser
) -> None:
    axe = (Path(os.environ["AXE"]) / "axe.min.js").read_text(encoding="utf-8")
    choices = ("light", "dark", "auto") if theme in SWITCHED else ("",)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong = []
    for name in PAGES:
        page.goto((built.out / f"{name}.html").as_uri())
        page.evaluate(axe)
        page.evaluate(OPEN)
        for system in ("light", "dark"):
            page.emulate_media(color_scheme=system, reduced_motion="reduce")  # type: ignore[arg-type]
            for choice in choices:
                if choice:
                    page.evaluate(CHOOSE, choice)
                found = page.evaluate(AXE_RUN)["violations"]
                wrong += [
                    (name, system, choice, node["html"][:90], node["failureSummary"][:200])
                    for violation in found
                    for node in violation["nodes"]
                ]
    context.close()
    assert wrong == []


def test_an_article_begins_on_the_first_screen(built: Built, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((built.out / f"{STORY}/articles/ostrey-courier.html").as_uri())
    first = page.locator(".vr-text .vr-p").first.bounding_box()
    page.close()
    assert first
    assert first["y"] < 600


def test_notes_fold_in_below_their_paragraph(built: Built, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 900})
    page.goto((built.out / f"{STORY}/articles/ostrey-courier.html").as_uri())
    note = page.locator(".vr-margin-df:not(.vr-merged)").first
    seen = [note.is_visible()]
    page.locator(".vr-panel summary").click()
    page.locator("#vr-layer-notes").check()
    seen.append(note.is_visible())
    page.close()
    assert seen == [False, True]
