from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from variorum.reading.stamps import find_stamps, parse_stamp

FIXTURE = "stamps.txt"


def test_stamps(case: tuple[str, str]) -> None:
    text, expected = case
    country, _, stamp = text.rpartition(": ") if text[2:4] == ": " else ("", "", text)
    assert (parse_stamp(stamp, country or None) or "none") == expected


PARTS = st.sampled_from(
    [
        "Jan ",
        "11",
        "/",
        "2022",
        " 20:17",
        " PM",
        " IST",
        ", ",
        "Sunday ",
        "-",
        "T",
        "Z",
        ".",
        " of ",
    ]
)


@given(st.text() | st.lists(PARTS).map("".join))
def test_stamps_are_disjoint_and_valid_iso_8601(text: str) -> None:
    reached = 0
    for stamp in find_stamps(text):
        assert reached <= stamp.start < stamp.end <= len(text)
        reached = stamp.end
        if value := stamp.value("IN"):
            datetime.fromisoformat(value)


def test_a_range_is_the_words_of_the_stamp() -> None:
    text = "World Sunday 09/January/2022 17:41 PM, by Harbour Desk"
    (stamp,) = find_stamps(text)
    assert text[stamp.start : stamp.end] == "Sunday 09/January/2022 17:41 PM"
