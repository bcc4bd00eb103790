"""What staging made of each story, so that an unchanged one costs nothing but a look at its files.

A record names the files that were staged for a story, by size and time; it is written when they
are, in one step. Where a file isn't as the record says, the story is staged anew.
"""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from variorum.model import Problem
from variorum.staging.files import files_below, write_if_changed

Stat = tuple[int, int]
"""Size in bytes and time of change in nanoseconds."""


class Folder:
    """A folder of staged files, looked at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files = dict(_walk(os.fspath(path), ""))
        self.wanted: set[str] = set()

    def write(self, files: dict[str, bytes]) -> dict[str, Stat]:
        """Write the files that changed; what is there now, by name."""
        made = {}
        for name, data in files.items():
            path = self.path / name
            if write_if_changed(path, data) or name not in self.files:
                stat = path.stat()
                self.files[name] = stat.st_size, stat.st_mtime_ns
            made[name] = self.files[name]
        self.wanted |= made.keys()
        return made

    def holds(self, files: dict[str, Stat]) -> bool:
        """Whether all these files are as they were."""
        return all(self.files.get(name) == stat for name, stat in files.items())

    def prune(self) -> None:
        """Remove the files that nobody wants any more."""
        for name in sorted(self.files.keys() - self.wanted):
            (self.path / name).unlink(missing_ok=True)


def _walk(folder: str, below: str) -> Iterable[tuple[str, Stat]]:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{below}{entry.name}/")
            else:
                stat = entry.stat()
                yield f"{below}{entry.name}", (stat.st_size, stat.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Staged:
    """What was made of one story.

    ``pages`` names the documents that are pages; ``front`` and ``search`` are JSON, the story's
    share in what is made of all stories. Without ``exports`` none were made.
    """

    files: dict[str, Stat]
    exports: dict[str, Stat] | None
    pages: frozenset[str]
    front: bytes
    search: bytes
    problems: tuple[Problem, ...]
    cached: str
    """The name under which the analysis is kept."""


class StoryRecords:
    """Records on disk, each under a hash of all that its story depends on."""

    def __init__(self, folder: Path, staged: Folder, exports: Folder | None) -> None:
        self.folder = folder
        self.staged = staged
        self.exports = exports
        self.used: set[Path] = set()

    def get(self, key: str) -> Staged | None:
        """The record, if all that it names is there."""
        path = self.folder / f"{key}.pickle"
        with contextlib.suppress(OSError, pickle.UnpicklingError, EOFError, AttributeError):
            known = pickle.loads(path.read_bytes())
            if isinstance(known, Staged) and self._holds(known):
                self.used.add(path)
                self.staged.wanted |= known.files.keys()
                if self.exports:
                    self.exports.wanted |= (known.exports or {}).keys()
                return known
        return None

    def put(self, key: str, made: Staged) -> None:
        """Keep what was made of a story."""
        path = self.folder / f"{key}.pickle"
        write_if_changed(path, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        self.used.add(path)

    def prune(self) -> None:
        """Drop what this build had no use for."""
        for path in files_below(self.folder):
            if path not in self.used:
                path.unlink(missing_ok=True)

    def _holds(self, known: Staged) -> bool:
        if not self.staged.holds(known.files):
            return False
        if self.exports is None:
            return True
        return known.exports is not None and self.exports.holds(known.exports)
