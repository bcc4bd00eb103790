"""What an explanation says of a report has to be so, and its words have to stand there."""

from __future__ import annotations

from typing import Any

import pytest

from variorum.collation.findings.phrasing import quoted
from variorum.model import Words

CRACKS = "Engineers of the harbour office found deep cracks in the old iron pillars"
FERRY = "a small ferry will carry the passengers across the river until the autumn"


def test_a_word_in_another_part_of_a_quotation_is_not_left_out(collate: Any) -> None:
    one = (
        "Anyone who looked for “progress, let alone quick progress” was being “foolish”, Foreign "
        "Minister Lena Marsh said on the eve of the meeting."
    )
    broken = (
        "It would be “foolish,” Foreign Minister Lena Marsh said on the eve of the meeting, to "
        "expect “progress, let alone quick progress.”"
    )
    found = collate(a=one, b=broken)
    (finding,) = found.of("quote-variant")
    texts = {a.id: a.text for a in found.story.articles}
    base = finding.readings[finding.variants[0].base]
    gone = [c.base for v in finding.variants for c in v.changes if c.op == "left-out"]
    assert "foolish" not in [texts[base.article][slice(*span)] for span in gone]
    assert "stops after" not in finding.explanation
    assert "“foolish … progress, let alone quick progress”" in finding.explanation


def test_a_quotation_broken_by_its_speaker_loses_no_word(collate: Any) -> None:
    one = "“We have no money to mend the bridge before the winter storms,” Lena Marsh said."
    broken = "“We have no money,” Lena Marsh said, “to mend the bridge before the winter storms.”"
    assert not collate(a=one, b=broken).of("quote-variant")
    lost = "“We have no money,” Lena Marsh said, “to mend the bridge.”"
    (finding,) = collate(a=one, b=lost).of("quote-variant")
    assert {v.how for v in finding.variants} == {("pieces",)}
    assert "only at" not in finding.explanation


def test_the_next_sentence_of_a_quotation_is_looked_into(collate: Any) -> None:
    one = (
        "“Let us not leap to conclusions, it takes a season to judge the harbour,” Lena Marsh said."
    )
    broken = (
        "“Let us not leap into judgements,” Lena Marsh said of the letter. “It takes a season to "
        "judge the harbour.”"
    )
    (finding,) = collate(a=one, b=broken).of("quote-variant")
    assert "begins only at" not in finding.explanation
    assert "with other words" in finding.explanation
    assert "Let us not leap into judgements … It takes a season" in finding.explanation


def test_a_part_that_is_not_printed_is_still_left_out(collate: Any) -> None:
    one = "“We have no money to mend the bridge before the winter storms,” Lena Marsh said."
    cut = "“We have no money,” Lena Marsh said, and spoke of “a cold season”."
    (finding,) = collate(a=one, b=cut).of("quote-variant")
    assert "stops after" in finding.explanation


def test_shared_text_with_its_parts_exchanged_is_no_small_difference(collate: Any) -> None:
    found = collate(a=f"{CRACKS}, and {FERRY}.", b=f"{FERRY.capitalize()}: {CRACKS.lower()}.")
    (finding,) = found.of("shared-text")
    assert "another order" in finding.explanation


def test_who_has_but_a_part_of_a_shared_passage_is_named(collate: Any) -> None:
    whole = f"{CRACKS}, and {FERRY}."
    found = collate(a=whole, b=whole.replace("small", "new"), c=f"{CRACKS}, it said.")
    (finding,) = found.of("shared-text")
    assert finding.explanation.startswith("A Post (A) and B Post (B) print one passage")
    assert "C Post (C) has only “Engineers of the harbour office" in finding.explanation


def test_copy_is_shown_by_words_that_the_copying_report_has(collate: Any) -> None:
    whole = f"{CRACKS}, and {FERRY}."
    found = collate(
        a=f"The mayor said that {FERRY.replace('small', 'new')}.",
        b=(whole, {"agency": ("North News",)}),
        c=whole,
    )
    (finding,) = (f for f in found.of("attribution") if "C Post (C) has" in f.explanation)
    assert "such as “Engineers of the harbour" in finding.explanation


def test_each_number_is_given_to_the_report_that_has_it(collate: Any) -> None:
    found = collate(
        a="Tens of thousands of Velian soldiers remain camped along the border with Orland.",
        b="Orland's border has lived with some 60,000 soldiers on its far side since the spring.",
        c="Velia has deployed 60,000 soldiers to the Orland border, officials in Marby said.",
    )
    (finding,) = (f for f in found.of("attribution") if "outright" in f.explanation)
    assert "“Tens of thousands” in A Post (A)" in finding.explanation
    assert "“some 60,000” in B Post (B)" in finding.explanation


def test_an_estimate_is_not_stated_outright(collate: Any) -> None:
    found = collate(
        a="By northern estimates some 60,000 Velian soldiers are camped along the Orland border.",
        b="Velia has deployed some 60,000 soldiers along the Orland border, officials in Marby "
        "said.",
    )
    assert [f for f in found.of("attribution") if "outright" in f.explanation] == []


def test_words_in_quotation_marks_are_nobodys_own(collate: Any) -> None:
    found = collate(
        a="Lena Marsh told the fishermen that their demands for the harbour were “simply absurd”.",
        b="Some of the fishermen's demands for the harbour of Marby are “absurd”.",
    )
    assert found.of("attribution") == []


def test_a_denial_is_not_cut_out_of_its_sentence(collate: Any) -> None:
    told = "The harbour authority approved the plan for a new fish market in Marby."
    denied = (
        "After a long night of talks in the town hall, with the fishermen waiting outside in the "
        "rain, the authority did not approve plans for any fish market at the harbour in Marby, "
        "its chairman told them at dawn."
    )
    (finding,) = collate(a=told, b=denied).of("contradiction")
    assert "did not approve" in finding.explanation


def test_a_retelling_is_not_cut_before_its_number(collate: Any) -> None:
    found = collate(
        a="Tuesday's session of the harbour council on the fishing treaty was planned for two "
        "hours and lasted five.",
        b="On the fishing treaty the harbour council's session lasted five hours.",
    )
    said = [r.exact or "" for f in found.of("wording") for r in f.readings if r.article == "a"]
    assert said
    assert all("five" in words for words in said)


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        ("one", "one two three four five … ten eleven twelve"),
        ("eight", "one two … seven eight nine ten eleven twelve"),
        ("seven", "one two … five six seven eight nine ten …"),
    ],
)
def test_what_is_kept_is_not_cut_out(keep: str, expected: str) -> None:
    text = "one two three four five six seven eight nine ten eleven twelve"
    at = text.index(keep)
    assert quoted(text, 8, (at, at + len(keep))) == Words(expected)


def test_who_bears_a_title_is_told_of_each_source(collate: Any) -> None:
    found = collate(
        a="Norwegian Deputy Foreign Minister Peter Keller spoke on Monday.",
        b="Norway's Deputy Foreign Minister Anna Holm spoke on Monday.",
    )
    said = [f.explanation for f in found.of("role") if len(f.actors) == 2]
    assert said == [
        "“Norwegian Deputy Foreign Minister” is Anna Holm in B Post (B) and Peter Keller in "
        "A Post (A)."
    ]


def test_a_retold_sentence_is_cut_inside_no_name_and_before_no_end(collate: Any) -> None:
    one = (
        "The United States warned Norway on Monday of grave tolls if the port of Oslo closes early"
    )
    other = (
        "Diplomats of the United States have warned Norway of heavy tolls should it close the port "
        "of Oslo early, as the ferries want it to"
    )
    (finding,) = collate(a=f"{one}.", b=f"{other}.").of("wording")
    assert [r.exact for r in finding.readings] == [one, other]
