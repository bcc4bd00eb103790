"""The input cut into chunks that a worker can read by itself, and the records in them.

A record is one article still unread: either an object as it stands in a ``.jsonl`` or Parquet
file, or the path of a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from variorum.errors import UserError
from variorum.folders import warn
from variorum.reading.account import problem_of
from variorum.reading.collect import Found, find_files

CHUNK = 64 * 2**20
"""A chunk of a ``.jsonl`` file holds so many bytes."""
FILES = 2000
"""A chunk of a folder holds so many articles."""

Kind = Literal["jsonl", "parquet", "files"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of the input: a byte range of a ``.jsonl`` file, a Parquet row group, or files."""

    kind: Kind
    path: str
    start: int = 0
    end: int = 0
    bytes: int = 0
    """How much there is to read, unpacked."""
    files: tuple[tuple[str, str, str, str], ...] = ()
    """Of each file: its path, and the id, source and story its article gets."""


@dataclass(frozen=True, slots=True)
class Record:
    """One unread article: the story it belongs to, and how a worker gets at it."""

    story: str
    said: dict[str, Any]

    def to_line(self) -> bytes:
        """The record as one line of JSON."""
        return json.dumps([self.story, self.said], ensure_ascii=False).encode("utf-8", "replace")

    @classmethod
    def from_line(cls, line: bytes) -> Record:
        """The record of a line."""
        story, said = json.loads(line)
        return cls(story, said)


def chunks(paths: Sequence[Path], size: int = CHUNK) -> Iterator[Chunk]:
    """Cut what the paths name; raises :exc:`~variorum.errors.UserError` where nothing is there."""
    folders = []
    for path in paths:
        if not path.exists():
            raise UserError(f"no such file or folder: {path}")
        parts = [
            file
            for kind in ("*.jsonl", "*.parquet")
            for file in sorted(path.glob(kind))
            if not file.is_symlink()
        ]
        for file in parts if path.is_dir() else [path]:
            if file.suffix == ".jsonl":
                yield from _of_lines(file, size)
            elif file.suffix == ".parquet":
                yield from _of_parquet(file)
        if path.suffix not in (".jsonl", ".parquet") and not parts:
            folders.append(path)
    found, passed = find_files(folders)
    warn(problem for entry in passed if (problem := problem_of(entry)))
    for at in range(0, len(found), FILES):
        yield _of_files(found[at : at + FILES])


def _of_lines(path: Path, size: int) -> Iterator[Chunk]:
    """Byte ranges; a line belongs to the range its first byte is in."""
    total = path.stat().st_size
    for start in range(0, total, size):
        end = min(start + size, total)
        yield Chunk("jsonl", str(path), start, end, end - start)


def _of_parquet(path: Path) -> Iterator[Chunk]:
    from pyarrow.parquet import ParquetFile

    with ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            size = file.metadata.row_group(group).total_byte_size
            yield Chunk("parquet", str(path), group, group + 1, size)


def _of_files(found: Sequence[Found]) -> Chunk:
    files = tuple((str(f.path.resolve()), f.id, f.source, f.story) for f in found)
    size = sum(_size(f.path) for f in found)
    return Chunk("files", files[0][0], 0, len(files), size, files)


def _size(path: Path) -> int:
    """A file's bytes; of one that isn't there, none: who reads it says so."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def records(chunk: Chunk) -> Iterator[Record]:
    """The articles of a chunk, in its order; a line that is no object stands alone as it is."""
    if chunk.kind == "files":
        for path, id_, source, story in chunk.files:
            yield Record(story, {"path": path, "id": id_, "source": source})
    elif chunk.kind == "parquet":
        yield from (_of_object(row, chunk, i) for i, row in enumerate(_rows(chunk)))
    else:
        for at, line in _lines(chunk):
            try:
                said = json.loads(line)
            except (ValueError, RecursionError):
                said = None
            if not isinstance(said, dict):
                said = {"bad": line[:200].decode("utf-8", "replace")}
            yield _of_object(said, chunk, at)


def _of_object(said: dict[str, Any], chunk: Chunk, at: int) -> Record:
    """An object of a file; one without a story stands alone."""
    story = said.get("story")
    if not isinstance(story, str):
        story = str(said.get("id", f"{chunk.path}:{at}"))
    return Record(story, {"object": said, "source": Path(chunk.path).name})


def _lines(chunk: Chunk) -> Iterator[tuple[int, bytes]]:
    """The lines that begin in a chunk's range, each with where it begins."""
    with Path(chunk.path).open("rb") as file:
        file.seek(max(chunk.start - 1, 0))
        if chunk.start and file.read(1) != b"\n":
            file.readline()
        while (at := file.tell()) < chunk.end:
            line = file.readline()
            if line.strip():
                yield at, line


def _rows(chunk: Chunk) -> Iterable[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    with ParquetFile(chunk.path) as file:
        for batch in file.iter_batches(batch_size=1000, row_groups=[chunk.start]):
            for row in batch.to_pylist():
                yield {name: value for name, value in row.items() if value is not None}
