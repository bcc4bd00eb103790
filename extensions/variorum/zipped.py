"""``python -m variorum.zipped FOLDER ZIP``: a built site as one file, the same bytes each time.

A zip made with the usual tools carries the times at which its files were written. Here every file
has the time of SOURCE_DATE_EPOCH or, without it, the first that a zip can hold.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from variorum.targets import MARK

FIRST = 315_532_800
"""1 January 1980, in seconds since 1970."""
HIDDEN = frozenset((".buildinfo", ".doctrees", MARK))
"""What Sphinx and we keep in an output folder for ourselves."""


def put(archive: ZipFile, name: str, data: bytes, compression: int = ZIP_DEFLATED) -> None:
    """Write one file into a zip, with a time that doesn't depend on when it was made."""
    moment = max(int(os.environ.get("SOURCE_DATE_EPOCH") or 0), FIRST)
    info = ZipInfo(name, time.gmtime(moment)[:6])
    info.compress_type = compression
    info.external_attr = 0o644 << 16
    archive.writestr(info, data, compresslevel=9)


def zip_folder(folder: Path, target: Path) -> None:
    """Write every file of *folder* into *target*, under the folder's name, sorted."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    try:
        with ZipFile(part, "w") as archive:
            for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()):
                name = path.relative_to(folder)
                if HIDDEN.isdisjoint(name.parts):
                    put(archive, f"{folder.name}/{name.as_posix()}", path.read_bytes())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m variorum.zipped SITE FILE.zip")
    zip_folder(Path(sys.argv[1]), Path(sys.argv[2]))
