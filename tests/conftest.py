"""What many tests need: a story of our own on disk, and Sphinx run over it."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sphinx.locale import translators

from tests.sphinx_run import Built, run_sphinx

__all__ = ["ALPHA", "BETA", "ROOT", "ROOTS", "SEEDS", "Build", "Built"]

# The same examples on every run, and no test by the clock: machines are noisy.
settings.register_profile("variorum", derandomize=True, deadline=None)
settings.load_profile("variorum")

ROOT = Path(__file__).parent.parent
ROOTS = ROOT / "tests" / "roots"
"""Projects that can be built by hand, a folder each: ``sphinx-build tests/roots/bridges out``."""
SEEDS = ROOT.parent / "shared" / "seeds"
ALPHA, BETA = (
    (ROOTS / "bridges" / "bridge" / "articles" / name).read_text("utf-8")
    for name in ("alpha.txt", "beta.md")
)

Build = Callable[..., Built]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a folder of sources; keywords become configuration values."""
    return functools.partial(_build, tmp_path)


def _build(work: Path, source: Path, **values: Any) -> Built:
    return run_sphinx(source, work, **values)


@pytest.fixture(autouse=True)
def english() -> None:
    """A test begins without a language: Sphinx leaves that of the last build to the process."""
    translators.clear()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A source folder with one story of two short reports."""
    shutil.copytree(ROOTS / "bridges" / "bridge", tmp_path / "source" / "bridge")
    return tmp_path / "source"
