"""Ids of actors: slugs that are safe as file names and in addresses, and never collide."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.portable import is_reserved, name_hash

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60
_TAKEN = frozenset(("index", "genindex", "search"))
"""Names that mean something else to Sphinx."""


@functools.cache
def _letters() -> dict[int, str]:
    return str.maketrans(dict(gazetteer.table("spellings.toml")["letters"]))


def slug(name: str) -> str:
    """The name in lower-case ASCII, hyphens for spaces; with a hash where letters were lost."""
    composed = unicodedata.normalize("NFC", name).casefold().translate(_letters())
    plain = unicodedata.normalize("NFKD", composed)
    kept = re.sub(r"['’ʼ‘.]", "", "".join(c for c in plain if not unicodedata.combining(c)))
    words = re.findall(r"[a-z0-9]+", kept)
    safe = "-".join(words)
    lost = any(c.isalpha() and not c.isascii() for c in kept)
    if len(safe) > LONGEST:
        safe, lost = safe[:LONGEST].rsplit("-", 1)[0], True
    if lost or not safe or safe in _TAKEN or is_reserved(safe):
        return f"{safe or 'actor'}-{name_hash(name)}"
    return safe


def assign(
    keys: Iterable[tuple[str, str]], taken: Iterable[str] = ()
) -> dict[tuple[str, str], str]:
    """Give each ``(name, kind)`` an id of its own, the same ones for the same set of keys."""
    used = set(taken)
    ids = {}
    for name, kind in sorted(set(keys)):
        found = slug(name)
        while found in used:
            found = f"{found}-{name_hash(kind + name)}"
        used.add(found)
        ids[name, kind] = found
    return ids
