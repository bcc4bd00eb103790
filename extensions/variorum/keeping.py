"""What we keep from one run to the next: files that are ours, and are whole, or aren't read.

A kept file begins with a checksum over its name and all that follows. It is read only where it
belongs to who runs us, nobody else may write it, and its bytes are those that were written;
whatever else lies under its name is made anew. What is in it is data, never a pickle.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

MARK = b"variorum kept 1 "
_HEAD = len(MARK) + 64 + 1


def home() -> Path:
    """Our folder in the user's cache folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "variorum")


def read(path: Path) -> bytes | None:
    """What was kept under this name, or nothing where that can't be known."""
    try:
        with open(path, "rb", opener=_carefully) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or not _is_ours(status):
                return None
            head, data = file.read(_HEAD), file.read()
    except OSError:
        return None
    return data if head == _head(path, data) else None


def _carefully(path: str, flags: int) -> int:
    """Open through no link, and without waiting for a pipe."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def parsed(path: Path, parse: Callable[[bytes], T]) -> T | None:
    """What *parse* makes of what was kept; nothing where it can make nothing of it."""
    data = read(path)
    if data is None:
        return None
    try:
        return parse(data)
    except (ValueError, TypeError, LookupError, AttributeError):
        return None


def write(path: Path, data: bytes) -> None:
    """Keep *data* under this name, in one step, for us alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{uuid.uuid4().hex}.part")
    try:
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(file, "wb") as opened:
            opened.write(_head(path, data))
            opened.write(data)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def is_our_folder(path: Path) -> bool:
    """Whether a folder is no link, belongs to who runs us, and is closed to everybody else."""
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and _is_ours(status) and not status.st_mode & 0o077


def _is_ours(status: os.stat_result) -> bool:
    """Whether it belongs to who runs us, and nobody else may write it."""
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _head(path: Path, data: bytes) -> bytes:
    digest = hashlib.sha256(os.fsencode(path.name))
    digest.update(b"\0")
    digest.update(data)
    return MARK + digest.hexdigest().encode() + b"\n"
