"""What an editor says of an article stands over what was read."""

from __future__ import annotations

import pytest

from variorum.corrections.read import read
from variorum.edition import assemble
from variorum.reading import read_bytes
from variorum.story import StoryFile
from variorum.told import Told, as_told

TEXT = b"""Last loom stops

The Osterby Gazette
May 4, 2021

The mill stopped on Tuesday, it said.
"""


def article(source: str):
    return read_bytes(TEXT, source, "mill", id="alpha")


@pytest.mark.parametrize(
    "name", ["alpha.txt", "alpha", "articles/alpha.txt", "mill/articles/alpha.txt"]
)
def test_an_article_is_named_by_its_file_with_its_suffix_or_folder_or_without(name: str) -> None:
    told = [Told(name, {"outlet": "Osterby Post", "agency": ("Reuters",)}, 3)]
    [said], problems = as_told(
        [article("mill/articles/alpha.txt")], told, "mill", "story.yaml", "mill/story.yaml"
    )
    assert (said.meta.outlet, said.meta.agency, said.meta.published) == (
        "Osterby Post", ("Reuters",), "2021-05-04",
    )  # fmt: skip
    assert said.meta.basis["outlet"] == "story.yaml"
    assert said.meta.span("published")
    assert not problems


def test_a_name_that_no_article_bears_is_a_problem_with_its_line() -> None:
    told = {"mill": StoryFile(articles=(Told("beta.txt", {"outlet": "Osterby Post"}, 7),))}
    edition = assemble([article("mill/alpha.txt")], told, {})
    assert [(p.source, p.line) for p in edition.problems] == [("mill/story.yaml", 7)]
    assert edition.stories[0].articles[0].meta.outlet == "The Osterby Gazette"


def test_the_editors_day_puts_the_articles_in_order() -> None:
    text = TEXT.replace(b"The mill stopped on Tuesday", b"Nobody wept for it")
    late = read_bytes(text.replace(b"Last loom", b"The loom"), "mill/late.txt", "mill", id="late")
    told = {"mill": StoryFile(articles=(Told("late", {"published": "2021-05-01"}, 1),))}
    [story] = assemble([article("mill/alpha.txt"), late], told, {}).stories
    assert [a.id for a in story.articles] == ["late", "alpha"]


def test_a_correction_says_of_an_article_what_story_yaml_can() -> None:
    said, problems = read(
        "- change: article\n"
        "  at: {article: alpha.txt}\n"
        "  outlet: Osterby Post\n"
        "  byline: [Mette Lund]\n"
        "- change: article\n"
        "  at: {article: beta.txt}\n"
        "  published: yesterday\n"
        "- change: article\n"
        "  at: {article: gamma.txt}\n"
        "  place: Osterby\n",
        "mill/corrections.yaml",
    )
    assert [problem.line for problem in problems] == [7]
    edition = assemble([article("mill/alpha.txt")], {}, {}, corrections={"mill": said})
    [story] = edition.stories
    meta = story.articles[0].meta
    assert (meta.outlet, meta.byline, meta.basis["outlet"]) == (
        "Osterby Post", ("Mette Lund",), "corrections.yaml",
    )  # fmt: skip
    assert [(p.source, p.line) for p in edition.problems] == [("mill/corrections.yaml", 8)]
    assert not story.corrections.entries


MENU = TEXT.replace(b"Last loom stops", b"All the week's favourites here\n\nLast loom stops")


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Last loom stops", ["promo", "headline"]),
        ("The last loom", ["headline", "paragraph"]),
    ],
)
def test_the_line_that_says_the_editors_title_is_the_headline(title: str, kinds: list[str]) -> None:
    read = read_bytes(MENU, "mill/alpha.txt", "mill", id="alpha")
    [said], _ = as_told([read], [Told("alpha", {"title": title}, 3)], "mill", "story.yaml", "s")
    assert said.text == read.text
    assert [b.kind for b in said.blocks][:2] == kinds
    zones = {z.kind for z in said.zones if z.start < said.blocks[2].start}
    assert zones == set(kinds) - {"paragraph"}
