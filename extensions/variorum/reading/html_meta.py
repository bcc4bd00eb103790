"""What a page says of its article beside its words: data, meta elements, ``time`` elements."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from variorum.reading import lexicon
from variorum.reading.head.outlets import host_of, named, of_known_host
from variorum.reading.html_authors import people_in
from variorum.reading.html_data import linked_data
from variorum.reading.html_dates import best_date, date_of
from variorum.reading.schema import check
from variorum.reading.sheet import plain, words

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
_CREDITS = "reader-credits"
"""The class of the line that it puts below the headline: who wrote it."""
_FIRM = re.compile(r",? (?:LLC|Inc|Ltd|Limited|PLC|plc|GmbH|Corp)\.?$")
_BYLINE = re.compile(r"^\s*by:?\s+", re.IGNORECASE)


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
    data, said = linked_data(root), _named(root)
    url = _address(root, said, text, saved_from)
    titles = [
        html.unescape(" ".join(title.split()))
        for title in (*data.get("title", ()), *_values("title", said), root.findtext(".//title"))
        if title and title.strip()
    ]
    site = _site(data, said, url, next(iter(titles), ""))
    outlet = site or next((name for name in data.get("publisher", ()) if _agency(name)), None)
    times = list(_times(root))
    fields: dict[str, Any] = {
        "outlet": outlet,
        "published": best_date(_dates("published", data, said, times), url),
        "updated": next(_dates("updated", data, said, times), None),
        "byline": _authors(data, said, _copied(root, _CREDITS), outlet),
        "url": url,
        "rights": next(_values("rights", said), None),
    }
    given = {name: value for name, value, complaint in check(fields) if value and not complaint}
    return PageHead(given, next(iter(titles), None), site, url)


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


def _site(
    data: Mapping[str, list[Any]], named_: Mapping[str, str], url: str | None, title: str
) -> str | None:
    """The site's own name; one that sells copy to others isn't it, where there is another.

    A section's name or the headline is none; where the address leads to a known outlet, its name
    stands for a word that is made from it.
    """
    publishers = [name for name in data.get("publisher", ()) if not _agency(name)]
    names = (*_values("site", named_), *publishers, *data.get("site", ()))
    at_known = of_known_host(host_of(url or ""))
    for name in names:
        name = _FIRM.sub("", html.unescape(name))
        if _is_address(name) or _is_no_name(name, title):
            continue
        if at_known is None or named(name):
            return name
        ours, known = _letters(name), _letters(at_known)
        return at_known if ours in known or known in ours or name.islower() else name
    return None


def _is_no_name(name: str, title: str) -> bool:
    bare = name.replace(".", "").strip().lower()
    is_section = bare in lexicon.boilerplate()["sections"]
    is_line = bool(_BYLINE.match(name)) or (
        plain(title).startswith(plain(name)) and len(words(name)) > 3
    )
    return is_section or is_line or not any(c.isalpha() for c in name)


def _is_address(name: str) -> bool:
    return "://" in name or name.startswith(("@", "www."))


def _agency(name: str) -> str | None:
    """The full name of the news agency that a name is."""
    full, kind = lexicon.agencies().get(name, ("", ""))
    return full if kind == "agency" else None


def _authors(
    data: Mapping[str, list[Any]], said: Mapping[str, str], copied: list[str], outlet: str | None
) -> list[str]:
    """Those who wrote it: people, and an agency that is named as publisher of another's page.

    *copied* is what a browser's reader says of them in its copy.
    """
    lines = next(iter(data.get("byline", ())), None) or list(_values("byline", said))[:1] or copied
    own = _letters(outlet or "")
    lines = [line for line in lines if "://" not in line and _letters(line) != own]
    authors = [name for line in lines for name in people_in(line)]
    authors += [name for name in data.get("publisher", ()) if _agency(name)]
    unique = dict.fromkeys(a for a in authors if not _is_own(a, outlet))
    return list(unique)


def _is_own(author: str, outlet: str | None) -> bool:
    """Whether an author is the outlet itself."""
    own = _letters(outlet or "")
    letters = _letters(author)
    same = _agency(outlet or "") == _agency(author) if _agency(author) else letters == own
    return bool(own) and (same or (" " not in author and own.startswith(letters)))


def _copied(root: Any, class_: str) -> list[str]:
    """What the elements of a class say, in a copy that a browser's reader made."""
    if not any(_is_of(e, _READER) for e in root.iter("a")):
        return []
    said = (" ".join(e.text_content().split()) for e in root.iter("div") if _is_of(e, class_))
    return [line for line in said if line]


def _is_of(element: Any, class_: str) -> bool:
    return class_ in element.get("class", "").split()


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


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
    copied = (e.get("href", "") for e in root.iter("a") if _is_of(e, _READER))
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
