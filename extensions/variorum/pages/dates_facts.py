"""What the timeline and the ledger of dates need to know."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from variorum.model import Annotation, Article, DateRef, decision_of
from variorum.pages.messages import message_facts, messages_facts
from variorum.pages.records import DateSaid
from variorum.pages.surroundings import context

if TYPE_CHECKING:
    from variorum.edition import Story

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def dates_facts(story: Story, docnames: Mapping[str, str]) -> list[DateSaid]:
    """Every date expression of a story's reports, in the order of the edition.

    What advertisements and a site's own lines date is no part of a report.
    """
    return [
        {
            "siglum": story.sigla[article.id],
            "docname": docnames[article.id],
            "anchor": said.id,
            "kind": said.kind,
            "value": said.value,
            "counted_from": said.anchor,
            "rule": said.rule,
            "why": messages_facts(said.steps),
            "alternatives": list(said.alternatives),
            "confidence": said.confidence,
            **decision_of(said),
            "printed": _printed(article, said),
            **context(article, said.start, said.end),
        }
        for article in story.articles
        for said in story.annotations.get(article.id, ())
        if isinstance(said, DateRef) and not _is_promoted(article, said)
    ]


def _is_promoted(article: Article, said: DateRef) -> bool:
    at = bisect_right(article.blocks, said.start, key=lambda b: b.start) - 1
    return at >= 0 and article.blocks[at].kind == "promo"


def _printed(article: Article, said: Annotation) -> bool:
    """Whether this is the article's own stamp rather than something it tells."""
    block = next((b for b in article.blocks if b.start <= said.start < b.end), None)
    return block is not None and block.kind in ("stamp", "byline")


def clock_facts(story: Story, article: Article) -> dict[str, Any]:
    """When an article was written: what it prints, what it allows, what does not fit."""
    clock = story.clocks.get(article.id)
    if clock is None:
        return {}
    return {
        "inferred": list(clock.inferred) if clock.inferred else None,
        "reasons": messages_facts(reason.said for reason in clock.reasons),
        "anomaly": message_facts(clock.anomaly.said) if clock.anomaly else None,
        "readings": [
            {"exact": r.exact, "by_stamp": r.by_stamp, "by_anchor": r.by_anchor}
            for r in (clock.anomaly.readings if clock.anomaly else ())
        ],
        "photographed": list(clock.photographed),
        "told": _told(story, article),
    }


def _told(story: Story, article: Article) -> list[str] | None:
    """The first and last day the text tells of, as finally resolved."""
    days = sorted(
        said.value[:10]
        for said in story.annotations.get(article.id, ())
        if isinstance(said, DateRef)
        and said.value
        and _DAY.match(said.value)
        and not _printed(article, said)
    )
    return [days[0], days[-1]] if days else None
