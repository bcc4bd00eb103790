"""Exports of short quotations: they keep their formats, and count in no text that isn't there."""

from __future__ import annotations

import json

from lxml import etree
from tests.unit.export.conftest import story
from tests.unit.export.web_annotation import checked

from variorum.edition import Edition, Story
from variorum.export import files_of
from variorum.export.nesting import TEI
from variorum.publishing.excerpts import reduced

__all__ = ["story"]


def test_selectors_give_words_of_the_article_and_no_positions(story: Story) -> None:
    (short,) = reduced(Edition((story,))).stories
    files = files_of(short)
    assert not [name for name in files if name.startswith("texts/")]
    said = json.loads(files["annotations.jsonld"])
    checked(said)
    whole = {article.id: article.text for article in story.articles}
    found = 0
    for item in said["first"]["items"]:
        for target in item["target"]:
            for selector in target.get("selector", ()):
                assert selector["type"] == "TextQuoteSelector"
                around = selector["prefix"] + selector["exact"] + selector["suffix"]
                if item["body"][0]["variorum:type"] in ("entity", "date"):
                    assert around in whole[target["variorum:article"]]
                    found += 1
    assert found > 5


def test_the_texts_in_tei_are_the_quotations(story: Story) -> None:
    (short,) = reduced(Edition((story,))).stories
    corpus = etree.fromstring(files_of(short, ["tei"])["story.tei.xml"])
    texts = ["".join(body.itertext()) for body in corpus.iter(f"{{{TEI}}}body")]
    assert texts == [article.text for article in short.articles]
