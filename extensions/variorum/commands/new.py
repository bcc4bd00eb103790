"""``variorum new``: a story's folder from raw files, or from a group of an archive."""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from pathlib import Path

from variorum.characters import visible
from variorum.commands.options import Commands, add_force
from variorum.hosts import HOSTS, host_files


def declare(commands: Commands) -> None:
    """Add the command and its options."""
    command = commands.add_parser(
        "new",
        help="start a story from raw files, to be checked by hand",
        description="Write raw files as MyST articles with front matter into "
        "source/STORY/articles, where each can be checked and corrected by hand. "
        "Files that are there already are left alone.",
    )
    command.add_argument("story", metavar="STORY", help="the story's folder under source/")
    command.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help="a raw article; - is standard input"
    )
    command.add_argument(
        "--group", metavar="GROUPS", type=Path,
        help="take STORY's articles, as `variorum group` found them, from an archive: FILE is then "
        "what was grouped",
    )  # fmt: skip
    command.add_argument(
        "--host", choices=tuple(HOSTS),
        help="write, too, what this host needs to build and publish the site from a repository",
    )  # fmt: skip
    add_force(command)
    command.set_defaults(run=run)


def run(said: argparse.Namespace) -> int:
    """Write the articles and print where each is."""
    from variorum.missing import endings, says_of
    from variorum.new import STDIN, read_new, story_folder, write_story

    files = [file for file in said.files if file != STDIN]
    reads = [*files, said.group] if said.group else files
    folder = story_folder(Path("source"), said.story, reads, force=said.force)
    hosted = host_files(Path(), said.host) if said.host else ()
    if said.group:
        from variorum.archive.group_file import articles_of

        articles = articles_of(said.group, said.story, said.files)
    else:
        articles = read_new(said.files, sys.stdin.buffer.read)
    written = list(write_story(folder, articles))
    for path in chain(written, hosted):
        print(visible(str(path)))
    said_of = (says_of(a, said.story, p.name) for a, p in zip(articles, written, strict=True))
    for line in endings(said_of, folder.parent.as_posix()):
        print(visible(line), file=sys.stderr)
    return 0
