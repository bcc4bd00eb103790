"""What needs eyes first: listed with its place, its reason and the correction that settles it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from variorum.cli import main

ALPHA = """\
Old bridge to close

Published: 09:30 AM, 4 Mar, 2024

Karin Holt and Anna Holt met on Monday. Holt left early.

"There is no other way," it was whispered. Mr Rovinger stayed, Marten Ovesen said.

“It would be naive to believe in the old bridge,” said Karin Holt.
"""
BETA = """\
---
title: A bridge too old
published: 2024-05-20
---

It was raining on the river, and the ferry was late again, as every Monday.

“It would be naive to believe in the old ferry,” said Anna Holt. Martin Ovesen stayed.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (tmp_path / "raw" / "beta.md").write_text(BETA, encoding="utf-8")
    return tmp_path / "raw"


def listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["check", "--json", str(folder)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_open_names_quotations_of_nobody_and_look_alikes_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {(d["kind"], d["words"]): d for d in listed(folder, capsys)}
    name = found["open name", "Holt"]
    assert (name["file"], name["line"]) == ("alpha.txt", 5)
    assert "Anna Holt (anna-holt) or Karin Holt (karin-holt)" in name["why"]
    assert found["surname", "Rovinger"]["line"] == 7
    nobody = next(d for (kind, _), d in found.items() if kind == "speaker")
    assert (nobody["line"], "no other way" in nobody["words"]) == (7, True)
    alike = [d for (kind, _), d in found.items() if kind == "alike"]
    assert any("Martin Ovesen" in d["why"] and "Marten Ovesen" in d["why"] for d in alike)
    # Of statements that a difference compares the difference is to be looked at, and once.
    assert not any("naive" in d["words"] for d in alike)
    assert sum("naive" in words for _, words in found) == 1


def test_what_is_printed_is_a_file_that_settles_what_it_lists(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--strict", str(folder)]) == 1
    printed = capsys.readouterr().out
    assert f"# {folder.as_posix()}/alpha.txt:5: a name that fits several “Holt”" in printed
    # Pasted as it stands it says that all is right as it is; of two bearers it takes the first.
    assert "- keep: quote  # or: change, with speaker:" in printed
    (folder / "corrections.yaml").write_text(printed, encoding="utf-8")
    assert main(["check", "--strict", str(folder)]) == 0, capsys.readouterr().out
    said = capsys.readouterr().out
    assert said.startswith("# 2 of 2 articles name no outlet: ")
    assert said.endswith("\n# Nothing needs eyes first.\n")
    assert all(line.startswith("#") for line in said.splitlines())


def test_corrections_that_came_to_nothing_come_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "- reject: quote\n  at: {article: alpha, exact: There is no other word}\n"
    (folder / "corrections.yaml").write_text(text, encoding="utf-8")
    first = listed(folder, capsys)[0]
    assert (first["kind"], first["file"], first["line"]) == ("correction", "corrections.yaml", 1)
    assert "[There is no other way]" in first["why"].partition("nearest: ")[2]


def test_an_author_s_page_beside_the_stories_is_no_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bridge" / "articles").mkdir(parents=True)
    (tmp_path / "bridge" / "articles" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (tmp_path / "index.md").write_text("# Bridges\n\nMr Rovinger was here.\n", encoding="utf-8")
    assert {d["story"] for d in listed(tmp_path, capsys)} == {"bridge"}
    assert listed(tmp_path / "bridge" / "articles", capsys)[0]["file"] == "articles/alpha.txt"
