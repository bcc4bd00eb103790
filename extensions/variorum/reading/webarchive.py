"""Safari's web archives: a property list with the page and all that it shows."""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING, Any

from variorum.reading.html import read_page
from variorum.reading.problems import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.reading.drafts import Draft, File

__all__ = ["read_webarchive"]


def read_webarchive(file: File) -> Iterator[Draft]:
    """The page that was saved."""
    said: Any = plistlib.loads(file.data)
    page = said.get("WebMainResource") if isinstance(said, dict) else None
    page = page if isinstance(page, dict) else {}
    data = page.get("WebResourceData")
    if not isinstance(data, bytes):
        raise left_out(file.source, "there is no page in it", empty=True)
    encoding, url = page.get("WebResourceTextEncodingName"), page.get("WebResourceURL")
    if isinstance(encoding, str) and encoding.upper() != "UTF-8":
        data = _recoded(data, encoding)
    yield from read_page(file.part(data, "page.html", url if isinstance(url, str) else None))


def _recoded(data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode()
    except (LookupError, UnicodeDecodeError):
        return data
