"""What stands before a paragraph's own words: a dateline, or who speaks in a transcript.

"OSLO (AP) — The mayor said …": a parser takes Oslo for who speaks unless a sentence begins behind
the dash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HEAD = re.compile(r"(?P<head>[^\n“”\"!?—–:;]{2,90}?)(?:\s?(?:—|–|--)\s?|\s-\s|:\s)")
"""A dateline ends with a dash or a colon, within its line."""
_AGENCY = re.compile(r"[(/\[][^()/\[\]]{2,40}[)/\]]$")
_FEWEST = 3
"""Capitals that a place has to have: "US - " is no dateline."""


def opening(text: str) -> int:
    """Where a paragraph's own words begin: 0, or the character behind what opens it."""
    match = _HEAD.match(text)
    if match is None:
        return 0
    head = match["head"].strip()
    first = head.split()[0].rstrip(",")
    in_capitals = first.isupper() and sum(c.isalpha() for c in first) >= _FEWEST
    return match.end() if in_capitals or _AGENCY.search(head) else 0


def parted(doc: Doc) -> Doc:
    """The tokens, with a sentence that begins behind what opens the paragraph."""
    start = opening(doc.text[:120])
    if start:
        first = next((t for t in doc if t.idx >= start and not t.is_space), None)
        if first is not None:
            first.is_sent_start = True
    return doc
