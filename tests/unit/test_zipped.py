"""A site as a zip: the same bytes whatever the files' times."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from variorum.zipped import zip_folder


def site(folder: Path, when: int) -> Path:
    (folder / "html" / "sub").mkdir(parents=True)
    for name in ("sub/b.html", "a.html", ".buildinfo"):
        path = folder / "html" / name
        path.write_text(f"<p>{name}</p>", encoding="utf-8")
        os.utime(path, (when, when))
    return folder / "html"


def test_the_times_of_files_do_not_matter(tmp_path: Path) -> None:
    for name, when in (("one", 1_000_000_000), ("two", 1_700_000_000)):
        zip_folder(site(tmp_path / name, when), tmp_path / f"{name}.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["html/a.html", "html/sub/b.html"]
        assert archive.read("html/sub/b.html") == b"<p>sub/b.html</p>"


def test_the_time_is_that_of_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1646400000")
    zip_folder(site(tmp_path, 1_700_000_000), tmp_path / "a.zip")
    with ZipFile(tmp_path / "a.zip") as archive:
        assert archive.infolist()[0].date_time[:3] == (2022, 3, 4)


def test_a_zip_that_could_not_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ZipFile, "writestr", full)
    with pytest.raises(OSError, match="No space"):
        zip_folder(site(tmp_path, 1_000_000_000), tmp_path / "out" / "site.zip")
    assert list((tmp_path / "out").iterdir()) == []
