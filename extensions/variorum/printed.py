"""What ``variorum annotate`` and ``variorum collate`` print; the former read back, too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.codec import from_object
from variorum.errors import UserError
from variorum.model import (
    Annotation,
    Article,
    DateRef,
    Entity,
    Figure,
    Metadata,
    Quote,
    Reference,
    Role,
    Zone,
)

if TYPE_CHECKING:
    from variorum.edition import Story

_TYPES = {kind.type: kind for kind in (DateRef, Entity, Figure, Quote, Reference, Role)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article as ``variorum annotate`` prints it."""

    id: str
    source: str
    story: str
    meta: Metadata
    zones: tuple[Zone, ...]
    annotations: tuple[Annotation, ...]
    text: str | None = None
    """What the offsets count in, where it was asked for (``--text``)."""


def load(path: Path) -> Iterator[Annotated]:
    """The articles in a file that ``variorum annotate`` printed, in its order.

    Raises :exc:`~variorum.errors.UserError` at the first line that is none.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield annotated(json.loads(line))
                except (ValueError, RecursionError) as error:
                    raise UserError(f"{path}:{number}: not what annotate prints: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: {error}") from None


def annotated(said: Any) -> Annotated:
    """What :func:`article_object` wrote; raises :exc:`ValueError` for anything else."""
    found = said.get("annotations") if isinstance(said, dict) else None
    if not isinstance(found, list):
        raise ValueError("no annotations")
    head = from_object(Annotated, {**said, "annotations": []})
    return replace(head, annotations=tuple(map(_annotation, found)))


def _annotation(said: Any) -> Annotation:
    kind = _TYPES.get(str(said.get("type"))) if isinstance(said, dict) else None
    if kind is None:
        raise ValueError(f"no annotation: {said!r:.80}")
    return from_object(kind, said)


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
    article: Article | Annotated, annotations: Iterable[Annotation], *, text: bool = False
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
