"""``variorum annotate``: what is found in each article; with ``--out`` in those of an archive."""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.commands.options import (
    Commands,
    add_articles,
    add_cluster,
    add_extension,
    print_lines,
)
from variorum.errors import UserError
from variorum.folders import stories, warned


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "annotate",
        help="print what is found in each article, as JSON Lines",
        description="Print what is found in each article, as JSON Lines.",
    )
    add_articles(command)
    add_extension(command)
    archive = command.add_argument_group(
        "archives", "With --out the articles are annotated on a cluster (Dask), in partitions; a "
        "run that was stopped goes on when it is called again.",
    )  # fmt: skip
    archive.add_argument("--out", metavar="DIR", type=Path, help="write the partitions here")
    archive.add_argument(
        "--partitions", metavar="N", type=int, help="how many (default: 4 MB each)"
    )
    archive.add_argument("--format", choices=("jsonl", "parquet"), default="jsonl")
    add_cluster(archive)
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Print what is found, or write it and print how much it is."""
    if said.out:
        return _archive(said)
    from variorum.printed import annotate

    print_lines(annotate(warned(stories(said.paths, each=True)), text=said.text))
    return 0


def _archive(said: argparse.Namespace) -> int:
    from variorum import targets

    if said.extension:
        raise UserError("--extension is for this machine; on a cluster an extension is installed")
    targets.apart(said.out, said.paths)
    from variorum.archive.run import annotate_archive

    done = annotate_archive(
        said.paths, said.out, scheduler=said.scheduler, workers=said.workers,
        partitions=said.partitions, format_=said.format,
    )  # fmt: skip
    print(
        f"{done['articles']} articles in {done['stories']} stories, {len(done['parts'])} "
        f"partitions, {done['problems']} problems: {said.out / 'manifest.json'}"
    )
    return 0
