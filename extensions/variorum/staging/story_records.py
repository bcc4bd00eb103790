"""What staging made of each story, so that an unchanged one costs nothing but a look at its files.

A record names the files that were staged for a story, by size, time and hash; it is written when
they are, in one step. Where a file isn't as the record says, the story is staged anew.

Two stories may want a file of one name: the story ``bridge`` has a page for its actors, which a
folder ``bridge/actors`` has for its front. The first in the order of stories has it, and the
record of the other says so.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from variorum import codec, keeping
from variorum.model import Problem
from variorum.staging.files import prune, write_if_changed

Stat = tuple[int, int]
"""Size in bytes and time of change in nanoseconds."""

Made = Mapping[str, tuple[int, int, str] | str]
"""What became of each file by its name: how it lies there, with a hash of its bytes, or who has the
name already."""


class Folder:
    """A folder of staged files, looked at once.

    *published* gives the path that a staged file is published under.
    """

    def __init__(self, path: Path, published: Callable[[str], str] = str) -> None:
        self.path = path
        self.published = published
        self.files = dict(_walk(os.fspath(path), ""))
        self.wanted: set[str] = set()
        self.owners: dict[str, str] = {}
        """Whose each path is, published and staged, in words; that of a folder ends in "/".

        Paths are folded: a file system that takes two of them for one must hold all files.
        """

    def write(self, files: Mapping[str, bytes], owner: str) -> Made:
        """Write the files that changed; what has the name of another owner's is left out."""
        made: dict[str, tuple[int, int, str] | str] = {}
        for name, data in files.items():
            other = self.owner(name)
            if other is not None and other != owner:
                made[name] = other
                continue
            path = self.path / name
            try:
                is_new = write_if_changed(path, data)
            except OSError:
                if not self._made_room(path):
                    raise
                is_new = write_if_changed(path, data)
            if is_new or name not in self.files:
                stat = path.stat()
                self.files[name] = stat.st_size, stat.st_mtime_ns
            made[name] = (*self.files[name], _digest(data))
        self.keep(made, owner)
        return made

    def holds(self, made: Made) -> bool:
        """Whether all these files are as they were, and those of others are theirs still."""
        return all(self._holds(name, known) for name, known in made.items())

    def _holds(self, name: str, known: tuple[int, int, str] | str) -> bool:
        other = self.owner(name)
        if other is not None or isinstance(known, str):
            return known == other
        if self.files.get(name) != known[:2]:
            return False
        return _digest((self.path / name).read_bytes()) == known[2]

    def keep(self, made: Made, owner: str) -> None:
        """Say whose these files are; what is another's stays so."""
        for name, known in made.items():
            if isinstance(known, tuple):
                self.wanted.add(name)
                self.claim(self.published(name), owner)
                self.claim(name, owner)

    def claim(self, path: str, owner: str) -> None:
        """Say whose a path is, published or staged."""
        at = path.casefold()
        self.owners[at] = owner
        for folder in _folders(at):
            self.owners.setdefault(f"{folder}/", owner)

    def owner(self, name: str) -> str | None:
        """Whose a file of this name is, or whose files it would be in the way of."""
        paths = dict.fromkeys(path.casefold() for path in (self.published(name), name))
        at = (place for path in paths for place in (path, f"{path}/", *_folders(path)))
        return next((self.owners[place] for place in at if place in self.owners), None)

    def _made_room(self, path: Path) -> bool:
        """Whether an earlier build's folder lay where a file is to be, or a file as its folder."""
        files = [above for above in path.parents if above.is_file()]
        if not files and not path.is_dir():
            return False
        for file in files:
            file.unlink()
        if path.is_dir():
            shutil.rmtree(path)
        self.files = dict(_walk(os.fspath(self.path), ""))
        return True

    def prune(self) -> None:
        """Remove the files that nobody wants any more."""
        for name in sorted(self.files.keys() - self.wanted):
            (self.path / name).unlink(missing_ok=True)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _folders(path: str) -> Iterator[str]:
    """The folders that a path leads through, the nearest first."""
    while path := path.rpartition("/")[0]:
        yield path


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

    ``pages`` names the documents that are pages; ``front``, ``search`` and ``across`` are JSON, the
    story's share in what is made of all stories. Without ``exports`` none were made.
    """

    files: Made
    exports: Made | None
    pages: frozenset[str]
    front: bytes
    search: bytes
    across: bytes
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

    def get(self, key: str, owner: str) -> Staged | None:
        """The record, if all that it names is there."""
        path = self.folder / key
        known = keeping.parsed(path, partial(codec.loads, Staged))
        if known is None or not self._holds(known):
            return None
        self.used.add(path)
        self.staged.keep(known.files, owner)
        if self.exports:
            self.exports.keep(known.exports or {}, owner)
        return known

    def put(self, key: str, made: Staged) -> None:
        """Keep what was made of a story."""
        path = self.folder / key
        keeping.write(path, codec.dumps(Staged, made))
        self.used.add(path)

    def prune(self) -> None:
        """Drop what this build had no use for."""
        prune(self.folder, self.used)

    def _holds(self, known: Staged) -> bool:
        if not self.staged.holds(known.files):
            return False
        if self.exports is None:
            return True
        return known.exports is not None and self.exports.holds(known.exports)
