"""Which folders may be stories: a story's pages lie in a folder of its name, beside others'."""

from __future__ import annotations

import re
from itertools import takewhile

__all__ = ["is_story", "story_of"]

_PAGES = frozenset(("actors", "articles", "parallel", "statements"))
"""Folders below a story's in which its own pages lie."""
_FILES = re.compile(
    r"\.(?:bib|css|csv|epub|html?|ico|inv|js|json|jsonld|md|pdf|png|rst|svg|txt|variorum|"
    r"webmanifest|xml|zip)$",
    re.IGNORECASE,
)
"""What names of a site's files end in, such as ``index.html`` and ``objects.inv``."""
_SPHINX = frozenset(("_downloads", "_export", "_images", "_modules", "_sources", "_static"))


def is_story(path: str) -> bool:
    """Whether a story's pages may lie at this path without being in the way of others."""
    return bool(path) and story_of(path) == path


def story_of(folder: str) -> str:
    """The story that articles in a folder belong to: the folder itself, or the nearest above it."""
    parts = list(takewhile(_is_free, folder.split("/")))
    while parts and parts[-1] in _PAGES:
        parts.pop()
    return "/".join(parts)


def _is_free(name: str) -> bool:
    return not (name.startswith(".") or name in _SPHINX or _FILES.search(name))
