"""The editor's story.yaml: said, silent, or wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.story import StoryFile, read_story_file


def write(folder: Path, text: str) -> Path:
    (folder / "story.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_missing_file_says_nothing(tmp_path: Path) -> None:
    assert read_story_file(tmp_path, "x") == (StoryFile(), [])


def test_title_and_lead_are_read_as_one_line(tmp_path: Path) -> None:
    said, problems = read_story_file(write(tmp_path, "title: A\nlead: >\n  b\n  c\n"), "x")
    assert said == StoryFile("A", "b c")
    assert problems == []


def test_a_file_of_comments_says_nothing(tmp_path: Path) -> None:
    assert read_story_file(write(tmp_path, "# title: later\n"), "x") == (StoryFile(), [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n- b\n", "should map"),
        ("headline: x\n", "unknown key 'headline'"),
        ("title: [1]\n", "title should be text"),
        ("title: 'open\n", "cannot be read"),
    ],
)
def test_what_is_wrong_is_said_and_costs_nothing_else(
    tmp_path: Path, text: str, message: str
) -> None:
    said, problems = read_story_file(write(tmp_path, text), "x")
    assert said == StoryFile()
    assert message in problems[0].message
    assert problems[0].source == "x/story.yaml"


def test_what_is_said_of_articles_costs_only_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_text(
        "articles:\n"
        "  alpha.txt:\n"
        "    outlet: The Osterby Gazette\n"
        "    published: 2021-05-04\n"
        "    byline: [Mette Lund, Jens Holt]\n"
        "    colour: blue\n"
        "    url: osterby\n"
        "  beta: nothing\n"
    )
    told, problems = read_story_file(tmp_path, "mill")
    assert [(said.name, dict(said.values)) for said in told.articles] == [
        (
            "alpha.txt",
            {
                "outlet": "The Osterby Gazette",
                "published": "2021-05-04",
                "byline": ("Mette Lund", "Jens Holt"),
            },
        )
    ]
    assert [problem.line for problem in problems] == [2, 2, 8]
    assert "colour" in problems[0].message
    assert "url" in problems[1].message
