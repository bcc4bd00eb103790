"""Files in a zip: opened within limits, whatever the zip says of itself."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from variorum.reading.account import by_name
from variorum.reading.files import saved_with
from variorum.reading.formats import drafts, most_bytes
from variorum.reading.problems import SAVED_AGAIN, ReadingError, left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from variorum.reading.drafts import Draft, File

__all__ = ["Zip", "read_zip"]

_MOST_FILES = 5_000
_MOST = 40
"""How many times the limit of an article's text all files of a zip may have together."""


class Zip:
    """A zip whose files are read one by one, together no more than a limit."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.left = file.max_bytes * _MOST
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file.data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            message = f"not readable as a zip: {error}"
            raise left_out(file.source, message, remedy=SAVED_AGAIN) from error
        if len(self._zip.infolist()) > _MOST_FILES:
            raise left_out(file.source, f"too many files in it: the limit is {_MOST_FILES:,}")

    def names(self) -> list[str]:
        """The files in it, sorted, but for folders."""
        return sorted({info.filename for info in self._zip.infolist() if not info.is_dir()})

    def read(self, name: str) -> bytes:
        """The bytes of a file; raises ``ReadingError``, also where the limit is reached."""
        source = f"{self.file.source}/{name}"
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 0x1:
                raise left_out(source, "protected by a password")
            with self._zip.open(info) as opened:
                data = opened.read(self.left + 1)
        except KeyError as error:
            raise left_out(source, "there is no such file in it") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise left_out(source, f"not readable: {error}") from error
        if len(data) > self.left:
            limit = self.file.max_bytes * _MOST
            raise left_out(source, f"too large: unpacked, the limit is {limit:,} bytes together")
        self.left -= len(data)
        return data


def read_zip(file: File) -> Iterator[Draft]:
    """The articles of all files in a zip; what is none is told, and costs no other."""
    if file.within:
        raise left_out(file.source, "a zip within another file is not opened", remedy="unpack it")
    packed = Zip(file)
    names = packed.names()
    pages = _pages_by_folder(names)
    for name in names:
        try:
            yield from _articles(packed, name, pages)
        except ReadingError as error:
            file.warn(error.problem)


def _pages_by_folder(names: Iterable[str]) -> dict[PurePosixPath, list[str]]:
    """The names of files by the folder of the zip that they lie in."""
    pages: dict[PurePosixPath, list[str]] = {}
    for name in names:
        path = _path(name)
        pages.setdefault(path.parent, []).append(path.name)
    return pages


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name.replace("\\", "/"))


def _articles(
    packed: Zip, name: str, pages: Mapping[PurePosixPath, Sequence[str]]
) -> Iterator[Draft]:
    path = _path(name)
    source = f"{packed.file.source}/{path}"
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise left_out(source, "its path leads out of the zip; passed over")
    if any(part.startswith((".", "__MACOSX")) for part in path.parts):
        return
    for folder in path.parents:
        if page := saved_with(folder.name, pages.get(folder.parent, ())):
            raise left_out(source, f"belongs to {page}", of=page, quiet=True)
    if entry := by_name(path):
        is_empty = entry.fate == "no article"
        why = entry.why or "an editor's file counts beside the zip, not in it"
        raise left_out(source, why, remedy=entry.remedy, empty=is_empty)
    data = packed.read(name)
    if len(data) > (most := most_bytes(path.name, packed.file.max_bytes)):
        raise left_out(source, f"too large: {len(data):,} bytes, the limit is {most:,}")
    for draft in drafts(packed.file.part(data, str(path))):
        draft.part = str(path)
        yield draft
