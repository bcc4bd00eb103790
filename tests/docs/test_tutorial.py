"""The tutorial, followed from top to bottom."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs" / "pier"
STEP = re.compile(r"^```(console|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`news/pier/(\w+\.yaml)`")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a reader stands after saving the pages."""
    shutil.copytree(EXAMPLE / "articles", tmp_path / "news" / "pier")
    return tmp_path


def run(command: str, folder: Path) -> str:
    env = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=env, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", "a tutorial that warns"
    return done.stdout.replace(f"{folder}/", "")


def test_every_step_does_what_the_tutorial_says(folder: Path) -> None:
    steps = list(STEP.finditer(PAGE))
    assert {step[1] for step in steps} == {"console", "yaml"}
    for step in steps:
        if step[1] == "yaml":
            # The last file that is named before the block is the one it goes into.
            name = FILE.findall(PAGE, 0, step.start())[-1]
            (folder / "news" / "pier" / name).write_text(step[2], encoding="utf-8")
            assert (EXAMPLE / name).read_text(encoding="utf-8") == step[2]
            continue
        parts = re.split(r"^\$ (.*)\n", step[2], flags=re.MULTILINE)[1:]
        for command, expected in zip(parts[::2], parts[1::2], strict=True):
            assert run(command, folder) == expected, command

    site = (folder / "site" / "pier" / "index.html").read_text(encoding="utf-8")
    assert "The pier at Sandhaven" in site
    sentence = "a storm tore forty metres from the end of sandhaven pier on monday night, and the"
    published = [p.read_text(encoding="utf-8") for p in (folder / "public").rglob("*.html")]
    plain = [" ".join(re.sub(r"<[^>]*>", "", page).split()).lower() for page in published]
    assert plain
    assert not any(sentence + " town council closed what is left of it." in page for page in plain)
