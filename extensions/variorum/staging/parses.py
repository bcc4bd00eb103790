"""The parses of a story's articles on disk: after an edit only one goes through the model again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from variorum import keeping
from variorum.staging.files import prune


class StoryParses:
    """One file a story, under a hash of its key; what its articles no longer need is dropped."""

    def __init__(self, folder: Path, story: str) -> None:
        self.path = _path(folder, story)
        self.known = keeping.parsed(self.path, _unpacked) or {}
        self.used: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """The parse of that name, if it is known."""
        data = self.known.get(name)
        if data is not None:
            self.used[name] = data
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep a parse."""
        self.used[name] = data

    def save(self) -> None:
        """Write what there was use for."""
        keeping.write(self.path, _packed(self.used))


def _packed(parses: Mapping[str, bytes]) -> bytes:
    """A line that says how long each is, then one after the other."""
    named = sorted(parses.items())
    head = json.dumps({name: len(data) for name, data in named}).encode()
    return b"\n".join([head, b"".join(data for _, data in named)])


def _unpacked(data: bytes) -> dict[str, bytes]:
    head, _, rest = data.partition(b"\n")
    parses = {}
    for name, length in json.loads(head).items():
        parses[name], rest = rest[:length], rest[length:]
    return parses


def prune_parses(folder: Path, stories: Iterable[str]) -> None:
    """Drop the parses of stories that are no more."""
    prune(folder, {_path(folder, story) for story in stories})


def _path(folder: Path, story: str) -> Path:
    return folder / f"{hashlib.sha256(story.encode()).hexdigest()[:24]}"
