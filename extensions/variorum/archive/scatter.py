"""From chunks of the input to pieces sorted by partition: a story is in one partition alone.

A chunk gives one file of records, sorted by partition, and an index of where each begins, so that
a partition is read by one seek in each file. Of an index, too, is read no more than the search in
it needs: with the archive both the partitions grow and the chunks.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from variorum.archive.chunks import Chunk, records
from variorum.files import whole

if TYPE_CHECKING:
    from numpy.typing import NDArray


def partition_of(story: str, partitions: int) -> int:
    """The partition of a story, 0 to *partitions* - 1: the same on every machine."""
    digest = hashlib.sha256(story.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big") % partitions


def scatter(chunk: Chunk, number: int, work: Path, partitions: int) -> int:
    """Write a chunk's records to ``work/NNNNNN.records``; gives how many there are."""
    index = work / f"{number:06}.index"
    if not index.exists():
        pieces: defaultdict[int, list[bytes]] = defaultdict(list)
        for record in records(chunk):
            pieces[partition_of(record.story, partitions)].append(record.to_line())
        write_pieces(index, pieces)
    return int(_index(index)[:, 3].sum())


def write_pieces(index: Path, pieces: Mapping[int, Sequence[bytes]]) -> None:
    """Write lines by the number of their piece, and then the index of where each piece begins."""
    table = [(-1, 0, 0, 0)]  # so that no index is empty
    at = 0
    with whole(index.with_suffix(".records")) as file:
        for piece, lines in sorted(pieces.items()):
            data = b"\n".join(lines) + b"\n"
            table.append((piece, at, at + len(data), len(lines)))
            at += len(data)
            file.write(data)
    with whole(index) as file:
        file.write(np.array(table, dtype="<i8").tobytes("F"))


def gather(piece: int, work: Path) -> Iterator[bytes]:
    """The lines of one piece from all chunks, in the order of the input."""
    for index in sorted(work.glob("*.index")):
        table = _index(index)
        row = int(np.searchsorted(table[:, 0], piece))
        if row < len(table) and table[row, 0] == piece:
            _piece, start, end, _lines = table[row].tolist()
            yield from _lines_in(index, start, end)


def lines_of(index: Path) -> Iterator[bytes]:
    """All lines of a chunk."""
    return _lines_in(index, 0, None)


def _lines_in(index: Path, start: int, end: int | None) -> Iterator[bytes]:
    with index.with_suffix(".records").open("rb") as file:
        file.seek(start)
        # A line ends at a line feed alone; JSON leaves others that str knows as they are.
        while (end is None or file.tell() < end) and (line := file.readline()):
            yield line[:-1]


def _index(path: Path) -> NDArray[np.int64]:
    """Rows of a piece, where it begins and ends, and its lines, by piece; columns lie together."""
    return np.memmap(path, dtype="<i8", mode="r").reshape(4, -1).T
