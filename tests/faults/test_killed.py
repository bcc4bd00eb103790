"""A build that is killed leaves nothing behind that the next one does not put right."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from tests.faults.site import build, differing, forked, half_pages, tree, write_source
from variorum.analysis.parse import load_model
from variorum.website import build_folder

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
MOMENTS = int(os.environ.get("KILLS", "3"))
"""``tox -e faults`` asks for 20."""
Clean = dict[bool, dict[str, bytes]]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """The site's files, built from nothing, in both states of its source."""
    load_model()
    found = {}
    for edited in (False, True):
        work = tmp_path_factory.mktemp("clean")
        found[edited] = tree(build(write_source(work / "source", edited=edited), work).out)
    return found


def test_a_killed_build_is_made_whole_by_the_next(clean: Clean, tmp_path: Path) -> None:
    source = write_source(tmp_path / "source")
    started = time.monotonic()
    assert forked(lambda: build(source, tmp_path)) == 0
    whole = time.monotonic() - started
    moments = random.Random(11)
    killed = 0
    for turn in range(10 * MOMENTS):
        edited = turn % 2 == 0
        write_source(source, edited=edited)
        jobs = 2 if turn % 5 == 4 else 1
        seconds = moments.uniform(0.02, whole)
        killed += forked(lambda jobs=jobs: build(source, tmp_path, jobs=jobs), seconds) is None
        assert forked(lambda: build(source, tmp_path)) == 0
        assert differing(clean[edited], tree(tmp_path / "out")) == [], f"after {seconds:.3f} s"
        if killed == MOMENTS:
            break
    # One that was done before it could be killed proves nothing.
    assert killed == MOMENTS


def test_no_half_written_page_is_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source, out = write_source(tmp_path / "source"), tmp_path / "out"
    started = time.monotonic()
    assert forked(lambda: build_folder(source, out)) == 0
    whole = time.monotonic() - started
    first = tree(out)
    write_source(source, edited=True)
    assert forked(lambda: build_folder(source, tmp_path / "other")) == 0
    second = tree(tmp_path / "other")
    moments = random.Random(12)
    for turn in range(max(2, MOMENTS // 2)):
        edited = turn % 2 == 0
        write_source(source, edited=edited)
        forked(lambda: build_folder(source, out), moments.uniform(0.1, whole))
        assert half_pages(out) == []
        for name, data in tree(out).items():
            # Each file is the old one or the new one, never something between.
            assert name.endswith(".part") or data in (first.get(name), second.get(name)), name
        assert forked(lambda: build_folder(source, out)) == 0
        assert differing(second if edited else first, tree(out)) == []
