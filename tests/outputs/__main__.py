"""``python -m tests.outputs BEFORE [AFTER]``: what AFTER makes otherwise than BEFORE.

Two commits (AFTER: the files as they are here) make everything that they can of the bundled story
and of those that are named: what the commands print, the exports, the site, the books. What a
commit made is kept in ``build/outputs``, which git ignores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from filecmp import cmp
from io import BytesIO
from pathlib import Path

from tests.outputs.made import PARTS
from variorum.portable import portable_path

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "outputs"
HERE = "here"
"""What the working tree's files are called among commits."""


def main() -> int:
    """Make what is missing, print the files that differ, and how many are the same."""
    asked = _asked()
    stories = _stories(asked.stories, asked.most)
    parts = asked.only or PARTS
    before, after = (_made(commit, stories, parts) for commit in (asked.before, asked.after))
    names = sorted({*_files(before), *_files(after)})
    different = [name for name in names if not _same(before / name, after / name)]
    for name in different:
        print(name)
        for line in _difference(before / name, after / name)[: asked.lines]:
            print(f"    {line[:400]}")
    size = sum((after / name).stat().st_size for name in names if (after / name).exists())
    print(f"{len(names) - len(different)} of {len(names)} files are the same ({size:,} bytes)")
    return bool(different)


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(prog="python -m tests.outputs", description=__doc__)
    ask.add_argument("before", metavar="BEFORE")
    ask.add_argument("after", metavar="AFTER", nargs="?", default=HERE)
    ask.add_argument(
        "--stories", type=Path, action="append", default=[], metavar="PATH",
        help="a folder of articles, or a .jsonl file with the story of each",
    )  # fmt: skip
    ask.add_argument("--most", type=int, default=10, help="stories taken of a .jsonl file (10)")
    ask.add_argument(
        "--only", action="append", choices=PARTS, help="a part (all); may be given several times"
    )
    ask.add_argument("--lines", type=int, default=12, help="lines shown of a difference (12)")
    return ask.parse_args()


# --- the stories ---------------------------------------------------------------------------------


def _stories(also: list[Path], most: int) -> Path:
    """A folder of Sphinx's with every story in it."""
    said = "\n".join([*map(os.fspath, also), str(most)])
    folder = WORK / "stories" / hashlib.sha256(said.encode()).hexdigest()[:8]
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "source", folder)
    for path in also:
        if path.is_dir():
            shutil.copytree(path, folder / portable_path(path.name) / "articles")
        else:
            _write(path, folder, most)
    return folder


def _write(path: Path, folder: Path, most: int) -> None:
    by_story: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if article.get("story"):
            by_story[article["story"]].append(article)
    for story in sorted(by_story)[:most]:
        place = folder / portable_path(story.replace("/", "-")) / "articles"
        place.mkdir(parents=True)
        for article in by_story[story]:
            name = portable_path(article["id"].replace("/", "-"))
            (place / f"{name}.txt").write_text(article["text"], encoding="utf-8", newline="")


# --- what a commit makes of them -----------------------------------------------------------------


def _made(commit: str, stories: Path, parts: Sequence[str]) -> Path:
    """Where the outputs of a commit lie; those of the files here are always made again."""
    if commit != HERE:
        command = ["git", "-C", ROOT, "rev-parse", "--short=12", f"{commit}^{{commit}}"]
        commit = subprocess.check_output(command, text=True).strip()
    out = WORK / "made" / "-".join([stories.name, commit, *parts])
    if commit == HERE or not (out / "made").is_dir():
        shutil.rmtree(out, ignore_errors=True)
        code = _code(commit)
        environment = {
            **os.environ, "PYTHONPATH": os.fspath(code), "SOURCE_DATE_EPOCH": "1700000000",
            "PYTHONHASHSEED": "0",
        }  # fmt: skip
        script = Path(__file__).with_name("made.py")
        command = [sys.executable, script, stories, out / "new", *parts]
        subprocess.run(command, env=environment, check=True)
        (out / "new").rename(out / "made")
    return out / "made"


def _code(commit: str) -> Path:
    if commit == HERE:
        return ROOT / "extensions"
    folder = WORK / "commits" / commit
    if not folder.is_dir():
        packed = subprocess.check_output(["git", "-C", ROOT, "archive", commit, "extensions"])
        with tarfile.open(fileobj=BytesIO(packed)) as files:
            files.extractall(folder, filter="data")
    return folder / "extensions"


# --- what differs --------------------------------------------------------------------------------


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and cmp(one, other, shallow=False)


def _difference(one: Path, other: Path) -> list[str]:
    """The lines that differ, without their surroundings."""
    try:
        lines = [
            path.read_text(encoding="utf-8").splitlines() if path.exists() else []
            for path in (one, other)
        ]
    except UnicodeDecodeError:
        return []
    return list(unified_diff(*lines, lineterm="", n=0))[2:]


if __name__ == "__main__":
    sys.exit(main())
