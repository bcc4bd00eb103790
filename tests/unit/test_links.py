"""What lies below a folder that a user named is read and written through no link."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.conftest import ALPHA, BETA

from variorum import links
from variorum.cli import main
from variorum.zipped import zip_folder

SECRET = "root:x:0:0: nobody should read this\n\nIt is of the system, said Karin Holt.\n"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file outside the folder of articles, and a folder with it."""
    path = tmp_path / "system" / "passwd.txt"
    path.parent.mkdir()
    path.write_text(SECRET, encoding="utf-8")
    for name in ("story", "actors", "corrections"):
        path.with_name(f"{name}.yaml").write_text(f"title: {SECRET!r}\n", encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "news"
    (folder / "bridge").mkdir(parents=True)
    (folder / "bridge" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (folder / "bridge" / "beta.md").write_text(BETA, encoding="utf-8")
    return folder


def _object(news: Path, secret: Path) -> None:
    (news / "ferry").symlink_to(secret.parent)
    said = BETA.replace("title:", "story: ferry\ntitle:")
    (news / "bridge" / "gamma.md").write_text(said, encoding="utf-8")


LINKS: dict[str, Callable[[Path, Path], None]] = {
    "an article": lambda news, secret: (news / "bridge/x.txt").symlink_to(secret),
    "a folder": lambda news, secret: (news / "x").symlink_to(secret.parent),
    "story.yaml": lambda news, secret: (news / "bridge/story.yaml").symlink_to(
        secret.with_name("story.yaml")
    ),
    "actors.yaml": lambda news, secret: (news / "actors.yaml").symlink_to(secret),
    "corrections.yaml": lambda news, secret: (news / "bridge/corrections.yaml").symlink_to(secret),
    "a story's folder, named by an article": _object,
}


@pytest.mark.parametrize("case", LINKS)
@pytest.mark.parametrize("command", ["annotate", "check", "export", "build"])
def test_what_a_link_leads_to_is_neither_printed_nor_published(
    news: Path, secret: Path, case: str, command: str,
    tmp_path: Path, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    LINKS[case](news, secret)
    out = tmp_path / "out"
    more = ["-o", str(out)] if command in ("export", "build") else []
    main([command, str(news), *(["--text"] if command == "annotate" else []), *more])
    told = capfd.readouterr()
    assert "nobody should read this" not in told.out + told.err
    for path in out.rglob("*"):
        assert not path.is_file() or b"nobody should read this" not in path.read_bytes(), path
    if "yaml" in case and command != "check":
        assert f"{links.IS_LINK} [variorum." in told.err or links.IS_LINK in told.err


def test_a_link_is_named_where_it_is_passed_over(
    news: Path, secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    LINKS["an article"](news, secret)
    LINKS["a folder"](news, secret)
    assert main(["annotate", str(news)]) == 0
    printed, told = capsys.readouterr()
    assert {json.loads(line)["id"] for line in printed.splitlines()} == {"alpha", "beta"}
    assert f"bridge/x.txt: {links.IS_LINK}" in told
    assert f"x/: not an article: {links.IS_LINK}" in told


def test_what_a_user_names_may_be_a_link(
    news: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").symlink_to(news)
    (tmp_path / "one.txt").symlink_to(news / "bridge" / "alpha.txt")
    assert main(["annotate", str(tmp_path / "folder")]) == 0
    assert main(["annotate", str(tmp_path / "one.txt")]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [said["id"] for said in listed] == ["alpha", "beta", "one"]


def test_import_writes_through_no_link(
    news: Path, secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bridge, out = news / "bridge", tmp_path / "data"
    assert main(["export", str(bridge), "--format", "csv", "-o", str(out)]) == 0
    table = out / "dates.csv"
    table.write_bytes(table.read_bytes().replace(b",date,2024-", b",date,2023-"))
    (bridge / "corrections.yaml").symlink_to(secret)
    capsys.readouterr()
    assert main(["import", str(table), str(bridge)]) == 1
    assert links.IS_LINK in capsys.readouterr().err
    assert secret.read_text(encoding="utf-8") == SECRET


def test_a_zip_holds_nothing_that_a_link_leads_to(news: Path, secret: Path, tmp_path: Path) -> None:
    LINKS["an article"](news, secret)
    LINKS["a folder"](news, secret)
    zip_folder(news, tmp_path / "site.zip")
    with ZipFile(tmp_path / "site.zip") as archive:
        assert archive.namelist() == ["news/bridge/alpha.txt", "news/bridge/beta.md"]


def test_a_path_lies_below_its_folder(tmp_path: Path, secret: Path) -> None:
    assert links.below(tmp_path, "a/b") == tmp_path / "a" / "b"
    assert links.below(tmp_path, "") == tmp_path
    (tmp_path / "away").symlink_to(secret.parent)
    for name in ("../x", "/etc/passwd", "a/../../x", "away", "away/passwd.txt"):
        with pytest.raises(links.LedOutError):
            links.below(tmp_path, name)
