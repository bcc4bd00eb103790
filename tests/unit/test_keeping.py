"""What is kept is read as it was written, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from variorum import keeping

DATA = b"what was found\n" * 5


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "new" / "story"
    keeping.write(path, DATA)
    return path


def test_what_is_kept_comes_back_and_is_ours_alone(kept: Path) -> None:
    assert keeping.read(kept) == DATA
    assert kept.stat().st_mode & 0o777 == 0o600
    assert keeping.is_our_folder(kept.parent)
    keeping.write(kept, b"")
    assert keeping.read(kept) == b""
    assert list(kept.parent.iterdir()) == [kept]


def test_no_bit_can_flip_unnoticed(kept: Path) -> None:
    whole = kept.read_bytes()
    for at in range(len(whole)):
        for bit in range(8):
            kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
            assert keeping.read(kept) is None, (at, bit)
    for end in range(len(whole)):
        kept.write_bytes(whole[:end])
        assert keeping.read(kept) is None, end
    kept.write_bytes(whole + b"\n")
    assert keeping.read(kept) is None


def test_what_is_kept_under_one_name_is_not_read_under_another(kept: Path) -> None:
    other = kept.with_name("other")
    os.link(kept, other)
    assert keeping.read(other) is None


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_what_others_may_write_is_not_read(kept: Path, mode: int) -> None:
    kept.chmod(mode)
    assert keeping.read(kept) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_what_is_anothers_is_not_read(kept: Path) -> None:
    os.chown(kept, 12345, 12345)
    assert keeping.read(kept) is None
    os.chown(kept.parent, 12345, 12345)
    assert not keeping.is_our_folder(kept.parent)


def test_a_link_is_neither_read_nor_written_through(kept: Path, tmp_path: Path) -> None:
    moved = kept.rename(tmp_path / kept.name)
    kept.symlink_to(moved)
    assert keeping.read(kept) is None
    keeping.write(kept, b"new")
    assert keeping.read(kept) == b"new"
    assert keeping.read(moved) == DATA
    (tmp_path / "link").symlink_to(kept.parent)
    assert not keeping.is_our_folder(tmp_path / "link")


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert keeping.read(tmp_path / "pipe") is None
    assert keeping.read(tmp_path) is None
    assert keeping.read(tmp_path / "nothing") is None


def test_a_folder_that_others_may_open_is_not_ours_alone(kept: Path) -> None:
    kept.parent.chmod(0o750)
    assert not keeping.is_our_folder(kept.parent)
