"""What the page of a report needs to know, and what its head says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from variorum.model import Article
from variorum.pages.findings_facts import marks_of
from variorum.pages.kind import Facts, Head
from variorum.pages.messages import annotation_facts
from variorum.pages.page import headline_words, outlet_words
from variorum.pages.schema_org import known, report, short, thing
from variorum.pages.source_records import neighbour, review_facts, turn
from variorum.records import article_to_json
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts

MENTIONS = 12
"""At most so many actors of a report are named in its head."""


def facts(told: StoryFacts) -> Iterator[Facts]:
    """Each report of a story."""
    sources = told.sources
    for i, article in enumerate(told.story.articles):
        yield {
            "docname": told.docnames[article.id],
            "pages": told.pages,
            "title": told.story.title,
            "sources": [neighbour(source) for source in sources],
            "article": article_to_json(article),
            "annotations": list(map(annotation_facts, told.story.annotations.get(article.id, ()))),
            **_found_in(told, article),
            "actors": told.actors.cards(article),
            "statements": told.printed.of_article(article),
            "parallel": told.parallel.of_article(article),
            "source": sources[i],
            "reviewed": review_facts(told.story.reviewed, article),
            "before": turn(sources[i - 1]) if i else None,
            "after": turn(sources[i + 1]) if i + 1 < len(sources) else None,
            "layers": told.site.layers,
        }


def _found_in(told: StoryFacts, article: Article) -> dict[str, Any]:
    """The marks that findings make in an article, the findings they are about, and the places
    that other pages link to though nothing marks them."""
    marks = marks_of(told.story, article, told.findings, told.anchors)
    wanted = {mark["finding"] for mark in marks}
    return {
        "marks": marks,
        "findings": [f for f in told.findings if f["id"] in wanted],
        "anchors": told.anchors.unmarked(article, {mark["id"] for mark in marks}),
    }


def head(facts: Facts) -> Head:
    """The page of a report: who wrote it, whom it mentions, what it quotes."""
    source = facts["source"]
    said = _first_words(facts["article"]) or (
        _("A report by %s, annotated and set beside the others of its story.")
        % outlet_words(source)
    )
    work = report(source)
    work["mentions"] = [thing(actor) for actor in facts["actors"][:MENTIONS]]
    quoted = [_quotation(q, facts) for q in facts["annotations"] if _is_quotation(q)]
    return {
        "description": said,
        "kind": "article",
        "data": known(
            {
                "@type": "WebPage",
                "name": headline_words(source),
                "description": said,
                "mainEntity": work,
                "hasPart": quoted,
            }
        ),
    }


def _first_words(article: Facts) -> str:
    """What an article begins with; nothing of one whose text isn't published."""
    if article["withheld"]:
        return ""
    begun = (b for b in article["blocks"] if b["kind"] in ("standfirst", "paragraph"))
    first = next(begun, None)
    return short(article["text"][first["start"] : first["end"]]) if first else ""


def _is_quotation(said: Facts) -> bool:
    return said["type"] == "quote" and said["kind"] == "direct" and bool(said["speaker"])


def _quotation(said: Facts, facts: Facts) -> dict[str, Any]:
    names = {actor["id"]: actor for actor in facts["actors"]}
    ids = [said["speaker"]] if isinstance(said["speaker"], str) else said["speaker"]
    text = facts["article"]["text"]
    return {
        "@type": "Quotation",
        "identifier": said["id"],
        "text": " … ".join(" ".join(text[s:e].split()) for s, e in said["parts"]),
        "creator": [thing(names[id_]) for id_ in ids if id_ in names],
    }
