"""From chunks of the input to pieces sorted by partition: a story is in one partition alone.

A chunk gives one file of records, sorted by partition, and an index of where each begins, so that
a partition is read by one seek in each file.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from variorum.archive.chunks import Chunk, records
from variorum.archive.files import whole


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
    return int(json.loads(index.read_text(encoding="utf-8"))["lines"])


def write_pieces(index: Path, pieces: Mapping[int, Sequence[bytes]]) -> None:
    """Write lines by the number of their piece, and then the index of where each piece begins."""
    begins: dict[int, tuple[int, int]] = {}
    at = 0
    with whole(index.with_suffix(".records")) as file:
        for piece, lines in sorted(pieces.items()):
            data = b"\n".join(lines) + b"\n"
            begins[piece] = (at, at + len(data))
            at += len(data)
            file.write(data)
    with whole(index) as file:
        said = {"lines": sum(map(len, pieces.values())), "begins": begins}
        file.write(json.dumps(said).encode())


def gather(piece: int, work: Path) -> Iterator[bytes]:
    """The lines of one piece from all chunks, in the order of the input."""
    for index in sorted(work.glob("*.index")):
        begins = json.loads(index.read_text(encoding="utf-8"))["begins"]
        start, end = begins.get(str(piece), (0, 0))
        if start < end:
            with index.with_suffix(".records").open("rb") as file:
                file.seek(start)
                # Not splitlines(): JSON leaves some characters alone that end a line there.
                yield from file.read(end - start)[:-1].split(b"\n")
