"""An embedded tweet is speech: everything but its signature, by the one who signed it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.model import Block, Span

_SIGNATURE = re.compile(
    r"[—–-]{1,2}\s*(?P<name>[^()\n—–]{1,80}?)\s*\(@\w{1,30}\)(?P<when>[^\n]{0,40})$"
)
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S{1,80})+\s*$")


@dataclass(frozen=True, slots=True)
class Tweet:
    """Ranges of the article's text."""

    content: Span
    author: Span | None
    when: Span | None


def read(text: str, block: Block) -> Tweet | None:
    """The parts of a block that reading took for an embedded tweet."""
    tail = max(block.start, block.end - 200)
    signed = _SIGNATURE.search(text[tail : block.end])
    end, author, when = block.end, None, None
    if signed is not None:
        end = tail + signed.start()
        author = tail + signed.start("name"), tail + signed.end("name")
        date = signed.group("when")
        if date.strip():
            start = tail + signed.start("when") + len(date) - len(date.lstrip())
            when = start, start + len(date.strip())
    body = text[block.start : end]
    links = _LINKS.search(body[-400:])
    if links is not None:
        body = body[: max(0, len(body) - 400) + links.start()]
    start = block.start + len(body) - len(body.lstrip())
    stop = block.start + len(body.rstrip())
    return Tweet((start, stop), author, when) if start < stop else None
