"""The one rule on links: what a user names may be one, what lies below it is not followed.

A link among the articles could lead to any file of the system, which would then be published; one
among what a command writes, to any file that would then be written over. So whatever is found below
a folder that a user named is opened with :func:`opened`, and its path made with :func:`below`.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath
from typing import IO

IS_LINK = "it is a link, and links are not followed"
LEADS_OUT = "its path leads out of the folder"


class LedOutError(OSError):
    """A path leads out of the folder that it is to lie in."""


def opened(path: Path) -> IO[bytes]:
    """Open a file for reading; a link is not followed, and a pipe not waited for.

    Raises :exc:`OSError`.
    """
    if path.is_symlink():
        raise LedOutError(0, IS_LINK)
    file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(0, "it is no file")
    return file


def below(root: Path, name: str) -> Path:
    """The path of *name* in a folder; raises :exc:`LedOutError` where that leads out of it."""
    inside = PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts:
        raise LedOutError(0, LEADS_OUT)
    path = root
    for part in inside.parts:
        path /= part
        if path.is_symlink():
            raise LedOutError(0, IS_LINK)
    return path


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)
