"""Tables for a spreadsheet: actors, mentions, statements, dates and findings, one file each."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from variorum.edition import Story
from variorum.export.cells import as_csv
from variorum.export.fields import fields_of
from variorum.export.quoting import quoting
from variorum.model import Annotation, Article, DateRef, Entity, Quote, Reference, decision_of

PLACE = ("id", "siglum", "article", "start", "end", "exact", "prefix", "suffix")
SURE = ("rule", "confidence", "decided_by", "note")
HEADS: dict[str, tuple[str, ...]] = {
    "actors": ("id", "name", "label", "names", "articles", "description", "wikidata"),
    "mentions": (*PLACE, "type", "label", "actor", "metonym_for", *SURE),
    "statements": (
        *PLACE, "kind", "content", "speaker", "speaker_name", "speaker_confidence", "cue",
        "addressee", "medium", "statement", *SURE,
    ),
    "dates": (
        *PLACE, "kind", "value", "counted_from", "resolved_by", "why", "alternatives", *SURE,
    ),
    "findings": (
        "id", "kind", "salience", "explanation", "siglum", "article", "start", "end", "exact",
        "field", "why", "confidence", "decided_by", "note",
    ),
}  # fmt: skip
"""The columns of each table. A finding has a row for each of its readings."""


def files(story: Story) -> dict[str, bytes]:
    """Each table as CSV, by its file name."""
    rows = {
        "actors": _actors(story),
        "mentions": _annotations(story, (Entity, Reference)),
        "statements": _annotations(story, (Quote,)),
        "dates": _annotations(story, (DateRef,)),
        "findings": _findings(story),
    }
    return {f"{name}.csv": as_csv(HEADS[name], rows[name]) for name in HEADS}


def _actors(story: Story) -> Iterator[dict[str, Any]]:
    for actor in story.actors:
        yield {
            "id": actor.id,
            "name": actor.name,
            "label": actor.label,
            "names": [f"{form} ({count})" for form, count in actor.names],
            "articles": [f"{story.sigla[id_]} ({count})" for id_, count in actor.articles],
            "description": actor.description,
            "wikidata": actor.wikidata,
        }


def _annotations(story: Story, types: tuple[type[Annotation], ...]) -> Iterator[dict[str, Any]]:
    names = {actor.id: actor.name for actor in story.actors}
    for article in story.articles:
        for said in story.annotations.get(article.id, ()):
            if isinstance(said, types):
                row = _place(story, article, said) | {"type": said.type} | fields_of(said)
                if isinstance(said, Quote):
                    speakers = [said.speaker] if isinstance(said.speaker, str) else said.speaker
                    row["speaker_name"] = [names.get(id_, id_) for id_ in speakers or ()]
                yield row


def _place(story: Story, article: Article, said: Annotation) -> dict[str, Any]:
    return {
        "id": said.id,
        "siglum": story.sigla[article.id],
        "article": article.id,
        # Positions count in a text, and of an article that is withheld there is none.
        "start": None if article.withheld else said.start,
        "end": None if article.withheld else said.end,
        "rule": said.by,
        "confidence": said.confidence,
        **decision_of(said),
        **dataclasses.asdict(quoting(article, said.start, said.end)),
    }


def _findings(story: Story) -> Iterator[dict[str, Any]]:
    withheld = {article.id for article in story.articles if article.withheld}
    for finding in story.findings.findings:
        for reading in finding.readings:
            yield {
                "id": finding.id,
                "kind": finding.kind,
                "salience": finding.salience,
                "explanation": finding.explanation,
                "siglum": story.sigla[reading.article],
                "article": reading.article,
                "start": None if reading.article in withheld else reading.start,
                "end": None if reading.article in withheld else reading.end,
                "exact": reading.exact,
                "field": reading.meta,
                "why": finding.why,
                "confidence": finding.confidence,
                **decision_of(finding),
            }
