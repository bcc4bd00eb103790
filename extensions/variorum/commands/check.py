"""``variorum check``: what an editor should look at first."""

from __future__ import annotations

import argparse

from variorum.characters import visible
from variorum.commands.options import Commands, add_extension, add_folder, print_lines
from variorum.folders import stories

FIRST = 20
"""So many things are listed at first; the list of all is long."""


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "check",
        help="list what an editor should look at first",
        description="List what an editor should look at first, with the correction to paste into "
        "corrections.yaml: names that were left open, what the rules were least sure of, dates "
        "that do not fit, what looks alike.",
    )
    add_folder(command)
    add_extension(command)
    command.add_argument("--all", action="store_true", help=f"list all, not only the first {FIRST}")
    command.add_argument("--json", action="store_true", help="print JSON Lines")
    command.add_argument("--strict", action="store_true", help="exit with 1 if there is anything")
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Print the list."""
    from variorum.account import said_by
    from variorum.check import doubts_in
    from variorum.check_lines import printed
    from variorum.missing import endings
    from variorum.queue import in_queue
    from variorum.story import editors_folder

    folder = editors_folder(said.folder)
    read = list(stories([folder]))
    found = [waiting.doubt for waiting in in_queue(doubts_in(folder, read), read)]
    if said.json:
        print_lines(doubt.to_json() for doubt in found)
    else:
        for line in endings(said_by(read), folder.as_posix()):
            print(visible(f"# {line}".rstrip()))
        for line in printed(found, folder.as_posix(), None if said.all else FIRST):
            print(visible(line))
    return 1 if said.strict and found else 0
