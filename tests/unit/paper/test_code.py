"""Words in Typst's code: always strings, whatever they hold."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.paper.code import LONG, language, literal, sequence, words


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('say "no"', '"say \\"no\\""'),
        ("a \\u{41}", '"a \\\\u{41}"'),
        ("#x $y$ *z* @r <l>", '"#x $y$ *z* @r <l>"'),
        ("bell\x07", '"bell\ufffd"'),
        ("", "[]"),
        ("one\n\ttwo", '"one two"'),
        ("\u202egnp.exe", '"gnp.exe"'),
    ],
)
def test_words_are_a_string(said: str, code: str) -> None:
    assert words(said) == code


@given(st.text())
def test_a_literal_ends_where_it_should(said: str) -> None:
    inner = literal(said)[1:-1].replace("\\\\", "")
    assert '"' not in inner.replace('\\"', "")
    literal(said).encode()


def test_words_from_right_to_left_say_so() -> None:
    assert words("Ms فاطمة الزهراء, said") == (
        '{"Ms "; text(dir: rtl, lang: "ar", "فاطمة الزهراء"); ", said"}'
    )
    assert 'lang: "he"' in words("שלום")


def test_long_words_may_break_and_addresses_break_by_themselves() -> None:
    assert words("n" * LONG) == literal("n" * LONG)
    assert words("n" * 40).count("\u200b") == 3
    address = "https://example.org/" + "a" * 80
    assert words(address) == literal(address)


def test_a_very_long_line_takes_no_long_time() -> None:
    start = time.process_time()
    for said in ("x" * 10**6, "ا" + " " * 10**6, "ا. " * 10**5, '"' * 10**6):
        words(said)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("said", "code"), [("pt-BR", '"pt"'), ("en", '"en"'), (None, '"en"'), ('"; x', '"en"')]
)
def test_a_language_is_one_or_english(said: str | None, code: str) -> None:
    assert language(said) == code


def test_a_sequence_of_nothing_is_empty_content() -> None:
    assert sequence(["", "[]"]) == "[]"
    assert sequence(["", '"a"']) == '"a"'
