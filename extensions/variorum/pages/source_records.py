"""What pages know of a report: all that it says of itself, or as little of that as they show."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from variorum.model import Article
from variorum.pages.dates import clock_facts
from variorum.pages.records import (
    ListedSource,
    Neighbour,
    ReviewFacts,
    Share,
    SourceFacts,
    Turn,
)

if TYPE_CHECKING:
    from variorum.edition import Story
    from variorum.story import Review

FIRST_WORDS = 10


def review_facts(reviewed: Review | None, article: Article | None = None) -> ReviewFacts | None:
    """Who has read a story over, or one of its articles, and when; nothing where nobody has."""
    if reviewed is None:
        return None
    names = () if article is None else (article.id, *PurePosixPath(article.source).parts[-1:])
    # A story of which some articles were read over is not reviewed as a whole.
    if reviewed.articles and not set(names) & set(reviewed.articles):
        return None
    return {"name": reviewed.by, "date": reviewed.on}


def listed_source(source: SourceFacts) -> ListedSource:
    """A source as most pages need it, without what an edit of its file changes."""
    shared = source["shared"]
    return {
        "siglum": source["siglum"],
        "docname": source["docname"],
        "outlet": source["outlet"],
        "title": source["title"],
        "first_words": source["first_words"],
        "published": source["published"],
        "updated": source["updated"],
        "file": source["file"],
        "withheld": source["withheld"],
        "shared": {"origin": shared["origin"]} if shared else None,
    }


def neighbour(source: SourceFacts) -> Neighbour:
    """A source as an article's or a statement's page needs it."""
    return {
        "siglum": source["siglum"],
        "outlet": source["outlet"],
        "published": source["published"],
        "updated": source["updated"],
    }


def turn(source: SourceFacts) -> Turn:
    """A source as the article before or after it needs it."""
    return {
        "siglum": source["siglum"],
        "docname": source["docname"],
        "outlet": source["outlet"],
        "title": source["title"],
        "first_words": source["first_words"],
    }


def source_facts(story: Story, article: Article, docname: str, shared: Share | None) -> SourceFacts:
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
        "versions": [version.source for version in story.earlier.get(article.id, ())],
        "clock": clock_facts(story, article),
        "basis": {
            field: " ".join(text[slice(*span)].split())
            for field in sorted(meta.basis)
            if (span := meta.span(field))
        },
        "grounds": {
            field: basis for field, basis in sorted(meta.basis.items()) if isinstance(basis, str)
        },
        "shared": shared,
    }
