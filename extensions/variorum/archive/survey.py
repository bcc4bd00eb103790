"""The steps of grouping that a worker does, each on its own part and from file to file."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from variorum.archive.chunks import Chunk, records
from variorum.archive.described import Member, described
from variorum.archive.features import BUCKETS, Features, features
from variorum.archive.grouping import EVER, alike, near_duplicates, windows
from variorum.archive.partition import read_records
from variorum.archive.scatter import gather, lines_of, write_pieces
from variorum.archive.window import RARELY, Window, window

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLACE = 32
"""An article's key is the number of its chunk and, in so many bits, its place in it."""
MANY = 300_000
"""In an archive of more articles those with a day are compared within days alone, or the window of
all days would be too large for a worker."""
GROUPS = 1000
"""So many groups are described at once."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a chunk: its articles, in how many each term is, its windows."""

    articles: int
    counts: NDArray[np.uint32]
    windows: tuple[int, ...]


def survey(chunk: Chunk, number: int, work: Path) -> Survey:
    """Write the features of a chunk's articles, by the windows they are compared in."""
    pieces: defaultdict[int, list[bytes]] = defaultdict(list)
    counts = np.zeros(BUCKETS, dtype=np.uint32)
    place = -1
    for place, article in enumerate(read_records(records(chunk), [])):
        found = features(article, number << PLACE | place)
        counts[list(found.counts)] += 1
        line = found.to_line()
        for start in windows(found):
            pieces[start].append(line)
    write_pieces(work / f"{number:06}.index", pieces)
    return Survey(place + 1, counts, tuple(sorted(pieces)))


def open_window(
    start: int, work: Path, counts: NDArray[np.uint32], total: int
) -> tuple[int, NDArray[Any]]:
    """Write a window's arrays; how many articles are in it, and the near-duplicates of them."""

    def lines() -> Iterator[Features]:
        found = map(Features.from_line, gather(start, work))
        if start == EVER and total > MANY:
            return (article for article in found if article.day is None)
        return found

    made, signatures = window(lines, counts, total, RARELY if start == EVER else None)
    made.save(_folder(start, work))
    return len(made.keys), near_duplicates(made.keys, signatures)


def compare(start: int, work: Path, first: int, last: int) -> NDArray[Any]:
    """The pairs of a window that may be on one event, of which one is in a range of its rows."""
    return alike(Window.load(_folder(start, work)), first, last, ever=start == EVER)


def _folder(start: int, work: Path) -> Path:
    return work / "windows" / str(start)


def pick(
    number: int, work: Path, members: Path, keys: NDArray[np.int64], groups: NDArray[np.int64]
) -> None:
    """Write what a group's line says of a chunk's articles, by the groups described at once.

    *keys* are those of all members, sorted, and *groups* the number of the group of each.
    """
    pieces: defaultdict[int, list[bytes]] = defaultdict(list)
    first, last = np.searchsorted(keys, [number << PLACE, number + 1 << PLACE])
    wanted = dict(zip(keys[first:last].tolist(), groups[first:last].tolist(), strict=True))
    for line in lines_of(work / f"{number:06}.index") if wanted else ():
        found = Features.from_line(line)
        group = wanted.pop(found.key, None)
        if group is not None:
            pieces[group // GROUPS].append(Member.of(group, found).to_line())
    write_pieces(members / f"{number:06}.index", pieces)


def describe(
    piece: int, members: Path, counts: NDArray[np.uint32], total: int
) -> list[dict[str, Any]]:
    """The lines of some groups in the groups' file."""
    by_group: defaultdict[int, list[Member]] = defaultdict(list)
    for line in gather(piece, members):
        member = Member(*json.loads(line))
        by_group[member.group].append(member)
    return [
        described(sorted(listed, key=lambda m: m.key), counts, total)
        for _group, listed in sorted(by_group.items())
    ]
