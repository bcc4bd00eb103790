"""Ids of actors: slugs that are safe as file names and in addresses, and never collide."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60
RESERVED = frozenset(
    {"index", "genindex", "search", "con", "prn", "aux", "nul"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names that mean something else to Sphinx or to a file system."""

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "Oe", "đ": "d", "Đ": "D",
        "ð": "d", "þ": "th", "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "ə": "e", "&": " and ", "+": " plus ",
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
        "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh",
        "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu",
        "я": "ia", "ё": "e", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
    }
)  # fmt: skip


def slug(name: str) -> str:
    """The name in lower-case ASCII, words divided by hyphens; with a hash where letters were lost."""
    composed = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", composed)
    kept = re.sub(r"['’ʼ‘.]", "", "".join(c for c in plain if not unicodedata.combining(c)))
    words = re.findall(r"[a-z0-9]+", kept)
    safe = "-".join(words)
    lost = any(c.isalpha() and not c.isascii() for c in kept)
    if len(safe) > LONGEST:
        safe, lost = safe[:LONGEST].rsplit("-", 1)[0], True
    if lost or not safe or safe in RESERVED:
        return f"{safe or 'actor'}-{digest(name)}"
    return safe


def digest(name: str) -> str:
    """Six hexadecimal digits that depend on the name alone."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def assign(keys: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> dict[tuple[str, str], str]:
    """Give each ``(name, kind)`` an id of its own, the same ones for the same set of keys."""
    used = set(taken)
    ids = {}
    for name, kind in sorted(set(keys)):
        found = slug(name)
        if found in used:
            found = f"{found}-{digest(kind + name)}"
        used.add(found)
        ids[name, kind] = found
    return ids
