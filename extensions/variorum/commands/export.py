"""``variorum export``: what is found, as open data."""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.characters import visible
from variorum.commands.options import Commands, add_extension, add_folder, add_force
from variorum.folders import stories, warned

_FORMATS = ("jsonld", "tei", "csv", "bibtex", "csl")
"""What :data:`variorum.export.FORMATS` names, known here without importing it."""


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "export",
        help="write what is found as Web Annotation, TEI, tables or references",
        description="Write what is found in a story's articles as open data; a folder inside "
        "FOLDER is a story of its own and gets a folder of its own.",
    )
    add_folder(command)
    add_extension(command)
    command.add_argument(
        "--format", action="append", choices=("all", *_FORMATS), dest="formats",
        help="a format; may be given several times (default: all)",
    )  # fmt: skip
    command.add_argument(
        "-o", "--output", metavar="DIR", type=Path, required=True, help="where the files go"
    )
    add_force(command)
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Write the files and print where each is."""
    from variorum import targets
    from variorum.export.command import export_folder

    targets.claim(said.output, [said.folder], force=said.force)
    for path in export_folder(warned(stories([said.folder])), said.formats or ["all"], said.output):
        print(visible(str(path)))
    return 0
