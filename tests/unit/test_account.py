"""What ``variorum read`` prints: every file, what was read and whence, and what is missing."""

from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from variorum.cli import main
from variorum.missing import unread
from variorum.reading import read_file
from variorum.story import read_story_file

BODY = "The mill at Osterby stopped its last loom on Thursday after its owner ran out of wool.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mill = tmp_path / "mill"
    mill.mkdir()
    (mill / "alpha.txt").write_text(
        f"Last loom stops\n\nThe Osterby Gazette\nMay 4, 2021\n\n{BODY}", encoding="utf-8"
    )
    (mill / "reuters-loom.txt").write_text(f"Loom stands still\n\n{BODY}", encoding="utf-8")
    (mill / "gamma.txt").write_text(f"Wool runs out\n\nMay 5, 2021\n\n{BODY}", encoding="utf-8")
    (mill / "map.png").write_bytes(b"\x89PNG")
    (mill / "notes.pages").write_text("x", encoding="utf-8")
    return tmp_path


def test_every_file_and_every_value_has_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(folder)]) == 0
    said = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert "mill/map.png no article: a picture" in lines
    assert "5 files: 3 read, 1 no article, 1 can't be read" in lines
    assert "outlet The Osterby Gazette line 3" in lines
    assert "published 2021-05-04 line 4: “May 4, 2021”" in lines
    assert "outlet Reuters the file's name" in lines
    assert "1 of 3 articles names no outlet: gamma.txt" in lines
    assert "1 of 3 articles gives no date: reuters-loom.txt" in lines


def test_what_is_to_be_pasted_is_a_story_file_that_says_nothing_yet(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["read", str(folder)])
    said = capsys.readouterr().out
    pasted = said[said.index("\narticles:\n") + 1 :].partition("\n\n")[0] + "\n"
    assert pasted.startswith("articles:\n  gamma.txt:\n    outlet:\n")
    (folder / "mill" / "story.yaml").write_text(pasted, encoding="utf-8")
    told, problems = read_story_file(folder / "mill", "mill")
    assert not problems
    assert [dict(one.values) for one in told.articles] == [{}, {}]


def test_below_articles_that_are_there_only_their_entries_are_to_be_pasted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = "title: The mill\narticles:\n  notes.txt: {outlet: Osterby Post}\n"
    (folder / "mill" / "story.yaml").write_text(before, encoding="utf-8")
    main(["read", str(folder)])
    said = capsys.readouterr().out
    assert "story.yaml, below its articles:" in said
    pasted = said[said.index("\n  gamma.txt:\n") + 1 :].partition("\n\n")[0] + "\n"
    (folder / "mill" / "story.yaml").write_text(before + pasted, encoding="utf-8")
    told, problems = read_story_file(folder / "mill", "mill")
    assert told.title == "The mill"
    assert not [p for p in problems if "cannot be read" in p.message]


def test_as_json_it_is_an_object_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mill" / "story.yaml").write_text(
        "articles:\n  gamma: {outlet: Osterby Post}\n", encoding="utf-8"
    )
    assert main(["read", "--json", str(folder)]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    told = {entry["source"]: entry for entry in said}
    assert told["mill/notes.pages"]["fate"] == "unreadable"
    assert told["mill/notes.pages"]["remedy"]
    assert told["mill/story.yaml"] == {
        "source": "mill/story.yaml", "fate": "belongs", "of": "the story",
    }  # fmt: skip
    [gamma] = told["mill/gamma.txt"]["articles"]
    assert (gamma["meta"]["outlet"], gamma["meta"]["basis"]["outlet"]) == (
        "Osterby Post", "story.yaml",
    )  # fmt: skip


def test_an_article_is_taken_from_standard_input_and_called_by_its_headline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"Last loom stops | Osterby Post\n\n{BODY}"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text.encode())))
    assert main(["new", "mill", "-"]) == 0
    said = capsys.readouterr()
    assert said.out == "source/mill/articles/last-loom-stops.md\n"
    assert "1 of 1 articles gives no date: last-loom-stops.md" in said.err
    meta = read_file(tmp_path / "source/mill/articles/last-loom-stops.md").meta
    assert (meta.title, meta.outlet) == ("Last loom stops", "Osterby Post")


def test_a_build_names_the_files_it_was_made_without(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    mill = folder / "mill"
    (mill / "broken.docx").write_bytes(b"no zip")
    assert main(["build", str(mill), "-o", str(tmp_path / "site")]) == 0
    said = capsys.readouterr().out
    assert "2 files were left out:\n" in said
    assert "  notes.pages: .pages is no format that is read (save its text as .txt)\n" in said
    assert "  broken.docx: not readable as a zip: File is not a zip file (open it in" in said
    assert "map.png" not in said


def test_of_many_files_left_out_a_few_are_named() -> None:
    said = list(unread([(f"{n}.pages", "why") for n in range(7)], "mill"))
    assert said[0] == "7 files were left out:"
    assert len(said) == 8
    assert said[-2] == "  and 2 more; variorum read mill says of each why"
    assert not list(unread([], "mill"))
