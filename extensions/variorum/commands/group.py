"""``variorum group``: which articles of an archive may be one story."""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.commands.options import Commands, add_cluster, add_force


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "group",
        help="find which articles of an archive may be one story",
        description="Find articles that are near-duplicates or may report one event, and write "
        "each group as a line of JSON, to start a story from with `variorum new --group`.",
    )
    command.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="as for annotate")
    command.add_argument("-o", "--out", metavar="FILE", type=Path, required=True, help="the groups")
    add_cluster(command)
    add_force(command)
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Write the groups and say how many they are."""
    from variorum.archive.group_file import claim_file

    claim_file(said.out, said.paths, force=said.force)
    from variorum.archive.group import group_archive

    count = group_archive(said.paths, said.out, scheduler=said.scheduler, workers=said.workers)
    print(f"{count} groups: {said.out}")
    return 0
