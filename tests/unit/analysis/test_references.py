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


@pytest.mark.parametrize(("between", "who"), [(2, ["velda-quell"]), (3, [])])
def test_how_many_sentences_a_person_stays_on_the_mind(between: int, who: list[str]) -> None:
    rain = "The rain fell on the hills all day. " * between
    found = found_in(f"Velda Quell, 45, spoke first. {rain}He was brief.")
    assert [r.actor for r in found] == who


@pytest.mark.parametrize(("away", "who"), [(3990, ["marta-oliveira"]), (4010, [])])
def test_how_far_back_a_title_is_looked_for(away: int, who: list[str]) -> None:
    first = "The envoy, Marta Oliveira, came. "
    rain = "The rain fell on the hills all day. " * 200
    text = first + rain[: away - len(first) + len("The ") - 2] + ". The envoy left."
    assert [r.actor for r in found_in(text)] == who
