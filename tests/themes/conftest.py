"""Somebody's project with a story in it, in every theme."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, ROOTS, Built
from tests.sphinx_run import run_sphinx

THEMES = (
    "furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme", "alabaster",
    "variorum",
)  # fmt: skip


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody's project, with a story in a folder of its own choosing."""
    folder = tmp_path_factory.mktemp("project") / "handbook"
    shutil.copytree(ROOTS / "handbook", folder)
    shutil.copytree(ROOT / "source" / "geneva-2022", folder / "desk" / "geneva-2022")
    return folder


@pytest.fixture(scope="session", params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def built(theme: str, source: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return run_sphinx(source, tmp_path_factory.mktemp(theme), conf=source, html_theme=theme)
