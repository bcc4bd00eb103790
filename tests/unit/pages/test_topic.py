"""What a story without a title is called, and what its headlines share."""

from __future__ import annotations

from variorum.analysis.parse import load_model
from variorum.edition import Story, analysed, assemble
from variorum.pages.topic import folder_name, shared_by_headlines
from variorum.reading import read_bytes

BODY = "\n\nMay 4, 2021\n\nThe ministers met on Monday and said that they would answer soon.\n"


def story(*headlines: str) -> Story:
    articles = [
        read_bytes(f"{said}{BODY}".encode(), f"{n}.txt", "wool", id=str(n))
        for n, said in enumerate(headlines)
    ]
    [made] = analysed(assemble(articles, {}, {}).stories, load_model)
    return made


def test_words_and_names_of_several_headlines_are_shared_and_those_of_one_are_not() -> None:
    made = story(
        "Canada and Mexico vow to answer tariffs on wool",
        "Tariff on wool angers Mexico",
        "Canada weighs lower tariffs",
    )
    assert shared_by_headlines(made) == {
        "words": ["tariffs", "wool"], "names": ["Canada", "Mexico"],
    }  # fmt: skip


def test_a_lone_headline_shares_nothing() -> None:
    made = story("Canada vows to answer tariffs on wool")
    assert shared_by_headlines(made) == {"words": [], "names": []}


def test_a_folder_is_called_as_words() -> None:
    assert folder_name("trade/steel-and_wool") == "steel and wool"
    assert folder_name("") is None
