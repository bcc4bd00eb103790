"""Whose voice a report tells something in; whether a quotation lost anything."""

from __future__ import annotations

from typing import Any

import pytest

SAID = "The dredger had no licence to work inside the harbour, the union’s lawyer, Pia Roth, said."


@pytest.mark.parametrize("own", [
    "The dredger had no licence to work inside the harbour.",
    "The old dredger had no licence to work inside the harbour.",
])  # fmt: skip
def test_what_one_states_and_another_has_from_somebody(collate: Any, own: str) -> None:
    (finding,) = collate(a=f"News of the quay. {own}", b=f"A quarrel. {SAID}").of("attribution")
    assert "in its own voice" in finding.explanation


@pytest.mark.parametrize("governed", [
    "The union said the dredger had no licence to work inside the harbour.",
    "According to the union, the dredger had no licence to work inside the harbour.",
    "The dredger allegedly had no licence to work inside the harbour.",
    "The union spoke of a scandal and added on Monday that the dredger had no licence to work "
    "inside the harbour.",
    "The dredger had no licence to work inside the harbour, by the lawyer’s statement.",
])  # fmt: skip
def test_an_attributed_sentence_is_nobodys_own_voice(collate: Any, governed: str) -> None:
    found = collate(a=f"News of the quay. {governed}", b=f"A quarrel. {SAID}")
    assert not [f for f in found.of("attribution") if "own voice" in f.explanation]


def test_speech_carries_on_into_the_next_sentence(collate: Any) -> None:
    carried = (
        "The captain was asleep, the lawyer Pia Roth said. The dredger had no licence to work "
        "inside the harbour."
    )
    assert not collate(a=carried, b=f"A quarrel. {SAID}").of("attribution")


def test_other_spelling_within_the_marks_is_for_the_record(collate: Any) -> None:
    one = "“We must organise the labour of the harbour before the E.U. does,” Lena Marsh said."
    other = "“We must organize the labor of the harbor before the EU does,” Lena Marsh said."
    (finding,) = collate(a=one, b=other).of("quote-variant")
    assert finding.salience == 1


def test_two_vows_of_two_days_are_two_statements(collate: Any) -> None:
    one = "On Monday Lena Marsh vowed “not to let these barges rot in the old basin”."
    other = "On Friday, at a rally, Lena Marsh swore “not to let these barges near us”."
    assert not collate(a=one, b=other).of("quote-variant")


def test_a_word_used_of_two_things_is_no_statement_twice(collate: Any) -> None:
    one = "Lena Marsh told reporters that she was “quite proud” of the pilots."
    other = "“The children walked home proud and dry after the parade,” Lena Marsh said."
    assert not collate(a=one, b=other).of("quote-variant")


@pytest.mark.parametrize("own", [
    "More than 40,000 anglers are eligible to fish in the lower harbour.",
    "All 40,000 anglers must fill in a form to fish in the lower harbour.",
])  # fmt: skip
@pytest.mark.parametrize("said", [
    "Almost all of the 40,000 anglers eligible came to the lower harbour, the warden said.",
    "Most of the 40,000 anglers have filled in a form for the lower harbour, the warden said.",
])  # fmt: skip
def test_what_a_speaker_takes_as_known_is_not_on_his_word(
    collate: Any, own: str, said: str
) -> None:  # fmt: skip
    assert not collate(a=f"News of fish. {own}", b=f"A count. {said}").of("attribution")


def test_a_number_that_a_speaker_gives_is_on_his_word(collate: Any) -> None:
    own = "More than 40,000 anglers came to fish in the lower harbour on Sunday."
    said = "On Sunday 40,000 anglers came to fish in the lower harbour, the warden said."
    assert collate(a=f"News of fish. {own}", b=f"A count. {said}").of("attribution")
