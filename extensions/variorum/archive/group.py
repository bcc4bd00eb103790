"""``variorum group``: maps over the chunks and the days of an archive, and what they bring."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from variorum.archive.chunks import Chunk, chunks
from variorum.archive.described import named_apart
from variorum.archive.engine import cluster, each
from variorum.archive.features import BUCKETS
from variorum.archive.grouping import PAIR, groups
from variorum.archive.partition import as_lines
from variorum.archive.survey import GROUPS, compare, describe, open_window, pick, survey
from variorum.errors import UserError
from variorum.files import whole

if TYPE_CHECKING:
    from distributed import Client
    from numpy.typing import NDArray

R = TypeVar("R")
ROWS = 5000
"""A task compares so many articles with all others of their window."""


def group_archive(
    paths: Sequence[Path],
    out: Path,
    *,
    scheduler: str | None = None,
    workers: int | None = None,
) -> int:
    """Write candidates for stories to *out*, one group a line, and return how many there are.

    Raises :exc:`~variorum.errors.UserError`.
    """
    parts = list(chunks(paths))
    if not parts:
        raise UserError("found no article (.txt, .md, .html, .jsonl or .parquet)")
    out.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder,
        cluster(scheduler, workers) as client,
    ):
        lines = _lines(client, parts, Path(folder))
    with whole(out) as file:
        file.write(as_lines(named_apart(lines)))
    return len(lines)


def _lines(client: Client, parts: Sequence[Chunk], work: Path) -> list[dict[str, Any]]:
    """The groups. Here are held pairs and groups, of articles no more than their keys."""
    counts, total, starts = _surveyed(client, parts, work)
    known = client.scatter(counts, broadcast=True)
    found = list(_pairs(client, starts, work, known, total))
    listed = groups(np.concatenate([np.empty(0, PAIR), *found]))
    if not listed:
        return []
    del found
    keys = np.concatenate([np.array(keys) for keys in listed])
    numbers = np.repeat(np.arange(len(listed)), [len(keys) for keys in listed])
    order = np.argsort(keys)
    of_all = client.scatter([keys[order], numbers[order]], broadcast=True)
    members = work / "members"
    picks = [(number, work, members, *of_all) for number in range(len(parts))]
    deque(_every(client, "finding members", pick, picks), maxlen=0)
    pieces = [(n, members, known, total) for n in range((len(listed) - 1) // GROUPS + 1)]
    made = dict(_every(client, "describing groups", describe, pieces))
    return [line for _n, lines in sorted(made.items()) for line in lines]


def _surveyed(
    client: Client, parts: Sequence[Chunk], work: Path
) -> tuple[NDArray[np.uint32], int, list[int]]:
    """In how many articles each term is, how many there are, and their windows."""
    counts = np.zeros(BUCKETS, dtype=np.uint32)
    total = 0
    starts: set[int] = set()
    calls = [(chunk, number, work) for number, chunk in enumerate(parts)]
    for _number, said in _every(client, "reading chunk", survey, calls):
        counts += said.counts
        total += said.articles
        starts |= set(said.windows)
    return counts, total, sorted(starts)


def _pairs(
    client: Client, starts: Sequence[int], work: Path, counts: Any, total: int
) -> Iterator[NDArray[Any]]:
    """All pairs that may be on one event, some of them twice."""
    windows = [(start, work, counts, total) for start in starts]
    jobs = []
    for number, (size, near) in _every(client, "opening window", open_window, windows):
        yield near
        jobs += [(starts[number], work, at, min(at + ROWS, size)) for at in range(0, size, ROWS)]
    for _number, found in _every(client, "comparing", compare, sorted(jobs)):
        yield found


def _every(
    client: Client, what: str, function: Callable[..., R], calls: Sequence[tuple[Any, ...]]
) -> Iterator[tuple[int, R]]:
    """The results of all calls as they get ready; a group is whole or not at all."""
    missing = len(calls)
    for result in each(client, what, function, calls):
        missing -= 1
        yield result
    if missing:
        raise UserError(f"{what}: {missing} of {len(calls)} failed; run the command again")
