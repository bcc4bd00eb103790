"""The command ``variorum``: build a site, start a story, annotate and collate articles."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from variorum import __version__
from variorum.errors import UserError
from variorum.folders import stories, warned

_FORMATS = ("jsonld", "tei", "csv", "bibtex", "csl")
"""What :data:`variorum.export.FORMATS` names, known here without importing it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a user's mistake is one line on standard error and status 1."""
    said = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = said.run
    try:
        return run(said)
    except UserError as error:
        print(f"variorum {said.command}: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(
        prog="variorum",
        description="An annotated reader of news: one story, all its reports, "
        "what they share and where they part.",
    )
    ask.add_argument("--version", action="version", version=f"variorum {__version__}")
    commands = ask.add_subparsers(dest="command", required=True, metavar="COMMAND")

    build = commands.add_parser(
        "build",
        help="make a website from a folder of raw articles",
        description="Make a complete website from a folder of raw articles (.txt, .md, .html). "
        "A folder inside it is a story of its own. Nothing is written into the folder.",
    )
    build.add_argument("folder", metavar="FOLDER", type=Path, help="where the articles are")
    build.add_argument(
        "-o", "--output", metavar="OUT", type=Path,
        help="where the site goes (default: build/ and the folder's name)",
    )  # fmt: skip
    build.add_argument(
        "--language", choices=("en", "de"), default="en",
        help="language of the interface (default: en); the articles keep theirs",
    )  # fmt: skip
    build.add_argument(
        "--publish", choices=("full", "quotations"), default="full",
        help="publish full texts, or short quotations unless an article's rights permit more",
    )  # fmt: skip
    build.add_argument(
        "--base-url", metavar="URL", default="",
        help="where the site will be found: adds a map of it, its addresses and a 404 page",
    )  # fmt: skip
    build.set_defaults(run=_build)

    new = commands.add_parser(
        "new",
        help="start a story from raw files, to be checked by hand",
        description="Write raw files as MyST articles with front matter into "
        "source/STORY/articles, where each can be checked and corrected by hand. "
        "Files that are there already are left alone.",
    )
    new.add_argument("story", metavar="STORY", help="the story's folder under source/")
    new.add_argument("files", metavar="FILE", type=Path, nargs="+", help="a raw article")
    new.add_argument(
        "--group", metavar="GROUPS", type=Path,
        help="take STORY's articles, as `variorum group` found them, from an archive: FILE is then "
        "what was grouped",
    )  # fmt: skip
    new.set_defaults(run=_new)

    check = commands.add_parser(
        "check",
        help="list what an editor should look at first",
        description="List what an editor should look at first, with the correction to paste into "
        "corrections.yaml: names that were left open, what the rules were least sure of, dates "
        "that do not fit, what looks alike.",
    )
    check.add_argument("folder", metavar="FOLDER", type=Path, help="where the articles are")
    check.add_argument("--json", action="store_true", help="print JSON Lines")
    check.add_argument("--strict", action="store_true", help="exit with 1 if there is anything")
    check.set_defaults(run=_check)

    export = commands.add_parser(
        "export",
        help="write what is found as Web Annotation, TEI, tables or references",
        description="Write what is found in a story's articles as open data; a folder inside "
        "FOLDER is a story of its own and gets a folder of its own.",
    )
    export.add_argument("folder", metavar="FOLDER", type=Path, help="where the articles are")
    export.add_argument(
        "--format", action="append", choices=("all", *_FORMATS), dest="formats",
        help="a format; may be given several times (default: all)",
    )  # fmt: skip
    export.add_argument(
        "-o", "--output", metavar="DIR", type=Path, required=True, help="where the files go"
    )
    export.set_defaults(run=_export)

    back = commands.add_parser(
        "import",
        help="read corrections back from an exported file that was edited",
        description="Compare an exported .csv or .jsonld with what would be exported now, and add "
        "what an editor did to it to the story's corrections.yaml: rows deleted, values changed, "
        "rows added (with an empty id).",
    )
    back.add_argument("file", metavar="FILE", type=Path, help="the edited file")
    back.add_argument("folder", metavar="FOLDER", type=Path, help="the story's folder")
    back.set_defaults(run=_import)

    for name, run, text in (
        ("annotate", _annotate, "print what is found in each article, as JSON Lines"),
        ("collate", _collate, "print what a story's articles share and where they part"),
    ):
        described = f"{text[0].upper()}{text[1:]}."
        command = commands.add_parser(name, help=text, description=described)
        command.add_argument(
            "paths", metavar="PATH", type=Path, nargs="+",
            help="an article (.txt, .md, .html), a folder of articles, or a .jsonl file",
        )  # fmt: skip
        command.add_argument("--text", action="store_true", help="add the text that was read")
        command.set_defaults(run=run)
        if name == "annotate":
            _add_archive(command)

    group = commands.add_parser(
        "group",
        help="find which articles of an archive may be one story",
        description="Find articles that are near-duplicates or may report one event, and write "
        "each group as a line of JSON, to start a story from with `variorum new --group`.",
    )
    group.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="as for annotate")
    group.add_argument("-o", "--out", metavar="FILE", type=Path, required=True, help="the groups")
    _add_cluster(group)
    group.set_defaults(run=_group)
    return ask


def _add_archive(command: argparse.ArgumentParser) -> None:
    archive = command.add_argument_group(
        "archives", "With --out the articles are annotated on a cluster (Dask), in partitions; a "
        "run that was stopped goes on when it is called again.",
    )  # fmt: skip
    archive.add_argument("--out", metavar="DIR", type=Path, help="write the partitions here")
    archive.add_argument(
        "--partitions", metavar="N", type=int, help="how many (default: 4 MB each)"
    )
    archive.add_argument("--format", choices=("jsonl", "parquet"), default="jsonl")
    _add_cluster(archive)


def _add_cluster(command: argparse._ActionsContainer) -> None:
    command.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster that is there")
    command.add_argument(
        "--workers", metavar="N", type=int, help="without one: processes here (default: the cores)"
    )


def _build(said: argparse.Namespace) -> int:
    from variorum.build import build_folder

    values = {
        "variorum_publish": said.publish,
        "html_baseurl": said.base_url,
        "language": said.language,
    }
    index = build_folder(said.folder, said.output, values)
    print(f"The site is ready: {index}")
    return 0


def _new(said: argparse.Namespace) -> int:
    from variorum.new import new_story

    source = Path("source")
    if said.group:
        from variorum.archive.group_file import articles_of
        from variorum.new import write_story

        written = write_story(source / said.story, articles_of(said.group, said.story, said.files))
    else:
        written = new_story(source, said.story, said.files)
    for path in written:
        print(path)
    return 0


def _export(said: argparse.Namespace) -> int:
    from variorum.export.command import export_folder

    for path in export_folder(warned(stories([said.folder])), said.formats or ["all"], said.output):
        print(path)
    return 0


def _import(said: argparse.Namespace) -> int:
    from variorum.export.import_command import import_file
    from variorum.story import editors_folder

    folder = editors_folder(said.folder)
    path, made = import_file(said.file, stories([folder]), folder)
    for problem in made.problems:
        print(problem, file=sys.stderr)
    count = len(made.entries)
    print(f"{count} correction{'' if count == 1 else 's'}" + (f" added to {path}" if count else ""))
    return 1 if made.problems else 0


def _annotate(said: argparse.Namespace) -> int:
    from variorum.annotate import annotate

    if said.out:
        from variorum.archive.run import annotate_archive

        done = annotate_archive(
            said.paths, said.out, scheduler=said.scheduler, workers=said.workers,
            partitions=said.partitions, format_=said.format,
        )  # fmt: skip
        print(
            f"{done['articles']} articles in {done['stories']} stories, {len(done['parts'])} "
            f"partitions, {done['problems']} problems: {said.out / 'manifest.json'}"
        )
        return 0
    _print_lines(annotate(warned(stories(said.paths)), text=said.text))
    return 0


def _collate(said: argparse.Namespace) -> int:
    from variorum.annotate import collate

    _print_lines(collate(warned(stories(said.paths))))
    return 0


def _check(said: argparse.Namespace) -> int:
    from variorum.check import doubts_in, printed
    from variorum.story import editors_folder

    folder = editors_folder(said.folder)
    found = list(doubts_in(folder, stories([folder])))
    if said.json:
        _print_lines(doubt.to_json() for doubt in found)
    else:
        for line in printed(found, folder.as_posix()):
            print(line)
    return 1 if said.strict and found else 0


def _group(said: argparse.Namespace) -> int:
    from variorum.archive.group import group_archive

    count = group_archive(said.paths, said.out, scheduler=said.scheduler, workers=said.workers)
    print(f"{count} groups: {said.out}")
    return 0


def _print_lines(objects: Iterable[dict[str, Any]]) -> None:
    for said in objects:
        print(json.dumps(said, ensure_ascii=False))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
