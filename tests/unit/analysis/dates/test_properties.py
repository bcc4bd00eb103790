"""What holds of any input: it never raises, offsets verify, values have a TIMEX3 shape."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.analysis.dates import find
from variorum.analysis.dates.compose import compose
from variorum.analysis.dates.lexicon import OPENERS
from variorum.analysis.dates.order import day_first
from variorum.analysis.dates.recogniser import scan
from variorum.model import Anchor
from variorum.words.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from variorum.analysis.parse import ParsedArticle

    Parse = Callable[[Sequence[tuple[str | None, str]]], list[ParsedArticle]]

DAY = (
    r"(?:\d{4}|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?"
    r"|-W(?:\d\d|XX)(?:-[1-7]|-WE)?|-[QH]\d|-(?:SP|SU|FA|WI))?"
)
TIME = r"T(?:\d\d:\d\d(?::\d\d)?Z?|MO|MI|AF|EV|NI)"
VALUE = re.compile(
    rf"{DAY}(?:{TIME})?|\d{{2,3}}|P(?:T)?(?:\d+(?:\.\d+)?|X)(?:[YMWDQHS]|WE|DE|CE)"
    r"|(?:PAST|PRESENT|FUTURE)_REF"
)
words = st.one_of(
    st.sampled_from(sorted(w for w in OPENERS if w)),
    st.sampled_from(
        ["Monday", "May", "Q3", "of", ",", "-", "’s", "29", "2000", "0000", "31/12/99"]
    ),
    st.text(max_size=6),
)
texts = st.lists(words, max_size=14).map(" ".join)
anchors = st.one_of(
    st.none(),
    st.datetimes().map(lambda d: Anchor(d.strftime("%Y").zfill(4) + d.strftime("-%m-%dT%H:%M"))),
    st.sampled_from(
        [
            Anchor("0000-01-01"),
            Anchor("9999-12-31"),
            Anchor("2024-02-29"),
            Anchor("2022-01"),
            Anchor("?"),
        ]
    ),
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts, anchor=anchors)
def test_whatever_is_found_is_well_formed(
    parse_lines: Parse, text: str, anchor: Anchor | None
) -> None:
    (parsed,) = parse_lines([(None, text)])
    end = 0
    for ref in find(parsed, anchor):
        assert end <= ref.start < ref.end
        assert text[ref.start : ref.end] == ref.exact
        assert 0 <= ref.confidence <= 1
        for value in (ref.value, *ref.alternatives):
            assert value is None or VALUE.fullmatch(value), (ref.exact, value)
        end = ref.end


@given(texts, st.one_of(st.none(), st.text(max_size=12)))
def test_the_order_of_day_and_month_never_raises(text: str, published: str | None) -> None:
    assert day_first(text, published) in (True, False, None)


LONG = 1_000_000 // 20
"""Characters: a twentieth of a megabyte: what is not linear would take minutes even so."""


@pytest.mark.parametrize(
    "line",
    [
        "1" * LONG,
        "1/" * (LONG // 2),
        "11:" * (LONG // 3),
        "a " * (LONG // 2),
        "the " * (LONG // 4),
        " " * LONG,
        "January " * (LONG // 8),
        "twenty-" * (LONG // 7),
        "a day after " * (LONG // 12),
        "1,000," * (LONG // 6),
        "'8" * (LONG // 2),
        "the last of the " * (LONG // 16),
    ],
    ids=lambda line: line[:8],
)
def test_no_long_line_hangs_it(line: str) -> None:
    began = time.process_time()
    compose(line, scan(line))
    day_first(line, None)
    assert time.process_time() - began < 30


@pytest.mark.parametrize(
    "chain",
    ["early ", "a day after ", "Monday ", "last ", "the week of ", "about ", "9 a.m. "],
)
def test_a_chain_of_words_is_no_ladder_to_climb(parse_lines: Parse, chain: str) -> None:
    text = chain * 1500 + "Monday 9 January 2022"
    (parsed,) = parse_lines([("2022-01-11", text)])
    refs = find(parsed)
    assert "2022-01-09" in str(refs[-1].value)
    assert max(len(r.by) for r in refs) < 100


def test_the_same_text_gives_the_same_answer(parse_lines: Parse) -> None:
    text = "On Friday he said the third quarter of last year, not May 3, was worst."
    (parsed,) = parse_lines([("2022-01-11", text)])
    assert find(parsed) == find(parsed)


def test_a_given_anchor_goes_before_the_printed_one(parse_lines: Parse) -> None:
    (parsed,) = parse_lines([("2022-01-27", "Envoys met on Monday.")])
    (ref,) = find(parsed, Anchor("2022-01-11", "inferred"))
    assert (ref.value, ref.anchor) == ("2022-01-10", "2022-01-11")


def test_the_ledger_tells_how_a_value_is_known(parse_lines: Parse) -> None:
    (parsed,) = parse_lines([("2022-01-11", "Envoys will meet on Friday.")])
    (ref,) = find(parsed)
    assert ref.exact == "Friday"
    assert ref.value == "2022-01-14"
    assert ref.anchor == "2022-01-11"
    assert ref.alternatives == ("2022-01-07",)
    assert ref.way == 1
    (step,) = ref.steps
    assert ENGLISH.sentence(step) == (
        "The next after 11 January 2022: the clause looks ahead (“will meet”)."
    )


def test_a_modifier_is_kept_apart_from_the_value(parse_lines: Parse) -> None:
    (parsed,) = parse_lines([("2022-01-11", "Prices fell in early 2014.")])
    (ref,) = find(parsed)
    assert (ref.value, ref.mod) == ("2014", "START")
