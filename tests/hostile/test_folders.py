"""What lies in a folder of articles and is no file, or is in the way of the site's own files."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ALPHA, BETA
from tests.faults.site import forked
from tests.sphinx_run import run_sphinx
from variorum.analysis.parse import load_model

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
SECONDS = 120
"""A build takes two; one that waits for a pipe, or reads a terabyte, takes for ever."""


def _socket(articles: Path) -> None:
    here = Path.cwd()
    os.chdir(articles)  # The address of a socket may not be long.
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind("bad.txt")
    finally:
        os.chdir(here)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10**12)


def _folder(articles: Path) -> None:
    (articles / "bad.txt").mkdir()
    inside = ALPHA.replace("Alpha Gazette", "Inner Gazette")
    (articles / "bad.txt" / "inside.txt").write_text(inside, encoding="utf-8")


def _story_files_are_folders(articles: Path) -> None:
    for name in ("story", "actors", "corrections"):
        (articles.parent / f"{name}.yaml").mkdir()


ODD: dict[str, Callable[[Path], object]] = {
    "a pipe": lambda articles: os.mkfifo(articles / "bad.txt"),
    "a pipe for a story's file": lambda articles: os.mkfifo(articles.parent / "story.yaml"),
    "a socket": _socket,
    "a terabyte of nothing": lambda articles: _sparse(articles / "bad.txt"),
    "a terabyte for a story's file": lambda articles: _sparse(articles.parent / "story.yaml"),
    "a folder named like an article": _folder,
    "folders named like the editor's files": _story_files_are_folders,
    "a link to itself": lambda articles: (articles / "bad.txt").symlink_to("bad.txt"),
    "a link to nothing": lambda articles: (articles / "bad.txt").symlink_to("nowhere"),
    "a link out of the folder": lambda articles: (articles / "bad.txt").symlink_to("/etc/passwd"),
    "a folder that is a link to itself": lambda articles: (articles / "in").symlink_to(articles),
}


def good_site(source: Path) -> Path:
    """A story of two good reports; its folder of articles."""
    articles = source / "bridge" / "articles"
    articles.mkdir(parents=True)
    (articles / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (articles / "beta.md").write_text(BETA, encoding="utf-8")
    return articles


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_file_costs_nothing_but_itself(tmp_path: Path, name: str) -> None:
    ODD[name](good_site(tmp_path / "source"))
    load_model()
    assert forked(lambda: run_sphinx(tmp_path / "source", tmp_path), SECONDS) == 0
    for page in ("alpha", "beta"):
        assert (tmp_path / f"out/bridge/articles/{page}.html").is_file()
    assert b"root:" not in b"".join(
        path.read_bytes() for path in (tmp_path / "out").rglob("*.html")
    )


TAKEN = (
    "index.html", "objects.inv", "search.html", "genindex.html", "_static", "_export",
    "bridge/index.html", "bridge/actors", "bridge/parallel", "bridge/articles/alpha.html",
)  # fmt: skip
"""Where the site has files and pages of its own."""


def test_no_story_lies_where_other_pages_are(tmp_path: Path) -> None:
    source = tmp_path / "source"
    articles = good_site(source)
    clean = run_sphinx(source, tmp_path, out=tmp_path / "clean", doctrees=tmp_path / "trees")
    for number, story in enumerate(TAKEN):
        said = BETA.replace("title:", f"story: {story}\ntitle:")
        (articles / f"bad-{number}.md").write_text(said, encoding="utf-8")
    built = run_sphinx(source, tmp_path)
    assert built.status == 0
    assert clean.files().keys() <= built.files().keys()
    for number, story in enumerate(TAKEN):
        assert f"bridge/articles/bad-{number}.md:1: WARNING: left out" in built.warnings, story
    for page in ("bridge/index", "bridge/actors/index", "bridge/articles/alpha"):
        assert built.page(page) == clean.page(page)
    assert 'href="bridge/index.html"' in built.page("index")
