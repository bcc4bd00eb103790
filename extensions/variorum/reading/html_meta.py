"""What a page says of its article beside its words: data, meta elements, ``time`` elements."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from variorum.reading import lexicon
from variorum.reading.furniture import author_names
from variorum.reading.html_data import linked_data
from variorum.reading.html_dates import best_date, date_of
from variorum.reading.schema import check
from variorum.reading.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["PageHead", "page_head"]

_META = {
    "site": ("og:site_name", "application-name"),
    "published": ("article:published_time", "article:published", "og:article:published_time",
                  "datepublished", "parsely-pub-date", "dc.date.issued", "dcterms.issued",
                  "dc.date.created", "dcterms.created", "og:published_time", "publish-date",
                  "publish_date", "publication_date", "pubdate", "publishdate", "sailthru.date",
                  "article.published", "cxenseparse:recs:publishtime", "datecreated", "dc.date",
                  "dcterms.date", "date"),
    "updated": ("article:modified_time", "article:modified", "og:updated_time",
                "og:article:modified_time", "datemodified", "dcterms.modified", "last-modified",
                "lastmod"),
    "byline": ("author", "article:author", "parsely-author", "dc.creator", "byl"),
    "url": ("og:url",),
    "title": ("og:title", "twitter:title", "headline", "dc.title", "parsely-title"),
    "rights": ("copyright", "dc.rights", "dcterms.rights"),
}  # fmt: skip
"""Names of meta elements (``name``, ``property`` or ``itemprop``) by field, the best first."""
_SAVED = re.compile(r"(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url: )(https?://\S+)")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?:)")
_TOP = 2_000
"""Characters from the top in which a browser notes an address."""
_READER = "reader-domain"
"""The class of the link that a browser's reader puts above its copy of a page."""
_BYLINE = re.compile(r"^\s*by:?\s+", re.IGNORECASE)
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says beside its words."""

    given: dict[str, Any]
    """The fields that it gives, as :mod:`~variorum.reading.schema` has them."""
    title: str | None
    """The title beside its text, without the site's name where that is told."""
    site: str | None
    """The site's own name."""
    url: str | None


def page_head(root: Any, text: str, saved_from: str | None = None) -> PageHead:
    """Read the head of a page of this source *text*."""
    data, named = linked_data(root), _named(root)
    url = _address(root, named, text, saved_from)
    site = _site(data, named)
    outlet = site or next(iter(data.get("publisher", ())), None)
    times = list(_times(root))
    fields: dict[str, Any] = {
        "outlet": outlet,
        "published": best_date(_dates("published", data, named, times), url),
        "updated": next(_dates("updated", data, named, times), None),
        "byline": _authors(data, named, outlet),
        "url": url,
        "rights": next(_values("rights", named), None),
    }
    given = {name: value for name, value, complaint in check(fields) if value and not complaint}
    titles = (*data.get("title", ()), *_values("title", named), root.findtext(".//title"))
    title = next((said for title in titles if title and (said := " ".join(title.split()))), None)
    return PageHead(given, title and html.unescape(title), site, url)


def _named(root: Any) -> dict[str, str]:
    """Contents of meta elements by name, in small letters; the first of a name."""
    named: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content", "").strip()
        for attribute in ("property", "name", "itemprop"):
            for name in element.get(attribute, "").lower().split() if content else ():
                named.setdefault(name, content)
    return named


def _values(field: str, named: Mapping[str, str]) -> Iterator[str]:
    return (named[name] for name in _META[field] if name in named)


def _site(data: Mapping[str, list[Any]], named: Mapping[str, str]) -> str | None:
    """The site's own name; one that sells copy to others isn't it, where there is another."""
    publishers = [name for name in data.get("publisher", ()) if not _agency(name)]
    names = (*_values("site", named), *publishers, *data.get("site", ()))
    return next((html.unescape(name) for name in names if not _is_address(name)), None)


def _is_address(name: str) -> bool:
    return "://" in name or name.startswith(("@", "www."))


def _agency(name: str) -> str | None:
    """The full name of the news agency that a name is."""
    full, kind = lexicon.agencies().get(name, ("", ""))
    return full if kind == "agency" else None


def _authors(
    data: Mapping[str, list[Any]], named: Mapping[str, str], outlet: str | None
) -> list[str]:
    """Those who wrote it: people, and an agency that is named as publisher of another's page."""
    said = next(iter(data.get("byline", ())), None) or list(_values("byline", named))[:1]
    authors = [name for line in said if "://" not in line for name in _people(line)]
    authors += [name for name in data.get("publisher", ()) if _agency(name)]
    own = _agency(outlet or "") or plain(outlet or "")
    unique = dict.fromkeys(a for a in authors if (_agency(a) or plain(a)) != own)
    return list(unique)


def _people(line: str) -> list[str]:
    """The names in ``By A. WRITER and B. WRITER, Agency``."""
    line = _BYLINE.sub("", " ".join(html.unescape(line).split()))
    head = f"By {line}"
    names = [head[slice(*span)] for span in author_names(head)]
    return names or ([line] if 0 < len(line) <= _LONGEST_NAME else [])


def _dates(
    field: str,
    data: Mapping[str, list[Any]],
    named: Mapping[str, str],
    times: list[tuple[str, str]],
) -> Iterator[str]:
    """The dates of a field that can be read, the best first."""
    said = (*data.get(field, ()), *_values(field, named), *(d for of, d in times if of == field))
    return (date for value in said if (date := date_of(value)))


def _times(root: Any) -> Iterator[tuple[str, str]]:
    """The ``time`` elements outside of the page's furniture: what each dates, and its value."""
    within = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in ("aside", "nav", "footer"):
            within += 1 if event == "start" else -1
        elif element.tag == "time" and event == "start" and not within:
            marks = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
            is_update = "modif" in marks or "updat" in marks or "updated" in _label(element).lower()
            yield "updated" if is_update else "published", element.get("datetime") or ""


def _label(element: Any) -> str:
    """The words right before an element."""
    before = element.getprevious()
    return (element.getparent().text if before is None else before.tail) or ""


def _address(root: Any, named: Mapping[str, str], text: str, saved_from: str | None) -> str | None:
    """The page's address: its own word, else what a program noted when saving it."""
    links = root.iter("link")
    canonical = (e.get("href", "") for e in links if e.get("rel", "").lower() == "canonical")
    copied = (e.get("href", "") for e in root.iter("a") if _READER in e.get("class", "").split())
    saved = _SAVED.search(text, 0, _TOP)
    for url in (
        *_values("url", named),
        *canonical,
        *copied,
        saved[1] if saved else "",
        saved_from or "",
    ):
        if url.lower().startswith(("http://", "https://")):
            return _ARCHIVED.sub("", url.strip())
    return None
