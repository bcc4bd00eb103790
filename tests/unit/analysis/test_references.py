"""What stands for a named actor: every case of tests/fixtures/references.txt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.naming import Case, article, cases, linked

from variorum.analysis import entities, references, roles
from variorum.analysis.parse import ParsedArticle, load_model, parse
from variorum.collation.actors import Linked, link
from variorum.model import Reference


def resolved(only: ParsedArticle, found: Linked) -> list[Reference]:
    named = found.entities["a"]
    return references.find(only, named, found.actors, roles.find(only, named))


def found_in(text: str) -> list[Reference]:
    (only,), found = linked(text)
    return resolved(only, found)


def shown(reference: Reference) -> str:
    actor = reference.actor
    return f"{reference.exact} = {actor if isinstance(actor, str) else ' '.join(actor or ())}"


@pytest.mark.parametrize("case", cases("references.txt"), ids=lambda c: c.title)
def test_references(case: Case) -> None:
    assert [shown(r) for r in found_in(case.given)] == case.expected


@pytest.mark.xfail(strict=True, reason="the weather is not told from what a country is")
def test_it_is_cold_stands_for_nobody_in_what_a_country_says() -> None:
    assert found_in("Bolivia says it is cold and it seems late.") == []


def test_a_reference_says_how_it_was_resolved() -> None:
    (she,) = found_in("Marta Oliveira spoke first. She was brief.")
    assert (she.by, 0 < she.confidence < 1) == ("only-person", True)


def test_a_headline_has_nobody_before_it() -> None:
    text = "Marta Oliveira wins\n\nShe wins again\n\nNobody spoke."
    (only,) = parse([article(text, kinds={"She wins again": "headline"})], load_model())
    found = link([only], {"a": entities.find(only)})
    assert resolved(only, found) == []


WORDS = [
    "he",
    "she",
    "his",
    "her",
    "who",
    "its",
    "it",
    "they",
    "them",
    "which",
    "the",
    "alliance",
    "minister",
    "diplomat",
    "Russian",
    "both",
    "diplomats",
    "counterpart",
    ",",
    ".",
    "\n\n",
    "said",
    "that",
    "and",
    '"',
    "“",
    "”",
    "Marta",
    "Oliveira",
    "Viktor",
    "Tarasov",
    "NATO",
    "Minister",
    "envoy",
    "(",
    "",
    "Kyiv",
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=30).map(" ".join))
def test_any_text_gives_verified_ranges(text: str) -> None:
    (only,), found = linked(text)
    said = resolved(only, found)
    ids = {a.id for a in found.actors}
    for r in said:
        assert text[r.start : r.end] == r.exact
        assert {r.actor} <= ids if isinstance(r.actor, str) else set(r.actor or ()) <= ids
