"""At the desk as a person would: decide by keyboard and by mouse, and see it after a restart."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

ALPHA = """\
Old bridge to close

The Alder Gazette
Published: 09:30 AM, 4 Mar, 2024

“We have no choice,” said the mayor, Karin Holt. Tom Brandt, an engineer, counted forty piers.
"""
BETA = """\
A bridge too old

Published: 10:30 AM, 5 Mar, 2024

“We had no choice,” Karin Holt told the council. Tom Brandt counted thirty piers.
"""
SLOW = 20_000


class Desk:
    """A desk that can be ended and begun again."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self.folder = folder
        self.browser = browser
        self.process: subprocess.Popen[str] | None = None

    def open(self, page: str) -> Page:
        """Begin, and open a page of it in a browser of its own."""
        command = [sys.executable, "-m", "variorum.cli", "serve", str(self.folder), "--no-open"]
        env = os.environ | {"XDG_CACHE_HOME": str(self.folder.parent / "cache")}
        self.process = subprocess.Popen(
            [*command, "--port", "0", "--as", "Jana Novak"], env=env, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert self.process.stdout is not None
        line = next(s for s in self.process.stdout if s.startswith("The desk is open"))
        address = line.split()[-1]
        opened = self.browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        opened.set_default_timeout(SLOW)
        opened.goto(address)
        opened.goto(f"{address.partition('?')[0]}{page}")
        expect(opened.locator(".vd-who")).to_be_visible(timeout=SLOW)
        return opened

    def close(self) -> None:
        if self.process:
            self.process.kill()
            self.process.communicate()

    def written(self, name: str = "corrections.yaml") -> str:
        path = self.folder / name
        return path.read_text("utf-8") if path.exists() else ""


@pytest.fixture
def desk(tmp_path: Path, browser: Browser) -> Iterator[Desk]:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (folder / "beta.txt").write_text(BETA, encoding="utf-8")
    running = Desk(folder, browser)
    yield running
    running.close()


def test_a_speaker_is_changed_on_a_card_and_still_is_after_a_restart(desk: Desk) -> None:
    page = desk.open("articles/alpha.html")
    page.locator(".vr-sig[data-card^='note-q']:visible").first.click()
    page.locator(".vr-card:popover-open").get_by_role("button", name="Change …").click()
    card = page.locator(".vd-card")
    expect(card).to_contain_text("Read as Karin Holt")
    card.get_by_label("Tom Brandt").check()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Saved in corrections.yaml")).to_be_visible()
    assert "speaker: tom-brandt" in desk.written()
    assert "by: Jana Novak" in desk.written()
    desk.close()
    page = desk.open("articles/alpha.html")
    note = page.locator(".vr-notes-quotes .vr-card").first
    assert "Tom Brandt" in (note.text_content() or "")


def test_letters_decide_and_take_back_and_rest_while_one_types(desk: Desk) -> None:
    page = desk.open("differences.html")
    entry = page.locator(".vd-item").first
    entry.focus()
    page.keyboard.press("r")
    expect(page.get_by_role("status").filter(has_text="Saved in")).to_be_visible()
    assert "keep: finding" in desk.written()
    page.keyboard.press("u")  # the page is loaded anew about now, and forgets no key
    expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    assert "keep: finding" not in desk.written()
    page.get_by_label("At the desk as").fill("whr")
    assert "reject" not in desk.written()


def test_a_key_takes_back_what_was_decided_here_and_no_line_of_the_editors(desk: Desk) -> None:
    own = (
        "# mine\n- keep: quote\n  at: {article: alpha, exact: We have no choice}\n"
        "  by: Jana Novak\n"
    )
    (desk.folder / "corrections.yaml").write_text(own, encoding="utf-8")
    page = desk.open("differences.html")
    entry = page.locator(".vd-item").first
    entry.focus()
    page.keyboard.press("r")
    expect(page.get_by_role("status").filter(has_text="Saved in")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Nothing that was decided")).to_be_visible()
    assert desk.written() == own


def test_an_outlet_that_no_text_says_is_typed(desk: Desk) -> None:
    page = desk.open("sources.html")
    field = page.get_by_label("Outlet of B")
    field.fill("The Birch Courier")
    field.press("Tab")
    expect(page.get_by_role("status").filter(has_text="Saved in story.yaml")).to_be_visible()
    assert "outlet: The Birch Courier" in desk.written("story.yaml")
