"""What many tests need: a story of our own on disk, and Sphinx run over it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sphinx.locale import translators

from tests.sphinx_run import Built, run_sphinx

__all__ = ["ROOT", "SEEDS", "Build", "Built"]

# The same examples on every run, and no test by the clock: machines are noisy.
settings.register_profile("variorum", derandomize=True, deadline=None)
settings.load_profile("variorum")

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"


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
    articles = tmp_path / "source" / "bridge" / "articles"
    articles.mkdir(parents=True)
    (articles / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (articles / "beta.md").write_text(BETA, encoding="utf-8")
    return tmp_path / "source"


ALPHA = """\
Old bridge to close for a year

Published: 09:30 AM, 4 Mar, 2024
Get the Alpha Gazette app on Google Play

The council will close the old bridge on Monday, its engineers said, and keep it closed for a year.

Twelve of its forty piers have cracks. "We have no choice," said the chief engineer, who had asked
for the money in 2019.
"""

BETA = """\
---
title: A bridge too old
outlet: Beta Courier
published: 2024-03-05
language: en
---

The old bridge shuts on *Monday*. Some forty piers carry it, and a dozen are cracked.

Nobody at the council would say who pays.
"""
