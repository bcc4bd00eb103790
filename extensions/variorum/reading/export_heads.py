"""What the head of an article in an export says: one reader for each program's layout."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.reading.sheet import words
from variorum.reading.stamps import find_stamps

if TYPE_CHECKING:
    from variorum.model import Span

__all__ = [
    "COUNT", "PARTS", "RULE", "Found", "Line", "code_of", "factiva", "factiva_codes", "lines_of",
    "nexis", "nexis_old", "proquest",
]  # fmt: skip

RULE = re.compile(r"_{20,}")
COUNT = re.compile(r"(?:length:\s*)?[\d,]+ words", re.IGNORECASE)
_KEY = re.compile(r"(?P<key>[A-Za-z][A-Za-z/ -]{1,30}):(?:\s+(?P<value>\S.*))?")
_CODE = re.compile(r"(?P<key>[A-Z][A-Z0-9]{1,2})(?:\s+(?P<value>\S.*))?")
_CODES = frozenset(
    ("HD", "SE", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP", "TD", "CO", "IN",
     "NS", "RE", "PUB", "AN", "CR", "CT", "IPD", "IPC", "VOL")
)  # fmt: skip
PARTS = ("LP", "TD")
"""Codes of the first paragraph and of the rest of a text."""
_HEADS = frozenset(
    ("byline", "section", "length", "dateline", "headline", "highlight", "series", "body", "author",
     "title", "abstract", "links", "full text", "publication info", "correspondence author")
)  # fmt: skip
_TAILS = frozenset(
    ("load-date", "language", "publication-type", "subject", "graphic", "journal-code", "copyright",
     "industry", "geographic", "person", "company", "organization", "location", "people", "title",
     "publication title", "publication year", "publication date", "source type", "notes", "url",
     "proquest document id", "document url", "database", "last updated", "country of publication",
     "section", "issn", "place of publication", "classification", "publication subject", "credit",
     "dateline", "pages", "first page", "publisher", "document type", "language of publication",
     "publication info", "business indexing term", "identifier / keyword", "company / organization")
)  # fmt: skip
_PLACED_INFO = re.compile(r"(?P<outlet>[^;]{2,80}?)\s*;.*?(?P<day>\d{1,2} \w{3,9} \d{4})")
_HEAD_LINES = 14
"""Lines from the top of a part in which its outlet and date stand."""


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    said: str


@dataclass(slots=True)
class Found:
    """What a part's head gives, as ranges of the part, and where the text is."""

    title: Span | None = None
    outlet: Span | None = None
    day: Span | None = None
    byline: Span | None = None
    rights: Span | None = None
    surnames_first: bool = False
    body: Span = (0, 0)


def lines_of(text: str) -> Iterator[Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        said = line.strip()
        if said:
            start = at + len(line) - len(line.lstrip())
            yield Line(start, start + len(said), said)
        at += len(line)


def code_of(said: str) -> str:
    match = _CODE.fullmatch(said)
    return match["key"] if match else ""


def nexis(lines: list[Line]) -> Found | None:
    """Headline, outlet, date, keys, ``Body``, text, ``Classification`` or ``Load-Date:``."""
    day = _day_line(lines)
    body = next((i for i, line in enumerate(lines) if line.said == "Body"), None)
    if day is None or body is None or day < 1:
        return None
    found = Found(day=_span(lines[day]))
    found.title = (lines[0].start, lines[max(0, day - 2)].end)
    if day > 1:
        found.outlet = _span(lines[day - 1])
    else:
        found.title = _span(lines[0])
    _keyed(lines[day:body], found)
    stops = ("Classification", "Graphic", "End of Document", "Notes")
    tail = (
        i
        for i in range(body + 1, len(lines))
        if lines[i].said in stops or _key(lines[i]) in ("load-date", "copyright")
    )
    found.body = _range(lines, body + 1, next(tail, len(lines)))
    return found


def nexis_old(lines: list[Line]) -> Found | None:
    """``1 of 3 DOCUMENTS``, outlet, date, headline, keys in capitals, text, keys."""
    day = _day_line(lines)
    keys = [i for i, line in enumerate(lines) if _key(line) in _HEADS and line.said[:2].isupper()]
    if day is None or not keys or day < 1:
        return None
    found = Found(day=_span(lines[day]), outlet=_span(lines[1]) if day > 1 else None)
    heads = [i for i in keys if i < _HEAD_LINES + day]
    if day + 1 < heads[0]:
        found.title = (lines[day + 1].start, lines[heads[0] - 1].end)
    _keyed(lines[day:], found)
    last = heads[-1]
    tail = (
        i
        for i in range(last + 1, len(lines))
        if (_key(lines[i]) in _TAILS and lines[i].said[:2].isupper())
        or lines[i].said.startswith("Copyright ")
    )
    found.body = _range(lines, last + (_key(lines[last]) != "body"), next(tail, len(lines)))
    if _key(lines[last]) == "body":
        found.body = (_value(lines[last])[0], found.body[1])
    return found


def factiva(lines: list[Line]) -> Found | None:
    """Headline, byline, ``41 words``, date, outlet, code, language, rights, text, number."""
    count = next((i for i, line in enumerate(lines) if COUNT.fullmatch(line.said)), None)
    day = _day_line(lines[count:]) if count else None
    if not count or day is None:
        return None
    day += count
    rights = (
        i
        for i in range(day + 1, min(day + _HEAD_LINES, len(lines)))
        if lines[i].said.lower().startswith(("copyright", "(c)", "©"))
    )
    first = next(rights, None)
    if first is None:
        return None
    found = Found(day=_span(lines[day]), rights=_span(lines[first]))
    named = day + 1 + bool(re.fullmatch(r"\d\d?:\d\d(?: \w+)?", lines[day + 1].said))
    found.outlet = _span(lines[named]) if named < first else None
    heads = lines[:count]
    if len(heads) > 1 and _is_byline(heads[-1].said):
        found.byline = _span(heads.pop())
    found.title = _span(heads[-1])
    found.body = _range(lines, first + 1, len(lines) - 1)
    return found


def factiva_codes(lines: list[Line]) -> Found | None:
    """``HD`` headline, ``PD`` date, ``SN`` outlet, ``LP`` and ``TD`` text, each on lines below."""
    at = [i for i, line in enumerate(lines) if code_of(line.said) in _CODES]
    fields: dict[str, Span] = {}
    for i, after in itertools.pairwise([*at, len(lines)]):
        match = _CODE.fullmatch(lines[i].said)
        assert match
        inline = match.start("value") if match["value"] else None
        start = lines[i].start + inline if inline else _range(lines, i + 1, after)[0]
        fields.setdefault(match["key"], (start, max(start, lines[after - 1].end)))
    if not {"HD", "PD", "SN"} <= fields.keys():
        return None
    text = [fields[key] for key in PARTS if key in fields]
    found = Found(fields["HD"], fields["SN"], fields["PD"], fields.get("BY"), fields.get("CY"))
    found.body = (min(s for s, _ in text), max(e for _, e in text)) if text else (0, 0)
    return found


def proquest(lines: list[Line]) -> Found | None:
    """Title, keys, ``Full text:``, text, keys."""
    keyed = {key: i for i, line in reversed(list(enumerate(lines))) if (key := _key(line))}
    if "full text" not in keyed or "proquest document id" not in keyed:
        return None
    found = Found(surnames_first=True)
    start = keyed["full text"]
    free = [i for i in range(start) if not _key(lines[i]) and not RULE.fullmatch(lines[i].said)
            and not re.fullmatch(r"Document \d+ of \d+", lines[i].said)]  # fmt: skip
    found.title = _value(lines[keyed["title"]]) if "title" in keyed else None
    found.title = found.title or (_span(lines[free[0]]) if free else None)
    names = {"outlet": "publication title", "day": "publication date", "byline": "author",
             "rights": "copyright"}  # fmt: skip
    for name, key in names.items():
        if key in keyed:
            setattr(found, name, _value(lines[keyed[key]]))
    if "publication info" in keyed and not (found.outlet and found.day):
        info = _value(lines[keyed["publication info"]])
        line = lines[keyed["publication info"]]
        if match := _PLACED_INFO.search(line.said, info[0] - line.start):
            shift = line.start
            found.outlet = found.outlet or _shifted(match.span("outlet"), shift)
            found.day = found.day or _shifted(match.span("day"), shift)
    tail = (i for i in range(start + 1, len(lines)) if _key(lines[i]) in _TAILS)
    end = lines[next(tail, len(lines)) - 1].end
    found.body = (_value(lines[start])[0], end)
    return found


def _shifted(span: Span, shift: int) -> Span:
    return span[0] + shift, span[1] + shift


def _span(line: Line) -> Span:
    return line.start, line.end


def _range(lines: list[Line], first: int, after: int) -> Span:
    """From one line up to another."""
    if first >= len(lines) or first >= after:
        return (0, 0)
    return lines[first].start, lines[after - 1].end


def _key(line: Line) -> str:
    match = _KEY.fullmatch(line.said)
    return match["key"].lower() if match else ""


def _value(line: Line) -> Span:
    """The range of what stands behind a key; nothing at the line's end, where nothing does."""
    match = _KEY.fullmatch(line.said)
    if match is None or not match["value"]:
        return line.end, line.end
    return line.start + match.start("value"), line.end


def _keyed(lines: list[Line], found: Found) -> None:
    """What the keys of a head give."""
    for line in lines:
        match _key(line):
            case "byline" if found.byline is None:
                found.byline = _value(line)
            case "headline" if found.title is None:
                found.title = _value(line)
            case _ if line.said.startswith("Copyright ") and found.rights is None:
                found.rights = _span(line)


def _day_line(lines: list[Line]) -> int | None:
    """The first line of a head that begins with a date."""
    for i, line in enumerate(lines[:_HEAD_LINES]):
        stamp = next(find_stamps(line.said), None)
        if stamp and stamp.start == 0 and stamp.day and len(words(line.said)) <= 8:
            return i
    return None


def _is_byline(said: str) -> bool:
    names = words(said)
    by = said.lower().startswith("by ")
    return by or (1 < len(names) <= 4 and all(name[0].isupper() for name in names))
