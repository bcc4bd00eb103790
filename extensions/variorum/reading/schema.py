"""The metadata that an article may be given: front matter and ``.jsonl`` objects alike."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["FIELDS", "TEXT_KEYS", "check", "is_text"]

FIELDS: dict[str, str] = {
    "title": "text",
    "outlet": "text",
    "published": "date",
    "updated": "date",
    "agency": "texts",
    "photo_agency": "texts",
    "byline": "texts",
    "place": "text",
    "url": "address",
    "retrieved": "date",
    "rights": "text",
    "language": "text",
    "story": "folder",
}
"""Each field and its type: a text or list of texts, a date, a web address, a folder's path."""
TEXT_KEYS = (
    "text", "maintext", "full_text", "fulltext", "article_text", "story_text", "main_text", "body",
    "content",
)  # fmt: skip
"""Keys under which programs write the text of an article, the best first."""
_LONGEST_PATH = 200
"""Bytes of a story's path: its pages lie in a folder of this name."""

_AS_ISO = re.compile(
    r"\d{4}-?(?:\d\d-?\d\d|W\d\d(?:-?\d)?)"
    r"(?:[T ]\d\d(?::?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
"""What the parser of dates takes that any other takes, too."""
_EXPECTED = {
    "text": "a text",
    "texts": "a text or a list of texts",
    "date": "a date in ISO 8601",
    "address": "an address that begins with http:// or https://",
    "folder": "the path of a folder below the source directory",
}


def check(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any, str | None]]:
    """Yield (field, value, complaint) for every known field that is given and not null.

    The value is what :class:`~variorum.model.Metadata` holds; where there is a complaint it is
    ``None``.
    """
    for name, kind in FIELDS.items():
        value = fields.get(name)
        if value is None:
            continue
        converted = _CONVERTERS[kind](value)
        complaint = None if converted is not None else f"{name} has to be {_EXPECTED[kind]}"
        yield name, converted, complaint


def _text(value: Any) -> str | None:
    if not isinstance(value, str) or not is_text(value):
        return None
    return " ".join(value.split()) or None


def is_text(value: str) -> bool:
    """Whether a value can be written to a file: YAML and JSON can spell half a character."""
    return "\0" not in value and not any("\ud800" <= c <= "\udfff" for c in value)


def _folder(value: Any) -> str | None:
    """A path that leads nowhere else than below the folder it is counted from."""
    text = _text(value)
    if text is None or "\\" in text or not text.isprintable():
        return None
    safe = all(part.strip(". ") for part in text.split("/"))
    return text if safe and len(text.encode()) <= _LONGEST_PATH else None


def _texts(value: Any) -> tuple[str, ...] | None:
    if isinstance(value, list):
        texts = tuple(text for item in value if (text := _text(item)))
        return texts if len(texts) == len(value) else None
    return (text,) if (text := _text(value)) else None


def _date(value: Any) -> str | None:
    """ISO 8601 as written: a year, a month, a day, or a day with a time and perhaps an offset."""
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = str(value).strip() if isinstance(value, (str, int)) and value is not True else ""
    for padding in ("", "-01", "-01-01"):
        # A month or a year alone is a date as precise as it is printed.
        if padding and (len(text) != 10 - len(padding)):
            continue
        try:
            moment = datetime.datetime.fromisoformat(text + padding)
        except ValueError:
            continue
        if padding or _AS_ISO.fullmatch(text):
            return text.replace(" ", "T", 1)
        return moment.isoformat()
    return None


def _address(value: Any) -> str | None:
    text = _text(value)
    return text if text and text.lower().startswith(("http://", "https://")) else None


_CONVERTERS = {
    "text": _text,
    "texts": _texts,
    "date": _date,
    "address": _address,
    "folder": _folder,
}
