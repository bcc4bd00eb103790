"""What Babel finds to translate in our data files, for ``tox -e messages``."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

Message = tuple[int, None, str, list[str]]
"""Line, function, words and comments, as Babel takes them."""


def extract_toml(
    file: IO[bytes], keywords: object, tags: object, options: Mapping[str, str]
) -> Iterator[Message]:
    """Every string of a data file, each as one message."""
    seen: set[str] = set()
    for words in _strings(tomllib.loads(file.read().decode("utf-8"))):
        if words not in seen:
            seen.add(words)
            yield 1, None, words, []


def extract_notions(
    file: IO[bytes], keywords: object, tags: object, options: Mapping[str, str]
) -> Iterator[Message]:
    """What a lexicon's groups of words stand for: the keys of its rows."""
    table = tomllib.loads(file.read().decode("utf-8"))
    parts = [part for part in table.values() if isinstance(part, Mapping)] or [table]
    for name in dict.fromkeys(name for part in parts for name in part):
        yield 1, None, name, []


def _strings(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for value in said.values():
            yield from _strings(value)
    elif isinstance(said, Collection):
        for value in said:
            yield from _strings(value)
