"""The same input gives the same bytes, whatever machine, folder and moment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.articles import write_stories

from tests.conftest import ROOT, ROOTS
from tests.faults.site import differing, tree, write_source


def run(folder: Path, *options: str, **env: str) -> dict[str, bytes]:
    """The files of a clean build of the same source in a folder, by a process of its own."""
    source = write_source(folder / "source")
    for name in ("conf.py", "index.rst"):
        shutil.copy(ROOTS / "bridges" / name, source)
    command = [sys.executable, "-m", "sphinx", "-q", *options, str(source), str(folder / "out")]
    path = os.pathsep.join([str(ROOT / "extensions"), os.environ.get("PYTHONPATH", "")])
    given = {"SOURCE_DATE_EPOCH": "1646400000", "PYTHONPATH": path, **env}
    subprocess.run(command, env=os.environ | given, check=True, cwd=folder)
    return {name: data for name, data in tree(folder / "out").items() if ".doctrees" not in name}


def test_two_clean_builds_have_the_same_bytes(tmp_path: Path) -> None:
    one = run(tmp_path / "one", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="0")
    other = run(
        tmp_path / "another folder" / "two", "-j", "4",
        TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PYTHONHASHSEED="4711",
    )  # fmt: skip
    assert ".buildinfo" in one
    assert "bridge/articles/alpha.html" in one
    assert differing(one, other) == []


def test_dates_are_those_of_the_source(tmp_path: Path) -> None:
    pages = run(tmp_path / "one", SOURCE_DATE_EPOCH="1000000000")
    assert b"2001" in pages["index.html"]


FOUND = """
import hashlib, sys
from pathlib import Path
from variorum.analysis.parse import load_model
from variorum.edition import analysed, assemble
from variorum.reading import read_paths
articles = read_paths([Path(sys.argv[1])]).articles
for story in analysed(assemble(articles, {}, {}).stories, load_model):
    told = repr((story.annotations, story.actors, story.findings))
    print(hashlib.sha256(told.encode()).hexdigest())
"""


def test_what_is_found_does_not_hang_on_the_order_of_a_set(tmp_path: Path) -> None:
    write_stories(tmp_path, 10)
    path = os.pathsep.join([str(ROOT / "extensions"), os.environ.get("PYTHONPATH", "")])
    told = {
        subprocess.run(
            [sys.executable, "-c", FOUND, str(tmp_path)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True, encoding="utf-8", check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(told) == 1
