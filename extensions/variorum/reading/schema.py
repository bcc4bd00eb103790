"""The metadata that an article may be given: front matter and ``.jsonl`` objects alike."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["FIELDS", "check"]

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
    "story": "text",
}
"""Each field and its type: a text, a date, a web address, or a text or list of texts."""

_EXPECTED = {
    "text": "a text",
    "texts": "a text or a list of texts",
    "date": "a date in ISO 8601",
    "address": "an address that begins with http:// or https://",
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
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None


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
            datetime.datetime.fromisoformat(text + padding)
        except ValueError:
            continue
        return text.replace(" ", "T", 1)
    return None


def _address(value: Any) -> str | None:
    text = _text(value)
    return text if text and text.lower().startswith(("http://", "https://")) else None


_CONVERTERS = {"text": _text, "texts": _texts, "date": _date, "address": _address}
