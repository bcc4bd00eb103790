"""What was added, dropped, changed and moved between two versions, and the note that says so."""

from __future__ import annotations

import pytest

from variorum.collation.revisions import note_of, passages
from variorum.model import Article
from variorum.reading import read_bytes

WEIR = "The weir at Ondley gave way on Monday night after three days of heavy rain."
BOATS = "Forty families were taken to the school on the hill, in boats and carts."
MILL = "The mill stays shut until somebody has looked at the gates, said its owner."


def made(*paragraphs: str, title: str = "Weir gives way") -> Article:
    text = "\n\n".join((f"# {title}", *paragraphs))
    return read_bytes(text.encode(), "weir/a.md", "weir", id="a")


def told(earlier: Article, later: Article) -> list[tuple[str, str, str]]:
    """How each paragraph fared, with its first word in either version."""

    def first(article: Article, block: object) -> str:
        return article.text[block.start : block.end].split()[0] if block else ""  # type: ignore

    return [
        (p.how, first(earlier, p.before), first(later, p.after)) for p in passages(earlier, later)
    ]


def test_each_paragraph_is_the_same_changed_added_or_dropped() -> None:
    bakers = "Bakers worked through the night to feed all who had come."
    before = made(WEIR, BOATS, MILL)
    after = made(WEIR, BOATS.replace("Forty", "Fifty"), bakers, title="Ondley under water")
    assert told(before, after) == [
        ("changed", "Weir", "Ondley"), ("same", "The", "The"), ("changed", "Forty", "Fifty"),
        ("dropped", "The", ""), ("added", "", "Bakers"),
    ]  # fmt: skip


def test_a_paragraph_in_another_place_is_moved_and_told_once() -> None:
    assert sorted(how for how, *_ in told(made(WEIR, BOATS, MILL), made(MILL, WEIR, BOATS))) == [
        "moved", "same", "same", "same",
    ]  # fmt: skip


def test_the_words_that_changed_are_marked_in_both() -> None:
    before, after = made(BOATS), made(BOATS.replace("Forty", "Fifty-two"))
    [changed] = [p for p in passages(before, after) if p.how == "changed"]
    words = [
        [text[slice(*span)] for span, _how in side]
        for text, side in zip((before.text, after.text), changed.apart, strict=True)
    ]
    assert words == [["Forty"], ["Fifty-two"]]


@pytest.mark.parametrize(
    "note",
    [
        "This story has been updated to correct the number of families.",
        "An earlier version of this report said that forty families had fled.",
        "Correction: the weir gave way on Monday, not on Sunday.",
    ],
)
def test_a_note_says_that_a_text_was_changed(note: str) -> None:
    assert note_of(made(WEIR, BOATS, note)) == note


@pytest.mark.parametrize(
    "words",
    [
        "The board updated its rules for the gates last summer.",
        "He told the paper that this story of a flood was an old one.",
    ],
)
def test_what_is_no_note(words: str) -> None:
    assert note_of(made(WEIR, words)) == ""
