"""Which folder is a story: none in which pages of another story, or files of the site, lie."""

from __future__ import annotations

import pytest

from variorum.reading.stories import is_story, story_of


@pytest.mark.parametrize(
    ("folder", "story"),
    [
        ("", ""),
        ("bridge", "bridge"),
        ("bridge/articles", "bridge"),
        ("news/bridge/articles", "news/bridge"),
        ("articles/bridge", "articles/bridge"),
        ("bridge/actors", "bridge"),
        ("bridge/statements/articles", "bridge"),
        ("articles", ""),
        ("2022.01", "2022.01"),
        ("U.S. votes", "U.S. votes"),
        ("index.html", ""),
        ("objects.inv/bridge/articles", ""),
        ("bridge/alpha.HTML", "bridge"),
        ("_static/bridge", ""),
        (".hidden", ""),
    ],
)
def test_a_folder_belongs_to_a_story_whose_pages_are_in_nobodys_way(
    folder: str, story: str
) -> None:
    assert story_of(folder) == story
    assert is_story(folder) == (folder == story != "")
