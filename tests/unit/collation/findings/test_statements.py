"""Quotations: what is one statement, and what only looks like it."""

from __future__ import annotations

from typing import Any

from variorum.words.speech import ENGLISH

WHOLE = (
    "“We never agreed to close the harbour before the autumn fishing season ends,” "
    "Harbour Minister Lena Marsh said on Tuesday."
)


def test_a_clipped_quotation_is_a_variant_of_the_whole(collate: Any) -> None:
    cut = "“We never agreed to close the harbour,” Harbour Minister Lena Marsh said."
    (finding,) = collate(a=WHOLE, b=cut).of("quote-variant")
    assert finding.salience == 3
    assert [v.how for v in finding.variants] == [("clipped-right",)]
    assert "A Post (A)" in finding.explanation
    assert "We never agreed to close the harbour" in finding.explanation
    base = finding.readings[finding.variants[0].base]
    assert (base.exact or "").startswith("We never agreed to close the harbour before the autumn")


def test_a_clipped_beginning_is_told_from_a_clipped_end(collate: Any) -> None:
    cut = "Lena Marsh said it would not happen “before the autumn fishing season ends”."
    (finding,) = collate(a=WHOLE, b=cut).of("quote-variant")
    assert [v.how for v in finding.variants] == [("clipped-left",)]


def test_an_exchanged_word_is_marked_word_by_word(collate: Any) -> None:
    other = WHOLE.replace("agreed", "promised")
    found = collate(a=WHOLE, b=other)
    (finding,) = found.of("quote-variant")
    (variant,) = finding.variants
    texts = {a.id: a.text for a in found.story.articles}
    changed = [c for c in variant.changes if c.op == "changed"]
    base, mine = finding.readings[variant.base], finding.readings[variant.reading]
    assert [texts[base.article][slice(*c.base)] for c in changed] == ["agreed"]
    assert [texts[mine.article][slice(*c.variant)] for c in changed] == ["promised"]


def test_capitals_alone_are_an_orthographic_variant(collate: Any) -> None:
    one = "“The Unesco report is wrong about our harbour wall,” Lena Marsh said."
    (finding,) = collate(a=one, b=one.replace("Unesco", "UNESCO")).of("quote-variant")
    assert finding.salience == 1
    assert not finding.variants[0].substantive


def test_other_quotation_marks_are_no_variant(collate: Any) -> None:
    one = "“We never agreed to close the old harbour,” Lena Marsh said."
    other = '"We never agreed to close the old harbour," Lena Marsh said.'
    assert collate(a=one, b=other).of("quote-variant") == []


def test_quotations_of_one_statement_share_an_utterance(collate: Any) -> None:
    cut = "“We never agreed to close the harbour,” Lena Marsh said."
    found = collate(a=WHOLE, b=cut)
    (finding,) = found.of("quote-variant")
    quotes = [q for listed in found.story.annotations.values() for q in listed if q.type == "quote"]
    assert {q.utterance for q in quotes} == {finding.utterance}


def test_two_men_who_call_things_naive_are_not_one(collate: Any) -> None:
    one = "“It would be naive to expect a quick vote,” Mayor Peter Holm said on Monday."
    other = "“It would be naive to trust the builders,” engineer Karl Brandt said on Friday."
    found = collate(a=one, b=other)
    assert found.of("quote-variant") == []
    assert found.of("attribution") == []
    (distinct,) = found.story.findings.distinct
    assert "Peter Holm" in ENGLISH.clause(distinct.reason)
    assert "Karl Brandt" in ENGLISH.clause(distinct.reason)


def test_one_man_on_two_days_is_not_one_statement(collate: Any) -> None:
    one = "“There is not much reason for optimism,” Mayor Peter Holm said."
    other = "“There are no grounds for optimism here,” Mayor Peter Holm said."
    found = collate(
        a=(one, {"published": "2023-05-10"}), b=(other, {"published": "2023-06-20"})
    )  # fmt: skip
    assert found.of("quote-variant") == []
    assert found.story.findings.utterances == {}


def test_the_same_words_of_two_speakers_are_an_attribution(collate: Any) -> None:
    one = "“We never agreed to close the old harbour this year,” Lena Marsh said."
    other = "“We never agreed to close the old harbour this year,” Peter Holm said."
    found = collate(a=one, b=other)
    (finding,) = found.of("attribution")
    assert finding.salience == 3
    assert "Lena Marsh" in finding.explanation
    assert "Peter Holm" in finding.explanation
    assert found.of("quote-variant") == []


def test_who_has_it_whole_is_not_told_to_cut_it(collate: Any) -> None:
    again = f"{WHOLE}\n“We never agreed to close the harbour,” Marsh repeated."
    cut = "“We never agreed to close the harbour,” Harbour Minister Lena Marsh said."
    (finding,) = collate(a=again, b=cut).of("quote-variant")
    assert "A Post (A) has Lena Marsh saying" in finding.explanation
    assert "A Post (A) stops" not in finding.explanation
    assert "B Post (B) stops" in finding.explanation


def test_quotations_that_are_one_are_not_kept_apart_by_another_part(collate: Any) -> None:
    one = (
        "It would be “foolish,” Foreign Minister Lena Marsh said on 2 May, to expect “progress, "
        "let alone quick progress.”"
    )
    other = (
        "Anyone who looked for “progress, let alone quick progress” was being “foolish”, Foreign "
        "Minister Lena Marsh said on the eve of the meeting."
    )
    found = collate(a=(one, {"published": "2023-05-22"}), b=(other, {"published": "2023-05-22"}))
    assert found.of("quote-variant")
    assert found.story.findings.distinct == ()
