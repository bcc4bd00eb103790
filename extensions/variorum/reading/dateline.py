"""Where an article was written from: "ATHENS —", "WASHINGTON (Reuters) -", "PETALING JAYA:"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.reading import lexicon

if TYPE_CHECKING:
    from variorum.model import Span

__all__ = ["Dateline", "country_of", "find_dateline", "stamped_place"]

_WINDOW = 120
"""Characters from the start of a paragraph in which its dateline has to end."""
_NAME = r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}"
_DASH = r"(?:—|–|--|―|‒|-(?=\s)|:(?=\s))"
_LINE = re.compile(
    rf"(?P<place>{_NAME})(?P<more>, [^()\[\]/:—–]{{1,40}}?,?)?\s*"
    r"(?:(?P<by>\((?P<agency1>[^()]{2,40})\)|\[(?P<agency2>[^\[\]]{2,40})\]|/(?P<agency3>[^/]{2,30})/)"
    rf"\s*(?P<after>{_DASH})?|(?P<dash>{_DASH}))"
)
_ALONE = re.compile(r"[(\[](?P<agency>[^()\[\]]{2,40})[)\]]\s*(?:—|–|--|-|:)\s")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The ranges of a dateline's place and agency in the text."""

    place: Span | None
    agency: Span | None


def find_dateline(text: str, start: int, outlet: str | None = None) -> Dateline | None:
    """The dateline of the paragraph that starts at *start*.

    *outlet* is known not to be a place, however it is set ("TODAY NEWS –").
    """
    head = text[start : start + _WINDOW]
    if alone := _ALONE.match(head):
        span = _agency(alone, "agency", start)
        return Dateline(None, span) if span else None
    match = _LINE.match(head)
    # A bracket alone is no dateline, except between slashes: "Oslo /NTB/ The …".
    if match is None or not (match["dash"] or match["after"] or match["agency3"]):
        return None
    place, at = match["place"], (start, start + len(match["place"]))
    if match["by"]:
        name = next(name for name in ("agency1", "agency2", "agency3") if match[name])
        agency = _agency(match, name, start)
        is_place = (
            match[name].isupper()
            if agency is None and place in lexicon.cities()
            else agency is not None and not _is_label(place, outlet)
        )
        return Dateline(at, agency) if is_place else None
    if place in lexicon.cities():
        return Dateline(at, None)
    if place in lexicon.agencies():
        return Dateline(None, at) if match["dash"] != ":" else None
    # Before a colon, capitals are more often a label than a place.
    is_place = match["dash"] != ":" and _is_place_in_capitals(place, outlet)
    return Dateline(at, None) if is_place else None


def stamped_place(text: str, start: int, end: int) -> Span | None:
    """The first known city in a stamp line ("New Delhi Updated: …")."""
    match = _cities().search(text, start, end)
    return match.span() if match else None


def country_of(place: str | None, url: str | None = None) -> str | None:
    """The country (ISO 3166) of a city, else of an address's top-level domain."""
    if place in lexicon.cities():
        return lexicon.cities()[place]
    domain = re.search(r"\.([a-z]{2})(?:[:/]|$)", url.split("://", 1)[-1].lower()) if url else None
    return {"UK": "GB"}.get(domain[1].upper(), domain[1].upper()) if domain else None


@functools.cache
def _cities() -> re.Pattern[str]:
    names = sorted(lexicon.cities(), key=lambda s: (-len(s), s))
    # A scrape glues a stamp's label to its place, so a capital may follow at once.
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?![a-z])")


def _agency(match: re.Match[str], name: str, start: int) -> Span | None:
    said = match[name].strip()
    at = start + match.start(name)
    return (at, at + len(match[name])) if said in lexicon.agencies() else None


def _is_place_in_capitals(place: str, outlet: str | None) -> bool:
    letters = sum(c.isalpha() for c in place)
    return place.isupper() and letters >= 4 and not _is_label(place, outlet)


def _is_label(place: str, outlet: str | None) -> bool:
    """Whether it is a label ("EXCLUSIVE:"), or the outlet's own name."""
    said = place.lower()
    key = re.sub(r"\W", "", said)
    return (
        said in lexicon.boilerplate()["not_places"]
        or any(word in lexicon.boilerplate()["press_words"] for word in said.split())
        or (outlet is not None and key in re.sub(r"\W", "", outlet.lower()))
    )
