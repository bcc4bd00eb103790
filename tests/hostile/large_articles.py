"""Large hostile articles take no more than ten times an ordinary one's time: ``tox -e hostile``.

``HOSTILE_BYTES`` cuts them short, for a first look.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.hostile.case import Case
from tests.hostile.corpus import HEAVY
from tests.hostile.sizes import prose
from variorum.analysis.parse import load_model
from variorum.edition import analysed, assemble
from variorum.reading import read_paths
from variorum.staging.facts import pages_of
from variorum.staging.files import as_json

MOST = int(os.environ.get("HOSTILE_BYTES", "10000001"))
SAMPLE = 100_000
TIMES = 10
FLOOR = 2.0
"""Seconds below which nothing is called slow."""


def seconds(folder: Path) -> float:
    """How long the articles of a folder take from bytes to the facts of their pages."""
    model = load_model()
    started = time.process_time()
    reading = read_paths([folder])
    stories = tuple(
        analysed(assemble(reading.articles, {}, {}, reading.problems).stories, lambda: model)
    )
    for story in stories:
        for facts in pages_of(story, reading.problems, "index")[0].values():
            as_json(facts)
    return time.process_time() - started


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that a byte of an ordinary large article takes."""
    folder = tmp_path_factory.mktemp("ordinary")
    (folder / "a.txt").write_text(prose(SAMPLE), encoding="utf-8")
    load_model()
    return seconds(folder) / SAMPLE


@pytest.mark.parametrize("case", HEAVY, ids=lambda case: case.name)
def test_it_takes_no_more_than_ten_ordinary_ones(
    case: Case, ordinary: float, tmp_path: Path
) -> None:
    size = 0
    for path, content in case.made().items():
        file = tmp_path / "story" / os.fsdecode(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content[:MOST])
        size += len(content[:MOST])
    assert seconds(tmp_path) < max(FLOOR, TIMES * ordinary * size)
