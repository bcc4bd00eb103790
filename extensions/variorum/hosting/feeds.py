"""Atom feeds (RFC 4287) of a site, of each story and of each actor: a file beside the page.

An entry is a report, with what it says of itself and its own dates: a feed says the same whenever
it is made. A report without a date is in none, and without the site's address there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from variorum import keeping
from variorum.hosting.files import site_address
from variorum.hosting.others import gives_file
from variorum.pages.kind import FeedEntry
from variorum.pages.schema_org import short
from variorum.rendering.fragments import WRITING
from variorum.rendering.words import _
from variorum.staging.exports import published
from variorum.staging.files import as_json, remove, write_if_changed
from variorum.staging.outputs import record_path

if TYPE_CHECKING:
    from sphinx.application import Sphinx

TYPE = "application/atom+xml"
MOST = 100
"""So many reports, the latest, are in a feed."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A report in a feed, with the page it leads to."""

    page: str
    anchor: str
    said: str
    title: str
    author: str
    language: str
    published: str
    updated: str


def write_feeds(app: Sphinx, exception: Exception | None) -> None:
    """Write them beside the pages they are of, and none for what is gone."""
    if exception or app.builder.name not in WRITING:
        return
    out, record = Path(app.outdir), record_path(app, ".feeds.json")
    before = keeping.parsed(record, lambda data: set(json.loads(data))) or set()
    written = set()
    for docname in sorted(app.env.found_docs):
        name = feed_file(docname)
        if (entries := feed(app, docname)) and not gives_file(app, name):
            write_if_changed(published(app, name), _atom(app, docname, entries).encode())
            written.add(name)
    for name in sorted(before - written):
        remove(published(app, name), out)
    if before != written:
        keeping.write(record, as_json(sorted(written)))


def feed_file(docname: str) -> str:
    """Where the feed of a page lies."""
    return f"{docname}.atom"


def feed_link(app: Sphinx, docname: str) -> str:
    """The element in a page's head by which its feed is found, if it has one."""
    if app.builder.name not in WRITING or not feed(app, docname):
        return ""
    address, title = _feed_address(app, docname), escape(_title(app, docname))
    return f'<link rel="alternate" type="{TYPE}" title="{title}" href="{address}" />'


def feed(app: Sphinx, docname: str) -> list[Dated]:
    """The entries of a page's feed, the latest first; of the site's root those of all stories."""
    if not app.config.html_baseurl:
        return []
    metadata = app.env.metadata
    own = metadata[docname].get("variorum-feed", ())
    if docname == app.config.root_doc:
        fronts = (said for said in metadata.values() if said.get("variorum") == "front")
        own = [entry for said in fronts for entry in said.get("variorum-feed", ())]
    dated = [made for entry in own if (made := _dated(app, FeedEntry(*entry)))]
    return sorted(dated, key=lambda d: (d.updated, d.page), reverse=True)[:MOST]


def _dated(app: Sphinx, entry: FeedEntry) -> Dated | None:
    """A report by what its own page says of it."""
    if entry.docname not in app.env.found_docs:
        return None
    head = app.env.metadata[entry.docname].get("variorum-head") or {}
    about: Mapping[str, object] = (head.get("data") or {}).get("mainEntity") or {}
    printed, updated = (_moment(about.get(f"date{name}")) for name in ("Published", "Modified"))
    if not (printed or updated):
        return None
    publisher = about.get("publisher")
    outlet = publisher.get("name") if isinstance(publisher, dict) else None
    return Dated(
        page=entry.docname,
        anchor=entry.anchor,
        said=short(entry.said or head.get("description") or ""),
        title=app.env.titles[entry.docname].astext(),
        author=str(outlet or _("Unnamed source")),
        language=str(about.get("inLanguage") or ""),
        published=printed,
        updated=max(printed, updated),
    )


def _moment(said: object) -> str:
    """A day or a time as RFC 3339 has it; what names no zone is taken for UTC, so that moments
    can be put in order."""
    try:
        found = datetime.fromisoformat(str(said))
    except ValueError:
        return ""
    found = found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")


def _atom(app: Sphinx, docname: str, entries: list[Dated]) -> str:
    page = _address(app, docname)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(app.config.language)}">',
        f"<id>{page}</id>",
        f"<title>{escape(_title(app, docname))}</title>",
        f"<updated>{entries[0].updated}</updated>",
        f'<link rel="alternate" type="text/html" href="{page}"/>',
        f'<link rel="self" type="{TYPE}" href="{_feed_address(app, docname)}"/>',
        "<generator>Variorum</generator>",
    ]
    for entry in entries:
        lines += _entry(app, docname, entry)
    return "\n".join([*lines, "</feed>", ""])


def _entry(app: Sphinx, docname: str, entry: Dated) -> Iterator[str]:
    address = _address(app, entry.page)
    # What an actor's feed says of a report is not what its story's does.
    own = f"{_address(app, docname)}#{quote(entry.page)}" if entry.anchor else address
    language = f' xml:lang="{escape(entry.language)}"' if entry.language else ""
    there = f"{address}#{quote(entry.anchor)}" if entry.anchor else address
    yield f"<entry{language}>"
    yield f"<id>{own}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href="{there}"/>'
    if entry.published:
        yield f"<published>{entry.published}</published>"
    yield f"<updated>{entry.updated}</updated>"
    yield f"<author><name>{escape(entry.author)}</name></author>"
    if entry.said:
        yield f"<summary>{escape(entry.said)}</summary>"
    yield "</entry>"


def _title(app: Sphinx, docname: str) -> str:
    """The page's own title, with that of what it belongs to; the root's is the site's."""
    if docname != app.config.root_doc and docname in app.env.titles:
        title = app.env.titles[docname].astext()
        *above, _here = app.env.metadata[docname].get("variorum-trail") or [("", title)]
        return f"{title} – {above[0][1]}" if above else title
    from markupsafe import Markup

    return Markup(app.config.html_title or app.config.project).striptags()


def _address(app: Sphinx, docname: str) -> str:
    return escape(site_address(app) + app.builder.get_target_uri(docname))


def _feed_address(app: Sphinx, docname: str) -> str:
    return escape(site_address(app) + quote(feed_file(docname)))
