"""A story as TEI P5 (https://tei-c.org/guidelines/p5/): one ``teiCorpus``, a ``TEI`` an article.

The text inside ``body`` is the article's text, character by character. Annotations stand in it;
where two overlap, one is cut (:mod:`variorum.export.nesting`). Actors and differences stand off,
in ``standOff``: an ``app`` for each finding, with a ``rdg`` for each witness. What a person decided
points with ``resp`` to that person in the header.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from variorum.characters import plain
from variorum.edition import Story
from variorum.export.nesting import TEI, XML_ID, XML_LANG, Range, Text
from variorum.export.tei_ranges import (
    ISO,
    actor_id,
    by_block,
    decided,
    editor_id,
    ranges_of,
    reading_id,
    readings_of,
    uri,
    witness_id,
)
from variorum.model import Actor, Article

_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", re.ASCII)
Readings = Mapping[str, Sequence[Range]]

_LISTS = (
    ("listPerson", "person", "persName", frozenset({"PER"})),
    ("listOrg", "org", "orgName", frozenset({"ORG", "NORP"})),
    ("listPlace", "place", "placeName", frozenset({"GPE", "LOC", "FAC"})),
    ("listNym", "nym", "form", frozenset({"EVENT", "PRODUCT", "WORK"})),
)


def files(story: Story) -> dict[str, bytes]:
    """The corpus of a story."""
    return {"story.tei.xml": etree.tostring(corpus(story), xml_declaration=True, encoding="UTF-8")}


def corpus(story: Story) -> etree._Element:
    """The ``teiCorpus`` of a story."""
    made = etree.Element(f"{{{TEI}}}teiCorpus", nsmap={None: TEI})
    _corpus_header(made, story)
    off = _sub(made, "standOff")
    _actors(off, story.actors)
    _apparatus(off, story)
    if not len(off):
        made.remove(off)
    readings = readings_of(story)
    for article in story.articles:
        made.append(_document(story, article, readings))
    return made


def _sub(parent: etree._Element, tag: str, words: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{TEI}}}{tag}")
    for name, value in attributes.items():
        if value:
            made.set(name.rstrip("_").replace("_", "-"), plain(value))
    if words:
        made.text = plain(words)
    return made


# --- headers --------------------------------------------------------------------------------------


def _corpus_header(corpus: etree._Element, story: Story) -> None:
    header = _sub(corpus, "teiHeader")
    described = _sub(header, "fileDesc")
    titles = _sub(described, "titleStmt")
    _sub(titles, "title", story.title or story.key or "Variorum")
    editors = _editors(story)
    for name in editors:
        stated = _sub(titles, "respStmt")
        stated.set(XML_ID, editor_id(name))
        _sub(stated, "resp", "decided by hand what points here")
        _sub(stated, "name", name or "the editor")
    made = "automatic, but for what a person decided (resp)" if editors else "automatic, unreviewed"
    _sub(_sub(described, "publicationStmt"), "p", f"Made by Variorum: {made}.")
    source = _sub(described, "sourceDesc")
    witnesses = _sub(source, "listWit")
    for article in story.articles:
        witness = _sub(witnesses, "witness", n=story.sigla[article.id])
        witness.set(XML_ID, witness_id(story, article.id))
        witness.append(_bibl(article))
        # An edited file says by it which report it means, though letters have changed since.
        _sub(witness[0], "idno", article.id, type="variorum")
    encoding = _sub(header, "encodingDesc")
    _sub(
        _sub(encoding, "projectDesc"),
        "p",
        "Where annotations overlap, one is cut; its parts are chained by next and prev. "
        "An app stands off; the seg elements in the texts are its readings.",
    )


def _editors(story: Story) -> list[str]:
    """Who decided anything in the story, sorted."""
    names = [said.decided_by for listed in story.annotations.values() for said in listed]
    names += [actor.decided_by for actor in story.actors]
    names += [finding.decided_by for finding in story.findings.findings]
    return sorted({name for name in names if name is not None})


def _document(story: Story, article: Article, readings: Readings) -> etree._Element:
    made = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI}, n=story.sigla[article.id])
    described = _sub(_sub(made, "teiHeader"), "fileDesc")
    titles = _sub(described, "titleStmt")
    _sub(titles, "title", " ".join((article.meta.title or article.id).split()))
    for name in article.meta.byline:
        _sub(titles, "author", name)
    published = _sub(described, "publicationStmt")
    _sub(published, "p", article.meta.rights or "No rights are stated.")
    if article.withheld:
        _sub(published, "p", f"Short quotations only: {article.withheld} words are not given.")
    _sub(described, "sourceDesc").append(_bibl(article))
    _text(made, article, ranges_of(story, article, readings))
    return made


def _bibl(article: Article) -> etree._Element:
    meta = article.meta
    made = etree.Element(f"{{{TEI}}}bibl", nsmap={None: TEI})
    _sub(made, "title", " ".join((meta.title or article.id).split()))
    for name in meta.byline:
        _sub(made, "author", name)
    if meta.outlet:
        _sub(made, "publisher", meta.outlet)
    if meta.place:
        _sub(made, "pubPlace", meta.place)
    for type_, value in (("published", meta.published), ("updated", meta.updated)):
        if value:
            when = value if ISO.fullmatch(value) else ""
            _sub(made, "date", value, type=type_, when_iso=when)
    for name in meta.agency:
        _sub(made, "orgName", name, type="agency")
    if meta.url:
        _sub(made, "ref", meta.url, target=uri(meta.url))
    return made


# --- the text -------------------------------------------------------------------------------------


def _text(document: etree._Element, article: Article, ranges: Sequence[Range]) -> None:
    """The blocks, with the white space between them where it stood."""
    text = _sub(document, "text")
    if _LANGUAGE.fullmatch(article.meta.language or ""):
        text.set(XML_LANG, article.meta.language or "")
    body = _sub(text, "body")
    words = Text(article.text)
    at = 0
    for block, over in by_block(article, ranges):
        _between(body, words, at, block.start)
        paragraph = block.kind == "paragraph"
        made = _sub(body, "p") if paragraph else _sub(body, "ab", type=block.kind)
        words.fill(made, (block.start, block.end), over)
        at = block.end
    _between(body, words, at, len(article.text))
    if not len(body):
        _sub(body, "p")
    words.chain()


def _between(body: etree._Element, words: Text, start: int, end: int) -> None:
    """White space where it stood; what XML takes for no white space has an element of its own."""
    said = words.text[start:end]
    if said.strip(" \t\r\n"):
        words.fill(_sub(body, "ab", type="blank"), (start, end), ())
    elif len(body):
        body[-1].tail = (body[-1].tail or "") + said
    else:
        body.text = (body.text or "") + said


# --- what stands off ------------------------------------------------------------------------------


def _actors(off: etree._Element, actors: Sequence[Actor]) -> None:
    for list_, item, name, labels in _LISTS:
        mine = [actor for actor in actors if actor.label in labels]
        if not mine:
            continue
        listed = _sub(off, list_)
        for actor in mine:
            made = _sub(listed, item, **decided(actor))
            made.set(XML_ID, actor_id(actor.id))
            if item == "nym":
                _sub(made, name, actor.name)
                continue
            for form in _forms(actor):
                _sub(made, name, form)
            if actor.description:
                _sub(made, "note", actor.description)
            if actor.wikidata:
                _sub(made, "idno", actor.wikidata, type="wikidata")


def _forms(actor: Actor) -> Iterator[str]:
    """The canonical name first, then the others that are used."""
    yield from dict.fromkeys([actor.name, *(form for form, _count in actor.names)])


def _apparatus(off: etree._Element, story: Story) -> None:
    if not story.findings.findings:
        return
    listed = _sub(off, "listApp")
    for finding in story.findings.findings:
        app = _sub(listed, "app", type=finding.kind, n=str(finding.salience), **decided(finding))
        app.set(XML_ID, finding.id)
        seen: Counter[str] = Counter()
        for reading in finding.readings:
            witness = "#" + witness_id(story, reading.article)
            made = _sub(app, "rdg", reading.exact or "", wit=witness)
            if reading.start is None:
                made.set("type", plain(reading.meta or "unsaid"))
                continue
            id_ = reading_id(story, finding.id, reading.article, seen[reading.article])
            seen[reading.article] += 1
            made.set("corresp", f"#{id_}")
        for id_ in finding.absent:
            if id_ in story.sigla:
                _sub(app, "rdg", wit="#" + witness_id(story, id_), type="absent")
        _sub(app, "note", finding.explanation)
