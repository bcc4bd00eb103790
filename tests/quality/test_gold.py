"""The gold's notation is read, and its words are found where they were meant."""

from __future__ import annotations

import pytest

from tests.quality.gold import GoldError, read_gold

TEXT = """\
Ada Lane opens the dam

“The dam,” said Lane’s aide, “holds.” Lane agreed that the dam-keeper had left the dam.

In Moss-Lane nobody asked.
"""


def found(source: str) -> list[str]:
    """The words that each line of the gold is found to mean."""
    return [
        " + ".join(TEXT[start:end] for start, end in gold.spans) for gold in read_gold(source, TEXT)
    ]


def test_words_are_looked_for_in_the_paragraph_named() -> None:
    (gold,) = read_gold('== "The dam\nentity PER lane | Lane', TEXT)
    assert gold.start == TEXT.index("Lane’s")


def test_the_same_words_again_are_the_next_place() -> None:
    first, second = read_gold('== "The dam\nentity PER a | Lane\nentity PER b | Lane', TEXT)
    assert (first.start, second.start) == (TEXT.index("Lane’s"), TEXT.index("Lane agreed"))


def test_an_indented_line_is_inside_the_one_before() -> None:
    assert found("== Ada\nentity PER a | Ada Lane\n  entity PER b | Lane") == ["Ada Lane", "Lane"]
    with pytest.raises(GoldError):
        found("== Ada\nentity PER a | Ada Lane\nentity PER b | Lane")


def test_ranges_of_a_broken_quotation() -> None:
    assert found('== "The dam\nquote direct aide | The dam + holds') == ["The dam + holds"]


def test_a_range_from_its_first_to_its_last_words() -> None:
    assert found('== "The dam\nquote indirect lane | the dam-keeper ... left') == [
        "the dam-keeper had left"
    ]


def test_choices_and_several_actors() -> None:
    (gold,) = read_gold("== Ada\n?ref a+b/- | Ada", TEXT)
    assert gold.optional
    assert gold.actors == (frozenset({"a", "b"}), frozenset())


@pytest.mark.parametrize(
    "source",
    [
        "== Nowhere\nentity PER a | Ada",
        "== Ada\nentity PER a | Grace",
        "== Ada\nentity PER a",
        "== Ada\nentity PER | Ada",
        "== Ada\nplace PER a | Ada",
        "== In Moss\nentity PER a | Lane",
    ],
)
def test_what_cannot_be_read_or_found_is_an_error(source: str) -> None:
    with pytest.raises(GoldError, match="gold:"):
        read_gold(source, TEXT)
