"""What an editor decided with version 0.1.0 holds, or is named with what to write now.

`tests/fixtures/upgrade` has corrections of every verb that version 0.1.0 took for the bundled
story, and its ids of all that it found there and in the seeds. A correction that no longer applies,
since what it is about is told otherwise or no more, is a warning that says what is there now.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Set
from pathlib import Path

import pytest
from tests.conftest import ROOT, SEEDS

from variorum.edition import Story
from variorum.folders import stories
from variorum.model import Quote

UPGRADE = ROOT / "tests" / "fixtures" / "upgrade"
BUNDLED = ROOT / "source" / "geneva-2022"
TOLD = re.compile(r"no longer needed: |there is now: [\w-]+ f\w+ “|nearest: [\w-]+ “|say 'which'")
"""What a warning has to say of a correction that does not apply."""


def story(folder: Path) -> Story:
    (made,) = stories([folder])
    return made


@pytest.mark.parametrize(
    ("name", "named"), [("findings", 12), ("annotations", 0), ("statements", 0)]
)
def test_corrections_of_the_version_before_apply_or_are_named_with_what_to_write(
    tmp_path: Path, name: str, named: int
) -> None:
    folder = tmp_path / BUNDLED.name
    shutil.copytree(BUNDLED, folder)
    shutil.copy(UPGRADE / f"{name}.yaml", folder / "corrections.yaml")
    read = story(folder)
    assert len(read.corrections.entries) > 15
    assert len(read.problems) <= named
    assert [p.message for p in read.problems if not TOLD.search(p.message)] == []


def ids(read: Story) -> dict[str, set[str]]:
    """All ids of a story that an editor's file or an address may hold."""
    annotations = [said for listed in read.annotations.values() for said in listed]
    return {
        "annotation": {said.id for said in annotations},
        "actor": {actor.id for actor in read.actors},
        "statement": {s.utterance for s in annotations if isinstance(s, Quote) and s.utterance},
        "finding": {id_ for f in read.findings.findings for id_ in (f.id, *f.formerly)},
    }


def kept(of: str, now: Story) -> dict[str, float]:
    """Which part of the ids of the version before there still is."""
    before: dict[str, str] = json.loads((UPGRADE / "ids.json").read_text(encoding="utf-8"))[of]
    there = ids(now)
    return {what: _part(listed.split(), there[what]) for what, listed in before.items()}


def _part(before: Iterable[str], now: Set[str]) -> float:
    listed = list(before)
    return sum(id_ in now for id_ in listed) / len(listed)


def test_ids_of_the_bundled_story_stay() -> None:
    part = kept("geneva", story(BUNDLED))
    assert part["actor"] == 1
    assert part["annotation"] > 0.99
    assert part["statement"] > 0.8
    assert part["finding"] > 0.8


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not here")
def test_ids_of_the_seeds_stay() -> None:
    (read,) = stories([SEEDS])
    part = kept("seeds", read)
    assert part["actor"] == 1
    assert part["annotation"] > 0.99
    assert part["statement"] > 0.7
    assert part["finding"] > 0.8


def test_what_was_merged_is_met_by_the_ids_of_its_parts(tmp_path: Path) -> None:
    """A passage that one report tells alone was one finding a sentence."""
    found = story(BUNDLED).findings.findings
    merged = next(f for f in found if f.formerly)
    assert merged.id not in merged.formerly
    reading = merged.readings[0]
    folder = tmp_path / BUNDLED.name
    shutil.copytree(BUNDLED, folder)
    exact = json.dumps(" ".join((reading.exact or "").split()), ensure_ascii=False)
    (folder / "corrections.yaml").write_text(
        f"- reject: finding\n  which: {merged.formerly[-1]}\n"
        f"  at: {{article: {reading.article}, exact: {exact}}}\n",
        encoding="utf-8",
    )
    after = story(folder)
    assert after.problems == ()
    assert merged.id not in {f.id for f in after.findings.findings}
