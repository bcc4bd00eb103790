"""What a site needs where the public finds it: descriptions, addresses, a page for what is missing.

Whatever needs the site's address is made only where ``html_baseurl`` gives one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_hosting(app: Sphinx) -> None:
    """Register what is added to a page's head, and the files at the root of a site."""
    from variorum.hosting.feeds import write_feeds
    from variorum.hosting.files import missing_page, write_files
    from variorum.hosting.head import describe_page

    # Before others: who finds a description adds none.
    app.connect("html-page-context", describe_page, priority=400)
    app.connect("html-collect-pages", missing_page)
    app.connect("build-finished", write_files)
    app.connect("build-finished", write_feeds)
