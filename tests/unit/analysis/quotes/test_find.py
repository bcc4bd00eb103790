"""Speakers as actors, tweets, what a cue implies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.analysis.parse import ParsedArticle
from variorum.analysis.quotes import find, implied
from variorum.model import Entity

Parse = Callable[[str], ParsedArticle]


def entity(text: str, name: str, actor: str, metonym_for: str | None = None) -> Entity:
    start = text.index(name)
    return Entity(
        id="", start=start, end=start + len(name), exact=name, by="test", confidence=1.0,
        label="PER", actor=actor, metonym_for=metonym_for,
    )  # fmt: skip


def test_speaker_is_the_actor_the_phrase_is_headed_by(parsed: Parse) -> None:
    text = "Kremlin aide Oleg Babin said the talks had failed."
    mentions = [entity(text, "Kremlin", "kremlin"), entity(text, "Oleg Babin", "oleg-babin")]
    assert [q.speaker for q in find(parsed(text), mentions)] == ["oleg-babin"]


def test_two_speakers_are_a_tuple(parsed: Parse) -> None:
    text = "Anna Kohl and Paul Brandt said the talks had failed."
    mentions = [entity(text, "Anna Kohl", "kohl"), entity(text, "Paul Brandt", "brandt")]
    assert find(parsed(text), mentions)[0].speaker == ("kohl", "brandt")


def test_metonym_speaks_for_its_state(parsed: Parse) -> None:
    text = "Oslo said the talks had failed."
    assert find(parsed(text), [entity(text, "Oslo", "oslo", "norway")])[0].speaker == "norway"


def test_somebody_else_in_the_phrase_is_not_the_speaker(parsed: Parse) -> None:
    text = "Kohl's office said the talks had failed."
    assert find(parsed(text), [entity(text, "Kohl", "kohl")])[0].speaker is None


def test_tweet_is_speech_by_its_author(parsed_tweet: Parse) -> None:
    text = "Good talks in Bergen today. pic.twitter.com/abc — Anna Kohl (@akohl) March 3, 2021"
    (quote,) = find(parsed_tweet(text), [entity(text, "Anna Kohl", "kohl")])
    assert (quote.kind, quote.exact, quote.speaker) == (
        "direct", "Good talks in Bergen today.", "kohl",
    )  # fmt: skip
    assert quote.medium == "tweet"


def test_lexicon_says_what_a_cue_implies() -> None:
    assert implied("deny") == "denying"
    assert implied("say") == "neutral"
    assert implied("bake") is None


def test_a_missing_mark_costs_certainty(parsed: Parse) -> None:
    (whole,) = find(parsed('Anna Kohl said: "The ferry is late."'), [])
    (torn,) = find(parsed('Anna Kohl said: "The ferry is late.'), [])
    assert torn.confidence < whole.confidence


def test_speech_within_speech_is_a_quote_of_its_own(parsed: Parse) -> None:
    text = "“My boss told me, ‘Go home now,’ and I did,” Anna Kohl said."
    outer, inner = find(parsed(text), [])
    assert (inner.exact, inner.cue) == ("Go home now,", "told")
    assert outer.start < inner.start < inner.end < outer.end


def test_name_in_apposition_is_the_speaker(parsed: Parse) -> None:
    text = "Her Danish counterpart, Anna Kohl, said the talks had failed."
    mentions = [entity(text, "Danish counterpart", "brandt"), entity(text, "Anna Kohl", "kohl")]
    assert find(parsed(text), mentions)[0].speaker == "kohl"


def test_day_before_the_name_is_no_part_of_the_speaker(parsed: Parse) -> None:
    text = 'On Tuesday Anna Kohl, who leads the party, called it "a quick and easy peace".'
    (quote,) = find(parsed(text), [])
    assert quote.speaker_span == (text.index("Anna"), text.index(", who"))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Anna Kohl wants to resume the talks.", "matter"),
        ("Anna Kohl sees the plan as a mistake.", "matter"),
        ("Anna Kohl called the plan a mistake.", "clause"),
        ("Anna Kohl offered to resume the talks.", "clause"),
    ],
)
def test_what_somebody_wants_or_holds_is_no_statement(
    parsed: Parse, text: str, content: str
) -> None:
    assert [quote.content for quote in find(parsed(text), [])] == [content]
