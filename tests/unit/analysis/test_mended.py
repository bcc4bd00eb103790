"""What a reader doesn't see in a text is not in a word, and what is found stands where it stood."""

from __future__ import annotations

import dataclasses

import pytest
from tests.naming import article

from variorum.analysis.mended import mended
from variorum.analysis.parse import load_model
from variorum.analysis.vocabulary import Vocabulary
from variorum.edition import Story, analysed
from variorum.model import Quote

WORDS = Vocabulary(
    {"noun": frozenset({"council", "well", "water"}), "adj": frozenset({"known", "deep"})}
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Anna Kel\u00adler", "Anna Keller"),
        ("Anna\u200b Keller\ufeff", "Anna Keller"),
        ("the coun-\ncil met", "the council met"),
        ("the coun-\r\n  cil met", "the council met"),
        # Nobody knows the word, but the text has it elsewhere; or the pieces are no words, either.
        ("Anna Kel-\nler and Otto Keller", "Anna Keller and Otto Keller"),
        ("in Ost-\nburg", "in Ostburg"),
        # The hyphen is the word's where both parts are words, or the second has a capital.
        ("a well-\nknown singer", "a well-known singer"),
        ("Anna-\nMaria Keller", "Anna-Maria Keller"),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    made = mended(article(text), WORDS)
    assert made is not None
    assert made.made.text == read
    assert made.span(0, len(read)) == (0, len(text.rstrip("\ufeff")))


@pytest.mark.parametrize("text", ["a well-known singer", "1994-\n96", "He left -\nand came", ""])
def test_nothing_to_mend(text: str) -> None:
    assert mended(article(text), WORDS) is None


def test_what_is_found_stands_in_the_text_as_it_was_read() -> None:
    text = (
        "An\u00adna Kel\u00adler spoke on Mon\u00adday. “The coun-\ncil is late,” Kel-\nler said, "
        "and she left with Ot\u00adto Brandt.\n\nKel\u00adler said the coun\u00adcil was late."
    )
    one = dataclasses.replace(article(text), id="a")
    other = dataclasses.replace(article(text.replace("\u00ad", "")), id="b")
    (found,) = analysed([Story("s", (one, other))], load_model)
    for told in found.articles:
        listed = found.annotations[told.id]
        assert all(told.text[a.start : a.end] == a.exact for a in listed)
        assert {"Monday", "Otto Brandt", "she"} <= {a.exact.replace("\u00ad", "") for a in listed}
        said = next(a for a in listed if isinstance(a, Quote))
        assert told.text[slice(*said.parts[0])].startswith("The coun")
        assert said.speaker == "anna-keller"
        assert said.speaker_span is not None
        assert told.text[slice(*said.speaker_span)].endswith("ler")
    texts = {a.id: a.text for a in found.articles}
    readings = [r for f in found.findings.findings for r in f.readings if r.start is not None]
    assert all(texts[r.article][r.start : r.end] == r.exact for r in readings)
