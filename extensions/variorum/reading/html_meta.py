"""What the head of a page says of its article: JSON-LD, meta elements, ``time`` elements."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from variorum.reading.schema import check

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["page_metadata", "page_title"]

_META = {
    "outlet": ("og:site_name", "application-name"),
    "published": ("article:published_time", "og:article:published_time", "datepublished",
                  "parsely-pub-date", "dc.date.issued", "dcterms.created", "publish-date",
                  "pubdate", "publishdate", "sailthru.date", "dc.date", "dcterms.date"),
    "updated": ("article:modified_time", "og:updated_time", "og:article:modified_time",
                "datemodified", "dcterms.modified", "last-modified", "lastmod"),
    "byline": ("author", "article:author", "parsely-author", "dc.creator", "byl"),
    "url": ("og:url",),
    "rights": ("copyright", "dc.rights", "dcterms.rights"),
}  # fmt: skip
"""Names of meta elements (``name``, ``property`` or ``itemprop``) by field, the best first."""
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title")
_ARTICLES = re.compile(r"Article|Report|Posting|BlogPost|LiveBlog")
_SAVED = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_TOP = 2_000
"""Characters from the top in which a browser notes an address."""
_DEEPEST = 6
_BYLINE = re.compile(r"^\s*by:?\s+", re.IGNORECASE)


def page_metadata(root: Any, text: str) -> dict[str, Any]:
    """The fields that a page of this source *text* gives beside its words."""
    fields: dict[str, Any] = {}
    named = _named(root)
    for source in (
        _linked_data(root),
        _from_meta(named),
        _from_times(root),
        _from_links(root, text),
    ):
        for name, value in source.items():
            fields.setdefault(name, value)
    return {name: value for name, value, complaint in check(fields) if complaint is None}


def page_title(root: Any) -> str | None:
    """The title that a page gives beside its text, without the site's name where that is told."""
    named = _named(root)
    for name in _TITLES:
        if name in named:
            return named[name]
    headline = _linked_data(root).get("title")
    return headline if isinstance(headline, str) else root.findtext(".//title")


def _named(root: Any) -> dict[str, str]:
    """Contents of meta elements by name, in small letters; the first of a name."""
    named: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content", "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                named.setdefault(name.strip().lower(), content)
    return named


def _from_meta(named: dict[str, str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for field, names in _META.items():
        value = next((named[name] for name in names if name in named), None)
        if field == "byline" and value:
            # Addresses of author pages are no names.
            value = None if "://" in value else _BYLINE.sub("", value)
        if value:
            fields[field] = value
    return fields


def _from_times(root: Any) -> dict[str, Any]:
    """``<time datetime>``: by its ``itemprop``, else the first outside of the page's furniture."""
    fields: dict[str, Any] = {}
    for element in _times(root):
        value = element.get("datetime")
        marks = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
        if not value:
            continue
        is_update = "modif" in marks or "updat" in marks or "updated" in _label(element).lower()
        fields.setdefault("updated" if is_update else "published", value)
    return fields


def _times(root: Any) -> Iterator[Any]:
    """The ``time`` elements outside of the page's furniture."""
    within = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in ("aside", "nav", "footer"):
            within += 1 if event == "start" else -1
        elif element.tag == "time" and event == "start" and not within:
            yield element


def _label(element: Any) -> str:
    """The words right before an element."""
    before = element.getprevious()
    return (element.getparent().text if before is None else before.tail) or ""


def _from_links(root: Any, text: str) -> dict[str, Any]:
    """The page's address: its canonical one, else the one a browser noted when saving it."""
    for element in root.iter("link"):
        if element.get("rel", "").lower() == "canonical" and element.get("href"):
            return {"url": element.get("href")}
    saved = _SAVED.search(text, 0, _TOP)
    return {"url": saved[1]} if saved else {}


def _linked_data(root: Any) -> dict[str, Any]:
    """The first object of JSON-LD that describes an article."""
    for element in root.iter("script"):
        if element.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data, _DEEPEST):
            if _ARTICLES.search(json.dumps(item.get("@type", ""))):
                publisher = item.get("publisher")
                fields = {
                    "title": item.get("headline"),
                    "published": item.get("datePublished"),
                    "updated": item.get("dateModified"),
                    "byline": _names(item.get("author")),
                    "outlet": publisher.get("name") if isinstance(publisher, dict) else None,
                }
                return {name: value for name, value in fields.items() if value}
    return {}


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(data.get(key), depth - 1)


def _names(author: Any) -> list[str]:
    people = author if isinstance(author, list) else [author]
    names = [person.get("name") if isinstance(person, dict) else person for person in people]
    return [_BYLINE.sub("", n) for n in names if isinstance(n, str) and n and "://" not in n]
