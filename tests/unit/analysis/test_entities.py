"""Names of one article: every case of tests/fixtures/entities.txt, and any text at all."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.naming import Case, article, cases, parsed

from variorum.analysis import entities
from variorum.analysis.entities.decide import Tally
from variorum.analysis.entities.lists import by_lists
from variorum.analysis.entities.spans import candidate
from variorum.analysis.entities.view import view
from variorum.analysis.parse import load_model, parse
from variorum.model import Article, Block, Metadata


@pytest.mark.parametrize("case", cases("entities.txt"), ids=lambda c: c.title)
def test_names(case: Case) -> None:
    (only,) = parsed(case.given)
    assert [f"{e.label} {e.exact}" for e in entities.find(only)] == case.expected


def test_every_name_says_which_rule_it_is_from_and_how_sure_it_is() -> None:
    (only,) = parsed("Mr Halvorsen of the World Bank flew to Quito with Mbeya Fisheries Ltd.")
    found = entities.find(only)
    assert len(found) >= 3
    assert all(e.by and 0 < e.confidence < 1 for e in found)


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "Mr",
            "Kyiv",
            "NATO",
            "NATOand",
            "US$",
            "U.S.",
            "Ministry",
            "of",
            "and",
            "(",
            ")",
            "'",
            "’s",
            "-",
            "—",
            "@NATO",
            "al-Sabah",
            "Suk",
            "-yeol",
            ",",
            ".",
            "\n",
            "\n\n",
            "\xa0",
            "President",
            "Ann",
            "Doe",
            "DOE",
            "O'",
            "Москва",
            "القاهرة",
            "北京",
            "Boeing",
            "747",
            "party",
            "Lake",
        ]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_any_text_gives_verified_ranges_that_never_overlap(text: str) -> None:
    (only,) = parsed(text)
    found = entities.find(only)
    assert all(only.article.text[e.start : e.end] == e.exact and e.exact.strip() for e in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte am Montag, die Brücke in Köln bleibe gesperrt.",
        "ALL OF THIS IS IN CAPITALS AND SAYS NOTHING OF NOTE TO ANYONE",
        "В Москве идёт снег, сказал Иван Петров.",
        "قال الرئيس في القاهرة إن السلام ممكن",
        "",
        "   \n\n  ",
        "Ann Doe " * 500,
        "A" * 5000,
        "( " * 2000,
        "@" * 2000,
        "Mr " * 2000,
    ],
)
def test_odd_input_costs_nothing_but_itself(text: str) -> None:
    (only,) = parsed(text)
    found = entities.find(only)
    assert all(text[e.start : e.end] == e.exact for e in found)


def test_one_name_many_times_is_found_each_time() -> None:
    (only,) = parsed(" ".join(["Then Siobhan Farrell sang."] * 200))
    assert [e.exact for e in entities.find(only)] == ["Siobhan Farrell"] * 200


def test_the_same_text_gives_the_same_names_twice() -> None:
    text = (
        "Envoys of Chad, Mali and the African Union met Ms Diop, Mr Sow and Idris Keita in Dakar."
    )
    first, second = parse([article(text), article(text)], load_model())
    assert entities.find(first) == entities.find(second)


def test_an_outlet_names_itself() -> None:
    text = "Stay tuned with 7 Coast HD for the tide tables of Lisbon."
    blocks = (Block("promo", 0, len(text)),)
    told = Article("a", "a", "s", text, Metadata(outlet="7 Coast HD"), blocks)
    (only,) = parse([told], load_model())
    assert [(e.label, e.exact) for e in entities.find(only)] == [
        ("ORG", "7 Coast HD"),
        ("GPE", "Lisbon"),
    ]


def test_a_page_naming_its_own_products_names_nobody_unknown() -> None:
    text = "Harbour TV News Stick"
    told = Article("a", "a", "s", text, Metadata(), (Block("promo", 0, len(text)),))
    (only,) = parse([told], load_model())
    assert entities.find(only) == []


def filed(text: str, place: str) -> list[tuple[str, str]]:
    """The labels and names of a report with a dateline up to its first dash."""
    blocks = (Block("paragraph", 0, len(text)),)
    meta = Metadata(place=place.title(), basis={"place": (0, len(place))})
    told = Article("a", "a", "s", text, meta, blocks, dateline=(0, text.index(" -") + 2))
    (only,) = parse([told], load_model())
    return [(e.label, e.exact) for e in entities.find(only)]


def test_the_place_of_a_dateline_is_a_place_there_and_in_the_body() -> None:
    said = filed("OSTERBY, May 4 (Gulf Wire) - The quay of Osterby is shut.", "OSTERBY")
    assert [label for label, name in said if name.upper() == "OSTERBY"] == ["GPE", "GPE"]


def test_capitals_that_a_report_goes_on_to_use_are_no_place() -> None:
    said = filed("OKBZ, May 4 (Gulf Wire) - The OKBZ said that its quay is shut.", "OKBZ")
    assert ("GPE", "OKBZ") not in said
    assert ("ORG", "OKBZ") in said


def test_how_much_evidence_makes_a_name() -> None:
    enough, little = Tally(), Tally()
    enough.add("GPE", 2.0, "word-before")
    little.add("GPE", 1.9, "word-before")
    assert (enough.named(), little.named()) == (True, False)


@pytest.mark.parametrize(("weight", "label"), [(1.1, "PER"), (1.3, "ORG")])
def test_how_much_outweighs_the_model(weight: float, label: str) -> None:
    tally = Tally()
    tally.model["PER"] = 1
    tally.add("ORG", weight, "word-before")
    assert tally.verdict()[0] == label


def test_how_many_of_a_list_have_to_be_sure_and_how_sure() -> None:
    (only,) = parsed("Ovarra, Telmis and Velmora")
    seen = view(only.text, only.blocks[0])
    found = [(seen, candidate(seen, i, i + 1, "", "capitalised", 20)) for i in (0, 2, 4)]
    sure, unsure = ("GPE", "where", 1.0), ("GPE", "where", 0.9)
    assert list(by_lists(found, [sure, sure, None])) == [(2, "GPE")]
    assert list(by_lists(found, [sure, unsure, None])) == []
