"""What Sphinx kept is taken again only from a folder that is ours, and only as it was written."""

from __future__ import annotations

import os
import pickle
import random
import time
from pathlib import Path

import pytest
from tests.conftest import ALPHA, BETA

from variorum import build_cache, keeping
from variorum.build_cache import BuildCache
from variorum.errors import UserError
from variorum.website import build_folder

SITE = Path("here/site")


class Bomb:
    """What a pickle may do: here it leaves a file."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("exploded",)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (folder / "beta.md").write_text(BETA, encoding="utf-8")
    return folder


def build(news: Path) -> dict[str, bytes]:
    site = build_folder(news, news.parent / SITE).parent
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def shop(news: Path) -> Path:
    return BuildCache(news, news.parent / SITE).path


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_folder_is_ours_alone_and_holds_no_pickle_of_ours(news: Path) -> None:
    build(news)
    assert keeping.is_our_folder(shop(news))
    kept = files(shop(news) / "doctrees" / "variorum")
    assert len(kept) > 5
    for path in kept:
        data = keeping.read(path) or path.read_bytes()
        assert path.suffix in build_cache.SPHINX or not data.startswith(b"\x80"), path


def test_no_pickle_that_somebody_planted_is_run(news: Path) -> None:
    before = build(news)
    bomb = pickle.dumps(Bomb())
    for path in files(shop(news) / "doctrees"):
        path.write_bytes(bomb)
    assert build(news) == before
    assert not (news.parent / "exploded").exists()


@pytest.mark.parametrize("name", ["environment.pickle", "index.doctree"])
def test_what_sphinx_kept_is_made_anew_where_one_bit_is_another(news: Path, name: str) -> None:
    before = build(news)
    path = shop(news) / "doctrees" / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)
    assert build(news) == before


def test_any_bit_of_what_is_kept_may_flip(news: Path) -> None:
    before = build(news)
    dice = random.Random(5)
    for _ in range(6):
        for path in dice.sample(files(shop(news) / "doctrees"), 5):
            data = bytearray(path.read_bytes() or b"\0")
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
            stat = path.stat()
            path.write_bytes(data)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        assert build(news) == before


def test_a_file_more_or_a_link_is_not_trusted(news: Path, tmp_path: Path) -> None:
    before = build(news)
    work = BuildCache(news, news.parent / SITE)
    trees = work.doctrees
    (trees / "more.doctree").write_bytes(b"")
    assert build(news) == before
    moved = (trees / "environment.pickle").rename(tmp_path / "environment.pickle")
    (trees / "environment.pickle").symlink_to(moved)
    assert build(news) == before
    assert not (trees / "environment.pickle").is_symlink()


def test_an_unchanged_folder_is_taken_again(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(news)
    assert "pages written" in capsys.readouterr().out
    build(news)
    assert "pages written" not in capsys.readouterr().out


def test_a_folder_open_to_others_is_made_anew(news: Path) -> None:
    before = build(news)
    (shop(news) / "theirs").write_text("", encoding="utf-8")
    shop(news).chmod(0o755)
    assert build(news) == before
    assert keeping.is_our_folder(shop(news))
    assert not (shop(news) / "theirs").exists()


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_folder_that_is_not_ours_is_refused(news: Path, tmp_path: Path, kind: str) -> None:
    shop(news).parent.mkdir(parents=True)
    (tmp_path / "theirs").mkdir()
    if kind == "link":
        shop(news).symlink_to(tmp_path / "theirs")
    else:
        shop(news).write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="not a folder of yours"):
        build(news)
    assert list((tmp_path / "theirs").iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a folder away")
def test_a_folder_of_somebody_else_is_refused(news: Path) -> None:
    build(news)
    os.chown(shop(news), 12345, 12345)
    with pytest.raises(UserError, match="not a folder of yours"):
        build(news)


def test_folders_of_sites_not_built_for_long_are_dropped(news: Path) -> None:
    home = keeping.home()
    old, new, other = home / f"old-{'0' * 16}", home / f"new-{'1' * 16}", home / "other"
    for path in (old, new, other):
        path.mkdir(parents=True)
    long_ago = time.time() - (build_cache.DAYS + 1) * 86_400
    for path in (old, other):
        os.utime(path, (long_ago, long_ago))
    build(news)
    assert not old.exists()
    assert new.exists()
    assert other.exists()
