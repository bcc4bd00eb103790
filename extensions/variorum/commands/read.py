"""``variorum read``: what becomes of every file of a folder, and what was read of each article."""

from __future__ import annotations

import argparse

from variorum.characters import visible
from variorum.commands.options import Commands, add_folder, print_lines


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "read",
        help="say what became of every file, and what was read of each article",
        description="Say of every file below a folder what became of it: read, belongs to another, "
        "no article (why), can't be read (why, and what would help). Then what was read of each "
        "article, with the words or the place it was read from, and the lines to paste where "
        "something is missing. Nothing is analysed.",
    )
    add_folder(command)
    command.add_argument("--json", action="store_true", help="print JSON Lines, one object a file")
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Print the account."""
    from variorum.account import objects, printed
    from variorum.folders import accounted
    from variorum.story import editors_folder

    folder = editors_folder(said.folder)
    account, edition = accounted(folder)
    if said.json:
        print_lines(objects(account, edition))
    else:
        for line in printed(account, edition, folder.as_posix()):
            print(visible(line))
    return 0
