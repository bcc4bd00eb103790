"""Figures on the development half of public data, by the scorer that comes with the data."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from variorum.cli import main

__all__ = ["BENCH", "bench_figures", "is_bench"]

BENCH = Path(__file__).parents[3] / "shared" / "bench"
"""Beside the project's folder."""

TASKS = {
    "entities.dev.jsonl": (
        ("entities", "worldwide"), ("entities", "meantime"), ("actors", "meantime"),
    ),
    "quotes.dev.jsonl": (("quotes", "polnear"),),
    "dates.dev.jsonl": (("dates", ""),),
}  # fmt: skip
"""Of each file: what is scored, and on which corpus in it (empty: on all)."""


def is_bench(folder: Path) -> bool:
    """Whether the folder holds the data and their scorer."""
    return all((folder / name).is_file() for name in (*TASKS, "score.py"))


def bench_figures(bench: Path, work: Path) -> Iterator[tuple[str, list[str]]]:
    """The corpus and the lines the scorer prints, task by task; each file is annotated once.

    What is found in a file is left under its name in the folder *work*.
    """
    for name, tasks in TASKS.items():
        found = work / name
        with found.open("w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
            status = main(["annotate", str(bench / name)])
        if status:
            raise RuntimeError(f"variorum annotate {bench / name} ended with status {status}")
        for task, corpus in tasks:
            yield corpus, _scored(bench, task, corpus, name, found)


def _scored(bench: Path, task: str, corpus: str, name: str, found: Path) -> list[str]:
    told = [bench / "score.py", task, bench / name, found]
    told += ["--source", corpus] if corpus else []
    command = [sys.executable, *map(str, told)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return run.stdout.splitlines()
