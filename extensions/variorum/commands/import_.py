"""``variorum import``: an edited export back as corrections."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.characters import visible
from variorum.commands.options import Commands
from variorum.folders import stories

if TYPE_CHECKING:
    from variorum.export.import_command import Imported


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "import",
        help="read corrections back from an exported file that was edited",
        description="Compare an exported .csv, .jsonld or .tei.xml with what would be exported "
        "now, and add what an editor did to it to the story's corrections.yaml: values changed, "
        "rows added (with an empty id) or elements (without xml:id), notes. Where anything in it "
        "is not understood nothing is written.",
    )
    command.add_argument("file", metavar="FILE", type=Path, help="the edited file")
    command.add_argument("folder", metavar="FOLDER", type=Path, help="the story's folder")
    command.add_argument(
        "--reject-missing", action="store_true",
        help="reject what has no row or element in the file any more (a filtered table lacks some)",
    )  # fmt: skip
    command.add_argument(
        "--dry-run", action="store_true", help="print the corrections and write nothing"
    )
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Add the corrections and say how many they are."""
    from variorum.export.import_command import import_file
    from variorum.story import editors_folder

    folder = editors_folder(said.folder)
    done = import_file(
        said.file, stories([folder]), folder,
        reject_missing=said.reject_missing, dry_run=said.dry_run,
    )  # fmt: skip
    for problem in done.made.problems:
        print(visible(str(problem)), file=sys.stderr)
    if done.made.gone:
        told = f"{_many(done.made.gone, 'row')} of the export are not in the file and were left"
        print(f"{told} as they are; --reject-missing rejects them", file=sys.stderr)
    if said.dry_run:
        print("\n".join(done.made.entries))
    print(_summary(done))
    return 1 if done.made.problems else 0


def _summary(done: Imported) -> str:
    """How many corrections there are, of which kinds, and where they went."""
    made = done.made
    count = _many(len(made.entries), "correction")
    if not made.entries:
        return count
    where = f"added to {done.path}" if done.written else f"for {done.path}; nothing was written"
    kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(made.kinds.items()))
    return f"{count} ({kinds}) {where}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
