"""Two desks on one folder: each has a cache of its own, held as long as it is open."""

from __future__ import annotations

import contextlib
from itertools import count
from pathlib import Path
from typing import IO

from variorum.build_cache import BuildCache


def held_cache(folder: Path) -> tuple[BuildCache, IO[bytes] | None]:
    """The first cache for a desk on *folder* that no other desk holds, and what holds it.

    Where the system knows no such locks there is one, as for a folder's builds.
    """
    for number in count(1):
        cache = BuildCache(folder, folder / ("desk" if number == 1 else f"desk {number}"))
        cache.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = (cache.home / f"{cache.path.name}.lock").open("ab")
        with contextlib.suppress(ImportError):
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                file.close()
                continue
            return cache, file
        file.close()
        return cache, None
    raise AssertionError
