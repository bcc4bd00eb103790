"""Where a story in the source directory itself has its front page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import Matcher

from variorum.docnames import REPORTS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SHOWN = "variorum-front"


def front_of_root(app: Sphinx) -> str:
    """The site's own front page; if an author's is there that doesn't show the story's, another."""
    config = app.config
    wanted, unwanted = Matcher(config.include_patterns), Matcher(config.exclude_patterns)
    for suffix in config.source_suffix:
        name = f"{config.root_doc}{suffix}"
        path = Path(app.srcdir, name)
        if path.is_file() and wanted(name) and not unwanted(name):
            shown = SHOWN in path.read_text(encoding="utf-8", errors="replace")
            return str(config.root_doc) if shown else REPORTS
    return str(config.root_doc)
