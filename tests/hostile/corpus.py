"""The hostile corpus: named cases, each made by code.

``python -m tests.hostile.corpus FOLDER`` writes them as a folder of stories to look at.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.hostile import characters, encodings, markup, sizes, structure
from tests.hostile.case import Case

CASES: tuple[Case, ...] = tuple(
    case for table in (encodings, markup, characters, structure, sizes) for case in table.cases()
)
LIGHT = tuple(case for case in CASES if not case.heavy)
HEAVY = tuple(case for case in CASES if case.heavy)


def write(case: Case, story: Path, most: int | None = None) -> None:
    """Write a case below a story's folder, its files cut to *most* bytes."""
    for path, content in case.made().items():
        file = story / os.fsdecode(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content[:most])


def folder_of(case: Case) -> str:
    """A name for a case's folder."""
    return hashlib.sha256(case.name.encode()).hexdigest()[:12]


def write_all(cases: Iterable[Case], source: Path) -> None:
    """Write each case as a story of its own."""
    for case in cases:
        write(case, source / folder_of(case))


if __name__ == "__main__":
    write_all(CASES, Path(sys.argv[1]))
    print(f"{len(CASES)} cases, {len(HEAVY)} of them large")
