"""Files that appear whole or not at all, whoever is killed while writing them.

For what is written once and cannot be made again cheaply: an archive's partitions, which several
machines may write, and an editor's file. The pages of a site are made anew at the next build, by
one process: :mod:`variorum.staging.files` doesn't wait for the disk, leaves alone what hasn't
changed, and gives what it is writing a name that the next build finds.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """Open *path* for writing under another name; it takes its own when all is on the disk.

    Two workers that write the same file at once write the same bytes, and one name wins.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    rough = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with rough.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        rough.replace(path)
    finally:
        rough.unlink(missing_ok=True)
