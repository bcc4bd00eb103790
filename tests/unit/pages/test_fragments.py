"""Readings at a glance: bold is what differs, and what is cut away never is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.pages.fragments import LONGEST, Place, fragments


def shown(*readings: tuple[str, str]) -> list[str]:
    """Each fragment with stars around what differs; a reading is given in its sentence."""
    places = []
    for sentence, words in readings:
        start = sentence.index(words)
        places.append(Place(sentence, start, start + len(words), (0, len(sentence))))
    return [
        " ".join(f"*{words}*" if differs else words for words, differs in parts)
        for parts in fragments(places)
    ]


def test_a_number_differs_and_its_noun_does_not() -> None:
    assert shown(
        ("He counted 40 boats.", "40 boats"), ("There were about 300 boats.", "about 300 boats")
    ) == ["He counted *40* boats.", "There were *about 300* boats."]


def test_what_only_two_of_three_share_differs() -> None:
    readings = [(words, words) for words in ("more than 900", "about 900", "dozens")]
    assert shown(*readings) == ["*more than 900*", "*about 900*", "*dozens*"]


def test_the_same_words_in_other_cases_and_marks_do_not_differ() -> None:
    assert shown(("“The pier fell,”", "The pier fell"), ("the pier fell", "the pier fell")) == [
        "“The pier fell,”", "the pier fell",
    ]  # fmt: skip


def test_long_readings_that_share_nothing_are_not_all_bold() -> None:
    assert shown(("one two three four", "one two three four"), ("a b c d", "a b c d")) == [
        "one two three four", "a b c d",
    ]  # fmt: skip


def test_what_differs_at_the_far_end_is_what_is_shown() -> None:
    same = "the council met on the quay in the rain and spoke of the ferry for hours and hours " * 2
    [one, other] = shown((f"{same}then voted.", f"{same}then voted."),
                         (f"{same}then left.", f"{same}then left."))  # fmt: skip
    assert one.endswith("*voted.*")
    assert other.endswith("*left.*")
    assert len(one) <= LONGEST + 2


def test_no_fragment_ends_in_a_small_word_that_leaves_something_open() -> None:
    counted = "Twice as many ferries were counted at the quay of the old harbour on that morning"
    [one, _other] = shown((f"{counted} as they had to do it on all of them", "Twice"),
                          ("Once", "Once"))  # fmt: skip
    assert one.endswith("they")
    [one, _other] = shown((f"{counted} as they had to", "Twice"), ("Once", "Once"))
    assert one.endswith("they had to")
    [whole, _other] = shown(("He gave it to us", "gave"), ("took", "took"))
    assert whole.endswith("to us")


def test_what_one_report_says_twice_is_compared_with_the_others() -> None:
    texts = ("the pier fell", "the pier", "the pier fell")
    places = [Place(t, 0, len(t), (0, len(t)), by) for t, by in zip(texts, "AAB", strict=True)]
    assert fragments(places)[0] == [("the pier fell", False)]
    assert fragments(places)[2] == [("the pier", False), ("fell", True)]


@given(st.lists(st.text(alphabet="ab .“", min_size=1, max_size=300), min_size=1, max_size=4))
def test_a_fragment_is_a_stretch_of_its_sentence(texts: list[str]) -> None:
    for text, parts in zip(
        texts, fragments([Place(t, 0, len(t), (0, len(t))) for t in texts]), strict=True
    ):
        words = " ".join(words for words, _differs in parts)
        assert words in " ".join(text.split())
        assert len(words) <= LONGEST or " " not in words
