"""What several commands have in common: options, and how they print."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What a command is added to."""


def add_folder(command: argparse.ArgumentParser) -> None:
    """The folder a command works on."""
    command.add_argument("folder", metavar="FOLDER", type=Path, help="where the articles are")


def add_force(command: argparse.ArgumentParser) -> None:
    """Whether to write where somebody else has written."""
    command.add_argument(
        "--force", action="store_true",
        help="write even where there are files that no command of ours made",
    )  # fmt: skip


def add_articles(command: argparse.ArgumentParser) -> None:
    """The articles a command prints something of."""
    command.add_argument(
        "paths", metavar="PATH", type=Path, nargs="+",
        help="an article (.txt, .md, .html), a folder of articles, or a .jsonl file",
    )  # fmt: skip
    command.add_argument(
        "--text", action="store_true", help="add the text in which every start and end counts"
    )  # fmt: skip


def add_extension(command: argparse.ArgumentParser) -> None:
    """What others add to the analysis, from a file."""
    command.add_argument(
        "--extension", metavar="FILE", type=Path, action="append", default=[],
        help="a Python file whose EXTENSION takes part; it is run, so be sure whose it is",
    )  # fmt: skip


def add_cluster(command: argparse._ActionsContainer) -> None:
    """Where a command on archives runs."""
    command.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster that is there")
    command.add_argument(
        "--workers", metavar="N", type=int, help="without one: processes here (default: the cores)"
    )


def print_lines(objects: Iterable[dict[str, Any]]) -> None:
    """Print objects as JSON Lines."""
    for said in objects:
        print(json.dumps(said, ensure_ascii=False))
    sys.stdout.flush()
