"""TEI: the text is the article's, and what is pointed at is there. Its schema: ``tests/tei``."""

from __future__ import annotations

import dataclasses

import pytest
from lxml import etree

from variorum.edition import Story
from variorum.export import files_of
from variorum.export.nesting import TEI, XML_ID
from variorum.model import Article

T = f"{{{TEI}}}"


@pytest.fixture
def corpus(story: Story) -> etree._Element:
    return etree.fromstring(files_of(story, ["tei"])["story.tei.xml"])


def bodies(corpus: etree._Element) -> list[str]:
    return ["".join(body.itertext()) for body in corpus.iter(f"{T}body")]


def test_the_text_is_the_articles(story: Story, corpus: etree._Element) -> None:
    assert bodies(corpus) == [article.text for article in story.articles]


def test_space_that_is_none_in_xml_stays(story: Story) -> None:
    first, second = story.articles
    gap = second.blocks[1].start
    text = second.text[: gap - 1] + "\xa0" + second.text[gap:]
    odd: Article = dataclasses.replace(second, text=text)
    made = files_of(dataclasses.replace(story, articles=(first, odd)), ["tei"])["story.tei.xml"]
    assert bodies(etree.fromstring(made)) == [first.text, text]


def test_whatever_is_pointed_at_is_there(corpus: etree._Element) -> None:
    ids = [e.get(XML_ID) for e in corpus.iter() if e.get(XML_ID)]
    assert len(set(ids)) == len(ids)
    pointers = [
        pointer
        for e in corpus.iter()
        for name in ("who", "toWhom", "ref", "corresp", "wit", "next", "prev")
        for pointer in (e.get(name) or "").split()
    ]
    assert len(pointers) > 20
    assert {p[1:] for p in pointers} <= set(ids)


def test_every_annotation_has_its_id_in_the_text(story: Story, corpus: etree._Element) -> None:
    ids = {e.get(XML_ID) for e in corpus.iter()}
    assert {a.id for listed in story.annotations.values() for a in listed} <= ids
    assert {finding.id for finding in story.findings.findings} <= ids


def test_a_quotation_names_its_speaker_and_a_date_its_day(corpus: etree._Element) -> None:
    said = [e for e in corpus.iter(f"{T}said") if e.get("who") == "#actor-ingrid-solberg"]
    assert any(e.get("direct") == "true" for e in said)
    days = {"".join(e.itertext()): e.get("when") for e in corpus.iter(f"{T}date")}
    assert days["12 October"] == "2023-10-12"
    person = next(e for e in corpus.iter(f"{T}person") if e.get(XML_ID) == "actor-ingrid-solberg")
    assert person.findtext(f"{T}persName") == "Ingrid Solberg"


def test_who_decided_is_named_and_pointed_at(decided: Story, corpus: etree._Element) -> None:
    assert not [e for e in corpus.iter() if e.get("resp")]
    assert "automatic, unreviewed" in corpus.findtext(f".//{T}publicationStmt/{T}p", "")
    made = etree.fromstring(files_of(decided, ["tei"])["story.tei.xml"])
    named = {
        e.get(XML_ID): e.findtext(f"{T}name") for e in made.iterfind(f".//{T}titleStmt/{T}respStmt")
    }
    assert sorted(named.values()) == ["O'Brien & <Sons>", "Runa Dahl"]
    who = {
        "".join(e.itertext()): named[e.get("resp", "#")[1:]] for e in made.iter() if e.get("resp")
    }
    assert who.pop("12 October") == "O'Brien & <Sons>"
    assert who.pop("Norway") == "Runa Dahl"
    assert set(who.values()) == {"Runa Dahl"}
    assert "unreviewed" not in made.findtext(f".//{T}publicationStmt/{T}p", "")


def test_a_difference_is_an_apparatus_entry_of_both_witnesses(
    story: Story, corpus: etree._Element
) -> None:
    witnesses = {e.get(XML_ID) for e in corpus.iter(f"{T}witness")}
    assert witnesses == {"wit-A", "wit-B"}
    for finding in story.findings.findings:
        app = next(e for e in corpus.iter(f"{T}app") if e.get(XML_ID) == finding.id)
        assert app.get("type") == finding.kind
        told = [r for r in app.findall(f"{T}rdg") if r.get("type") != "absent"]
        assert [r.text or "" for r in told] == [r.exact or "" for r in finding.readings]
