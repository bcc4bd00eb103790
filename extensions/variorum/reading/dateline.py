"""Where, when and by whom an article was filed: "ATHENS —", "LISBON, May 4 (Reuters) -".

A dateline stands in front of a paragraph of the head or on a line of its own. A place alone is one
only where it is known or set in capitals; a date or an agency beside it makes it sure.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum import almanac
from variorum.alternation import one_of
from variorum.reading import lexicon
from variorum.reading.head.outlets import named

if TYPE_CHECKING:
    from variorum.model import Span

__all__ = ["Dateline", "country_of", "find_dateline", "stamped_place"]

_WINDOW = 120
"""Characters from the start of a paragraph in which its dateline has to end."""
_NAME = r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}?"
_DASH = r"(?:—|–|--|―|‒|-(?=\s|$)|:(?=\s|$))"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's range in the text, and those of its place, date and agency."""

    start: int
    end: int
    place: Span | None = None
    date: Span | None = None
    agency: Span | None = None


@functools.cache
def _grammar() -> re.Pattern[str]:
    months = "|".join(sorted(almanac.MONTHS, key=lambda m: (-len(m), m)))
    month, day = rf"(?:{months})\.?", r"\d{1,2}(?:st|nd|rd|th)?"
    weekday = rf"(?:(?:{'|'.join(almanac.WEEKDAYS)})\.?,? )?"
    date = rf"(?i:{weekday}(?:{month} {day}(?!\d)|{day} {month})(?:,? \d{{4}})?)(?!\w)"
    return re.compile(
        rf"(?:(?P<place>{_NAME})"
        rf"(?P<region>(?:, ?(?!{date})[^\W\d_][^()\[\]/:—–,\d]{{1,30}}?){{0,2}}))?"
        rf"(?:[,.]? )?(?P<date>(?<!\w){date})?[,.]?\s*"
        r"(?:(?:\((?P<agency1>[^()]{2,40})\)|\[(?P<agency2>[^\[\]]{2,40})\]|/(?P<agency3>[^/]{2,30})/)"
        rf"\.?\s*(?P<after>{_DASH})?|(?P<dash>{_DASH}))"
    )


def find_dateline(
    text: str, start: int, outlet: str | None = None, end: int | None = None
) -> Dateline | None:
    """The dateline of the paragraph that starts at *start* and ends at *end*.

    *outlet* is known not to be a place, however it is set ("TODAY NEWS –").
    """
    head = text[start : min(start + _WINDOW, len(text) if end is None else end)]
    match = _grammar().match(head)
    if match is None:
        return None
    at = {name: _span(match, name, start) for name in ("place", "date")}
    name = next((name for name in ("agency1", "agency2", "agency3") if match[name]), None)
    known = name is not None and match[name].strip() in lexicon.agencies()
    agency = _span(match, name, start) if name and known else None
    alone = match.end() == len(head.rstrip())
    ended = match["dash"] or match["after"] or match["agency3"] or (alone and agency)
    until = start + len(match.group().rstrip())
    found = Dateline(start, until, at["place"], at["date"], agency)
    place = match["place"]
    if not ended or not _begins_a_sentence(head[match.end() :]):
        return None
    if place and not _is_set_as_a_name(place):
        return None
    if place is None or place.lower() in lexicon.dating_words():
        return dataclasses.replace(found, place=None) if agency else None
    if name:
        if not _is_filed_by(place, match[name], found, outlet):
            return None
        if found.agency is None and found.date and _is_another(match[name].strip(), outlet):
            return dataclasses.replace(found, agency=_span(match, name, start))
        return found
    return _without_brackets(match, found, outlet)


def _is_filed_by(place: str, by: str, found: Dateline, outlet: str | None) -> bool:
    """Whether "PLACE (BY) -" is a dateline: by its agency, or by two of capitals, place and day."""
    if found.agency:
        return not _is_label(place, outlet)
    is_known = place in lexicon.cities()
    return [by.isupper(), is_known or place.isupper(), found.date is not None].count(True) > 1


def _without_brackets(match: re.Match[str], found: Dateline, outlet: str | None) -> Dateline | None:
    place, colon = match["place"], match["dash"] == ":"
    if place in lexicon.cities():
        return found
    if lexicon.agencies().get(place, ("", ""))[1] == "agency" and not match["region"]:
        return None if colon else dataclasses.replace(found, place=None, agency=found.place)
    if colon or _is_label(place, outlet):
        return None
    # What is set in capitals, or has a day behind it, is a place; "A FIRE -" is a headline's.
    in_capitals = place.isupper() and sum(c.isalpha() for c in place) >= 4
    is_place = in_capitals and place.split()[0] not in ("A", "AN")
    return found if is_place or (found.date and place[0].isupper()) else None


def _begins_a_sentence(rest: str) -> bool:
    """Whether what stands behind a dateline can: it doesn't go on in small letters."""
    return not rest.lstrip()[:1].islower()


def _is_set_as_a_name(place: str) -> bool:
    particles = lexicon.boilerplate()["name_particles"]
    first, *others = place.split()
    return not first[0].islower() and all(w[0].isupper() or w in particles for w in others)


def _span(match: re.Match[str], name: str, start: int) -> Span | None:
    return (start + match.start(name), start + match.end(name)) if match[name] else None


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
    # A scrape glues a stamp's label to its place, so a capital may follow at once.
    return re.compile(rf"(?<!\w)(?:{one_of(lexicon.cities())})(?![a-z])")


def _is_another(by: str, outlet: str | None) -> bool:
    """Whether who files, though we don't know the name, is surely another than the outlet."""
    if outlet is None or not by[:1].isupper() or named(by):
        return False
    own, other = (re.sub(r"\W", "", said.lower()) for said in (outlet, by))
    initials = "".join(word[0] for word in outlet.lower().split())
    return not (other in own or own in other or other == initials)


def _is_label(place: str, outlet: str | None) -> bool:
    """Whether it is a label ("EXCLUSIVE:"), or an outlet's name."""
    said = place.lower()
    key = re.sub(r"\W", "", said)
    return (
        said in lexicon.boilerplate()["not_places"]
        or any(word in lexicon.boilerplate()["press_words"] for word in said.split())
        or (outlet is not None and key in re.sub(r"\W", "", outlet.lower()))
        or named(place) is not None
    )
