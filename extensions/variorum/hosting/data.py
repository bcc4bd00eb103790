"""A page in schema.org's terms, and in a sentence: from its facts alone.

https://schema.org; what an article says of itself and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from variorum.pages.page import headline_words, outlet_words, story_title
from variorum.rendering.words import _, listed, reports

CONTEXT = "https://schema.org"
TYPES = {
    "PER": "Person", "ORG": "Organization", "NORP": "Organization", "GPE": "Place",
    "LOC": "Place", "FAC": "Place", "EVENT": "Event", "PRODUCT": "Product", "WORK": "CreativeWork",
}  # fmt: skip
LONGEST = 200
"""A description of more characters is cut between words."""
MENTIONS = 12
"""So many actors of an article are named."""

Facts = Mapping[str, Any]


def head_facts(facts: Facts) -> dict[str, Any]:
    """What the head of a page says of it: ``description``, ``kind`` and ``data``."""
    made = _PAGES.get(facts["page"])
    return made(facts) if made else {}


def _article(facts: Facts) -> dict[str, Any]:
    source = facts["source"]
    said = _first_words(facts["article"]) or (
        _("A report by %s, annotated and set beside the others of its story.")
        % outlet_words(source)
    )
    work = report(source)
    work["mentions"] = [_thing(actor) for actor in facts["actors"][:MENTIONS]]
    quoted = [_quotation(q, facts) for q in facts["annotations"] if _is_quotation(q)]
    return {
        "description": said,
        "kind": "article",
        "data": _clean(
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


def _front(facts: Facts) -> dict[str, Any]:
    who = listed([outlet_words(source) for source in facts["sources"]])
    said = facts["lead"] or _("%(reports)s by %(who)s, side by side.") % {
        "reports": reports(len(facts["sources"])), "who": who,
    }  # fmt: skip
    return {
        "description": said,
        "kind": "website",
        "data": _clean(
            {
                "@type": "CollectionPage",
                "name": story_title(dict(facts)),
                "description": said,
                "hasPart": [report(source) for source in facts["sources"]],
            }
        ),
    }


def _actor(facts: Facts) -> dict[str, Any]:
    actor = facts["actor"]
    said = _("What each report calls %s, where they are named, and what they say.") % actor["name"]
    thing = _thing(actor) | {"description": actor["description"]}
    page = {"@type": "ProfilePage", "name": actor["name"], "mainEntity": thing}
    return {"description": said, "kind": "website", "data": _clean(page)}


def _plain(words: str) -> Callable[[Facts], dict[str, Any]]:
    def made(facts: Facts) -> dict[str, Any]:
        said = _(words) % story_title(dict(facts))
        return {"description": said, "kind": "website", "data": None}

    return made


_PAGES: Mapping[str, Callable[[Facts], dict[str, Any]]] = {
    "article": _article,
    "front": _front,
    "actor": _actor,
    "differences": _plain("What the reports share and where they part: %s"),
    "statements": _plain("Who said what, in which words: %s"),
    "timeline": _plain("What happened when, in each report’s words: %s"),
    "actors": _plain("People, bodies and places that the reports name: %s"),
    "sources": _plain("What each report says of itself: %s"),
    "coverage": _plain("Which report tells what: %s"),
    "data": _plain("All annotations as files: %s"),
}


def report(source: Facts) -> dict[str, Any]:
    """An article as a NewsArticle: its own words on itself, at its own address."""
    return _clean(
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


def _thing(actor: Facts) -> dict[str, Any]:
    made = {"@type": TYPES.get(actor["label"], "Thing"), "name": actor["name"]}
    if actor["wikidata"]:
        made["sameAs"] = f"https://www.wikidata.org/entity/{actor['wikidata']}"
    return made


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
        "creator": [_thing(names[id_]) for id_ in ids if id_ in names],
    }


def _clean(said: dict[str, Any]) -> dict[str, Any]:
    """Without what isn't known."""
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def short(words: str) -> str:
    """A description on one line, not too long."""
    said = " ".join(words.split())
    return said if len(said) <= LONGEST else said[:LONGEST].rpartition(" ")[0] + " …"
