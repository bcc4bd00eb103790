"""Quoted words find their range, and a range its words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.naming import article

from variorum.corrections import Target, Words

TEXT = "Holt left. The “old  bridge” closed,\nsaid Holt. Holtby stayed. Then Holt came back."


def found(exact: str, prefix: str = "", suffix: str = "") -> list[str]:
    words = Words(article(TEXT))
    return [f"{s}:{TEXT[s:e]}" for s, e in words.find(Target("a", exact, prefix, suffix))]


def test_white_space_and_the_style_of_marks_make_no_difference() -> None:
    assert found('"old bridge" closed, said') == [f"15:{TEXT[15:41]}"]


def test_words_end_where_the_words_of_the_text_do() -> None:
    assert found("Holt") == ["0:Holt", "42:Holt", "68:Holt"]
    assert found("old bridge”") != []
    assert found("ridge") == []


def test_context_tells_words_from_the_same_words_elsewhere() -> None:
    assert found("Holt", prefix="said") == ["42:Holt"]
    assert found("Holt", prefix="said ", suffix=". Holtby") == ["42:Holt"]
    assert found("Holt", suffix="left") == ["0:Holt"]
    assert found("Holt", prefix="nobody") == []


def test_a_very_frequent_word_is_found_by_its_context() -> None:
    text = "no " * 10_000 + "yes no"
    target = Target("a", "no", "yes")
    assert Words(article(text)).find(target) == [(len(text) - 2, len(text))]


@given(
    st.text(alphabet="ab ”“\"’'.\n\u00a0é", min_size=1, max_size=60).filter(str.strip), st.data()
)
def test_the_words_given_for_a_range_find_that_range(text: str, data: st.DataObject) -> None:
    source = article(text)
    words = [m.span() for m in re.finditer(r"\w+", text)]
    if not words:
        return
    start = data.draw(st.sampled_from(words))[0]
    end = data.draw(st.sampled_from([w for w in words if w[1] > start]))[1]
    places = Words(source).find(Words(source).target(start, end))
    assert (start, end) in places


def test_a_range_is_told_from_the_same_words_elsewhere() -> None:
    text = "Holt spoke of Holt. Holt spoke of Holt and of Holt. NATOand NATO met; " * 3 + "Holt."
    source = Words(article(text))
    for word in re.finditer(r"Holt|NATO|and|spoke of", text):
        assert source.find(source.target(*word.span())) == [word.span()], word


def test_words_that_a_scrape_glued_together_are_found_by_the_rest_of_them() -> None:
    words = Words(article("BRUSSELSUpdated: today. Brussels waits."))
    assert words.find(Target("a", "BRUSSELS")) == []
    assert words.find(words.target(0, 8)) == [(0, 8)]
    assert words.target(0, 8).suffix == "Updated:"
