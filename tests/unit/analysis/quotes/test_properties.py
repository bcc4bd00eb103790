"""What holds for any text: nothing raises, offsets verify, parts never overlap, time is linear."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from variorum.analysis.parse import ParsedArticle, ParsedBlock
from variorum.analysis.quotes import find
from variorum.analysis.quotes.marks import pair
from variorum.model import Article, Block, Metadata

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = ["he said", "Anna Kohl", "told", "that", "it rains", "according to", "6'2\"", "'em", "\n\n"]
MARKS = [*list("\"'“”‘’«»„‚`"), "''", "``", '"”', ",", ".", ":", "?", " ", "\xa0", "—", "("]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map("".join))
def test_any_text(parsed: Callable[[str], ParsedArticle], text: str) -> None:
    quotes = find(parsed(text), [])
    assert quotes == sorted(quotes, key=lambda q: (q.start, -q.end, q.kind))
    for q in quotes:
        assert q.parts
        assert text[q.start : q.end] == q.exact
        assert (q.start, q.end) == (q.parts[0][0], q.parts[-1][1])
        assert all(a < z for a, z in q.parts)
        assert all(a[1] <= b[0] for a, b in zip(q.parts, q.parts[1:], strict=False))
        assert all(any(p[0] <= a and z <= p[1] for p in q.parts) for a, z in q.quoted)
        if q.cue_span:
            assert text[slice(*q.cue_span)] == q.cue
        assert 0 <= q.confidence <= 1


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("\"'“”‘’«»„ ab.,\n5"), max_size=60))
def test_any_marks(text: str) -> None:
    for m in pair(text, Block("paragraph", 0, len(text))):
        assert 0 <= m.start <= m.inner[0] < m.inner[1] <= m.end <= len(text)


def unparsed(words: list[str]) -> ParsedArticle:
    doc = Doc(spacy.blank("en").vocab, words=words)
    block = Block("paragraph", 0, len(doc.text))
    meta = Metadata()
    whole = Article(id="a", source="a", story="", text=doc.text, meta=meta, blocks=(block,))
    return ParsedArticle(whole, (ParsedBlock(block, doc),))


def seconds(words: list[str]) -> float:
    """What it costs to find the quotations of some words, in seconds of the processor."""
    article = unparsed(words)
    start = time.process_time()
    find(article, [])
    return time.process_time() - start


@pytest.mark.parametrize("unit", [['"', "a"], ["“", "a"], ['"', "A", "is", "it", "so", '."']])
def test_hundred_thousand_marks_are_linear(unit: list[str]) -> None:
    few, many = 10_000 // len(unit), 100_000 // len(unit)
    assert seconds(unit * many) < 60 * max(seconds(unit * few), 0.02)


def test_a_line_of_a_megabyte_costs_what_ten_shorter_ones_do() -> None:
    unit = ["he", "said", '"', "we", "wait", '"']
    assert seconds(unit * 50_000) < 60 * max(seconds(unit * 5_000), 0.02)
