"""The folder in the user's cache that a site is built in, and when what lies in it is taken again.

Sphinx keeps what it read as pickles, and a pickle is a program. So the folder is ours alone (our
own, closed to others, no link), and Sphinx gets its files back only where each has the checksum
that was written down after the build that made it; else all are made anew. What we keep ourselves,
in ``doctrees/variorum``, is no pickle and is checked where it is read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from variorum import keeping
from variorum.errors import UserError

OURS = "variorum"
"""The part of the doctrees that is ours, but for the documents that Sphinx has there."""
SPHINX = (".doctree", ".pickle")
"""The suffixes of what Sphinx keeps."""
DAYS = 90
"""What has not been built for so many days is dropped."""
_NAME = re.compile(r".+-[0-9a-f]{16}", re.DOTALL)
_RECORD = "checksums"

Checksums = dict[str, tuple[int, int, str]]
"""Size, time and hash of each file by its path."""


class BuildCache:
    """The folder for the site of *folder* in *output*."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder = folder
        self.home = keeping.home()
        said = hashlib.sha256(f"{folder}\n{output}".encode("utf-8", "surrogateescape"))
        self.path = self.home / f"{folder.name[:100]}-{said.hexdigest()[:16]}"
        self.html = self.path / "html"
        self.doctrees = self.path / "doctrees"
        self.known: Checksums = {}

    def open(self) -> None:
        """Make the folder ready for a build; raises :exc:`~variorum.errors.UserError`."""
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        drop_old(self.home)
        if os.path.lexists(self.path) and not keeping.is_our_folder(self.path):
            self._give_up()
        self.path.mkdir(mode=0o700, exist_ok=True)
        self.known = keeping.parsed(self._record, _read) or {}
        if not self._is_as_written():
            self._forget()
        # Whoever kills this build leaves no record, so the next one trusts nothing of it.
        self._record.unlink(missing_ok=True)

    def reopen(self) -> None:
        """Make the folder ready for another build of the process that had it last."""
        self._record.unlink(missing_ok=True)

    def close(self) -> None:
        """Write down what the build has left."""
        now: Checksums = {}
        for name, path in self._files():
            status = path.stat()
            at = status.st_size, status.st_mtime_ns
            before = self.known.get(name)
            now[name] = (*at, before[2] if before and before[:2] == at else _digest(path))
        keeping.write(self._record, json.dumps(now).encode())

    @property
    def _record(self) -> Path:
        return self.path / _RECORD

    def _is_as_written(self) -> bool:
        found = dict(self._files())
        return found.keys() == self.known.keys() and all(
            stat.S_ISREG(path.lstat().st_mode) and _digest(path) == self.known[name][2]
            for name, path in found.items()
        )

    def _files(self) -> Iterator[tuple[str, Path]]:
        """What Sphinx keeps."""
        for folder, folders, names in os.walk(self.doctrees):
            folders.sort()
            for name in sorted([*names, *(f for f in folders if Path(folder, f).is_symlink())]):
                path = Path(folder, name)
                below = path.relative_to(self.doctrees)
                if below.parts[0] != OURS or path.suffix in SPHINX or path.is_symlink():
                    yield below.as_posix(), path

    def _forget(self) -> None:
        """Remove what Sphinx kept."""
        self.known = {}
        if self.doctrees.is_symlink():
            self.doctrees.unlink()
        for _name, path in list(self._files()):
            path.unlink()

    def _give_up(self) -> None:
        """Remove a folder that is ours but open to others; what isn't ours is for its owner."""
        status = self.path.lstat()
        if status.st_uid != os.geteuid() or not stat.S_ISDIR(status.st_mode):
            raise UserError(
                f"{self.path} is not a folder of yours, and sites are built in it: remove it, "
                "or set XDG_CACHE_HOME to a folder that is yours alone"
            )
        shutil.rmtree(self.path)
        self.path.mkdir(mode=0o700)


def drop_old(home: Path) -> None:
    """Remove the folders of sites that have not been built for long."""
    limit = time.time() - DAYS * 86_400
    with contextlib.suppress(OSError):
        for path in sorted(home.iterdir()):
            if not _NAME.fullmatch(path.name):
                continue
            status = path.lstat()
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
                continue
            times = [status.st_mtime]
            with contextlib.suppress(OSError):
                times.append((path / _RECORD).lstat().st_mtime)
            if max(times) < limit:
                shutil.rmtree(path, ignore_errors=True)


def _read(data: bytes) -> Checksums:
    return {
        str(name): (int(size), int(moment), str(digest))
        for name, (size, moment, digest) in json.loads(data).items()
    }


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()
