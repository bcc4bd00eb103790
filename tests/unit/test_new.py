"""A story's articles as files to check by hand: one each, whatever the articles are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.naming import article

from variorum.archive.group_file import articles_of
from variorum.errors import UserError
from variorum.new import story_folder, write_story


def test_articles_whose_ids_make_one_name_are_files_of_their_own(tmp_path: Path) -> None:
    ids = ("feed/7", "feed-7", "feed-7", "feed-7-2")
    given = [article(f"Ferry number {n} is late.", id_) for n, id_ in enumerate(ids)]
    written = list(write_story(tmp_path / "ferries", given))
    assert len(set(written)) == len(ids)
    told = [path.read_text("utf-8") for path in written]
    assert all(f"Ferry number {n} is late" in said for n, said in enumerate(told))


@pytest.mark.parametrize("name", ["", ".hidden", "../out", "/abs", "a/b", "a:b", "nul", "a" * 300])
def test_a_story_is_no_folder_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="no name for a story's folder"):
        story_folder(tmp_path, name, [])


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "ferries").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match="cannot write"):
        list(write_story(tmp_path / "ferries", [article("The ferry is late.", "a")]))


@pytest.mark.parametrize("id_", ["con", "AUX.x", "nul"])
def test_no_file_is_called_like_a_device(tmp_path: Path, id_: str) -> None:
    (path,) = write_story(tmp_path / "ferries", [article("The ferry is late.", id_)])
    assert path.name.split(".")[0].lower() not in ("con", "aux", "nul")


def test_a_file_of_groups_that_nests_without_end_is_none(tmp_path: Path) -> None:
    groups = tmp_path / "groups.jsonl"
    groups.write_text("[" * 200_000, encoding="utf-8")
    with pytest.raises(UserError, match="is no file of groups"):
        articles_of(groups, "ferries", [tmp_path])
