"""``variorum build``: a website from a folder of raw articles."""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.characters import visible
from variorum.commands.options import Commands, add_extension, add_folder, add_force


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "build",
        help="make a website from a folder of raw articles",
        description="Make a complete website from a folder of raw articles. "
        "A folder inside it is a story of its own. Nothing is written into the folder.",
    )
    add_folder(command)
    add_extension(command)
    command.add_argument(
        "-o", "--output", metavar="OUT", type=Path,
        help="where the site goes (default: build/ and the folder's name)",
    )  # fmt: skip
    command.add_argument(
        "--language", choices=("en", "de"), default="en",
        help="language of the interface (default: en); the articles keep theirs",
    )  # fmt: skip
    command.add_argument(
        "--publish", choices=("full", "quotations"), default="full",
        help="publish full texts, or short quotations unless an article's rights permit more",
    )  # fmt: skip
    command.add_argument(
        "--title", default="",
        help="what the site is called (default: a story by its folder, of several the site by the "
        "reader)",
    )  # fmt: skip
    command.add_argument(
        "--base-url", metavar="URL", default="",
        help="where the site will be found: adds a map of it, its addresses and a 404 page",
    )  # fmt: skip
    command.add_argument(
        "--also", metavar="KINDS", type=_kinds, default="",
        help="what to make besides, beside the site: pdf (all pages), reader (a short PDF), "
        "handouts, epub, zip, or several with commas",
    )  # fmt: skip
    add_force(command)
    command.set_defaults(run=run)


def _kinds(said: str) -> tuple[str, ...]:
    """The kinds of copies that a user names, each once and in our order."""
    from variorum.copies import KINDS

    named = set(said.lower().replace(",", " ").split())
    if unknown := sorted(named.difference(KINDS)):
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in named)


def run(said: argparse.Namespace) -> int:
    """Build the site and say where it is."""
    from variorum.copies import claim_copies, make_copies
    from variorum.website import build_folder, missing_in

    values = {
        "variorum_publish": said.publish,
        "html_baseurl": said.base_url,
        "variorum_title": said.title or said.folder.resolve().name,
        **({"html_title": said.title, "project": said.title} if said.title else {}),
        "language": said.language,
    }
    claim_copies(said.folder, said.output, said.also, force=said.force)
    index = build_folder(said.folder, said.output, values, force=said.force)
    copies = make_copies(said.folder, said.output, values, said.also, force=said.force)
    for line in missing_in(said.folder, said.output):
        print(visible(line))
    print(visible(f"The site is ready: {index}"))
    for path in copies:
        print(visible(f"{path.suffix[1:].upper()}: {path}"))
    return 0
