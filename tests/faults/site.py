"""A small site that is built again and again, and what tells two of its builds apart."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ALPHA, BETA
from tests.sphinx_run import Built, run_sphinx
from variorum.staging.files import files_below

GAMMA = """\
Engineers disagree on the bridge

Published: 8:15 AM, 6 Mar, 2024

"Nobody asked us about the piers," said Karin Holt, an engineer, on Tuesday. Holt said that about 30
of the forty piers were sound.

The council closed the bridge on Monday.
"""


def write_source(source: Path, *, edited: bool = False) -> Path:
    """A story in one of two states: three reports, or two with one of them changed."""
    articles = source / "bridge" / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    said = ALPHA.replace("a year", "two years") + "\nNobody knew more.\n" if edited else ALPHA
    _write(articles / "alpha.txt", said)
    _write(articles / "beta.md", BETA)
    if edited:
        (articles / "gamma.txt").unlink(missing_ok=True)
    else:
        _write(articles / "gamma.txt", GAMMA)
    return source


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def build(source: Path, work: Path, **values: object) -> Built:
    """Build the site into ``work/out``, with the configuration of ``variorum build``."""
    return run_sphinx(source, work, html_show_copyright=False, **values)  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_below(folder)}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files in which two trees differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def half_pages(folder: Path) -> list[str]:
    """The pages that don't end."""
    return [
        name
        for name, data in tree(folder).items()
        if name.endswith(".html") and not re.search(rb"</html>\s*$", data)
    ]


def forked(work: Callable[[], object], seconds: float | None = None) -> int | None:
    """Run *work* in a process group of its own, killed after so many *seconds*.

    Gives its status, or ``None`` where it was killed. All modules are loaded already, so that what
    is killed is the build and not its start.
    """
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.setsid()
        status = 1
        try:
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    end = None if seconds is None else time.monotonic() + seconds
    while end is None or time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG if end else 0)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None
