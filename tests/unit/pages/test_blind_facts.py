"""What reading blind hides, and that every word is still there."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.edition import Story
from variorum.model import Actor, Article, Block, Metadata
from variorum.pages.blanks import blind_facts, hidden_ranges, names_to_hide, sentences


def article(id_: str, *paragraphs: str, **meta: object) -> Article:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Block("paragraph", at, at + len(words)))
        at += len(words) + 2
    said = dataclasses.replace(Metadata(), **meta)  # type: ignore[arg-type]
    return Article(id_, f"{id_}.txt", "bridge", text, said, tuple(blocks))


def story(*articles: Article, actors: tuple[Actor, ...] = ()) -> Story:
    sigla = {a.id: "ABCDEFG"[i] for i, a in enumerate(articles)}
    return Story("bridge", articles, sigla=sigla, actors=actors)


def hidden(one: Article, *others: Article, actors: tuple[Actor, ...] = ()) -> list[tuple[str, str]]:
    names = names_to_hide(story(one, *others, actors=actors), one)
    return [(one.text[a:b], what) for a, b, what in hidden_ranges(one, names)]


def test_an_outlet_is_hidden_where_it_names_itself() -> None:
    one = article("a", "The mayor told the Harbour Post so. HARBOUR POST can reveal more.",
                  outlet="The Harbour Post")  # fmt: skip
    assert hidden(one) == [("Harbour Post", "outlet"), ("HARBOUR POST", "outlet")]


def test_an_outlet_is_hidden_by_what_the_story_calls_it_for_short() -> None:
    one = article("a", "He told HPN, the Harbour Post Network, so.", outlet="Harbour Post Network")
    short = Actor(id="hpn", name="Harbour Post Network", label="ORG", names=(("HPN", 1),))
    assert [words for words, _ in hidden(one, actors=(short,))] == ["HPN", "Harbour Post Network"]


def test_the_outlets_of_others_are_hidden_too_for_they_rule_one_out() -> None:
    one = article("a", "As the Sea Courier wrote.", outlet="Harbour Post")
    other = article("b", "It rained.", outlet="Sea Courier")
    assert hidden(one, other) == [("Sea Courier", "outlet")]


def test_agencies_and_authors_are_hidden_where_the_report_credits_them() -> None:
    words = "Ann Byland reports. Reuters was told, and TASS as well."
    one = article("a", words, byline=("Ann Byland",), agency=("Reuters",))
    assert hidden(one) == [("Ann Byland", "person"), ("Reuters", "agency")]


def test_who_took_a_picture_is_hidden_wherever_it_is_named() -> None:
    one = article("a", "The bridge (Fern Pictures).")
    other = article("b", "It rained.", photo_agency=("Fern Pictures",))
    assert hidden(one, other) == [("Fern Pictures", "agency")]


@pytest.mark.parametrize(
    "address",
    ["https://harbour.example/a?b", "www.harbour.example", "harbour.example/news", "@harbourpost",
     "desk@harbour.example"],
)  # fmt: skip
def test_addresses_and_accounts_are_hidden(address: str) -> None:
    assert hidden(article("a", f"More ({address}), and more.")) == [(address, "address")]


def test_a_name_within_another_word_stays() -> None:
    assert hidden(article("a", "The Postmaster and the Post-It.", outlet="Pos")) == []


def test_glued_sentences_are_no_address() -> None:
    assert hidden(article("a", "They met for talks.It rained.")) == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("It rained. It snowed.", ["It rained. ", "It snowed."]),
        ("“It rained.” She left.", ["“It rained.” ", "She left."]),
        ("Mr. Lee met Gen. Ann of the U.S. Army.", ["Mr. Lee met Gen. Ann of the U.S. Army."]),
        ("It cost 3. 5 million said so. yes.", ["It cost 3. ", "5 million said so. yes."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_says_so(text: str, cut: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == cut


@given(st.text(alphabet="aA .!?”\"'1X@/:\u0627", max_size=80))
def test_no_character_gets_lost(text: str) -> None:
    assert "".join(text[a:b] for a, b in sentences(text, 0, len(text))) == text
    one = article("a", text or "x", outlet="aA")
    report = blind_facts(story(one))[0]
    said = "".join(s["text"] for block in report["blocks"] for s in block["sentences"])
    assert said == one.text
    for block in report["blocks"]:
        for sentence in block["sentences"]:
            ends = [0, *(at for blank in sentence["blanks"] for at in blank[:2])]
            assert ends == sorted(ends)
            assert ends[-1] <= len(sentence["text"])


def test_a_long_line_takes_no_longer_than_its_length() -> None:
    one = article("a", "a." * 300_000 + "@" * 300_000 + " A. " * 100_000, outlet="Harbour Post")
    assert blind_facts(story(one))


def test_the_order_is_the_same_on_every_run_and_not_that_of_the_letters() -> None:
    many = [article(f"r{i}", f"Report {i}.") for i in range(7)]
    order = [report["siglum"] for report in blind_facts(story(*many))]
    assert order == [report["siglum"] for report in blind_facts(story(*many))]
    assert sorted(order) == list("ABCDEFG")
    assert sorted(order) != order
