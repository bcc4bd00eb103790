"""``variorum annotate --out`` and ``variorum group``: maps over the chunks of an archive."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from variorum import __version__, extending
from variorum.analysis import DEFAULT_MODEL
from variorum.archive.chunks import Chunk, chunks
from variorum.archive.engine import cluster, each
from variorum.archive.files import whole
from variorum.archive.grouping import described, groups
from variorum.archive.partition import Format, annotate_partition, as_lines
from variorum.archive.scatter import scatter
from variorum.archive.survey import compare, named_apart, survey, surveyed
from variorum.errors import UserError

PART = 4 * 2**20
"""A partition holds about so many bytes of input unless the call says how many there are."""


def annotate_archive(
    paths: Sequence[Path],
    out: Path,
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    partitions: int | None = None,
    format_: Format = "jsonl",
) -> dict[str, Any]:
    """Write the annotations of every article into *out* and return the manifest.

    A run that was stopped goes on when it is called again with the same input. Raises
    :exc:`~variorum.errors.UserError` where the folder holds another run, or a partition failed.
    """
    parts = list(chunks(paths))
    if not parts:
        raise UserError("found no article (.txt, .md, .html, .jsonl or .parquet)")
    partitions = partitions or max(1, sum(map(_bytes, parts)) // PART)
    _keep_plan(out, parts, partitions, format_)
    work = out / "work"
    work.mkdir(exist_ok=True)
    with cluster(scheduler, workers) as client:
        calls = [(chunk, i, work, partitions) for i, chunk in enumerate(parts)]
        read = dict(each(client, "reading chunk", scatter, calls))
        if len(read) < len(calls):
            raise UserError("some of the input could not be read; run the command again")
        jobs = [(number, work, out, format_) for number in range(partitions)]
        done = dict(each(client, "annotating partition", annotate_partition, jobs))
    if len(done) < partitions:
        raise UserError(
            f"{partitions - len(done)} of {partitions} partitions failed; "
            "run the command again and only those are done"
        )
    manifest = {
        "records": sum(read.values()),
        "articles": sum(part["articles"] for part in done.values()),
        "stories": sum(part["stories"] for part in done.values()),
        "problems": sum(len(part["problems"]) for part in done.values()),
        "parts": [done[number]["part"] for number in range(partitions)],
    }
    with whole(out / "manifest.json") as file:
        file.write(json.dumps(manifest, indent=1).encode())
    return manifest


def _bytes(chunk: Chunk) -> int:
    if chunk.kind == "files":
        return sum(Path(path).stat().st_size for path, *_ in chunk.files)
    if chunk.kind == "parquet":
        return Path(chunk.path).stat().st_size
    return chunk.end - chunk.start


def _keep_plan(out: Path, parts: Sequence[Chunk], partitions: int, format_: Format) -> None:
    """Write down what the run is, or hold it against what is written."""
    plan = {
        "variorum": __version__,
        "model": DEFAULT_MODEL,
        "format": format_,
        "partitions": partitions,
        "extensions": extending.fingerprint(),
        "chunks": [asdict(chunk) | {"bytes": _bytes(chunk)} for chunk in parts],
    }
    said = json.dumps(plan, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    path = out / "plan.json"
    if path.exists():
        if path.read_bytes() != said:
            raise UserError(
                f"{out} holds another run (see {path}); name a new folder, or remove this one"
            )
        return
    if out.is_dir() and any(out.iterdir()):
        raise UserError(f"{out} is not empty and holds no run of this command")
    with whole(path) as file:
        file.write(said)


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
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder:
        work = Path(folder)
        with cluster(scheduler, workers) as client:
            calls = [(chunk, i, work) for i, chunk in enumerate(parts)]
            told = dict(each(client, "reading chunk", survey, calls))
            if len(told) < len(calls):
                raise UserError("some of the input could not be read; run the command again")
            total = sum(said.articles for said in told.values())
            counts = np.sum([said.counts for _, said in sorted(told.items())], axis=0)
            known = client.scatter(counts, broadcast=True)
            starts = sorted({start for said in told.values() for start in said.windows})
            jobs = [(start, work, known, total) for start in starts]
            found = [
                pair for _, pairs in each(client, "comparing", compare, jobs) for pair in pairs
            ]
        members = groups(found)
        wanted = {key for keys in members for key in keys}
        held = {f.key: f for f in surveyed(work, starts) if f.key in wanted}
        lines = [described([held[key] for key in keys], counts, total) for keys in members]
    with whole(out) as file:
        file.write(as_lines(named_apart(lines)))
    return len(lines)
