"""Annotations as W3C Web Annotation JSON-LD (https://www.w3.org/TR/annotation-model/).

``annotations.jsonld`` is an AnnotationCollection whose one page holds all annotations of a story.
Their targets are the plain texts beside it, ``texts/<article>.txt``, since positions count the
characters of a text and not of a page. An annotation's ``id`` is ``#`` and the id it has in the
pages of the site; what the W3C's model has no term for is in the namespace ``variorum:``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from variorum import __version__
from variorum.docnames import article_docnames
from variorum.edition import Story
from variorum.export.fields import fields_of
from variorum.export.quoting import quoting
from variorum.export.tei_ranges import uri
from variorum.model import (
    Annotation,
    Article,
    DateRef,
    Entity,
    Figure,
    Finding,
    Quote,
    Reading,
    Reference,
    Role,
)

FILENAME = "annotations.jsonld"
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"variorum": "urn:variorum:"}]
SOFTWARE = {"id": "urn:variorum", "type": "Software", "name": f"Variorum {__version__}"}


def files(story: Story) -> dict[str, bytes]:
    """The collection, and the texts its selectors count in."""
    texts = text_names(story)
    made = {FILENAME: _lines(Collection(story).to_json())}
    whole = (article for article in story.articles if not article.withheld)
    return made | {texts[a.id]: a.text.encode("utf-8", "replace") for a in whole}


def _lines(collection: Mapping[str, Any]) -> bytes:
    """JSON with an annotation a line, so that a tool can compare it line by line.

    Indenting it took more than half of the time of all exports: that json does in Python, all
    else in C.
    """
    page = collection["first"]
    # Both are written last, so that what closes the file closes them.
    around = json.dumps({**collection, "first": {**page, "items": []}}, ensure_ascii=False)
    end = "]}}"
    items = ",\n".join(json.dumps(item, ensure_ascii=False) for item in page["items"])
    said = f"{around.removesuffix(end)}\n{items}\n{end}\n"
    return said.encode("utf-8", "replace")


def text_names(story: Story) -> dict[str, str]:
    """Where each article's plain text stands, by the article's id."""
    pages = article_docnames("", story.articles)
    return {id_: f"texts/{name.rpartition('/')[2]}.txt" for id_, name in pages.items()}


class Collection:
    """The AnnotationCollection of a story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.texts = text_names(story)
        self.actors = {actor.id: actor for actor in story.actors}
        self.articles = {article.id: article for article in story.articles}

    def to_json(self) -> dict[str, Any]:
        """The collection with its annotations, in the order of the edition; then the findings."""
        items = [
            self.annotation(article, said)
            for article in self.story.articles
            for said in self.story.annotations.get(article.id, ())
        ]
        items += [self.finding(finding) for finding in self.story.findings.findings]
        page = {
            "id": "#page-1",
            "type": "AnnotationPage",
            "partOf": FILENAME,
            "startIndex": 0,
            "items": items,
        }
        return {
            "@context": CONTEXT,
            "id": FILENAME,
            "type": "AnnotationCollection",
            "label": self.story.title or self.story.key or "Variorum",
            "generator": SOFTWARE,
            "total": len(items),
            "first": page,
        }

    def annotation(self, article: Article, said: Annotation) -> dict[str, Any]:
        """One annotation of an article."""
        values = {n: value for n, value in fields_of(said).items() if value not in _UNSAID}
        body = {
            "type": "TextualBody",
            "value": self.words(said),
            "format": "text/plain",
            "purpose": "identifying" if isinstance(said, _NAMING) else "describing",
            "variorum:type": said.type,
        }
        body |= {f"variorum:{_camel(name)}": value for name, value in values.items()}
        return _annotation(
            said.id,
            body["purpose"],
            [body, *self.authorities(said), *_comment(said.note)],
            [self.target(article, said.start, said.end)],
            {"variorum:rule": said.by, "variorum:confidence": said.confidence},
            said.decided_by,
        )

    def finding(self, finding: Finding) -> dict[str, Any]:
        """A finding: a sentence about all its readings."""
        body = {
            "type": "TextualBody",
            "value": finding.explanation,
            "format": "text/plain",
            "purpose": "describing",
            "variorum:type": "finding",
            "variorum:kind": finding.kind,
            "variorum:salience": finding.salience,
            "variorum:why": finding.why,
            "variorum:actors": list(finding.actors),
            "variorum:absent": list(finding.absent),
        }
        targets = [self.reading(r) for r in finding.readings if r.article in self.articles]
        sure = {"variorum:confidence": finding.confidence}
        bodies = [body, *_comment(finding.note)]
        return _annotation(finding.id, "linking", bodies, targets, sure, finding.decided_by)

    def words(self, said: Annotation) -> str:
        """What an annotation says, for whoever knows none of our terms."""
        match said:
            case Entity(actor=str(id_)) | Reference(actor=str(id_)):
                return self.name(id_)
            case Reference(actor=tuple(ids)):
                return ", ".join(self.name(id_) for id_ in ids)
            case Quote(speaker=str(id_)):
                return self.name(id_)
            case Quote(speaker=tuple(ids)):
                return ", ".join(self.name(id_) for id_ in ids)
            case Quote():
                return "speaker unknown"
            case DateRef():
                return said.value or "not resolved"
            case Figure():
                return _span(said)
        return " ".join(said.exact.split())

    def name(self, actor: str) -> str:
        """An actor's name by its id."""
        known = self.actors.get(actor)
        return known.name if known else actor

    def authorities(self, said: Annotation) -> list[dict[str, Any]]:
        """The actor's record elsewhere, where an editor gave it."""
        known = self.actors.get(said.actor or "") if isinstance(said, Entity) else None
        if known is None or not known.wikidata:
            return []
        address = f"http://www.wikidata.org/entity/{known.wikidata}"
        return [{"type": "SpecificResource", "source": address, "purpose": "identifying"}]

    def reading(self, reading: Reading) -> dict[str, Any]:
        """A reading's place: a range of a text, or a field of what the article says of itself."""
        article = self.articles[reading.article]
        if reading.start is not None and reading.end is not None:
            return self.target(article, reading.start, reading.end)
        return self.source(article) | {"variorum:field": reading.meta}

    def target(self, article: Article, start: int, end: int) -> dict[str, Any]:
        """A range of an article: by its words, and by where they stand."""
        place = quoting(article, start, end)
        words = {
            "type": "TextQuoteSelector",
            "exact": place.exact,
            "prefix": place.prefix,
            "suffix": place.suffix,
        }
        if article.withheld:
            return self.source(article) | {"selector": [words]}
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return self.source(article) | {"selector": [words, position]}

    def source(self, article: Article) -> dict[str, Any]:
        """An article's text as a resource."""
        said = {
            "type": "SpecificResource",
            "source": self.text(article),
            "variorum:article": article.id,
            "variorum:siglum": self.story.sigla[article.id],
        }
        return said | ({"variorum:original": article.meta.url} if article.meta.url else {})

    def text(self, article: Article) -> str:
        """Where an article's text is: beside the export, or where only its publisher has it."""
        if not article.withheld:
            return self.texts[article.id]
        return uri(article.meta.url) if article.meta.url else f"urn:variorum:{uri(article.id)}"


_NAMING = (Entity, Reference, Role)
_UNSAID: tuple[Any, ...] = (None, "", (), [])


def _annotation(
    id_: str,
    motivation: str,
    body: list[dict[str, Any]],
    target: list[dict[str, Any]],
    more: dict[str, Any],
    decided_by: str | None,
) -> dict[str, Any]:
    return {
        "id": f"#{id_}",
        "type": "Annotation",
        "motivation": motivation,
        "creator": SOFTWARE if decided_by is None else _editor(decided_by),
        "generator": SOFTWARE,
        "body": body,
        "target": target,
        **more,
    }


def _editor(name: str) -> dict[str, Any]:
    """Who decided what an annotation says; a name, or only that it was a person."""
    return {
        "id": f"urn:variorum:editor:{uri(name)}",
        "type": "Person",
        "name": name or "the editor",
    }


def _comment(note: str) -> list[dict[str, Any]]:
    """An editor's note, as a body of its own."""
    body = {"type": "TextualBody", "value": note, "format": "text/plain", "purpose": "commenting"}
    return [body] if note else []


def _camel(name: str) -> str:
    """A field's name as the terms of JSON-LD are written."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def _span(said: Figure) -> str:
    ends = dict.fromkeys("…" if end is None else f"{end:g}" for end in (said.low, said.high))
    return " ".join(part for part in (" to ".join(ends), said.unit, said.of) if part)
