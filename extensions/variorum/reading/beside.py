"""Which of a story's files list references, and are no articles themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from variorum.reading.files import file_bytes

if TYPE_CHECKING:
    from variorum.reading.references import Item, References

__all__ = ["Beside", "references_beside"]

_SIGNS = (b'"type"', b'"itemType"')
"""Keys of which a list of references has one."""
_MOST_BYTES = 20_000_000


@dataclass(slots=True)
class Beside:
    """What lies beside the articles of a story: items, and the files that list them."""

    items: list[Item] = field(default_factory=list)
    sources: list[PurePosixPath] = field(default_factory=list)
    hashes: list[bytes] = field(default_factory=list)
    articles: int = 0
    """How many other files the story has."""

    def references(self) -> References:
        """Its items, and a hash of all that they depend on."""
        from variorum.reading.references import References

        single = len(self.items) == self.articles == 1
        sha256 = hashlib.sha256(b"".join([b"%d" % single, *self.hashes])).hexdigest()
        return References(tuple(self.items), sha256, single)


def references_beside(found: Iterable[tuple[Path, PurePosixPath, str]]) -> dict[str, Beside]:
    """What lies beside the articles of each story, of its files: path, source and story.

    Of a story that has no references, or nothing but these, there is none.
    """
    stories: dict[str, Beside] = {}
    for path, source, story in found:
        beside = stories.setdefault(story, Beside())
        data = _listing(path) if source.suffix.lower() == ".json" else b""
        if items := _items(data, source):
            beside.items += items
            beside.sources.append(source)
            beside.hashes.append(hashlib.sha256(data).digest())
        else:
            beside.articles += 1
    return {story: each for story, each in stories.items() if each.items and each.articles}


def _items(data: bytes, source: PurePosixPath) -> list[Item]:
    if not any(sign in data for sign in _SIGNS):
        return []
    from variorum.reading.references import references_in

    return references_in(data, str(source))


def _listing(path: Path) -> bytes:
    """The bytes of a file; none of one that can't be read, or is too large for a list."""
    try:
        data, size = file_bytes(path, _MOST_BYTES)
    except OSError:
        return b""
    return data if size <= _MOST_BYTES else b""
