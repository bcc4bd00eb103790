"""What each page needs to know, as JSON: a page is built from its facts and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from variorum.edition import Edition, Story
from variorum.model import Article, Problem
from variorum.records import article_to_json
from variorum.staging.actor_facts import ActorFacts
from variorum.staging.anchors import Anchors
from variorum.staging.coverage_facts import coverage_facts, named_in
from variorum.staging.dates_facts import clock_facts, dates_facts
from variorum.staging.docnames import article_docnames
from variorum.staging.findings_facts import (
    distinct_facts,
    findings_facts,
    marks_of,
    provenance_facts,
)
from variorum.staging.parallel_facts import (
    PAIR,
    joins_facts,
    pair_facts,
    pair_name,
    pairs_worth_a_page,
    partners_of,
)
from variorum.staging.search_facts import search_facts
from variorum.staging.statement_pages import Statements
from variorum.staging.statements_facts import voices

METHOD = "variorum/method"
STORIES = "variorum/stories"
SEARCH = "variorum/search"
NO_PAGE = frozenset((STORIES, SEARCH))
"""Facts that make no page of their own: the first for authors' pages, the second for the search."""
FIRST_WORDS = 10
STATEMENTS = {
    "speaker": "statements",
    "source": "statements by source",
    "day": "statements by day",
}
"""The orders statements are given in, and the name of the page of each."""
VIEWS = (
    "front", "sources", "actors", "timeline", "dates", "differences", "coverage", "data",
)  # fmt: skip
NEIGHBOUR = ("siglum", "outlet", "published", "updated")
"""What an article's page has to know of the others."""
DATES = ("published", "updated")
JOINS = "parallel/joins"
"""Where its findings lie, for views of two articles that an author asks for; no page."""
FIVE = 5
"""So many findings stand on the front page."""


def edition_facts(edition: Edition, root_doc: str) -> dict[str, dict[str, Any]]:
    """The facts of every generated page, by docname.

    Those of :data:`NO_PAGE` are there for others; the stories make a page if nothing else is at
    the root.
    """
    pages: dict[str, dict[str, Any]] = {METHOD: {"page": "method"}}
    fronts = []
    searched = []
    for story in edition.stories:
        left_out = [p for p in edition.problems if p.left_out and p.story == story.key]
        told = story_facts(story, left_out, root_doc)
        fronts.append(told["front"])
        searched.append(told.pop("search"))
        pages |= {facts["docname"]: facts for facts in told.values()}
    stories = {"page": "stories", "docname": STORIES, "stories": fronts, "method": METHOD}
    pages[STORIES] = stories
    pages[SEARCH] = {"page": "search", "stories": searched}
    pages.setdefault(root_doc, stories | {"docname": root_doc})
    return pages


def story_facts(
    story: Story, left_out: Sequence[Problem], root_doc: str
) -> dict[str, dict[str, Any]]:
    """The facts of a story's pages, by a name for each."""
    home = f"{story.key}/" if story.key else ""
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
    pages["parallel"] = f"{home}parallel/"
    shared = {
        "pages": pages,
        "story": story.key,
        "title": story.title,
        "lead": story.lead,
        "sources": sources,
        "left_out": [{"source": p.source, "message": p.message} for p in left_out],
    }
    printed = Statements(story, home)
    actors = ActorFacts(story, home, docnames, shared, printed)
    joins = joins_facts(story)
    pairs = pairs_worth_a_page(joins, shares, [s["siglum"] for s in sources])
    parallel = partners_of(pairs)
    told: dict[str, dict[str, Any]] = {
        name: shared | {"page": name, "docname": pages[name]}
        for name in ("front", "sources", "data")
    }
    anchors = Anchors(story)
    distinct = distinct_facts(story, docnames, anchors)
    findings = findings_facts(story, docnames, anchors, printed)
    told["differences"] = shared | {
        "page": "differences",
        "docname": pages["differences"],
        "findings": findings,
        "actors": named_in((f["actors"] for f in findings), story),
        "parallel": parallel,
        "distinct": distinct,
    }
    for page in printed.pages(shared, findings, actors.statements, distinct):
        told[page["docname"]] = page
    told["coverage"] = shared | {
        "page": "coverage",
        "docname": pages["coverage"],
        **coverage_facts(story, anchors),
    }
    told["front"]["findings"] = _most_worth_seeing(findings)
    told["front"]["counts"] = _counts(story)
    told["front"]["named_most"] = actors.named_most()
    dates = dates_facts(story, docnames)
    told["timeline"] = shared | {"page": "timeline", "docname": pages["timeline"], "dates": dates}
    told["dates"] = shared | {"page": "dates", "docname": pages["dates"], "dates": dates}
    for by, name in STATEMENTS.items():
        told[name] = shared | {
            "page": "statements",
            "by": by,
            "docname": pages[name],
            "statements": actors.statements,
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
            "annotations": [a.to_json() for a in story.annotations.get(article.id, ())],
            **_found_in(story, article, findings, anchors),
            "actors": actors.cards(article),
            "statements": printed.of_article(article),
            "parallel": {story.sigla[article.id]: parallel.get(story.sigla[article.id], [])},
            "source": sources[i],
            "before": sources[i - 1] if i else None,
            "after": sources[i + 1] if i + 1 < len(sources) else None,
        }
    told["joins"] = joins | {
        "docname": home + JOINS,
        "pages": pages,
        "title": story.title,
        "sources": [{name: s[name] for name in (*PAIR, "shared")} for s in sources],
    }
    for page in _parallel_pages(story, pairs, joins, shared):
        told[page["docname"]] = page
    return told


def _parallel_pages(
    story: Story,
    pairs: Iterable[tuple[str, str]],
    joins: Mapping[str, Any],
    shared: Mapping[str, Any],
) -> Iterator[dict[str, Any]]:
    """The facts of each pair of articles that has a page."""
    sources = {s["siglum"]: s for s in shared["sources"]}
    articles = {story.sigla[a.id]: article_to_json(a) for a in story.articles}
    for pair in pairs:
        yield {
            **pair_facts(joins, [sources[s] for s in pair], [articles[s] for s in pair]),
            "docname": shared["pages"]["parallel"] + pair_name(*pair),
            "pages": shared["pages"],
            "title": story.title,
            "sources": _named_by(story, shared["sources"]),
        }


def _named_by(story: Story, sources: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What a story without a title is called by: how many reports it has, and of which days."""
    return [] if story.title else [{name: s[name] for name in DATES} for s in sources]


def _most_worth_seeing(findings: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first of each kind, in the order of the analysis; then the next ones."""
    firsts = list({finding["kind"]: finding for finding in reversed(findings)}.values())
    firsts.sort(key=findings.index)
    return [*firsts, *(f for f in findings if f not in firsts)][:FIVE]


def page_name(view: str) -> str:
    """Where in its story's folder a view has its page."""
    return {"front": "index", "actors": "actors/index"}.get(view, view.replace(" ", "-"))


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


def _counts(story: Story) -> dict[str, int]:
    """How much of each kind there is, for the front page."""
    found = Counter(said.type for said in chain.from_iterable(story.annotations.values()))
    return {
        "actors": len(story.actors),
        "quotes": found["quote"],
        "dates": found["date"],
        "findings": len(story.findings.findings),
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
        "first_words": " ".join((body or " ".join(shown)).split()[:FIRST_WORDS]),
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
            field: " ".join(text[start:end].split())
            for field, (start, end) in sorted(meta.basis.items())
        },
    }
