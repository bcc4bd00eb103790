"""``variorum collate``: what a story's articles share and where they part."""

from __future__ import annotations

import argparse

from variorum.commands.options import Commands, add_articles, add_extension, print_lines
from variorum.folders import stories, warned


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "collate",
        help="print what a story's articles share and where they part",
        description="Print what a story's articles share and where they part.",
    )
    add_articles(command)
    add_extension(command)
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Print what is found."""
    from variorum.printed import collate

    print_lines(collate(warned(stories(said.paths)), text=said.text))
    return 0
