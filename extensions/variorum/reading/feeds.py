"""Feeds, RSS and Atom, whose entries bring the whole text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from variorum.reading.drafts import Draft, File
from variorum.reading.html import read_fragment
from variorum.reading.html_dates import date_of
from variorum.reading.office import parse_xml
from variorum.reading.parts import PartsLeft
from variorum.reading.problems import left_out
from variorum.reading.schema import check
from variorum.reading.sheet import words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_feed"]

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_MAILED = re.compile(r"(?:\S{1,80}@\S{1,80} \()?(?P<name>[^()@]{2,80})\)?")
"""An author as RSS has it: ``mail@post.example (A. Writer)``."""
_FEWEST = 80
"""Words from which on a description is taken for the whole text."""
_ENTRIES = frozenset(("item", "entry"))


def read_feed(file: File) -> Iterator[Draft]:
    """The entries with text; how many have none is told."""
    root = parse_xml(file.data, file.source)
    name = _local(root)
    if name not in ("rss", "feed", "RDF"):
        raise left_out(file.source, f"not a feed: its root is {name!r}", empty=True)
    channel = root.find("{*}channel") if name != "feed" else root
    outlet = _text(channel if channel is not None else root, "title")
    left = PartsLeft(file)
    entries = (each for each in root.iter() if _local(each) in _ENTRIES)
    for number, entry in enumerate(entries, 1):
        draft = _draft(entry, outlet)
        if draft is not None:
            yield draft
            continue
        title, url = _text(entry, "title") or "", _link(entry) or ""
        left.add(f"entry {number}", "no full text", called=title, url=url)
    left.tell("entries of the feed have no full text")


def _draft(entry: Any, outlet: str | None) -> Draft | None:
    title = _text(entry, "title")
    content = _content(entry)
    sheet = read_fragment(content, title) if content.strip() else None
    if sheet is None or (len(words(sheet.text)) < _FEWEST and not _is_whole(entry)):
        return None
    fields = {
        "title": title,
        "outlet": outlet,
        "published": date_of(_text(entry, "pubDate", "published", "issued", "date") or ""),
        "updated": date_of(_text(entry, "updated", "modified") or ""),
        "byline": _authors(entry),
        "url": _link(entry),
    }
    given = {k: v for k, v, complaint in check(fields) if v and not complaint}
    if "published" not in given and "updated" in given and _local(entry) == "entry":
        given["published"] = given.pop("updated")
    return Draft(sheet, given)


def _is_whole(entry: Any) -> bool:
    """Whether an entry has an element for its whole text."""
    return any(child.tag == _CONTENT or _local(child) == "content" for child in entry)


def _content(entry: Any) -> str:
    found: dict[str, str] = {}
    for child in entry:
        if child.tag == _CONTENT or _local(child) in ("content", "description", "summary"):
            kind = "content" if child.tag == _CONTENT else _local(child)
            found.setdefault(kind, _inner(child))
    return found.get("content") or found.get("description") or found.get("summary") or ""


def _inner(element: Any) -> str:
    """An element's HTML: escaped in its text, or as elements within it."""
    from lxml import etree

    if element.get("type") == "xhtml" or len(element):
        return "".join(etree.tostring(child, encoding="unicode") for child in element)
    return element.text or ""


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: Any, *names: str) -> str | None:
    for name in names:
        for child in element:
            if _local(child) == name and child.text and child.text.strip():
                return " ".join(child.text.split())
    return None


def _authors(entry: Any) -> list[str]:
    names: list[str | None] = []
    for child in entry:
        if _local(child) == "creator":
            names.append(_text_of(child))
        elif _local(child) == "author":
            said = _text_of(child) or ""
            match = _MAILED.fullmatch(said)
            names.append(_text(child, "name") or (match["name"] if match else None))
    return [name for name in names if name]


def _text_of(element: Any) -> str | None:
    return " ".join((element.text or "").split()) or None


def _link(entry: Any) -> str | None:
    for child in entry:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return child.get("href") or _text_of(child)
    return None
