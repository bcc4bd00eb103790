"""Short quotations for texts: what is kept, where it stands, and that there is no more."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.export.conftest import story

from variorum.edition import Edition, Story
from variorum.model import Article, Block, Entity, Metadata, Quote
from variorum.publishing.choice import LONGEST, SHARE, WORD, chosen
from variorum.publishing.excerpts import reduced
from variorum.publishing.guard import Guard

__all__ = ["story"]


@pytest.fixture
def short(story: Story) -> Story:
    (made,) = reduced(Edition((story,))).stories
    return made


def test_every_annotation_and_reading_that_is_left_stands_on_its_words(short: Story) -> None:
    texts = {article.id: article.text for article in short.articles}
    left = 0
    for id_, listed in short.annotations.items():
        for said in listed:
            assert texts[id_][said.start : said.end] == said.exact
            left += 1
    for finding in short.findings.findings:
        for reading in finding.readings:
            if reading.start is not None:
                assert texts[reading.article][reading.start : reading.end] == reading.exact
                left += 1
    assert left > 10


def test_ids_stay_as_they_were(story: Story, short: Story) -> None:
    for id_, listed in short.annotations.items():
        assert {a.id for a in listed} <= {a.id for a in story.annotations[id_]}
    assert {f.id for f in short.findings.findings} <= {f.id for f in story.findings.findings}


def test_what_is_said_is_quoted_and_says_how_much_is_not(story: Story, short: Story) -> None:
    for article, whole in zip(short.articles, story.articles, strict=True):
        assert article.withheld > 0
        assert len(article.text) < len(whole.text)
        quotes = [a for a in short.annotations[article.id] if isinstance(a, Quote)]
        assert quotes


def test_an_article_whose_rights_permit_it_stays_whole(story: Story) -> None:
    first, second = story.articles
    free = dataclasses.replace(first, meta=dataclasses.replace(first.meta, rights="CC BY 4.0"))
    mixed = dataclasses.replace(story, articles=(free, second))
    (made,) = reduced(Edition((mixed,))).stories
    assert made.articles[0] == free
    assert made.annotations[free.id] == story.annotations[free.id]
    assert made.articles[1].withheld


NUMBERS = [f"w{i}" for i in range(120)]


def numbered() -> Article:
    text = " ".join(NUMBERS)
    return Article("a", "a", "", text, Metadata(), (Block("paragraph", 0, len(text)),))


@given(st.lists(st.tuples(st.integers(0, 119), st.integers(1, 60), st.booleans()), max_size=12))
def test_no_more_words_follow_on_each_other_than_may(ranges: list[tuple[int, int, bool]]) -> None:
    article = numbered()
    words = [m.span() for m in WORD.finditer(article.text)]
    listed = []
    for first, length, quoted in ranges:
        start, end = words[first][0], words[min(first + length, 119)][1]
        common = {"id": "x", "start": start, "end": end, "exact": article.text[start:end]}
        common |= {"by": "test", "confidence": 1.0}
        if quoted:
            listed.append(Quote(kind="direct", parts=((start, end),), **common))
        else:
            listed.append(Entity(label="ORG", **common))
    runs = chosen(article, listed, [])
    kept = [len(WORD.findall(article.text[run.start : run.end])) for run in runs]
    assert all(count <= LONGEST for count in kept)
    for one, two in itertools.pairwise(runs):
        assert WORD.search(article.text[one.end : two.start]), "adjacent runs would be one"
    quoted_words = sum(n for n, run in zip(kept, runs, strict=True) if run.quoted)
    names = 8 * len(ranges)
    assert quoted_words <= len(words) * SHARE + names


def test_a_sentence_that_quotes_too_much_is_shortened() -> None:
    keep = Guard([numbered()])
    said = keep.short("It says “" + " ".join(NUMBERS[:40]) + "” and no more.")
    assert said == "It says “" + " ".join(NUMBERS[:LONGEST]) + " …” and no more."


def test_a_sentence_that_quotes_as_much_as_it_may_stays() -> None:
    keep = Guard([numbered()])
    said = f"It says “{' '.join(NUMBERS[:LONGEST])}”."
    assert keep.short(said) == said


def test_what_a_permitted_article_prints_too_may_be_given() -> None:
    article = numbered()
    keep = Guard([article], [dataclasses.replace(article, id="b")])
    assert keep.short(article.text) == article.text


def test_facts_are_shortened_wherever_they_are() -> None:
    keep = Guard([numbered()])
    long = " ".join(NUMBERS)
    facts = {"a": [{"b": long}, 3, None], "text": long}
    made = keep.everywhere(facts, untouched=frozenset({"text"}))
    assert made["a"][0]["b"].endswith(f"{NUMBERS[LONGEST - 1]} …")
    assert made["text"] == long
