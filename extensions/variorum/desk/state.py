"""What a page is told when it opens: what waits, what is decided, and what is wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

from variorum.corrections.readers import agreement
from variorum.desk import reasons
from variorum.desk.entries import BrokenError, Entry
from variorum.desk.heads import grounds
from variorum.desk.ledger import Ledger
from variorum.desk.pages import news_address
from variorum.desk.proposals import Proposals, offered
from variorum.desk.readers import disputed, kinds, second
from variorum.desk.site import Found
from variorum.docnames import article_docnames, story_home
from variorum.edition import Story
from variorum.model import Article
from variorum.pages.kinds import place
from variorum.queue import Waiting

PLACING = ("pin", "unpin")
"""Verbs that say nothing of whether a thing is right."""
EDITORS = ("actors", "correction", "story")
"""Kinds of problems that tell what came to nothing of an editor's words."""
LATELY = 12
"""So many of the last decisions are listed."""


def state(
    found: Found, ledger: Ledger, proposals: Proposals, story: Story, by: str
) -> dict[str, Any]:
    """All that the desk's layer of a page needs, but the things themselves."""
    try:
        listed = ledger.entries(story.key)
    except BrokenError:
        listed = []
    # What is about two things at once, and a file’s own mistakes, are for the file.
    waiting = [w for w in found.queue if w.doubt.story == story.key and w.doubt.about]
    return {
        "version": found.version,
        "failed": found.failed,
        "story": story.key,
        "done": len({(e.said.what, e.said.at) for e in listed if e.said.verb not in PLACING}),
        "queue": sorted(
            [*(_waits(w, story) for w in waiting), *second(story, listed, by)],
            key=lambda item: item["group"] != "disputed",
        ),
        "tabs": _tabs(waiting, story),
        "disputed": list(disputed(story, listed, by)),
        "agreement": [
            asdict(row) | {"kind": kinds().get(row.kind, row.kind)}
            for row in agreement([[e.said for e in listed]])
        ],
        "actors": [a.name for a in story.actors],
        "makers": sorted({e.said.by for e in listed} - {""}),
        "file": ledger.name(story.key),
        "decided": [_decided(e) for e in list(reversed(listed))[:LATELY]],
        "hidden": [_decided(e) for e in listed if e.said.verb == "hide"],
        "front": [
            {"id": f.id, "pinned": bool(f.placed)} for f in story.findings.findings if f.front
        ],
        "proposals": list(offered(proposals.listed(story.key), story)),
        "news": f"/{news_address(story)}" if any(n.story == story.key for n in found.news) else "",
        "reports": [_report(a, story) for a in story.articles],
        "broken": [asdict(b) for b in ledger.broken(list(found.stories))],
        "idle": [
            {"file": p.source, "line": p.line, "why": p.message}
            for p in story.problems
            if p.subtype in EDITORS
        ],
        "kept": len(ledger.waiting()),
    }


def _waits(waiting: Waiting, story: Story) -> dict[str, Any]:
    doubt = waiting.doubt
    sources = {a.source: a for a in story.articles}
    article = sources.get(doubt.file)
    siglum = story.sigla.get(article.id, "") if article else ""
    return {
        "id": doubt.about,
        "group": waiting.group,
        "ask": reasons.ask(doubt),
        "why": reasons.why(doubt, story),
        "words": reasons.words(doubt, story),
        "siglum": siglum,
        "sure": round(doubt.confidence * 100) if doubt.confidence is not None else None,
        "href": _address(waiting, story, article.id if article else ""),
    }


def _tabs(waiting: list[Waiting], story: Story) -> dict[str, int]:
    """How much waits behind each of a story's ways in, by its address."""
    home = story_home(story.key)
    own = {f"/{home}{place(view)}.html" for view in ("differences", "sources")}
    ids = {a.source: a.id for a in story.articles}
    found = Counter(_address(w, story, ids.get(w.doubt.file, "")) for w in waiting)
    reports = sum(count for address, count in found.items() if address and address not in own)
    front = {f"/{home}{place('front')}.html": reports} if reports else {}
    return {address: found[address] for address in sorted(own) if found[address]} | front


def _address(waiting: Waiting, story: Story, article: str) -> str:
    home = story_home(story.key)
    if waiting.group == "missing":
        return f"/{home}{place('sources')}.html"
    if waiting.doubt.kind == "difference":
        return f"/{home}{place('differences')}.html"
    docname = article_docnames(home, story.articles).get(article)
    return f"/{docname}.html" if docname else ""


def _report(article: Article, story: Story) -> dict[str, Any]:
    meta = article.meta
    return {
        "id": article.id,
        "siglum": story.sigla[article.id],
        "file": article.source,
        "outlet": meta.outlet,
        "title": meta.title,
        "published": meta.published,
        "basis": grounds(article),
    }


def _decided(entry: Entry) -> dict[str, Any]:
    said = entry.said
    values = [v for v in (said.value(n) for n, _ in said.values) if v is not None]
    return {
        "token": entry.token,
        "verb": said.verb,
        "what": said.what,
        "words": said.at[0].exact,
        "article": said.at[0].article,
        "to": ", ".join(str(v) for v in values),
        "by": said.by,
        "on": said.on,
        "note": said.note,
    }
