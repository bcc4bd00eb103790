"""A line of a head, cut into cells: outlet, author, stamp, place, section.

A line is one only where each of its cells is known for something: "The Kelso Courier | 4 May 2021",
"By Ann Reed, Kelso Courier", "kelsocourier.example".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from variorum import almanac
from variorum.model import Span
from variorum.reading import lexicon
from variorum.reading.head.outlets import host_of, is_host, named, of_host
from variorum.reading.sheet import words
from variorum.reading.stamps import find_stamps, stamp_label

__all__ = ["Cell", "CellKind", "cells", "is_person", "title_end"]

CellKind = Literal["outlet", "author", "agency", "stamp", "place", "section", "other"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a line, its range in it, and the value that it gives."""

    kind: CellKind
    start: int
    end: int
    value: str
    led: bool = False
    """Whether "by" stands before it: whose text it is, which need not be who printed it."""


_LONGEST = 160
_PARTS = re.compile(
    r"\s*[|·•;]\s*|\s+/\s+|\s+[–—-]+\s*|\s*[–—]+\s+|,\s+|\s{3,}|\s*[()\[\]]+\s*|\s*»\s*"
)
_BY = re.compile(r"(?:(?:written|reported|posted|published) )?by:? +", re.IGNORECASE)
_IN = re.compile(
    r"(?:(?:this (?:article|story|report) )?(?:was )?(?:first |originally )?"
    r"(?:published|posted|printed|appeared|reported)(?: online)? (?:in|by|on|at)|"
    r"from|via|in|at|for|exclusive to|special to) +",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:for|of|at|from|with)\s+(?=[A-Z])")
_AND = re.compile(r"\s+(?:and|&)\s+")
_TIME = re.compile(r"\d+(?:\s?[–-]\s?\d+)? min(?:ute)?s?(?: read)?", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:(?:our|a|the|senior|chief|staff|special|foreign|political|business|science|[A-Z]\w+) )*"
    r"(?:reporters?|correspondents?|editors?|writers?|staff|desk|bureau)(?: in [A-Z]\w+)?",
    re.IGNORECASE,
)
_LINKS = frozenset(("e-mail", "email", "share", "print", "save", "tweet", "comments", "exclusive"))


def cells(line: str) -> list[Cell] | None:
    """The cells of a line; ``None`` if some of it is known for nothing."""
    if not line or len(line) > _LONGEST:
        return None
    found: list[Cell] = []
    for start, end, is_stamp in _runs(line):
        if is_stamp:
            found.append(Cell("stamp", start, end, line[start:end]))
            continue
        for at, until in _split(line, start, end):
            after = bool(found) and found[-1].kind == "author"
            cell = list(_classified(line, at, until, after_author=after))
            if not cell:
                return None
            found += cell
    return found


def title_end(line: str) -> int | None:
    """Where the headline ends in a line that names the outlet behind it: "… | Kelso Courier"."""
    for match in re.finditer(r"\s*(?:\||::|»|\s[–—-]{1,2})\s+", line):
        behind = cells(line[match.end() :])
        sure = "|" in match.group() or "»" in match.group() or "::" in match.group()
        if behind and len(words(line[: match.start()])) >= 2:
            kinds = {cell.kind for cell in behind}
            outlets = [cell for cell in behind if cell.kind == "outlet"]
            told = sure or all(named(cell.value, told=False) for cell in outlets)
            if outlets and kinds <= {"outlet", "section"} and told:
                return match.start()
    return None


def is_person(said: str, *, given: bool = True) -> bool:
    """Whether words are set like a person's name; *given*: beginning with a given name, too."""
    parts = said.split()
    particles = lexicon.boilerplate()["name_particles"]
    return (
        2 <= len(parts) <= 4
        and all(part[0].isupper() or part in particles for part in parts)
        and all(char.isalpha() or char in " .'’-" for char in said)
        and (not given or parts[0].rstrip(".") in lexicon.given_names())
    )


def _runs(line: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches of a line, and whether each is a stamp with its label."""
    done = 0
    for stamp in find_stamps(line):
        start = max(done, stamp_label(line, stamp.start)[0])
        yield done, start, False
        yield start, stamp.end, True
        done = stamp.end
    yield done, len(line), False


def _split(line: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a stretch between separators, none of them empty."""
    at = start
    for match in (*_PARTS.finditer(line, start, end), None):
        until = match.start() if match else end
        said = line[at:until]
        bare = said.strip(" .:–—-·•|,»")
        if any(char.isalnum() for char in bare):
            begin = at + said.index(bare)
            yield begin, begin + len(bare)
        at = match.end() if match else end


def _classified(line: str, start: int, end: int, *, after_author: bool) -> Iterator[Cell]:
    said = line[start:end]
    by = _BY.match(said)
    lead = by or _IN.match(said)
    name = said[lead.end() :] if lead else said
    at = start + (lead.end() if lead else 0)
    name = re.sub(r" on$", "", name)
    if kind := _plain_kind(name, is_led=lead is not None):
        value = _value(kind, name)
        yield Cell(kind, at, at + len(name), value, led=by is not None)
    elif by or after_author or is_person(_FOR.split(name)[0]):
        yield from _authors(line, at, at + len(name), is_led=by is not None or after_author)


def _plain_kind(said: str, *, is_led: bool) -> CellKind | None:
    low = said.lower()
    if _agency(said):
        return "agency"
    if named(said) or _url(said):
        return "outlet"
    if is_led:
        return None
    if low in lexicon.boilerplate()["sections"]:
        return "section"
    if said in lexicon.cities():
        return "place"
    known = low in _LINKS or _TIME.fullmatch(said) or _ROLE.fullmatch(said)
    return "other" if known or low in _weekdays() else None


def _agency(said: str) -> str | None:
    full, of = lexicon.agencies().get(said.removeprefix("the "), ("", ""))
    return full if of == "agency" else None


def _value(kind: CellKind, said: str) -> str:
    if kind == "agency":
        return _agency(said) or said
    if kind == "outlet":
        return _url(said) or named(said) or said
    return said


def _url(said: str) -> str | None:
    """The outlet of an address."""
    is_address = said.lower().startswith(("http://", "https://", "www."))
    return of_host(host_of(said)) if is_address and is_host(host_of(said)) else None


@functools.cache
def _weekdays() -> frozenset[str]:
    return frozenset(almanac.WEEKDAYS)


def _authors(line: str, start: int, end: int, *, is_led: bool) -> Iterator[Cell]:
    """Names joined by "and"; what stands behind "for" is an outlet."""
    if (match := _FOR.search(line, start, end)) and (outlet := named(line[match.end() : end])):
        yield from _authors(line, start, match.start(), is_led=is_led)
        yield Cell("outlet", match.end(), end, outlet)
        return
    at, found = start, []
    for joint in (*_AND.finditer(line, start, end), None):
        until = joint.start() if joint else end
        if not is_person(line[at:until], given=not is_led):
            return
        found.append(Cell("author", at, until, line[at:until]))
        at = joint.end() if joint else end
    yield from found
