"""The editors' files beside an archive's articles, as far as annotations depend on them."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from variorum.archive.scatter import partition_of
from variorum.editors_files import AUTHORITY, CORRECTIONS
from variorum.handwritten import UnreadableError, read_text


def editors_digests(folders: Sequence[Path], partitions: int) -> list[str]:
    """For each partition a hash of what editors wrote of its stories; of nothing, no words.

    What lies in a folder itself is about all stories.
    """
    said: defaultdict[int, list[bytes]] = defaultdict(list)
    for folder in folders:
        for place, below, names in os.walk(folder):
            below[:] = sorted(name for name in below if not name.startswith("."))
            key = PurePosixPath(Path(place).relative_to(folder)).as_posix()
            for name in sorted({AUTHORITY, CORRECTIONS} & set(names)):
                line = f"{folder}\n{key}/{name}\n{_digest(Path(place, name))}\n"
                of = range(partitions) if key == "." else [partition_of(key, partitions)]
                for partition in of:
                    said[partition].append(line.encode("utf-8", "replace"))
    return [
        hashlib.sha256(b"".join(said[n])).hexdigest() if n in said else ""
        for n in range(partitions)
    ]


def _digest(path: Path) -> str:
    """Of a file's words; of one that cannot be read, of what is said of it instead."""
    try:
        said = read_text(path) or ""
    except UnreadableError as error:
        said = str(error)
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
