"""Which texts are versions of one article, and which are two reports of one outlet."""

from __future__ import annotations

import pytest

from variorum.edition import Story, assemble
from variorum.model import Article
from variorum.reading import read_bytes
from variorum.story import StoryFile
from variorum.told import Told

BODY = """\
The weir at Ondley gave way on Monday night after three days of rain, and the lower town was under
water by the morning. Forty families were taken to the school on the hill in boats and carts.

The water board had repaired the gates of the weir only last summer. It said that nobody could have
foreseen so much rain, and that the mill would stay shut until the gates were looked at again.

The mayor asked everybody to stay away from the bridge, which had moved by a hand's breadth.
"""
LATER = BODY.replace("Forty families", "Fifty-two families") + "\nThe rain stopped on Tuesday.\n"
OTHER = """\
Bakers in Ondley worked through the night to feed the families in the school on the hill. The
flour came by train from the coast, and the oven of the old inn was lit for the first time in years.

The mayor asked everybody to stay away from the bridge, which had moved by a hand's breadth.
"""

HALF = f"{OTHER}\n{BODY[:190]}"
"""Another text that has a part of the first one's words."""


def made(id_: str, body: str, **head: str) -> Article:
    told = {"title": "Weir gives way", "outlet": "The Ondley Post", "published": "2023-03-07"}
    front = "".join(f"{name}: {value!r}\n" for name, value in (told | head).items() if value)
    return read_bytes(f"---\n{front}---\n\n{body}".encode(), f"weir/{id_}.md", "weir", id=id_)


def story(*articles: Article, **told: str) -> Story:
    said = tuple(Told(name, {}, 1, other) for name, other in told.items())
    [put] = assemble(articles, {"weir": StoryFile(articles=said)}, {}).stories
    return put


def versions(*articles: Article, **told: str) -> dict[str, list[str]]:
    """The reports of a story, each with its earlier versions."""
    put = story(*articles, **told)
    return {a.id: [v.id for v in put.earlier.get(a.id, ())] for a in put.articles}


def test_the_latest_of_several_versions_is_the_report() -> None:
    third = made("third", LATER + "\nThe school opens again on Friday.\n", updated="2023-03-09")
    listed = third, made("second", LATER, updated="2023-03-08"), made("first", BODY)
    assert versions(*listed) == {"third": ["first", "second"]}
    assert story(*listed).sigla == {"third": "A"}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ({}, LATER),
        ({"outlet": "Ondley Post"}, LATER),
        ({"title": "Fifty families flee the water"}, LATER),
    ],
    ids=["the same headline", "the outlet with and without its article", "another headline"],
)
def test_one_outlets_texts_in_much_the_same_words_are_versions(
    head: dict[str, str], body: str
) -> None:
    listed = made("first", BODY), made("second", body, updated="2023-03-08", **head)
    assert versions(*listed) == {"second": ["first"]}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ({}, OTHER),
        ({"title": "Bread by night"}, OTHER),
        ({"title": "Fifty families flee the water", "outlet": "Hill Mail"}, LATER),
        ({"outlet": "Hill Mail"}, BODY),
        ({"title": "Weir: what we know"}, BODY[:200]),
    ],
    ids=[
        "the same headline every day", "two reports with a paragraph in common",
        "another outlet's copy", "another outlet's copy with its headline", "too little to go by",
    ],
)  # fmt: skip
def test_what_looks_alike_and_is_no_version(head: dict[str, str], body: str) -> None:
    assert len(versions(made("first", BODY), made("second", body, **head))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.ondley.example/weir-gives-way", "https://ondley.example/weir-gives-way/?s=1"),
        (
            "https://web.archive.org/web/20230307101500/https://ondley.example/news?id=7",
            "https://ondley.example/news?id=7",
        ),
    ],
)
def test_captures_of_one_address_are_versions_whatever_they_are_called(
    one: str, other: str
) -> None:
    first = made("first", BODY, url=one)
    second = made("second", HALF, url=other, title="By night")
    assert versions(first, second) == {"first": ["second"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://ondley.example/news?id=7", "https://ondley.example/news?id=8"),
        ("https://ondley.example/", "https://ondley.example"),
    ],
)
def test_two_addresses_or_a_sites_front_make_no_versions(one: str, other: str) -> None:
    first = made("first", BODY, url=one)
    assert len(versions(first, made("second", HALF, url=other, title="By night"))) == 2


def test_an_editor_can_say_otherwise() -> None:
    alike = made("first", BODY), made("second", LATER)
    assert len(versions(*alike, second="")) == 2
    apart = made("first", BODY), made("second", OTHER, published="2023-03-08")
    assert versions(*apart, first="second.md") == {"second": ["first"]}


def test_a_version_of_what_nobody_knows_is_a_problem() -> None:
    told = StoryFile(articles=(Told("first", {}, 4, "seventh"),))
    edition = assemble([made("first", BODY)], {"weir": told}, {})
    [problem] = edition.problems
    assert (problem.line, "seventh" in problem.message) == (4, True)


def test_each_text_stands_for_itself_where_that_is_asked_for() -> None:
    [put] = assemble([made("first", BODY), made("second", LATER)], {}, {}, each=True).stories
    assert [a.id for a in put.articles] == ["first", "second"]
