"""A build that finds nothing changed loads and writes next to nothing; what is missing it makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, Build, Built
from variorum.theme.search import INDEX

RUN = """
import sys
from tests.sphinx_run import run_sphinx
from pathlib import Path
run_sphinx(Path(sys.argv[1]), Path(sys.argv[2]))
print(*sorted(name for name in sys.modules if name.startswith(("variorum.", "spacy"))), sep="\\n")
"""
HEAVY = ("variorum.analysis.", "variorum.collation.findings", "variorum.edition", "spacy")
"""What reads, analyses and compares articles."""


def loaded(source: Path, work: Path) -> set[str]:
    """The modules that a build in a process of its own has loaded."""
    command = [sys.executable, "-c", RUN, str(source), str(work)]
    path = f"{ROOT / 'extensions'}:{ROOT}"
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
        env={"PYTHONPATH": path, "PATH": ""},
    )  # fmt: skip
    return {name for name in done.stdout.splitlines() if name.startswith(HEAVY)}


def test_what_analyses_is_loaded_only_where_a_story_changed(story: Path, tmp_path: Path) -> None:
    assert {"spacy", "variorum.edition"} <= loaded(story, tmp_path)
    assert loaded(story, tmp_path) == set()
    (story / "bridge" / "story.yaml").write_text("title: The bridge\n", "utf-8")
    assert "variorum.edition" in loaded(story, tmp_path)


def times(built: Built) -> dict[str, int]:
    return {p.relative_to(built.out).as_posix(): p.stat().st_mtime_ns
            for p in built.out.rglob("*") if p.is_file()}  # fmt: skip


def test_the_index_and_the_exports_are_left_alone(story: Path, build: Build) -> None:
    before = times(build(story))
    after = times(build(story))
    ours = [name for name in before if name.startswith("_export/") or name == INDEX.as_posix()]
    assert len(ours) > 5
    assert {name: after[name] for name in ours} == {name: before[name] for name in ours}


def test_what_is_lost_or_cut_short_is_made_again(story: Path, build: Build) -> None:
    built = build(story)
    first = built.files()
    (built.out / INDEX).unlink()
    [lost, cut, *_] = sorted((built.out / "_export").rglob("*.csv"))
    lost.unlink()
    cut.write_bytes(cut.read_bytes()[:20])
    second = build(story).files()
    assert {n: d for n, d in second.items() if n != ".buildinfo"} == {
        n: d for n, d in first.items() if n != ".buildinfo"
    }


def test_the_index_knows_what_an_author_wrote_since(story: Path, build: Build) -> None:
    page = story / "notes.rst"
    page.write_text("Notes\n=====\n\nFerries were late.\n", "utf-8")
    assert "Ferries were late" in (build(story).out / INDEX).read_text("utf-8")
    page.write_text("Notes\n=====\n\nTrains were late.\n", "utf-8")
    said = (build(story).out / INDEX).read_text("utf-8")
    assert "Trains were late" in said
    assert "Ferries" not in said
