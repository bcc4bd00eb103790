"""Who writes an editor's file is alone with it: a file is read, changed and written as one.

Threads of one desk wait for each other, and so do two desks on one folder, where the system knows
locks. A program that knows nothing of us waits for nobody; its words are read anew before ours.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO

from variorum import keeping


def alone(root: Path) -> _Alone:
    """To be entered by whoever writes below a folder; may be entered again inside."""
    return _alone(root.resolve())


class _Alone:
    """A lock of this process, and one of the machine on a file in the user's cache."""

    def __init__(self, root: Path) -> None:
        self._name = f"{hashlib.sha256(str(root).encode()).hexdigest()[:16]}.writing"
        self._lock = threading.RLock()
        self._depth = 0
        self._file: IO[bytes] | None = None

    def __enter__(self) -> None:
        self._lock.acquire()
        if not self._depth:
            self._file = self._held()
        self._depth += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._depth -= 1
        if not self._depth and self._file:
            self._file.close()
        self._lock.release()

    def _held(self) -> IO[bytes] | None:
        with contextlib.suppress(ImportError, OSError):
            import fcntl

            home = keeping.home()
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = (home / self._name).open("ab")
            fcntl.flock(file, fcntl.LOCK_EX)
            return file
        return None


_alone = cache(_Alone)
