"""The links inside a built site."""

from __future__ import annotations

import re

from tests.sphinx_run import Built


def assert_links_lead_somewhere(site: Built) -> None:
    """Every page and every anchor that a page of the site links to is there."""
    pages = {p.resolve(): p.read_text(encoding="utf-8") for p in site.out.rglob("*.html")}
    for path, html in pages.items():
        for target in re.findall(r'href="([^"]+)"', html):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, anchor = re.sub(r"\?v=[0-9a-f]+$", "", target).partition("#")
            goal = (path.parent / name).resolve() if name else path
            assert goal.exists(), f"{path.name}: {target}"
            if anchor and goal in pages:
                assert f'id="{anchor}"' in pages[goal], f"{path.name}: {target}"
