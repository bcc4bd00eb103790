"""``variorum annotate`` and ``variorum collate``: what the commands print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from variorum.edition import Story
from variorum.model import Annotation, Article, Metadata


def annotate(stories: Iterable[Story], *, text: bool = False) -> Iterator[dict[str, Any]]:
    """One object an article, in the order of stories and then of ids."""
    for story in stories:
        for article in sorted(story.articles, key=lambda a: a.id):
            yield article_object(article, story.annotations.get(article.id, ()), text=text)


def collate(stories: Iterable[Story], *, text: bool = False) -> Iterator[dict[str, Any]]:
    """One object a finding, in the order of stories, the most salient first.

    With *text* each has the texts its readings are ranges of, by the ids of their articles.
    """
    for story in stories:
        texts = {article.id: article.text for article in story.articles}
        for finding in story.findings.findings:
            said = {"story": story.key, **finding.to_json()}
            if text:
                read = sorted({reading.article for reading in finding.readings} & texts.keys())
                said["text"] = {id_: texts[id_] for id_ in read}
            yield said


def article_object(
    article: Article, annotations: Iterable[Annotation], *, text: bool = False
) -> dict[str, Any]:
    """What is known of one article, as builtins that JSON can hold."""
    said: dict[str, Any] = {
        "id": article.id,
        "source": article.source,
        "story": article.story,
        "meta": meta_object(article.meta),
        "zones": [{"kind": z.kind, "start": z.start, "end": z.end} for z in article.zones],
        "annotations": [a.to_json() for a in annotations],
    }
    if text:
        said["text"] = article.text
    return said


def meta_object(meta: Metadata) -> dict[str, Any]:
    """The metadata, null or empty where the text doesn't say."""
    return {
        "title": meta.title,
        "outlet": meta.outlet,
        "published": meta.published,
        "updated": meta.updated,
        "agency": list(meta.agency),
        "photo_agency": list(meta.photo_agency),
        "byline": list(meta.byline),
        "place": meta.place,
        "url": meta.url,
        "retrieved": meta.retrieved,
        "rights": meta.rights,
        "language": meta.language,
        "basis": {
            field: basis if isinstance(basis, str) else list(basis)
            for field, basis in sorted(meta.basis.items())
        },
    }
