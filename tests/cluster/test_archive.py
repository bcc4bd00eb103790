"""An archive on a local cluster: nothing is lost and nothing is there twice, whoever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from variorum.archive import run as archive_run
from variorum.archive.editors import editors_digests
from variorum.archive.scatter import partition_of
from variorum.errors import UserError

NAMES = ("Karin Holt", "Ivo Brandt", "Anna Rell", "Piet Vos")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Sixty short articles of twenty stories, and two lines that are none."""
    objects = [
        {
            "id": f"a{i}",
            "story": f"story-{i % 20}",
            "published": f"2024-03-{1 + i % 20:02}",
            "text": f"Mayor {NAMES[i % 4]} said on Monday that {i + 2} bridges would close. "
            f'"We have no choice," {NAMES[i % 4].split()[1]} told reporters in Lindmoor.',
        }
        for i in range(60)
    ]
    lines = [json.dumps(o) for o in objects]
    lines[30:30] = ["[not an object", '{"id": "empty", "text": ""}']
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def start(*arguments: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "variorum.cli", *arguments],
        cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def annotate(archive: Path, out: Path, *more: str) -> subprocess.Popen[str]:
    said = ("annotate", str(archive), "--out", str(out), "--workers", "2", "--partitions", "8")
    return start(*said, *more, folder=archive.parent)


def parts(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.glob("part-*.jsonl"))}


def ids(out: Path) -> list[str]:
    lines = b"".join(parts(out).values()).splitlines()
    return sorted(json.loads(line)["id"] for line in lines)


EVERY = sorted(f"a{i}" for i in range(60))


def test_a_worker_killed_in_the_middle_costs_nothing(archive: Path, tmp_path: Path) -> None:
    clean = annotate(archive, tmp_path / "clean")
    _out, err = clean.communicate(timeout=300)
    assert clean.returncode == 0, err
    assert ids(tmp_path / "clean") == EVERY

    out = tmp_path / "killed"
    run = annotate(archive, out)
    deadline = time.monotonic() + 240
    while not parts(out) and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    victims = [
        child for child in psutil.Process(run.pid).children(recursive=True)
        if "spawn_main" in " ".join(child.cmdline())
    ]  # fmt: skip
    assert victims, "there was no worker left to kill"
    os.kill(victims[0].pid, signal.SIGKILL)
    _out, err = run.communicate(timeout=300)
    assert run.returncode == 0, err
    assert parts(out) == parts(tmp_path / "clean")
    assert not list(out.glob(".part-*")), "a rough file was left behind"


def test_a_run_that_was_stopped_goes_on_and_writes_only_what_is_missing(
    archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = annotate(archive, out)
    _out, err = run.communicate(timeout=300)
    assert run.returncode == 0, err
    whole = parts(out)
    (out / "part-00003.jsonl").unlink()
    kept = {path.name: path.stat().st_ino for path in out.glob("part-*.jsonl")}
    again = annotate(archive, out)
    stdout, err = again.communicate(timeout=300)
    assert again.returncode == 0, err
    assert "60 articles in 20 stories, 8 partitions, 2 problems" in stdout
    assert parts(out) == whole
    assert all((out / name).stat().st_ino == inode for name, inode in kept.items())
    other = start(
        "annotate", str(archive), "--out", str(out), "--partitions", "5", folder=tmp_path
    )  # fmt: skip
    _out, err = other.communicate(timeout=300)
    assert other.returncode == 1
    assert "holds another run" in err


def test_what_other_code_began_is_not_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive_run.keep_plan(tmp_path / "out", [], 1, "jsonl")
    archive_run.keep_plan(tmp_path / "out", [], 1, "jsonl")
    monkeypatch.setattr(archive_run, "code_hash", lambda: "of another version")
    with pytest.raises(UserError, match="holds another run"):
        archive_run.keep_plan(tmp_path / "out", [], 1, "jsonl")


CORRECTION = """\
- reject: entity
  at: {article: alpha, exact: Brandt}
- reject: entity
  at: {article: alpha, exact: Nobody of that name}
"""
NAME = "ivo-brandt:\n  name: Ivo Brandt\n  aliases: [Brandt]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two stories of two files each; an editor has corrected one and named an actor."""
    folder = tmp_path / "files"
    for story, name in (("bridge", "Brandt"), ("ferry", "Rell")):
        (folder / story / "articles").mkdir(parents=True)
        for i, report in enumerate(("alpha", "beta")):
            (folder / story / "articles" / f"{report}.txt").write_text(
                f"A matter of {i + 2} days\n\nMayor Karin Holt said on Monday that {name} would "
                f'wait. "We have no choice," Holt told reporters in Lindmoor.\n',
                encoding="utf-8",
            )
    (folder / "bridge" / "corrections.yaml").write_text(CORRECTION, encoding="utf-8")
    (folder / "bridge" / "actors.yaml").write_text(NAME, encoding="utf-8")
    return folder


def objects(lines: bytes) -> list[dict[str, object]]:
    return sorted((json.loads(line) for line in lines.splitlines()), key=lambda o: str(o["id"]))


def finished(run: subprocess.Popen[str]) -> str:
    out, err = run.communicate(timeout=300)
    assert run.returncode == 0, err
    return out + err


def test_an_archive_has_what_annotate_prints_an_editors_word_too(
    folder: Path, tmp_path: Path
) -> None:
    printed, warned = start("annotate", str(folder), folder=tmp_path).communicate(timeout=300)
    out = tmp_path / "out"
    said = finished(annotate(folder, out))
    assert objects(b"".join(parts(out).values())) == objects(printed.encode())
    assert "ivo-brandt" in printed
    assert '"exact": "Brandt"' not in printed.splitlines()[0]
    # What came to nothing is told in both.
    assert warned.count("bridge/corrections.yaml:3: ") == 1
    assert "1 problems" in said
    problems = [
        p for path in (out / "parts").iterdir() for p in json.loads(path.read_bytes())["problems"]
    ]
    assert [(p["source"], p["line"]) for p in problems] == [("bridge/corrections.yaml", 3)]


def test_after_a_correction_only_its_storys_partition_is_made_anew(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    finished(annotate(folder, out))
    before = {path.name: path.stat().st_ino for path in out.glob("part-*.jsonl")}
    (folder / "bridge" / "corrections.yaml").unlink()
    finished(annotate(folder, out))
    after = {path.name: path.stat().st_ino for path in out.glob("part-*.jsonl")}
    (changed,) = [name for name, inode in after.items() if before[name] != inode]
    assert {o["story"] for o in objects((out / changed).read_bytes())} == {"bridge"}
    finished(annotate(folder, tmp_path / "clean"))
    assert parts(out) == parts(tmp_path / "clean")


@pytest.mark.parametrize("odd", ["a pipe", "a megabyte", "no UTF-8", "a folder"])
def test_an_editors_file_that_is_none_holds_nothing_up(folder: Path, odd: str) -> None:
    before = editors_digests([folder], 8)
    path = folder / "ferry" / "corrections.yaml"
    if odd == "a pipe":
        os.mkfifo(path)
    elif odd == "a folder":
        path.mkdir()
    else:
        path.write_bytes(b"\xff" if odd == "no UTF-8" else b"- " * 2**20)
    after = editors_digests([folder], 8)
    changed = {n for n in range(8) if before[n] != after[n]}
    assert changed == (set() if odd == "a folder" else {partition_of("ferry", 8)})


def test_an_actors_file_of_the_whole_archive_bears_on_all(folder: Path) -> None:
    before = editors_digests([folder], 8)
    (folder / "actors.yaml").write_text(NAME, encoding="utf-8")
    assert all(
        one != other for one, other in zip(before, editors_digests([folder], 8), strict=True)
    )


def test_groups_are_the_same_bytes_however_many_work_and_in_whatever_files(
    archive: Path, tmp_path: Path
) -> None:
    # Chunks get ready in another order each time.
    lines = [line for line in archive.read_text("utf-8").splitlines() if '"text": "M' in line]
    (tmp_path / "cut").mkdir()
    for number in range(3):
        part = "\n".join(lines[number * 20 : number * 20 + 20])
        (tmp_path / "cut" / f"{number}.jsonl").write_text(part, encoding="utf-8")
    made = set()
    for workers in ("1", "3"):
        out = tmp_path / "not yet there" / f"groups-{workers}"
        said = ("group", str(tmp_path / "cut"), "-o", str(out), "--workers", workers)
        finished(start(*said, folder=tmp_path))
        made.add(out.read_bytes())
    (groups,) = made
    ids = [a["id"] for line in groups.splitlines() for a in json.loads(line)["articles"]]
    assert len(ids) == len(set(ids)) > 30


def test_groups_become_stories(archive: Path, tmp_path: Path) -> None:
    group = start(
        "group", str(archive), "-o", str(tmp_path / "groups.jsonl"), "--workers", "1",
        folder=tmp_path,
    )  # fmt: skip
    _out, err = group.communicate(timeout=300)
    assert group.returncode == 0, err
    first = json.loads((tmp_path / "groups.jsonl").read_text(encoding="utf-8").splitlines()[0])
    new = start(
        "new", first["story"], str(archive), "--group", str(tmp_path / "groups.jsonl"),
        folder=tmp_path,
    )  # fmt: skip
    stdout, err = new.communicate(timeout=300)
    assert new.returncode == 0, err
    written = sorted((tmp_path / "source" / first["story"] / "articles").glob("*.md"))
    assert len(written) == len(first["articles"]) == len(stdout.splitlines())
    assert "bridges would close" in written[0].read_text(encoding="utf-8")
