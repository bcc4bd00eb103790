"""The images of the desk, in headless Chromium: ``python docs/desk_screenshots.py STORY``.

A desk is opened on a copy of the story's folder, and shown as a person meets it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).parent / "images"
SIZE = {"width": 1280, "height": 760}
ARGS = ("--no-sandbox", "--disable-gpu", "--hide-scrollbars")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"


def article(page: Page, address: str) -> None:
    """A report with what waits beside it and a card that asks."""
    page.goto(f"{address}articles/vellmark-daily.html")
    note = page.locator(".vr-card[id^='note-q']").nth(1)
    note.locator(".vd-on-card button").last.dispatch_event("click")
    page.locator(".vd-card").wait_for()
    page.screenshot(path=IMAGES / "desk-article.png")


def differences(page: Page, address: str) -> None:
    """The differences with what can be said of each."""
    page.goto(f"{address}differences.html")
    page.locator(".vd-tools").first.wait_for()
    page.locator(".vd-item").first.focus()
    page.screenshot(path=IMAGES / "desk-differences.png")


def disputed(page: Page, address: str) -> None:
    """Two readers who have said different things of one quotation."""
    page.goto(f"{address}articles/vellmark-daily.html")
    page.locator(".vd-who").wait_for()
    id_ = page.locator(".vr-card[id^='note-q']").nth(1).get_attribute("id") or ""
    person = page.evaluate("variorumDesk.state.actors[0]")
    said = {"page": page.evaluate("location.pathname"), "id": id_.removeprefix("note-")}
    page.evaluate(DECIDE, [{**said, "verb": "keep", "by": "Ada"}])
    page.evaluate(
        DECIDE, [{**said, "verb": "change", "values": {"speaker": person}, "by": "Jana Novak"}]
    )
    page.wait_for_function("variorumDesk.state?.queue.some((one) => one.group === 'disputed')")
    page.evaluate("desk => desk.kept.forTab('last', null)", page.evaluate_handle("variorumDesk"))
    page.evaluate("id => sessionStorage.setItem('vd-at', id)", said["id"])
    page.reload()
    page.locator(".vd-two").wait_for()
    page.screenshot(path=IMAGES / "desk-disputed.png")


DECIDE = """([{page, id, verb, values, by}]) => fetch("/-desk/decide", {
  method: "POST", body: JSON.stringify({page, by, decided: [{id, verb, values}]}),
})"""
"""What another reader says at the desk."""


def main(story: Path) -> None:
    """Open the desk and write the images."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / story.name
        shutil.copytree(story, folder)
        env = os.environ | {"XDG_CACHE_HOME": f"{work}/cache"}
        desk = subprocess.Popen(
            [sys.executable, "-m", "variorum.cli", "serve", str(folder), "--no-open",
             "--port", "0", "--as", "Jana Novak"],
            env=env, text=True, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert desk.stdout is not None
        try:
            line = next(s for s in desk.stdout if s.startswith("The desk is open"))
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGS))
                page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
                page.goto(line.split()[-1])
                for show in (article, differences, disputed):
                    show(page, line.split()[-1].partition("?")[0])
                browser.close()
        finally:
            desk.terminate()
            desk.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
