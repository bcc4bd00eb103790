"""E-mails, and web pages that a browser saves in the form of one (MHTML)."""

from __future__ import annotations

import email.policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import TYPE_CHECKING

from variorum.reading.html import read_page
from variorum.reading.html_dates import date_of
from variorum.reading.plain import text_drafts
from variorum.reading.problems import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.reading.drafts import Draft, File

__all__ = ["read_eml", "read_mhtml"]


def read_mhtml(file: File) -> Iterator[Draft]:
    """The page of an MHTML file: its first part that is one."""
    message = _message(file)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = _content(part).encode() if part.get_content_charset() else _bytes(part)
            url = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
            yield from read_page(file.part(page, "page.html", url))
            return
    raise left_out(file.source, "there is no page in it", empty=True)


def read_eml(file: File) -> Iterator[Draft]:
    """The body of an e-mail; its subject and date count where the body says no others."""
    message = _message(file)
    body = message.get_body(("html", "plain"))
    if not isinstance(body, EmailMessage):
        raise left_out(file.source, "there is no text in it", empty=True)
    said = _content(body)
    if body.get_content_type() == "text/html":
        found = list(read_page(file.part(said.encode(), "body.html")))
    else:
        found = list(text_drafts(said.replace("\r\n", "\n")))
    for draft in found:
        if len(found) == 1:
            draft.otherwise = {
                "title": _header(message, "Subject"),
                "published": date_of(_header(message, "Date") or ""),
            }
        yield draft


def _message(file: File) -> EmailMessage:
    parsed = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(file.data)
    assert isinstance(parsed, EmailMessage)
    if not parsed.keys():
        raise left_out(file.source, "not readable as an e-mail: it has no head")
    return parsed


def _header(message: EmailMessage, name: str) -> str | None:
    said = message.get(name)
    return " ".join(str(said).split()) or None if said else None


def _bytes(part: EmailMessage) -> bytes:
    """A part that doesn't say how its letters are encoded, as Chromium writes it: the page does."""
    said = part.get_payload(decode=True)
    return said if isinstance(said, bytes) else b""


def _content(part: EmailMessage) -> str:
    said = part.get_content()
    return said.replace("\0", "") if isinstance(said, str) else ""
