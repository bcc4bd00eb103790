"""The images of the README: the main pages of the bundled site, in headless Chromium.

``python docs/screenshots.py SITE`` writes them beside this file, into ``images``. A page is
shown as it opens, without scrollbars and without anything that moves.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent / "images"
STORY = "geneva-2022"
PAGES = {
    "front": f"{STORY}/index",
    "article": f"{STORY}/articles/vellmark-daily",
    "parallel": f"{STORY}/parallel/a-b",
}
"""The page each image shows."""
SIZE = {"width": 1280, "height": 760}
ARGS = ("--no-sandbox", "--disable-gpu", "--hide-scrollbars")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"


def main(site: Path) -> None:
    """Write every image whose page the site has."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGS))
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        for name, docname in PAGES.items():
            page.goto((site / f"{docname}.html").resolve().as_uri())
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
