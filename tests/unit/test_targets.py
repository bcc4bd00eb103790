"""Where the commands write: never where they read, never over what is somebody else's."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import ALPHA, BETA

from variorum import editors_files, targets
from variorum.cli import main
from variorum.errors import UserError
from variorum.website import build_folder


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where somebody stands who has a folder of articles."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    here = tmp_path / "here"
    (here / "articles").mkdir(parents=True)
    (here / "articles" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (here / "articles" / "beta.md").write_text(BETA, encoding="utf-8")
    monkeypatch.chdir(here)
    return here


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _link(here: Path) -> str:
    (here / "link").symlink_to(here / "articles")
    return "link/site"


def _link_within(here: Path) -> str:
    (here / "elsewhere").symlink_to(here)
    return "elsewhere/articles"


OVERLAPS: dict[str, Callable[[Path], str]] = {
    "the folder itself": lambda here: "articles",
    "in the folder": lambda here: "articles/site",
    "around the folder": lambda here: ".",
    "by two dots": lambda here: "articles/../articles",
    "by a link": _link,
    "by a link around": _link_within,
    "by the whole path": lambda here: str(here),
}


@pytest.mark.parametrize("case", OVERLAPS)
@pytest.mark.parametrize("command", ["build", "export"])
def test_no_command_writes_where_it_reads(
    news: Path, command: str, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output = OVERLAPS[case](news)
    before = contents(news)
    for force in ([], ["--force"]):
        assert main([command, "articles", "-o", output, *force]) == 1
        error = capsys.readouterr().err
        assert "-o" in error
        assert error.count("\n") == 1
        assert contents(news) == before


def test_a_folder_read_by_a_link_is_the_folder(news: Path) -> None:
    (news / "link").symlink_to(news / "articles")
    before = contents(news)
    assert main(["build", "link", "-o", "articles"]) == 1
    assert main(["export", "link", "-o", "articles/data"]) == 1
    assert contents(news) == before


@pytest.mark.parametrize("command", ["build", "export"])
def test_an_output_that_is_not_empty_has_to_be_ours(
    news: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "out").mkdir()
    (news / "out" / "index.html").write_text("mine", encoding="utf-8")
    before = contents(news)
    assert main([command, "articles", "-o", "out"]) == 1
    assert "--force" in capsys.readouterr().err
    assert contents(news) == before
    assert main([command, "articles", "-o", "out", "--force"]) == 0
    # From then on it is ours.
    assert main([command, "articles", "-o", "out"]) == 0
    (news / "empty").mkdir()
    assert main([command, "articles", "-o", "empty"]) == 0


def test_what_an_older_version_made_is_ours(news: Path) -> None:
    site = build_folder(news / "articles", news / "site").parent
    (site / targets.MARK).unlink()
    build_folder(news / "articles", site)
    assert main(["export", "articles", "-o", "data"]) == 0
    (news / "data" / targets.MARK).unlink()
    assert main(["export", "articles", "-o", "data"]) == 0


def test_a_list_that_somebody_wrote_removes_nothing_outside(news: Path) -> None:
    site = build_folder(news / "articles", news / "site").parent
    (site / targets.MARK).write_text('{"files": ["../articles/alpha.txt"]}', encoding="utf-8")
    with pytest.raises(UserError, match="leads out of the folder"):
        build_folder(news / "articles", site)
    assert (news / "articles" / "alpha.txt").exists()


@pytest.mark.parametrize("command", ["build", "export"])
def test_nothing_is_written_through_links_in_the_output(
    news: Path, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "articles", "-o", "out"]) == 0
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    page = sorted(p for p in (news / "out").rglob("*") if p.is_file() and p.name != targets.MARK)[0]
    page.rename(theirs / page.name)
    page.symlink_to(theirs / page.name)
    (theirs / page.name).write_text("theirs", encoding="utf-8")
    assert main([command, "articles", "-o", "out"]) == 1
    assert "it is a link" in capsys.readouterr().err
    assert (theirs / page.name).read_text(encoding="utf-8") == "theirs"


def test_a_new_story_is_not_laid_over_other_files(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "source" / "bridge").mkdir(parents=True)
    (news / "source" / "bridge" / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["new", "bridge", "articles/alpha.txt"]) == 1
    assert "--force" in capsys.readouterr().err
    assert main(["new", "bridge", "source/bridge/notes.txt", "--force"]) == 1
    assert "is read" in capsys.readouterr().err
    assert sorted(p.name for p in (news / "source" / "bridge").iterdir()) == ["notes.txt"]
    assert main(["new", "bridge", "articles/alpha.txt", "--force"]) == 0
    assert main(["new", "bridge", "articles/beta.md"]) == 0


@pytest.mark.parametrize("name", ["../x", "..", "/tmp/x", "a/../../x"])
def test_a_group_makes_no_story_outside(news: Path, name: str) -> None:
    (news / "groups.jsonl").write_text("", encoding="utf-8")
    assert main(["new", "--group", "groups.jsonl", name, "articles"]) == 1
    assert not (news / "source").exists()


@pytest.mark.parametrize("command", ["group -o", "annotate --out"])
def test_no_archive_is_written_into(news: Path, command: str) -> None:
    before = contents(news)
    for output in ("articles/groups.jsonl", "articles/alpha.txt", "articles"):
        assert main([*command.split(), output, "articles"]) == 1
        assert contents(news) == before


def test_groups_are_not_written_over_another_file(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "thesis.tex").write_text("all of it", encoding="utf-8")
    assert main(["group", "articles", "-o", "thesis.tex"]) == 1
    assert "--force" in capsys.readouterr().err
    assert (news / "thesis.tex").read_text(encoding="utf-8") == "all of it"


@pytest.mark.parametrize("name", ["alpha.txt", "../story.yaml", "conf.py"])
def test_only_the_editors_files_are_written_among_articles(news: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no file of an editor's"):
        editors_files.write(news / "articles", name, "")


def test_an_editors_file_is_not_written_through_a_link(news: Path) -> None:
    (news / "articles" / "corrections.yaml").symlink_to(news / "articles" / "alpha.txt")
    with pytest.raises(UserError, match="it is a link"):
        editors_files.write(news / "articles", "corrections.yaml", "")
    (news / "articles" / "corrections.yaml").unlink()
    os.mkfifo(news / "articles" / "corrections.yaml")
    with pytest.raises(UserError, match="is no file"):
        editors_files.write(news / "articles", "corrections.yaml", "")


def test_docutils_is_not_told_by_others_what_to_write(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = f"[general]\nrecord_dependencies: {tmp_path / 'precious'}\n"
    (tmp_path / "precious").write_text("mine", encoding="utf-8")
    (tmp_path / ".docutils").write_text(told, encoding="utf-8")
    (news / "docutils.conf").write_text(told, encoding="utf-8")
    (news / "articles" / "docutils.conf").write_text(told, encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("DOCUTILSCONFIG", str(news / "docutils.conf"))
    build_folder(news / "articles", news / "site")
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "mine"
    assert os.environ["DOCUTILSCONFIG"] == str(news / "docutils.conf")


def test_a_folder_called_locales_is_a_folder_of_articles(news: Path) -> None:
    messages = news / "articles" / "locales" / "de" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    (messages / "index.po").write_text('msgid "Sources"\nmsgstr "Falsch"\n', encoding="utf-8")
    before = contents(news)
    build_folder(news / "articles", news / "site", {"language": "de"})
    assert before.items() <= contents(news).items()
    assert not list((news / "articles").rglob("*.mo"))
