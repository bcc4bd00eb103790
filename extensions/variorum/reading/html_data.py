"""JSON-LD: what a page says in data of its article, and of who publishes and who wrote it."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["linked_data"]

_ARTICLE = re.compile(r"Article|Report|Posting|BlogPost|LiveBlog")
_PAGE = re.compile(r"WebPage\b")
_SITE = re.compile(r"WebSite\b")
_BRACKET = re.compile(r"[{\[]")
_COMMA = re.compile(r'("(?:[^"\\]|\\.)*(?:"|\Z))|,\s*(?=[}\]])', re.DOTALL)
"""A text, which stays as it is, or a comma before a closing bracket."""
_DEEPEST = 6


def linked_data(root: Any) -> dict[str, list[Any]]:
    """What the objects say of the article, by field, the best first.

    "publisher" and "site" are two that may be the outlet.
    """
    objects = [item for data in _scripts(root) for item in _objects(data, _DEEPEST)]
    named = {item["@id"]: item for item in objects if _is_named(item)}
    articles = [item for item in objects if _is(item, _ARTICLE)]
    found: dict[str, list[Any]] = {}
    for item in articles:
        _add(found, "title", item.get("headline"))
        _add(found, "byline", list(_names(item.get("author"), named)))
        _add(found, "publisher", next(_names(item.get("publisher"), named), None))
    for item in (*articles, *(item for item in objects if _is(item, _PAGE))):
        _add(found, "published", item.get("datePublished"))
        _add(found, "updated", item.get("dateModified"))
    for item in objects:
        if _is(item, _SITE):
            _add(found, "site", item.get("name"))
    return found


def _is(item: Mapping[str, Any], kind: re.Pattern[str]) -> bool:
    return bool(kind.search(json.dumps(item.get("@type", ""))))


def _is_named(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("@id"), str) and isinstance(item.get("name"), str)


def _add(found: dict[str, list[Any]], field: str, value: Any) -> None:
    if isinstance(value, str):
        value = html.unescape(value).strip()
    if value and isinstance(value, (str, list)):
        found.setdefault(field, []).append(value)


def _scripts(root: Any) -> Iterator[Any]:
    for element in root.iter("script"):
        if element.get("type", "").strip().lower() == "application/ld+json":
            yield _loaded(element.text or "")


def _loaded(text: str) -> Any:
    """The data of a script, also where it is wrapped or has a comma too many."""
    said = text.split("<![CDATA[", 1)[-1].rsplit("]]>", 1)[0]
    starts = _BRACKET.search(said)
    said = said[starts.start() if starts else 0 : max(said.rfind("}"), said.rfind("]")) + 1]
    try:
        return json.loads(said, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_COMMA.sub(lambda match: match[1] or "", said), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(data.get(key), depth - 1)


def _names(people: Any, named: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The names of people or firms: given as such, as objects, or as the ids of others."""
    for person in people if isinstance(people, list) else [people]:
        name = person
        if isinstance(person, dict):
            id_ = person.get("@id")
            other = named.get(id_, {}) if isinstance(id_, str) else {}
            name = person.get("name") or other.get("name")
        for said in name if isinstance(name, list) else [name]:
            if isinstance(said, str) and said.strip() and "://" not in said:
                yield html.unescape(said).strip()
