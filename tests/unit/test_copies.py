"""``variorum build --also``: the edition as files beside its site."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.conftest import ALPHA, BETA

from variorum.cli import main


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where somebody stands who has a folder of articles."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    here = tmp_path / "here"
    (here / "bridge").mkdir(parents=True)
    (here / "bridge" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (here / "bridge" / "beta.md").write_text(BETA, encoding="utf-8")
    monkeypatch.chdir(here)
    return here


def built(*options: str) -> int:
    return main(["build", "bridge", "-o", "site", *options])


def test_each_lies_beside_the_site_and_its_path_is_printed(
    news: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("typst")
    assert built("--also", "zip,epub,reader,pdf") == 0
    said, warned = capfd.readouterr()
    assert not warned
    assert said.splitlines()[-4:] == [
        f"PDF: {news / 'site.pdf'}",
        f"PDF: {news / 'site-reader.pdf'}",
        f"EPUB: {news / 'site.epub'}",
        f"ZIP: {news / 'site.zip'}",
    ]
    assert (news / "site.pdf").read_bytes().startswith(b"%PDF")
    with ZipFile(news / "site.zip") as site:
        assert "site/index.html" in site.namelist()
        assert "site/.variorum" not in site.namelist()
    with ZipFile(news / "site.epub") as book:
        assert "<dc:title>bridge</dc:title>" in book.read("content.opf").decode()
    # Made again they are replaced, and no other file lies there.
    assert built("--also", "epub") == 0
    assert {path.name for path in news.iterdir()} == {
        "bridge", "site", "site.pdf", "site-reader.pdf", "site.epub", "site.zip",
    }  # fmt: skip


def test_a_broken_file_is_warned_of_once(news: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (news / "bridge" / "gamma.docx").write_bytes(b"no zip")
    assert built("--also", "epub") == 0
    assert capfd.readouterr().err.count("gamma.docx") == 1


def test_of_several_stories_each_has_its_pdf(news: Path) -> None:
    pytest.importorskip("typst")
    (news / "bridge" / "tower").mkdir()
    (news / "bridge" / "tower" / "gamma.txt").write_text(ALPHA, encoding="utf-8")
    (news / "bridge" / "river").mkdir()
    (news / "bridge" / "river" / "delta.txt").write_text(BETA, encoding="utf-8")
    for name in ("alpha.txt", "beta.md"):
        (news / "bridge" / name).unlink()
    assert built("--also", "pdf,reader") == 0
    assert {p.name for p in news.glob("*.pdf")} == {
        "site-river.pdf", "site-tower.pdf", "site-river-reader.pdf", "site-tower-reader.pdf",
    }  # fmt: skip


def test_a_file_of_somebody_else_is_not_replaced(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "site.zip").write_bytes(b"theirs")
    assert built("--also", "zip") == 1
    assert "--force" in capsys.readouterr().err
    assert (news / "site.zip").read_bytes() == b"theirs"
    assert not (news / "site").exists()
    assert built("--also", "zip", "--force") == 0
    assert built("--also", "zip") == 0


def test_without_typst_it_says_what_to_install_before_it_builds(
    news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert built("--also", "pdf") == 1
    assert "python -m pip install typst" in capsys.readouterr().err
    assert not (news / "site").exists()


def test_an_unknown_kind_names_those_there_are(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        built("--also", "mobi")
    assert "'mobi' is none of pdf, reader, handouts, epub, zip" in capsys.readouterr().err
