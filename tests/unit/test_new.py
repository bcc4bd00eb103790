"""A story's articles as files to check by hand: one each, whatever the articles are called."""

from __future__ import annotations

from pathlib import Path

from tests.naming import article

from variorum.new import write_story


def test_articles_whose_ids_make_one_name_are_files_of_their_own(tmp_path: Path) -> None:
    ids = ("feed/7", "feed-7", "feed-7", "feed-7-2")
    given = [article(f"Ferry number {n} is late.", id_) for n, id_ in enumerate(ids)]
    written = list(write_story(tmp_path / "ferries", given))
    assert len(set(written)) == len(ids)
    told = [path.read_text("utf-8") for path in written]
    assert all(f"Ferry number {n} is late" in said for n, said in enumerate(told))
