"""What the kind of a block has to say: captions tell the past, tweets have a day of their own."""

from __future__ import annotations

import pytest

from variorum.analysis.dates import find
from variorum.analysis.parse import load_model, parse
from variorum.model import Article, Block, DateRef, Metadata


def found(kind: str, text: str, published: str | None) -> list[DateRef]:
    blocks = (Block(kind, 0, len(text)),)
    article = Article("a", "a", "s", text, Metadata(published=published), blocks)
    (parsed,) = parse([article], load_model())
    return find(parsed)


@pytest.mark.parametrize(
    ("kind", "value"), [("caption", "2022-01-07"), ("paragraph", "2022-01-14")]
)
def test_the_present_tense_of_a_caption_is_past(kind: str, value: str) -> None:
    (ref,) = found(kind, "The minister visits the harbour on Friday.", "2022-01-11")
    assert ref.value == value


def test_a_tweet_counts_from_its_own_day() -> None:
    text = "We shall speak again tomorrow. The harbour office, January 7, 2022"
    tomorrow, printed = found("tweet", text, "2022-01-11")
    assert (tomorrow.value, tomorrow.anchor) == ("2022-01-08", "2022-01-07")
    assert printed.value == "2022-01-07"


def test_a_tweet_without_a_day_counts_from_the_article() -> None:
    (tomorrow,) = found("tweet", "We shall speak again tomorrow.", "2022-01-11")
    assert tomorrow.value == "2022-01-12"


def test_a_stamp_is_annotated_too() -> None:
    (ref,) = found("stamp", "Updated: Jan 27, 2022, 08:24 PM IST", "2022-01-27T20:24+05:30")
    assert (ref.kind, ref.value, ref.zone[0]) == ("time", "2022-01-27T20:24", "+05:30")


def test_offsets_are_those_of_the_article() -> None:
    text = "A headline.\n\nEnvoys met on Monday."
    blocks = (Block("headline", 0, 11), Block("paragraph", 13, len(text)))
    article = Article("a", "a", "s", text, Metadata(published="2022-01-11"), blocks)
    (parsed,) = parse([article], load_model())
    (ref,) = find(parsed)
    assert text[ref.start : ref.end] == ref.exact == "Monday"


def test_days_later_under_a_heading_of_a_day_is_counted_from_the_heading_before() -> None:
    lines = [
        ("subhead", "Oslo, May 10"),
        ("paragraph", "The envoys met at the harbour."),
        ("subhead", "Bergen, May 12"),
        ("paragraph", "Two days later they met again."),
    ]
    blocks, start = [], 0
    for kind, line in lines:
        blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 2
    text = "\n\n".join(line for _, line in lines)
    article = Article("a", "a", "s", text, Metadata(published="2023-05-20"), tuple(blocks))
    (parsed,) = parse([article], load_model())
    assert [r.value for r in find(parsed)] == ["2023-05-10", "2023-05-12", "2023-05-12"]


def test_the_next_day_of_a_speaker_is_less_sure() -> None:
    plain = found("paragraph", "They met on Monday. The next day they left.", "2022-01-13")
    said = found("paragraph", "They met on Monday. “Ask me the next day,” she said.", "2022-01-13")
    assert said[1].value == plain[1].value
    assert said[1].confidence < plain[1].confidence
