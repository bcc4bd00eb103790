"""Under a strict content security policy on localhost, and how much an article's page loads."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import STORY

PAGES = [
    "index", f"{STORY}/index", f"{STORY}/articles/ostrey-courier", f"{STORY}/actors/russia",
    f"{STORY}/timeline", f"{STORY}/differences", f"{STORY}/coverage", f"{STORY}/statements",
    "variorum/method", "search", "genindex",
]  # fmt: skip
LIMIT = 112_000


class Strict(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Nothing on the console."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    handler = functools.partial(Strict, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_no_page_needs_more_than_the_site_itself(address: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    elsewhere: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if m.type in ("error", "warning") else None)
    page.on("request", lambda r: None if r.url.startswith(address) else elsewhere.append(r.url))
    for name in PAGES:
        page.goto(f"{address}/{name}.html")
        page.wait_for_load_state("networkidle")
    context.close()
    assert refused == []
    assert elsewhere == []


def test_what_an_article_does_it_does_under_the_policy(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/{STORY}/articles/ostrey-courier.html")
    page.keyboard.press("n")
    card = page.locator(".vr-card:popover-open")
    card.wait_for()
    sign, box = page.locator(".vr-sig.vr-lit").bounding_box(), card.bounding_box()
    assert sign
    assert box
    assert abs(box["x"] - sign["x"]) < 400  # placed at its mark by script
    page.locator("#vr-layer-dates").check()
    assert "layers=" in page.url
    context.close()


def test_an_article_with_all_it_loads_is_small(address: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    sizes: dict[str, int] = {}
    page.on("response", lambda r: sizes.__setitem__(r.url, len(r.body())))
    page.goto(f"{address}/{STORY}/articles/ostrey-courier.html")
    page.wait_for_load_state("networkidle")
    context.close()
    assert len(sizes) <= 4  # the page, a sheet, a script, an icon
    assert sum(sizes.values()) < LIMIT, sizes


def test_the_text_shows_before_any_script(address: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    held = []
    page.route("**/*.js*", lambda route: held.append(route))  # no script ever arrives
    page.goto(f"{address}/{STORY}/articles/ostrey-courier.html", wait_until="commit")
    page.locator(".vr-p").first.wait_for()
    assert held
    assert page.locator(".vr-p").last.is_visible()
    for route in held:
        route.abort()
    context.close()
