"""Files at the root of a site: its map, a word to robots, and the page for what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.hosting.others import gives_file, maps_site, tells_missing
from variorum.rendering.fragments import WRITING
from variorum.rendering.links import SITES
from variorum.rendering.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MOST = 50_000
"""So many addresses one map may hold (https://www.sitemaps.org/protocol.html)."""
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MISSING = "404"


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write them where the site's address is known."""
    if exception or app.builder.name not in SITES or not app.config.html_baseurl:
        return
    out = Path(app.outdir)
    # Where a branch is published as it is, folders with an underscore would be left out.
    (out / ".nojekyll").touch()
    if app.builder.name == "dirhtml" and not tells_missing(app, MISSING):
        shutil.copyfile(out / MISSING / "index.html", out / "404.html")
    open_ = app.config.variorum_robots == "index"
    theirs = maps_site(app)
    maps = list(_maps(app)) if open_ and not theirs else []
    for number, text in enumerate(maps):
        (out / _map_name(number)).write_text(text, encoding="utf-8")
    if gives_file(app, "robots.txt"):
        return
    # A robot has to read a page to see that it is not to be listed: so none is kept out.
    lines = ["User-agent: *", "Disallow:"]
    names = [theirs] if theirs and open_ else [_map_name(number) for number in range(len(maps))]
    lines += [f"Sitemap: {site_address(app)}{name}" for name in names]
    (out / "robots.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _map_name(number: int) -> str:
    return f"sitemap-{number + 1}.xml" if number else "sitemap.xml"


def _maps(app: Sphinx) -> Iterator[str]:
    """The addresses of all pages, sorted, as many maps as they need."""
    targets = {app.builder.get_target_uri(docname).partition("#")[0] for docname in _pages(app)}
    addresses = sorted(site_address(app) + target for target in targets)
    for start in range(0, len(addresses), MOST):
        entries = "".join(
            f"<url><loc>{escape(address)}</loc></url>\n"
            for address in addresses[start : start + MOST]
        )
        yield (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_MAP}">\n{entries}</urlset>\n'
        )


def _pages(app: Sphinx) -> set[str]:
    return app.env.found_docs if app.builder.name != "singlehtml" else {app.config.root_doc}


def site_address(app: Sphinx) -> str:
    """The address that all addresses of a site begin with, where it has one."""
    return str(app.config.html_baseurl).rstrip("/") + "/"


def missing_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page a host shows for an address that leads nowhere.

    It is shown at any depth, so its links count from the site's address.
    """
    if app.builder.name not in WRITING or not app.config.html_baseurl:
        return
    if tells_missing(app, MISSING):
        return
    builder = app.builder
    words = _("There is no page at this address. It may have moved when the story was built anew.")
    links = [
        (builder.get_relative_uri(MISSING, app.config.root_doc), _("Front page")),
        (builder.get_relative_uri(MISSING, "search"), _("Search")),
    ]
    items = "".join(f'<li><a href="{escape(to)}">{escape(name)}</a></li>' for to, name in links)
    title, address = _("Page not found"), site_address(app) + builder.get_target_uri(MISSING)
    yield (
        MISSING,
        {
            "title": title,
            "body": f'<section class="vr-page"><h1>{escape(title)}</h1>'
            f'<p>{escape(words)}</p><ul class="vr-plain-list">{items}</ul></section>',
            "metatags": f'<base href="{escape(address)}" />',
            "variorum_missing": True,
        },
        "page.html",
    )
