"""The pages of a finished site as plain reStructuredText: what a stock Sphinx build is given."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

_BLOCKS = ("h1", "h2", "h3", "p", "li", "dt", "dd", "td", "th", "summary", "blockquote")
_SPECIAL = re.compile(r"([\\*`|_<>\[\]])")
_STOCK = frozenset(("search.html", "genindex.html"))


def write_plain(site: Path, source: Path) -> int:
    """Write every page of *site* as a document of *source*; give their number.

    A heading stays one, every other block becomes a paragraph of its words: no links and no marks,
    so that it is rather too little than too much.
    """
    pages = [p for p in sorted(site.rglob("*.html")) if p.name not in _STOCK]
    for page in pages:
        target = source / page.relative_to(site).with_suffix(".rst")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_document(page), encoding="utf-8")
    return len(pages)


def _document(page: Path) -> str:
    main = html.parse(str(page)).getroot().find(".//main")
    lines = [":orphan:", ""]
    titled = False
    for element in main.iter(*_BLOCKS):
        if any(child.tag in _BLOCKS for child in element.iterdescendants()):
            continue
        words = _SPECIAL.sub(r"\\\1", " ".join(element.text_content().split()))
        if not words:
            continue
        if element.tag == "h1" and not titled:
            lines += [words, "=" * max(len(words), 4) * 2, ""]
            titled = True
        elif element.tag in ("h2", "h3"):
            lines += [f".. rubric:: {words}", ""]
        else:
            lines += [f"\\ {words}", ""]
    return "\n".join(lines if titled else [*lines[:2], "Page", "====", "", *lines[2:]])
