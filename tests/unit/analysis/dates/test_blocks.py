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
