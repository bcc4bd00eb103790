"""``python -m tests.installed wheel|sdist FOLDER``: what a stranger gets who installs the package.

It is built into *FOLDER* and installed into a bare environment there by the oldest pip that a
supported Python brings, with what the index has today and without the lock. The tutorial's saved
pages are made into a site with it; an unpacked sdist runs tests of its own, too.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIP = "23.2.1"
"""Comes with Python 3.11."""
TESTS = ("tests/unit/reading", "tests/unit/test_cli.py", "tests/docs/test_tutorial.py")
"""Tests of an sdist that are run; all are collected."""


def main(kind: str, folder: Path) -> None:
    """Build, install and try the package; what fails raises."""
    shutil.rmtree(folder, ignore_errors=True)
    hatch = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder / "dist")]
    _run(hatch, ROOT)
    [package] = (folder / "dist").iterdir()
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, f"pip=={PIP}"], folder)
    _run([*pip, str(package)], folder)
    _try_out(python.parent / "variorum", folder)
    if kind == "sdist":
        shutil.unpack_archive(package, folder)
        unpacked = folder / package.name.removesuffix(".tar.gz")
        _run([*pip, "-r", str(unpacked / "requirements" / "test.in")], folder)
        pytest = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        _run([*pytest, "--collect-only", *_collected(unpacked)], unpacked)
        _run([*pytest, *TESTS], unpacked)


def _collected(unpacked: Path) -> list[str]:
    """The folders of tests that need nothing beside ``requirements/test.in``."""
    more = {"browser", "cluster", "desk", "fixtures", "tei", "themes"}
    found = (p for p in sorted((unpacked / "tests").iterdir()) if (p / "__init__.py").is_file())
    return [f"tests/{path.name}" for path in [unpacked / "tests" / "unit", *found]
            if path.name not in more]  # fmt: skip


def _try_out(variorum: Path, folder: Path) -> None:
    """The tutorial's pages through the commands, without one warning."""
    articles = folder / "news" / "pier"
    shutil.copytree(ROOT / "docs" / "pier" / "articles", articles)
    names = sorted(path.stem for path in articles.iterdir())
    _run([str(variorum), "build", "news", "-o", "site"], folder)
    pages = {path.stem for path in (folder / "site" / "pier" / "articles").glob("*.html")}
    assert pages >= set(names), pages
    printed = _run([str(variorum), "annotate", "news"], folder)
    assert sorted(json.loads(line)["id"] for line in printed.splitlines()) == names


def _run(command: list[str], folder: Path) -> str:
    """Run a command that may not warn; what it prints."""
    print("$", *command, flush=True)
    left = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    env = left | {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=folder, env=env, encoding="utf-8", capture_output=True, check=False
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n{done.stderr}")
    if "variorum" in Path(command[0]).name:
        assert done.stderr == "", done.stderr
    return done.stdout


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).resolve())
