"""Everything that one state of the code makes of some stories, as files in a folder.

Run as a program, with the code to try on the path: ``python made.py STORIES OUT PART...``.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

SETTINGS = ("extensions=variorum,myst_parser,sphinx_design", "html_theme=variorum", "language=en")
PRINTED = ("annotate", "collate", "check --all --json")
"""What the commands print of a story."""
BUILDERS = ("html", "epub", "variorum-pdf")
PARTS = ("commands", *BUILDERS)


def make(stories: Path, out: Path, parts: Sequence[str]) -> None:
    """Print what the commands print, then build the site and the books."""
    if "commands" in parts:
        for story in sorted(path for path in stories.iterdir() if path.is_dir()):
            _commands(story, out / "commands" / story.name)
    for builder in BUILDERS:
        if builder in parts:
            _build(builder, stories, out)
    for path in (out / "epub").glob("*.epub"):
        with ZipFile(path) as book:
            book.extractall(out / "book")
    for path in (out / "variorum-pdf").rglob("*.pdf"):
        path.with_suffix(".txt").write_text(_text(path), encoding="utf-8")
    for folder in ("epub", "doctrees"):
        shutil.rmtree(out / folder, ignore_errors=True)


def _commands(story: Path, out: Path) -> None:
    for words in PRINTED:
        _run([*words.split(), os.fspath(story)], out / words.partition(" ")[0])
    _run(["export", os.fspath(story), "-o", os.fspath(out / "exported")], out / "export")
    # It names the folder, which isn't the same for two commits.
    (out / "export").unlink()


def _run(arguments: Sequence[str], printed: Path) -> None:
    from variorum.cli import main

    printed.parent.mkdir(parents=True, exist_ok=True)
    with (
        printed.open("w", encoding="utf-8") as file,
        contextlib.redirect_stdout(file),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        main(arguments)


def _build(builder: str, stories: Path, out: Path) -> None:
    """A builder a process, on the analysis of the first."""
    command = [sys.executable, "-m", "sphinx", "-q", "-C", "-b", builder]
    command += [part for value in SETTINGS for part in ("-D", value)]
    command += ["-d", os.fspath(out / "doctrees"), os.fspath(stories), os.fspath(out / builder)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _text(path: Path) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
