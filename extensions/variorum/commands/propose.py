"""``variorum propose``: what a program of the user's proposes, for a person to accept."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import PurePath

from variorum.characters import visible
from variorum.commands.options import Commands, add_folder, print_lines
from variorum.folders import stories


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "propose",
        help="take proposals from a program of yours",
        description="Hand the articles of each story to a program as JSON Lines, and take "
        "speakers, dates and differences from its answer. What holds to the articles' words waits "
        "in proposals.yaml; it counts once you have accepted it at the desk, or moved it into "
        "corrections.yaml. The program runs with your rights: it may do all that you may.",
    )
    add_folder(command)
    command.add_argument(
        "--with", dest="program", metavar="COMMAND", required=True,
        help="what to run, once a story",
    )  # fmt: skip
    command.add_argument(
        "--as", dest="by", metavar="NAME", default="",
        help="what the program is called (default: by its file)",
    )  # fmt: skip
    command.add_argument(
        "--seconds", metavar="N", type=float, default=600.0,
        help="how long it may take for a story (default: 600)",
    )  # fmt: skip
    command.add_argument(
        "--dry-run", action="store_true", help="print what the program would be given"
    )
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Ask for each story, and say what was taken."""
    from variorum.proposing.command import asked, proposed
    from variorum.story import editors_folder

    folder = editors_folder(said.folder)
    read = stories([folder])
    if said.dry_run:
        print_lines(line for story in read for line in asked(story))
        return 0
    by = " ".join(said.by.split()) or _called(said.program)
    for story in read:
        done = proposed(folder, story, said.program, by, said.seconds)
        where = f"story {story.key}: " if story.key else ""
        print(visible(f"{where}{done.count} in {done.path}"))
        for why, count in done.refused.items():
            print(visible(f"{where}{count} refused: {why}"), file=sys.stderr)
    return 0


def _called(program: str) -> str:
    try:
        words = shlex.split(program)
    except ValueError:
        words = []
    named = [word for word in words if not word.startswith("-")]
    return PurePath(named[-1] if named else "program").stem or "program"
