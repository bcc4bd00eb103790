"""Builds that cannot write, and articles that change under a build."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.site import (
    build,
    differing,
    forked,
    half_pages,
    tree,
    write_source,
)
from variorum import reading
from variorum.analysis.parse import load_model
from variorum.errors import UserError
from variorum.model import Article
from variorum.website import build_folder

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 300 kB where one may be mounted; else a folder."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0
    if not mounted:
        # What is in the way of the site's folder stops the writing as well.
        (disk / "site").write_text("", encoding="utf-8")
    yield disk
    if mounted:
        subprocess.run(["umount", str(disk)], check=True)


def _limited(work: Callable[[], object]) -> None:
    """Run *work* where no file may grow beyond 20 kB, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    work()


def test_a_full_disk_ends_the_build_and_the_next_one_is_whole(tmp_path: Path) -> None:
    load_model()
    source = write_source(tmp_path / "source")
    clean = tree(build(source, tmp_path / "clean").out)
    work = tmp_path / "work"
    assert forked(lambda: _limited(lambda: build(source, work))) == 1
    assert forked(lambda: build(source, work)) == 0
    assert differing(clean, tree(work / "out")) == []


def test_a_disk_that_fills_up_while_publishing(
    tmp_path: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source = write_source(tmp_path / "source")
    with pytest.raises(UserError, match="cannot write the site"):
        build_folder(source, small_disk / "site")
    assert half_pages(small_disk) == []


def test_an_output_that_cannot_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source = write_source(tmp_path / "source")
    # A file where a folder should be stops root, too; permissions would not.
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="cannot write the site"):
        build_folder(source, tmp_path / "taken" / "site")
    (tmp_path / "taken").unlink()
    build_folder(source, tmp_path / "taken" / "site")
    build_folder(source, tmp_path / "other")
    assert differing(tree(tmp_path / "other"), tree(tmp_path / "taken" / "site")) == []


def test_a_published_site_holds_what_was_built_and_what_was_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source, out = write_source(tmp_path / "source"), tmp_path / "out"
    out.mkdir()
    (out / "CNAME").write_text("example.org\n", encoding="utf-8")
    build_folder(source, out, force=True)
    gamma = out / "bridge/articles/gamma.html"
    assert gamma.is_file()
    build_folder(write_source(source, edited=True), out)
    assert not gamma.exists()
    assert (out / "CNAME").read_text(encoding="utf-8") == "example.org\n"
    assert not [name for name in tree(out) if name.endswith(".part") or "doctree" in name]


@pytest.mark.parametrize("moment", ["before it is read", "after it is read"])
@pytest.mark.parametrize("removed", [False, True])
def test_an_article_changes_under_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, removed: bool
) -> None:
    source = write_source(tmp_path / "source")
    victim = source / "bridge/articles/gamma.txt"
    read = reading.read_articles

    def change() -> None:
        if removed:
            victim.unlink(missing_ok=True)
        else:
            victim.write_text("Something else\n\nNobody expected this report.\n", "utf-8")

    def meddling(path: Path, *arguments: object, **named: object) -> list[Article]:
        if path == victim and moment == "before it is read":
            change()
        article = read(path, *arguments, **named)  # type: ignore[arg-type]
        if path == victim and moment == "after it is read":
            change()
        return article

    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_articles", meddling)
        first = build(source, tmp_path)
    assert first.status == 0
    assert "Twelve of its" in first.page("bridge/articles/alpha")
    assert half_pages(first.out) == []
    build(source, tmp_path)
    clean = build(source, tmp_path / "clean")
    assert differing(tree(clean.out), tree(tmp_path / "out")) == []
