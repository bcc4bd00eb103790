"""What headlines have alone, and what their articles lead with."""

from __future__ import annotations

import pytest
from tests.unit.collation.findings.conftest import Collate

from variorum.collation.findings.headlines import own_words


def own(*headlines: tuple[str, str]) -> list[list[str]]:
    spans = own_words(headlines)
    return [[h[a:b] for a, b in listed] for (_, h), listed in zip(headlines, spans, strict=True)]


def test_a_word_that_no_other_outlet_has_is_ones_own() -> None:
    assert own(
        ("Post", "Council closes ferry over rust"), ("Mail", "Ferry to Orle closed")
    ) == [["Council", "rust"], ["Orle"]]  # fmt: skip


def test_two_headlines_of_one_outlet_share_what_is_its_own() -> None:
    assert own(
        ("Post", "Ferry chaos"), ("Post", "Chaos goes on"), ("Mail", "Ferry stops")
    ) == [["chaos"], ["Chaos", "goes"], ["stops"]]  # fmt: skip


def test_endings_numbers_and_hyphens() -> None:
    assert own(
        ("Post", "Orle-Brandt line: 12 trains stop"),
        ("Mail", "‘Brandt’s’ train stopped; Orle waits"),
    ) == [["line", "12"], ["waits"]]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The council, which met at noon, closed the ferry on Friday.",
            ["The council", "closed the ferry on Friday"],
        ),
        (
            "The council said on Friday that the ferry will stay closed, because rust was found.",
            ["The council said on Friday that the ferry will stay closed"],
        ),
        ("A long night in the harbour of Orle.", []),
    ],
)
def test_the_words_of_a_first_sentence_that_tell_who_does_what(
    collate: Collate, text: str, told: list[str]
) -> None:
    found = collate(post=f"Picture: The pier sank.\n{text} Nobody was hurt.", mail="Rain fell.")
    (lead,) = (x for x in found.story.findings.leads if x.sentence.article == "post")
    assert lead.sentence.exact == text
    assert [r.exact for r in lead.told] == told
