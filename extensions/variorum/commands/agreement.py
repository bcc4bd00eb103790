"""``variorum agreement``: how far readers of the same stories agree."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from variorum.characters import visible
from variorum.commands.options import Commands, add_folder, print_lines

COLUMNS = ("kind", "readers", "both", "same", "kappa")


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "agreement",
        help="say how far several readers agree",
        description="Of every two readers whose names stand in the corrections.yaml of a folder "
        "and of the folders in it: how many things both have looked at (called right, wrong, or "
        "changed), of how many they said the same, and Cohen's kappa, kind by kind. Of fewer than "
        "ten things there is no kappa.",
    )
    add_folder(command)
    command.add_argument("--json", action="store_true", help="print JSON Lines")
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Print the table."""
    from variorum.corrections import FILENAME, read_corrections
    from variorum.corrections.readers import agreement
    from variorum.folders import warn
    from variorum.story import editors_folder

    folder = editors_folder(said.folder)
    files = []
    for path in sorted({folder, *(path.parent for path in folder.rglob(FILENAME))}):
        shown = path.relative_to(folder).as_posix()
        corrections, problems = read_corrections(path, "" if shown == "." else shown)
        warn(problems)
        files.append(corrections.entries)
    found = list(agreement(files))
    if said.json:
        print_lines(asdict(row) for row in found)
        return 0
    if not found:
        print("No two readers have looked at the same thing.")
        return 0
    rows = [
        (r.kind, f"{r.one}, {r.other}", f"{r.both}", f"{r.same}",
         "–" if r.kappa is None else f"{r.kappa:.2f}")
        for r in found
    ]  # fmt: skip
    widths = [max(len(row[n]) for row in (COLUMNS, *rows)) for n in range(len(COLUMNS))]
    for row in (COLUMNS, *rows):
        print(visible("  ".join(w.ljust(n) for w, n in zip(row, widths, strict=True)).rstrip()))
    return 0
