"""What each page needs to know, as JSON: a page is built from its facts and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from variorum.edition import Story
from variorum.model import Article
from variorum.reading import Accounted
from variorum.records import article_to_json
from variorum.staging.actor_facts import ActorFacts
from variorum.staging.anchors import Anchors
from variorum.staging.blind_facts import blind_facts
from variorum.staging.coverage_facts import coverage_facts, named_in
from variorum.staging.dates_facts import clock_facts, dates_facts
from variorum.staging.docnames import (
    METHOD,
    STATEMENTS,
    VIEWS,
    article_docnames,
    page_name,
    story_home,
)
from variorum.staging.findings_facts import (
    distinct_facts,
    findings_facts,
    marks_of,
    provenance_facts,
)
from variorum.staging.front_facts import counts, days_told, most_alike, most_worth_seeing
from variorum.staging.messages import annotation_facts
from variorum.staging.parallel_facts import Parallel
from variorum.staging.search_facts import search_facts
from variorum.staging.statement_pages import Statements
from variorum.staging.statements_facts import voices
from variorum.staging.topic import folder_name, shared_by_headlines
from variorum.story import Review

FIRST_WORDS = 10
NEIGHBOUR = ("siglum", "outlet", "published", "updated")
"""What an article's page has to know of the others …"""
TURN = ("siglum", "docname", "outlet", "title", "first_words")
"""… and of the one before and after it."""
LISTED = (
    "siglum", "docname", "outlet", "title", "first_words", "published", "updated", "file",
    "withheld",
)  # fmt: skip
"""What a page that isn't about the sources has to know of them: not the hash of a file, or every
edit would make it again."""


def pages_of(
    story: Story, left_out: Sequence[Accounted], root_doc: str, site: str = ""
) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """The facts of a story's pages by docname, and its share in what all stories make together.

    The share is its ``front`` and what the ``search`` has of it; *left_out* says which
    files of the story could not be read. *site* is what a story in the source directory itself is
    called that has no title.
    """
    topic = {} if story.title else shared_by_headlines(story)
    named = dataclasses.replace(story, title=story.title or folder_name(story.key) or site or None)
    told = story_facts(named, left_out, root_doc)
    told["front"]["topic"] = topic
    share = {"front": told["front"], "search": told.pop("search")}
    return {facts["docname"]: facts for facts in told.values()}, share


def story_facts(
    story: Story, left_out: Sequence[Accounted], root_doc: str
) -> dict[str, dict[str, Any]]:
    """The facts of a story's pages, by a name for each."""
    home = story_home(story.key)
    docnames = article_docnames(home, story.articles)
    shares = provenance_facts(story)
    sources = [
        source_facts(story, a, docnames[a.id]) | {"shared": shares.get(story.sigla[a.id])}
        for a in story.articles
    ]
    pages = {name: home + page_name(name) for name in (*VIEWS, *STATEMENTS.values())}
    if not home:
        pages["front"] = root_doc
    pages["method"] = METHOD
    shared = {
        "pages": pages,
        "story": story.key,
        "title": story.title,
        "lead": story.lead,
        "sources": sources,
        "reviewed": review_facts(story.reviewed),
        "left_out": [
            {"source": entry.source, "message": entry.why, "remedy": entry.remedy}
            for entry in left_out
            if entry.fate == "unreadable"
        ],
    }
    parallel = Parallel(story, shares)
    printed = Statements(story, home)
    listed = shared | {"sources": [_listed(source) for source in sources]}
    actors = ActorFacts(story, home, docnames, listed, printed)
    told: dict[str, dict[str, Any]] = {
        name: shared | {"page": name, "docname": pages[name]} for name in ("front", "sources")
    }
    told["sources"]["passed"] = [
        {"source": entry.source, "fate": entry.fate, "of": entry.of, "message": entry.why}
        for entry in left_out
        if entry.fate != "unreadable"
    ]
    told["data"] = listed | {"page": "data", "docname": pages["data"]}
    anchors = Anchors(story)
    distinct = distinct_facts(story, docnames, anchors)
    findings = findings_facts(story, docnames, anchors, printed)
    told["differences"] = listed | {
        "page": "differences",
        "docname": pages["differences"],
        "findings": findings,
        "actors": named_in((f["actors"] for f in findings), story),
        "parallel": parallel.partners,
        "distinct": distinct,
    }
    for page in printed.pages(shared, findings, actors.statements, distinct):
        told[page["docname"]] = page
    told["coverage"] = listed | {
        "page": "coverage",
        "docname": pages["coverage"],
        **coverage_facts(story, anchors),
    }
    told["front"] |= {
        "findings": most_worth_seeing(story, findings),
        "counts": counts(story),
        "days": days_told(story, docnames),
        "named_most": actors.named_most(),
        "beside": most_alike(parallel.pairs, shares),
    }
    told["blind"] = listed | {
        "page": "blind",
        "docname": pages["blind"],
        "reports": blind_facts(story),
        "findings": findings,
    }
    dates = dates_facts(story, docnames)
    told["timeline"] = listed | {"page": "timeline", "docname": pages["timeline"], "dates": dates}
    clocks = [_listed(source) | {"clock": source["clock"]} for source in sources]
    told["dates"] = listed | {
        "page": "dates", "docname": pages["dates"], "dates": dates, "sources": clocks,
    }  # fmt: skip
    for by, name in STATEMENTS.items():
        told[name] = listed | {
            "page": "statements",
            "by": by,
            "docname": pages[name],
            "statements": [s for s in actors.statements if s["content"] == "clause"],
            "voices": voices(story) if by == "speaker" else [],
        }
    for page in actors.all_pages():
        told[page["docname"]] = page
    told["search"] = {"title": story.title or story.key} | search_facts(
        story, docnames, pages["differences"], findings, actors.pages, sources
    )
    for i, article in enumerate(story.articles):
        told[f"article {article.id}"] = {
            "page": "article",
            "docname": docnames[article.id],
            "pages": pages,
            "title": story.title,
            "sources": [{name: s[name] for name in NEIGHBOUR} for s in sources],
            "article": article_to_json(article),
            "annotations": list(map(annotation_facts, story.annotations.get(article.id, ()))),
            **_found_in(story, article, findings, anchors),
            "actors": actors.cards(article),
            "statements": printed.of_article(article),
            "parallel": parallel.of_article(article),
            "source": sources[i],
            "reviewed": review_facts(story.reviewed, article),
            "before": _turn(sources[i - 1]) if i else None,
            "after": _turn(sources[i + 1]) if i + 1 < len(sources) else None,
        }
    for page in parallel.pages(shared, listed):
        told[page["docname"]] = page
    return told


def review_facts(reviewed: Review | None, article: Article | None = None) -> dict[str, str] | None:
    """Who has read a story over, or one of its articles, and when; nothing where nobody has."""
    if reviewed is None:
        return None
    names = () if article is None else (article.id, *PurePosixPath(article.source).parts[-1:])
    # A story of which some articles were read over is not reviewed as a whole.
    if reviewed.articles and not set(names) & set(reviewed.articles):
        return None
    return {"name": reviewed.by, "date": reviewed.on}


def _listed(source: dict[str, Any]) -> dict[str, Any]:
    """A source as most pages need it, with the origin it counts for."""
    shared = source["shared"]
    origin = {"origin": shared["origin"]} if shared else None
    return {name: source[name] for name in LISTED} | {"shared": origin}


def _turn(source: dict[str, Any]) -> dict[str, Any]:
    return {name: source[name] for name in TURN}


def _found_in(
    story: Story, article: Article, findings: Sequence[dict[str, Any]], anchors: Anchors
) -> dict[str, Any]:
    """The marks that findings make in an article, the findings they are about, and the places
    that other pages link to though nothing marks them."""
    marks = marks_of(story, article, findings, anchors)
    wanted = {mark["finding"] for mark in marks}
    return {
        "marks": marks,
        "findings": [f for f in findings if f["id"] in wanted],
        "anchors": anchors.unmarked(article, {mark["id"] for mark in marks}),
    }


def source_facts(story: Story, article: Article, docname: str) -> dict[str, Any]:
    """What a list of sources says of one article."""
    meta = article.meta
    text = article.text
    shown = [text[b.start : b.end] for b in article.shown]
    body = " ".join(text[b.start : b.end] for b in article.blocks if b.kind == "paragraph")
    return {
        "siglum": story.sigla[article.id],
        "docname": docname,
        "outlet": meta.outlet,
        "title": " ".join(meta.title.split()) if meta.title else None,
        # They stand for a headline where there is none; elsewhere an edit of them is no news.
        "first_words": ""
        if meta.title
        else " ".join((body or " ".join(shown)).split()[:FIRST_WORDS]),
        "published": meta.published,
        "updated": meta.updated,
        "byline": list(meta.byline),
        "place": meta.place,
        "agency": list(meta.agency),
        "photo_agency": list(meta.photo_agency),
        "url": meta.url,
        "retrieved": meta.retrieved,
        "rights": meta.rights,
        "language": meta.language,
        "foreign": meta.language not in (None, "en"),
        "words": sum(len(words.split()) for words in shown) + article.withheld,
        "withheld": bool(article.withheld),
        "file": article.source,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "clock": clock_facts(story, article),
        "basis": {
            field: " ".join(text[slice(*span)].split())
            for field in sorted(meta.basis)
            if (span := meta.span(field))
        },
        "grounds": {
            field: basis for field, basis in sorted(meta.basis.items()) if isinstance(basis, str)
        },
    }
