"""The parses of a story's articles on disk: after an edit only one goes through the model again."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
from collections.abc import Iterable
from pathlib import Path

from variorum.staging.files import prune, write_if_changed


class StoryParses:
    """One file a story, under a hash of its key; what its articles no longer need is dropped."""

    def __init__(self, folder: Path, story: str) -> None:
        self.path = _path(folder, story)
        self.known: dict[str, bytes] = {}
        with contextlib.suppress(OSError, pickle.UnpicklingError, EOFError):
            self.known = pickle.loads(self.path.read_bytes())
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
        data = pickle.dumps(dict(sorted(self.used.items())), pickle.HIGHEST_PROTOCOL)
        write_if_changed(self.path, data)


def prune_parses(folder: Path, stories: Iterable[str]) -> None:
    """Drop the parses of stories that are no more."""
    prune(folder, {_path(folder, story) for story in stories})


def _path(folder: Path, story: str) -> Path:
    return folder / f"{hashlib.sha256(story.encode()).hexdigest()[:24]}.pickle"
