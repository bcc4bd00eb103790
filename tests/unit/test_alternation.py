"""Words of a list as one pattern."""

from __future__ import annotations

import re

import pytest

from variorum.alternation import one_of

WORDS = ["AP", "AP Photo", "Agence Norn", "Agence Nornand", "a.b", "Nornand"]


@pytest.mark.parametrize("text", [*WORDS, "AP Pho", "Agence Nornan", "axb", "Norn", ""])
def test_the_longest_word_is_found_and_nothing_else(text: str) -> None:
    found = re.compile(one_of(WORDS)).match(text)
    plain = re.compile("|".join(map(re.escape, sorted(WORDS, key=len, reverse=True)))).match(text)
    assert (found and found[0]) == (plain and plain[0])


def test_a_shorter_word_is_taken_where_what_follows_asks_for_it() -> None:
    assert re.fullmatch(rf"(?:{one_of(['two', 'two and'])}) and three", "two and three")


def test_a_character_may_stand_for_more_than_itself() -> None:
    pattern = re.compile(one_of(["o'clock", "of the clock"], {"'": "['’]", " ": r"\s+"}))
    assert pattern.fullmatch("o’clock")
    assert pattern.fullmatch("of \n the clock")
    assert not pattern.fullmatch("ofthe clock")
