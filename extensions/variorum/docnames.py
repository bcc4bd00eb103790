"""Names of generated pages: safe in a path and in an address, and unique in their story."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from variorum.model import Article
from variorum.portable import is_reserved, name_hash, portable_path

SUFFIX = ".variorum"
"""Of the files that hold the facts of pages."""
METHOD = "variorum/method"
STORIES = "variorum/stories"
SEARCH = "variorum/search"
ACROSS = "variorum/across/actors"
"""Below it the pages of actors over all stories …"""
OUTLETS = "variorum/across/outlets"
"""… and of outlets."""
REPORTS = "reports"
"""The front of a story in the source directory itself, where an author has the site's own front."""
NO_PAGE = frozenset((STORIES, SEARCH))
"""Facts that make no page of their own: the first for authors' pages, the second for the search."""
_UNSAFE = re.compile(r"[^a-z0-9]+")


def story_home(key: str) -> str:
    """Where the pages of a story stand: its folder, by a name that every system takes."""
    return f"{portable_path(key)}/" if key else ""


def article_docnames(home: str, articles: Iterable[Article]) -> dict[str, str]:
    """A docname for each article by its id."""
    taken: set[str] = set()
    made = {}
    for article in sorted(articles, key=lambda a: a.id):
        name = safe_name(article.id)
        while name in taken:
            name += f"-{name_hash(article.id)}"
        taken.add(name)
        made[article.id] = f"{home}articles/{name}"
    return made


def page_file(docname: str, builder: str) -> str:
    """The file that a builder writes a page to: ``dirhtml`` makes a folder of each.

    Two docnames of one file are two pages of which one would write over the other.
    """
    if builder != "dirhtml" or docname == "index" or docname.endswith("/index"):
        return f"{docname}.html"
    return f"{docname}/index.html"


def safe_name(name: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; what has none of them becomes its hash."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    safe = _UNSAFE.sub("-", plain).strip("-")[:80]
    if is_reserved(safe):
        return f"{safe}-{name_hash(name)}"
    return safe or hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]
