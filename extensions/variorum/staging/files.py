"""Writing staged files so that an interrupted build leaves no half of one."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from variorum.characters import plain_json


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write *data* to *path* in one step; keep the file, and its mtime, if nothing changed."""
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:  # On a disk that is full nothing half written stays.
        part.unlink(missing_ok=True)
        raise
    return True


def copy_if_changed(source: Path, target: Path) -> None:
    """Copy a file with its time, in one step; one of the same size and time is taken for a copy."""
    stat = source.stat()
    with contextlib.suppress(OSError):
        there = target.stat()
        if (there.st_size, there.st_mtime_ns) == (stat.st_size, stat.st_mtime_ns):
            return
    write_if_changed(target, source.read_bytes())
    # Where times can't be set the bytes are compared each time.
    with contextlib.suppress(OSError):
        os.utime(target, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def remove(path: Path, root: Path) -> None:
    """Remove a file, and the folders above it, below *root*, that are empty then."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == root or not folder.is_relative_to(root):
            return
        try:
            folder.rmdir()
        except OSError:
            return


def as_json(said: Any) -> bytes:
    """JSON as bytes, the same on every run for equal values.

    What no page may hold becomes U+FFFD, one for one, since positions count characters.
    """
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return plain_json(text).encode("utf-8")


def prune(folder: Path, kept: Collection[Path]) -> None:
    """Remove every file below *folder* but those that are kept."""
    for path in files_below(folder):
        if path not in kept:
            path.unlink(missing_ok=True)


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, sorted; none if there is no such folder."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
