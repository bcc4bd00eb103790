"""Headlines and lines in capitals, set as the body of the article sets them."""

from __future__ import annotations

import pytest

from variorum.analysis.casing import as_the_body, is_shouted, is_titled
from variorum.analysis.parse import load_model
from variorum.analysis.vocabulary import Vocabulary, vocabulary
from variorum.model import Block

BODY = (
    "Marta Quell attacked the harbour plan on Monday. The mayor, Bruno Hask, has defended Quell, "
    "and the Kelm Council voted. People in Ostby will marsh no more, Will Oduya said."
)


def set_as(line: str, body: str = BODY, words: Vocabulary | None = None) -> str:
    text = f"{line}\n\n{body}"
    blocks = [Block("headline", 0, len(line)), Block("paragraph", len(line) + 2, len(text))]
    said = as_the_body(text, blocks, words or vocabulary(load_model()))
    assert [len(s) for s in said] == [b.end - b.start for b in blocks]
    assert said[1] == body
    return said[0]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        # Names that the body has keep their capitals, the words between them don't.
        ("Marta Quell Blasts Bruno Hask In Court", "Marta Quell blasts Bruno Hask in court"),
        ("Quell Attacks Plan Before Vote", "Quell attacks plan before vote"),
        ("Kelm Council Defends Hask", "Kelm Council defends Hask"),
        # The body decides where a word is a name and a word of the language.
        ("Harbour Plan: Will Oduya Votes No", "Harbour plan: Will Oduya votes no"),
        ("Mayor Says Harbour Will Open", "Mayor says harbour will open"),
        # What it is silent about: names everybody knows, given names and what follows them.
        ("Talks in Lisbon Fail: Helen Brook Walks", "Talks in Lisbon fail: Helen Brook walks"),
        ("Helen Urges Calm", "Helen urges calm"),
        ("UNESCO Lauds McKay", "UNESCO lauds McKay"),
        ("Ferry Sinks Off Tarsk In March", "Ferry sinks off Tarsk in March"),
        # In capitals throughout.
        ("MARTA QUELL SUES KELM COUNCIL", "Marta Quell sues Kelm Council"),
        ("NATO CALLS FOR HELP AS STORM HITS OSTBY", "NATO calls for help as storm hits Ostby"),
        # A sentence is left as it is, and so is a line with few capitals.
        ("Marta Quell Went Home To Ostby.", "Marta Quell Went Home To Ostby."),
        ("Marta Quell attacks the plan", "Marta Quell attacks the plan"),
    ],
)  # fmt: skip
def test_a_line_is_set_as_the_body_sets_it(line: str, meant: str) -> None:
    assert set_as(line) == meant


def test_one_name_in_capitals_is_the_name_that_the_body_has() -> None:
    body = "Marta Quell spoke.\n\nQUELL: The WHOLE plan is bad, UNESCO said. We know Quell."
    text = f"Plan fails\n\n{body}"
    blocks = [Block("headline", 0, 10), Block("paragraph", 12, len(text))]
    said = as_the_body(text, blocks, Vocabulary({}))[1]
    assert said.endswith("Quell: The WHOLE plan is bad, UNESCO said. We know Quell.")


def test_a_model_that_lists_no_words_leaves_the_body_to_decide() -> None:
    assert (
        set_as("Marta Quell Blasts Harbour", words=Vocabulary({})) == "Marta Quell Blasts harbour"
    )


def test_white_space_is_read_as_spaces() -> None:
    assert set_as("Mr\xa0Hask sails\non") == "Mr Hask sails on"


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("Quell Wins Again", True),  # all of three longer words
        ("Quell Wins again", False),  # two of three
        ("Quell Wins Again.", False),
        ("Quell", False),
    ],
)
def test_a_title_capitalises_more_than_seven_words_in_ten(line: str, titled: bool) -> None:
    assert is_titled(line) == titled


@pytest.mark.parametrize(
    ("line", "shouted"),
    [
        ("HARBOUR SHUT", True),
        ("HARBOUR SHUT IN KELM in May", False),  # four words in six
        ("HARBOUR SHUT IN KELM BY may", True),  # five in six
        ("NATO USA", False),  # abbreviations
    ],
)
def test_capitals_throughout(line: str, shouted: bool) -> None:
    assert is_shouted(line) == shouted


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        # Eight of ten longer words are more than seven in ten.
        ("Alder Birch Cedar Delta Ebony Flint Grove Heath ivory jumbo", True),
        ("Alder Birch Cedar Delta Ebony Flint Grove heath ivory jumbo", False),
        # A full stop after six words ends a sentence, before it an abbreviation.
        ("Alder Birch Cedar Delta Ebony Flint. Grove", True),
        ("Alder Birch Cedar Delta Ebony Flint Grove. Heath", False),
    ],
)
def test_where_a_title_begins(line: str, titled: bool) -> None:
    assert is_titled(line) is titled


@pytest.mark.parametrize(
    ("line", "shouted"),
    [
        ("ALDERS BC CD DE EF FG GH HI it jo", True),
        ("ALDERS BC CD DE EF FG GH hi it jo", False),
        # Four abbreviations are that, five are read; so is a word of six letters.
        ("AB BC CD DE", False),
        ("AB BC CD DE EF", True),
        ("ALDER BIRCH", False),
        ("ALDERS BIRCH", True),
    ],
)
def test_where_capitals_are_meant_to_be_read(line: str, shouted: bool) -> None:
    assert is_shouted(line) is shouted


@pytest.mark.parametrize(
    ("loud", "calm"), [("KELM: We know.", "Kelm: We know."), ("ROE: We know.", "ROE: We know.")]
)
def test_from_how_many_letters_on_a_loud_word_may_be_a_name(loud: str, calm: str) -> None:
    body = "Ann Kelm met Bo Roe."
    text = f"{loud}\n\n{body}"
    blocks = [Block("paragraph", 0, len(loud)), Block("paragraph", len(loud) + 2, len(text))]
    assert as_the_body(text, blocks, Vocabulary({}))[0] == calm
