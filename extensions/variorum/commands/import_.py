"""``variorum import``: an edited export back as corrections."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from variorum.characters import visible
from variorum.commands.options import Commands
from variorum.folders import stories


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "import",
        help="read corrections back from an exported file that was edited",
        description="Compare an exported .csv or .jsonld with what would be exported now, and add "
        "what an editor did to it to the story's corrections.yaml: rows deleted, values changed, "
        "rows added (with an empty id).",
    )
    command.add_argument("file", metavar="FILE", type=Path, help="the edited file")
    command.add_argument("folder", metavar="FOLDER", type=Path, help="the story's folder")
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Add the corrections and say how many they are."""
    from variorum.export.import_command import import_file
    from variorum.story import editors_folder

    folder = editors_folder(said.folder)
    path, made = import_file(said.file, stories([folder]), folder)
    for problem in made.problems:
        print(visible(str(problem)), file=sys.stderr)
    count = len(made.entries)
    print(f"{count} correction{'' if count == 1 else 's'}" + (f" added to {path}" if count else ""))
    return 1 if made.problems else 0
