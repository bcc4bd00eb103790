"""What holds of any input: it never raises, offsets verify, the low end isn't above the high."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.naming import parsed

from variorum.analysis import dates, figures
from variorum.analysis.figures import lexicon
from variorum.analysis.figures.bounds import bounded
from variorum.analysis.figures.measure import quantities

VOCABULARY = sorted(
    {
        *lexicon.CARDINALS, *lexicon.SCALES, *lexicon.SUFFIXES, *lexicon.VAGUE, *lexicon.PLURALS,
        *lexicon.PARTS, *lexicon.SIGNS, *lexicon.TIMES, *lexicon.BEFORE, *lexicon.AFTER,
        *lexicon.UNITS, *lexicon.CURRENCY_SIGNS,
    }
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(VOCABULARY),
    st.sampled_from(
        ["a", "and", "to", "between", "-", "–", ",", ".", "of", "in", "boats", "Boeing", "one"]
    ),
    st.integers(0, 10**13).map(str),
    st.floats(0, 1e6).map(lambda x: f"{x:,.2f}"),
    st.text(max_size=6),
)
JOINTS = st.sampled_from([" ", " ", " ", "", "-", "\n"])
TEXTS = st.lists(st.tuples(WORDS, JOINTS).map("".join), max_size=14).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_whatever_is_found_is_well_formed(text: str) -> None:
    (article,) = parsed(text)
    end = 0
    for figure in figures.find(article):
        assert end <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.exact
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert 0 < figure.confidence < 1
        end = figure.end


@settings(max_examples=500, deadline=None)
@given(TEXTS)
@example("0 CHF 0 ")
def test_quantities_are_disjoint_and_in_order(text: str) -> None:
    end = 0
    for q in quantities(text):
        assert end <= q.start < q.core_end <= q.end <= len(text)
        end = q.end


@given(
    st.floats(0, 1e12), st.floats(0, 1e12), st.sampled_from(sorted({*lexicon.BEFORE.values(), ""}))
)
def test_a_bound_keeps_the_printed_number_in_the_range(a: float, b: float, kind: str) -> None:
    low, high = bounded(min(a, b), max(a, b), kind)
    printed = min(a, b) if kind == "least" else max(a, b)
    assert low is None or low <= printed + 1e-3
    assert high is None or high >= printed - 1e-3


LONG = 1_000_000 // 8
"""Characters: an eighth of a megabyte: what is not linear would take minutes even so."""


@pytest.mark.parametrize(
    "line",
    [
        "1", "1,000,", "1-", "1 to ", "one ", "twenty-", "hundred and ", "a ", "half a ", "$",
        "more than ", "over 5 ", "12 km ", "tens of ", "several ", " ", "5m", "½", "1.", "100 ",
        "between 1 and ", "a half ",
    ],
)  # fmt: skip
def test_no_long_line_hangs_it(line: str) -> None:
    began = time.process_time()
    for _ in quantities(line * (LONG // len(line))):
        pass
    assert time.process_time() - began < 30


def test_dates_that_are_given_are_not_looked_for_again() -> None:
    (article,) = parsed("On 3 May 2014 some 40 boats sank after seven hours at sea.")
    assert figures.find(article, dates.find(article)) == figures.find(article)
    assert [f.exact for f in figures.find(article)] == ["some 40", "seven hours"]


def test_without_a_text_there_is_nothing() -> None:
    (article,) = parsed("")
    assert figures.find(article) == []


def test_offsets_count_from_the_start_of_the_article() -> None:
    text = "The harbour was quiet.\n\nThen 40 boats came."
    (article,) = parsed(text)
    (figure,) = figures.find(article)
    assert text[figure.start : figure.end] == figure.exact == "40"
