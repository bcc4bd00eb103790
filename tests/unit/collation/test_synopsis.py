"""Readings in columns: which words stand under which, and what is missing, changed or added."""

from __future__ import annotations

from variorum.collation.synopsis import Piece, aligned, closest

WHOLE = "The dam will hold until spring, and then we shall see."
CUT = "The dam will hold until spring"
CHANGED = "The old dam could hold until summer, and then we shall see."


def shown(piece: Piece) -> str:
    words = " ".join(w for w in (piece.before, piece.words, piece.added) if w)
    return f"{piece.how} {words or piece.missing} over {piece.over}"


def test_columns_are_cut_where_any_reading_parts_from_the_base() -> None:
    made = aligned([WHOLE, CUT, CHANGED], base=0)
    whole, cut, changed = made.pieces
    assert made.columns == sum(p.over for p in whole) == sum(p.over for p in cut)
    assert [shown(p) for p in changed] == [
        "same The old over 1", "same dam over 1", "changed could over 1",
        "same hold until over 1", "changed summer, over 1", "same and then we shall see. over 1",
    ]  # fmt: skip
    assert [shown(p) for p in cut][-2:] == ["same spring over 1", "left-out 5 over 1"]


def test_a_gap_lies_over_all_the_columns_that_are_missing() -> None:
    made = aligned([WHOLE, CHANGED, "We shall see."], base=0)
    first = made.pieces[2][0]
    assert (first.how, first.missing, first.over) == ("left-out", 8, made.columns - 1)


def test_a_small_word_alone_between_two_changes_makes_no_cut() -> None:
    made = aligned(["red boats and green carts", "old horses and tired dogs"], base=0)
    assert [shown(p) for p in made.pieces[1]] == ["changed old horses and tired dogs over 1"]


def test_the_base_is_the_fullest_or_the_one_that_most_is_told_with() -> None:
    readings = [("a", CUT), ("b", WHOLE), ("c", f"{CUT}, said the mayor of the town by the lake.")]
    assert closest(readings, fullest=True)[0] == 2
    assert closest(readings, fullest=False)[0] == 0


def test_of_an_articles_readings_the_one_most_like_the_base_stands_under_it() -> None:
    other = "Bakers worked through the night, and the oven of the inn was lit for the first time."
    assert closest([("a", WHOLE), ("b", other), ("b", CUT), ("c", WHOLE)], fullest=False) == [
        0, 2, 3,
    ]  # fmt: skip
