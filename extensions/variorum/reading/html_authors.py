"""Who wrote a page, by the line of its data: names, without what they are or whom for."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from variorum.reading import lexicon
from variorum.reading.furniture import author_names
from variorum.reading.head.outlets import is_host, named

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["people_in"]

_LEAD = re.compile(r"^(?:[a-z]+(?: and [a-z]+)? )?by:?\s+", re.IGNORECASE)
"""``By``, ``Analysis by``, ``Words and pictures by``."""
_FOR = re.compile(r"\s+for\s+(?:the\s+)?[A-Z].*$", re.IGNORECASE)
"""Whom a name writes for: ``A. Writer for the Daily``."""
_DEGREE = re.compile(r"(?:[A-Z]{2,5}|Ph\.? ?D|M\.? ?D|[JS]r|Dr|Esq|I{2,3}|IV)\.?")
_ROLE = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|editor-at-large|writers?|columnists?|producers?"
    r"|contributors?|bureau chief)$", re.IGNORECASE,
)  # fmt: skip
_NOBODY = frozenset(
    ("admin", "administrator", "anonymous", "author", "editor", "guest", "no author", "none",
     "null", "staff", "unknown", "user", "webmaster")
)  # fmt: skip
"""What programs write where nobody is named."""
_LONGEST = 80


def people_in(line: str) -> list[str]:
    """The names in ``By A. WRITER and B. WRITER, Agency``."""
    said = _LEAD.sub("", " ".join(html.unescape(line).split()), count=1)
    parts = (part.strip() for part in said.split("|"))
    said = next((part for part in parts if part and not is_host(part)), said)
    said = _FOR.sub("", said).strip(" ,;|")
    head = f"By {said}"
    names = [head[slice(*span)] for span in author_names(head)]
    if not names and ", " in said:
        names = [said.split(", ")[0]]
    kept = list(_people(names or [said]))
    return [name for name in kept if 0 < len(name) <= _LONGEST]


def _people(names: list[str]) -> Iterator[str]:
    """Without degrees, roles and outlets behind the first name."""
    for i, name in enumerate(names):
        if name in lexicon.agencies():
            yield name
            continue
        is_title = _DEGREE.fullmatch(name) or _ROLE.search(name)
        is_outlet = named(name) or is_host(name)
        if name.lower() not in _NOBODY and not (i and (is_title or is_outlet)):
            yield name
