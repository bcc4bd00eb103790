"""``variorum annotate --out``: a map over the chunks of an archive, and one over its partitions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from variorum import __version__, extending, targets
from variorum.analysis import DEFAULT_MODEL
from variorum.archive.chunks import Chunk, chunks
from variorum.archive.editors import editors_digests
from variorum.archive.engine import cluster, each
from variorum.archive.partition import Format, annotate_partition
from variorum.archive.scatter import scatter
from variorum.errors import UserError
from variorum.files import whole
from variorum.versions import code_hash

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

    A run that was stopped goes on when it is called again with the same input; where an editor's
    file has changed since, the partitions it is about are made anew. Raises
    :exc:`~variorum.errors.UserError` where the folder holds another run, or a partition failed.
    """
    parts = list(chunks(paths))
    if not parts:
        raise UserError("found no article (.txt, .md, .html, .jsonl or .parquet)")
    partitions = partitions or max(1, sum(chunk.bytes for chunk in parts) // PART)
    keep_plan(out, parts, partitions, format_)
    work = targets.below(out, "work")
    work.mkdir(exist_ok=True)
    with cluster(scheduler, workers) as client:
        calls = [(chunk, i, work, partitions) for i, chunk in enumerate(parts)]
        read = dict(each(client, "reading chunk", scatter, calls))
        if len(read) < len(calls):
            raise UserError("some of the input could not be read; run the command again")
        folders = [path.resolve() for path in paths if path.is_dir()]
        digests = editors_digests(folders, partitions)
        jobs = [(n, work, out, format_, folders, digest) for n, digest in enumerate(digests)]
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
        "problems": sum(part["problems"] for part in done.values()),
        "parts": [done[number]["part"] for number in range(partitions)],
    }
    with whole(out / "manifest.json") as file:
        file.write(json.dumps(manifest, indent=1).encode())
    return manifest


def keep_plan(out: Path, parts: Sequence[Chunk], partitions: int, format_: Format) -> None:
    """Write down what the run is, or hold it against what is written.

    Raises :exc:`~variorum.errors.UserError` where something else is: other input, other code.
    """
    plan = {
        "variorum": [__version__, code_hash()],
        "model": DEFAULT_MODEL,
        "format": format_,
        "partitions": partitions,
        "extensions": extending.fingerprint(),
        "chunks": [asdict(chunk) for chunk in parts],
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
