"""The bundled site in headless Chromium, opened from disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import ROOT
from tests.sphinx_run import run_sphinx

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
STORY = "geneva-2022"
SECOND_STORY = "haldersay-2024"

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the bundled site."""
    built = run_sphinx(ROOT / "source", tmp_path_factory.mktemp("site"), conf=ROOT)
    assert built.warnings == ""
    return built.out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def visit(site: Path, browser: Browser) -> Iterator[Open]:
    """Open a page; at the end no page may have logged an error or asked for another host."""
    wrong: list[str] = []
    contexts = []

    def visit(name: str, *, width: int = 1440, **settings: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda r: None if r.url.startswith("file:") else wrong.append(f"asked for {r.url}"),
        )
        page.goto(f"{(site / name).as_uri()}.html")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert wrong == []
