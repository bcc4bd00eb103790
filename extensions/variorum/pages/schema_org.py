"""A page in schema.org's terms, and in a sentence: from its facts alone.

https://schema.org; what an article says of itself and no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from variorum.pages.kind import Head
from variorum.pages.page import story_title
from variorum.pages.records import JsonLd, SourceFacts
from variorum.rendering.words import listed


class Thing(TypedDict):
    """As much of an actor as schema.org has a form for."""

    name: str
    label: str
    wikidata: str | None


TYPES = {
    "PER": "Person", "ORG": "Organization", "NORP": "Organization", "GPE": "Place",
    "LOC": "Place", "FAC": "Place", "EVENT": "Event", "PRODUCT": "Product", "WORK": "CreativeWork",
}  # fmt: skip
LONGEST = 155
"""A description of more characters is cut between words."""


def described(words: str, facts: Mapping[str, Any]) -> Head:
    """The head of a page that has no form in schema.org; its story's title goes into the words."""
    return {"description": words % story_title(facts), "kind": "website", "data": None}


def report(source: SourceFacts) -> JsonLd:
    """An article as a NewsArticle: its own words on itself, at its own address."""
    return known(
        {
            "@type": "NewsArticle",
            "headline": source["title"],
            "publisher": {"@type": "Organization", "name": source["outlet"]}
            if source["outlet"]
            else None,
            "datePublished": source["published"],
            "dateModified": source["updated"],
            # Whether a byline is a person or a desk isn't said.
            "creditText": listed(source["byline"]) if source["byline"] else None,
            "url": source["url"],
            "inLanguage": source["language"],
            "wordCount": source["words"],
            "license": source["rights"],
        }
    )


def thing(actor: Thing) -> JsonLd:
    """An actor as what it is."""
    made: JsonLd = {"@type": TYPES.get(actor["label"], "Thing"), "name": actor["name"]}
    if actor["wikidata"]:
        made["sameAs"] = f"https://www.wikidata.org/entity/{actor['wikidata']}"
    return made


def known(said: JsonLd) -> JsonLd:
    """Without what isn't known."""
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def short(words: str) -> str:
    """A description on one line, not too long."""
    said = " ".join(words.split())
    return said if len(said) <= LONGEST else said[:LONGEST].rpartition(" ")[0] + " …"
