"""References beside saved files: what Zotero and its kind know of the pages they keep copies of.

A file of CSL-JSON ("Better CSL JSON", too) lists items; "BetterBibTeX JSON" says of each which
files it has. An item belongs to a file by that, else by its address, the folder that has its
number, or its title; what fits two items gets none.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from variorum.reading.html_dates import date_of
from variorum.reading.schema import TEXT_KEYS, check
from variorum.reading.sheet import plain

if TYPE_CHECKING:
    from variorum.reading.drafts import Draft

__all__ = ["Item", "References", "references_in"]

_NAMES = {
    "title": ("title",),
    "outlet": ("container-title", "publicationTitle", "websiteTitle", "blogTitle", "programTitle"),
    "publisher": ("publisher",),
    "published": ("issued", "date"),
    "retrieved": ("accessed", "accessDate"),
    "byline": ("author", "creators"),
    "url": ("URL", "url"),
    "language": ("language",),
    "rights": ("rights", "license"),
}
"""Keys of an item by field, as CSL and as Zotero call them."""
_IDS = ("id", "key", "itemKey", "itemID", "citationKey", "citation-key")
_KINDS = frozenset(
    ("article", "article-journal", "article-magazine", "article-newspaper", "blogPost", "broadcast",
     "document", "forumPost", "interview", "journalArticle", "magazineArticle", "manuscript",
     "newspaperArticle", "personal_communication", "podcast", "post", "post-weblog",
     "radioBroadcast", "report", "speech", "tvBroadcast", "webpage")
)  # fmt: skip
"""Types of items whose texts may be reports, as CSL and as Zotero call them."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_FEWEST = 3
"""Words of a title that is looked for within others."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is known of an article: the fields it gives, and how its file can be told."""

    ids: frozenset[str]
    files: frozenset[str]
    given: dict[str, Any]
    publisher: str | None


@dataclass(frozen=True, slots=True)
class References:
    """All items beside the files of a story."""

    items: tuple[Item, ...] = ()
    sha256: str = ""
    """Of the files that list them."""
    single: bool = False
    """Whether there is one item and one file, so that they belong together."""

    def describe(self, draft: Draft, source: str) -> None:
        """Give the article of a file what is known of it."""
        item = self._item(draft, PurePosixPath(source))
        if item is None:
            return
        given = dict(item.given)
        day = str(draft.given.get("published") or "")
        if day.startswith(given.get("published", "-")):
            # The page says the same day, and the hour.
            given.pop("published")
        draft.given |= given
        draft.spans |= dict.fromkeys(given, "record")
        if item.publisher and not draft.given.get("outlet"):
            draft.given["outlet"] = item.publisher
            draft.spans["outlet"] = "record"

    def _item(self, draft: Draft, source: PurePosixPath) -> Item | None:
        address = _bare(str(draft.given.get("url") or ""))
        titles = [plain(source.stem), *_titles(draft)]
        told: tuple[Callable[[Item], bool], ...] = (
            lambda item: str(source) in item.files,
            lambda item: bool(address) and _bare(str(item.given.get("url", ""))) == address,
            lambda item: source.parent.name in item.ids,
            lambda item: any(_within(plain(item.given.get("title", "")), t) for t in titles),
            lambda _: self.single,
        )
        for tells in told:
            if fitting := [item for item in self.items if tells(item)]:
                return fitting[0] if len(fitting) == 1 else None
        return None


def references_in(data: bytes, source: str) -> list[Item]:
    """The items of a file that lists references; none of any other, such as one of articles."""
    try:
        said: Any = json.loads(data)
    except (ValueError, RecursionError):
        return []
    if isinstance(said, dict):
        said = said["items"] if isinstance(said.get("items"), list) else [said]
    listed = [each for each in said if isinstance(each, dict)] if isinstance(said, list) else []
    if any(isinstance(each.get(name), str) for each in listed for name in TEXT_KEYS):
        return []
    folder = posixpath.dirname(source)
    kinds = (str(each.get("type") or each.get("itemType")) for each in listed)
    return [
        _item_of(each, folder) for each, kind in zip(listed, kinds, strict=True) if kind in _KINDS
    ]


def _item_of(said: Mapping[str, Any], folder: str) -> Item:
    values: dict[str, Any] = {}
    for name, keys in _NAMES.items():
        read: Callable[[Any], Any] = _VALUES.get(name, _words)
        values[name] = next((read(said[key]) for key in keys if said.get(key)), None)
    given = {name: value for name, value, complaint in check(values) if value and not complaint}
    publisher = values["publisher"]
    attached = said.get("attachments")
    paths = [
        posixpath.normpath(posixpath.join(folder, each["path"].replace("\\", "/")))
        for each in (attached if isinstance(attached, list) else ())
        if isinstance(each, dict) and isinstance(each.get("path"), str)
    ]
    ids = (str(said[name]).rstrip("/").rpartition("/")[2] for name in _IDS if said.get(name))
    return Item(frozenset(ids), frozenset(paths), given, publisher)


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _date(value: Any) -> str | None:
    """A date as CSL writes it, in parts or raw, or as a text."""
    if not isinstance(value, dict):
        return date_of(value)
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and all(re.fullmatch(r"\d{1,4}", str(part)) for part in first):
        return date_of("-".join(f"{int(part):02}" for part in first[:3]))
    return next((date for k in ("raw", "literal") if (date := date_of(value.get(k)))), None)


def _people(value: Any) -> list[str]:
    """Names of authors: given and family name, or one that isn't parted."""
    names = []
    for person in value if isinstance(value, list) else ():
        if isinstance(person, dict) and person.get("creatorType", "author") == "author":
            keys = (("literal",), ("name",), ("given", "non-dropping-particle", "family"),
                    ("firstName", "lastName"))  # fmt: skip
            forms = (" ".join(str(person.get(k) or "") for k in form).split() for form in keys)
            names += [" ".join(form) for form in forms if form][:1]
    return names


def _code(value: Any) -> str | None:
    """The code of a language ("en-GB" is English); a language's name is none."""
    match = _LANGUAGE.match(value) if isinstance(value, str) else None
    return match[0].lower() if match else None


_VALUES: dict[str, Callable[[Any], Any]] = {
    "published": _date, "retrieved": _date, "byline": _people, "language": _code,
}  # fmt: skip


def _titles(draft: Draft) -> Iterator[str]:
    """What a file calls its article, as plain words."""
    yield plain(str(draft.given.get("title") or ""))
    for piece in draft.sheet.pieces:
        if piece.kind == "headline":
            yield plain(draft.sheet.text[piece.start : piece.end])


def _within(title: str, said: str) -> bool:
    """Whether a title is what is said, or a part of it."""
    if not title or title == said:
        return bool(title)
    return len(title.split()) >= _FEWEST and f" {title} " in f" {said} "


def _bare(url: str) -> str:
    """An address without what doesn't part two pages."""
    bare = re.sub(r"^https?://(?:www\.)?", "", url.strip(), flags=re.IGNORECASE)
    return bare.partition("#")[0].rstrip("/").lower()
