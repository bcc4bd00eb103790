"""The steps of grouping that a worker does: features of a chunk, pairs of a window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.archive.chunks import Chunk, records
from variorum.archive.features import Features, features
from variorum.archive.grouping import document_counts, pairs, windows
from variorum.archive.partition import read_records
from variorum.archive.scatter import gather, write_pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a chunk: its articles, in how many each term is, its windows."""

    articles: int
    counts: NDArray[np.uint32]
    windows: tuple[int, ...]


def survey(chunk: Chunk, number: int, work: Path) -> Survey:
    """Write the features of a chunk's articles, by the windows they are compared in."""
    articles, _problems = read_records(records(chunk))
    found = [features(article, f"{number}:{i}") for i, article in enumerate(articles)]
    pieces: defaultdict[int, list[bytes]] = defaultdict(list)
    for each in found:
        for start in windows(each):
            pieces[start].append(each.to_line())
    write_pieces(work / f"{number:06}.index", pieces)
    return Survey(len(found), document_counts(found), tuple(sorted(pieces)))


def compare(
    start: int, work: Path, counts: NDArray[np.uint32], total: int
) -> list[tuple[str, str, float]]:
    """The pairs of a window that may be on one event."""
    return pairs([Features.from_line(line) for line in gather(start, work)], counts, total)


def surveyed(work: Path, starts: Iterable[int]) -> Iterator[Features]:
    """The features of all articles, some of them twice."""
    for start in starts:
        for line in gather(start, work):
            yield Features.from_line(line)


def named_apart(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The groups, each with a story name of its own, in the order of their names."""
    taken: dict[str, int] = {}
    for line in sorted(lines, key=lambda line: (line["story"], line["articles"][0]["id"])):
        name = line["story"]
        taken[name] = taken.get(name, 0) + 1
        if taken[name] > 1:
            line["story"] = f"{name}-{taken[name]}"
    return sorted(lines, key=lambda line: line["story"])
