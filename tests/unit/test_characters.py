"""What no output may hold becomes one other character; everything else stays."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.characters import plain, plain_json, visible

NONE = (
    "\x00\x08\x0b\x0c\x0e\x1b\x1f\x7f\x80\x85\x9f\ud800\udfff"
    "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"
)
STAY = (
    "\t\n\r ~\xa0\xad\u200b\u200d\u202e\u2028\ud7ff\ue000\ufdcf\ufdf0\ufffd\U00010000\U0001fffd😀"
)


@pytest.mark.parametrize("character", NONE)
def test_what_is_no_character_is_replaced_one_for_one(character: str) -> None:
    assert plain(f"a{character}{character}b") == "a\ufffd\ufffdb"


@pytest.mark.parametrize("character", STAY)
def test_what_a_reader_may_need_stays(character: str) -> None:
    assert plain(f"a{character}b") == f"a{character}b"


@given(st.text(st.characters()) | st.text(st.sampled_from(NONE + '\\"ubf/n0')))
def test_json_is_read_back_without_them(text: str) -> None:
    said = json.dumps({text: [text]}, ensure_ascii=False)
    assert json.loads(plain_json(said)) == {plain(text): [plain(text)]}


def test_a_terminal_obeys_no_text() -> None:
    assert visible("a\x1b[31m\x9b2J\u202eb\u2066") == "a\ufffd[31m\ufffd2J\ufffdb\ufffd"
    assert visible("naïve “words”\n") == "naïve “words”\n"
