"""Exports of news archives (Nexis, Factiva, ProQuest): many articles in one text.

Each article's text is its part of the file, head included. What tells an export is the lines that
its program writes, whole and more than one kind of them; a sentence about documents is none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.reading.drafts import Draft
from variorum.reading.furniture import author_names
from variorum.reading.sheet import Piece, Sheet, words
from variorum.reading.stamps import find_stamps
from variorum.reading.text import read_text

if TYPE_CHECKING:
    from variorum.model import Span, ZoneKind

__all__ = ["EXPORT_SIGNS", "export_drafts"]

EXPORT_SIGNS = ("End of Document", " DOCUMENTS", "Document ", "ProQuest document ID")
"""Words of which any export has one."""
_NEXIS_END = re.compile(r"End of Document")
_NEXIS_OLD = re.compile(r"\d{1,5} of \d{1,5} DOCUMENTS?")
_FACTIVA_END = re.compile(r"(?:AN\s+)?Document [A-Z][A-Z0-9]{2,9}\d{8,16}[a-z0-9]{6,12}")
_PROQUEST_ID = re.compile(r"(?:ProQuest document ID|ProQuest ID|Accession number): ?\d{5,}")
_RULE = re.compile(r"_{20,}")
_COUNT = re.compile(r"(?:length:\s*)?[\d,]+ words", re.IGNORECASE)
_KEY = re.compile(r"(?P<key>[A-Za-z][A-Za-z/ -]{1,30}):(?:\s+(?P<value>\S.*))?")
_CODE = re.compile(r"(?P<key>[A-Z][A-Z0-9]{1,2})(?:\s+(?P<value>\S.*))?")
_CODES = frozenset(
    ("HD", "SE", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP", "TD", "CO", "IN",
     "NS", "RE", "PUB", "AN", "CR", "CT", "IPD", "IPC", "VOL")
)  # fmt: skip
_PARTS = ("LP", "TD")
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
class _Line:
    start: int
    end: int
    said: str


@dataclass(slots=True)
class _Found:
    """What a part's head gives, as ranges of the part, and where the text is."""

    title: Span | None = None
    outlet: Span | None = None
    day: Span | None = None
    byline: Span | None = None
    rights: Span | None = None
    surnames_first: bool = False
    body: Span = (0, 0)


_Shape = Callable[[list[_Line]], "_Found | None"]


def export_drafts(text: str) -> Iterator[Draft]:
    """The articles of an export; none of any other text."""
    for start, end, shape in _parts(text):
        part = text[start:end]
        lines = list(_lines(part))
        if (found := shape(lines)) and part[slice(*found.body)].strip():
            yield _draft(part, lines, found)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        said = line.strip()
        if said:
            start = at + len(line) - len(line.lstrip())
            yield _Line(start, start + len(said), said)
        at += len(line)


def _parts(text: str) -> Iterator[tuple[int, int, _Shape]]:
    """Where each article of an export stands, and what reads it."""
    if not any(sign in text for sign in EXPORT_SIGNS):
        return
    lines = list(_lines(text))
    said = [line.said for line in lines]
    factiva = [line.end for line in lines if _FACTIVA_END.fullmatch(line.said)]
    if factiva and {"HD", "PD", "SN"} <= set(map(_code, said)):
        yield from _between([0, *factiva], _factiva_codes)
    elif any(map(_COUNT.fullmatch, said)):
        if ends := [line.end for line in lines if _NEXIS_END.fullmatch(line.said)]:
            yield from _between([0, *ends], _nexis)
        elif starts := [line.start for line in lines if _NEXIS_OLD.fullmatch(line.said)]:
            yield from _between([*starts, len(text)], _nexis_old)
        elif factiva:
            yield from _between([0, *factiva], _factiva)
    if any(map(_PROQUEST_ID.fullmatch, said)):
        rules = [line.end for line in lines if _RULE.fullmatch(line.said)]
        yield from _between([0, *rules, len(text)], _proquest)


def _code(said: str) -> str:
    match = _CODE.fullmatch(said)
    return match["key"] if match else ""


def _between(cuts: list[int], shape: _Shape) -> Iterator[tuple[int, int, _Shape]]:
    for start, end in itertools.pairwise(cuts):
        yield start, end, shape


def _nexis(lines: list[_Line]) -> _Found | None:
    """Headline, outlet, date, keys, ``Body``, text, ``Classification`` or ``Load-Date:``."""
    day = _day_line(lines)
    body = next((i for i, line in enumerate(lines) if line.said == "Body"), None)
    if day is None or body is None or day < 1:
        return None
    found = _Found(day=_span(lines[day]))
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


def _nexis_old(lines: list[_Line]) -> _Found | None:
    """``1 of 3 DOCUMENTS``, outlet, date, headline, keys in capitals, text, keys."""
    day = _day_line(lines)
    keys = [i for i, line in enumerate(lines) if _key(line) in _HEADS and line.said[:2].isupper()]
    if day is None or not keys or day < 1:
        return None
    found = _Found(day=_span(lines[day]), outlet=_span(lines[1]) if day > 1 else None)
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


def _factiva(lines: list[_Line]) -> _Found | None:
    """Headline, byline, ``41 words``, date, outlet, code, language, rights, text, number."""
    count = next((i for i, line in enumerate(lines) if _COUNT.fullmatch(line.said)), None)
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
    found = _Found(day=_span(lines[day]), rights=_span(lines[first]))
    named = day + 1 + bool(re.fullmatch(r"\d\d?:\d\d(?: \w+)?", lines[day + 1].said))
    found.outlet = _span(lines[named]) if named < first else None
    heads = lines[:count]
    if len(heads) > 1 and _is_byline(heads[-1].said):
        found.byline = _span(heads.pop())
    found.title = _span(heads[-1])
    found.body = _range(lines, first + 1, len(lines) - 1)
    return found


def _factiva_codes(lines: list[_Line]) -> _Found | None:
    """``HD`` headline, ``PD`` date, ``SN`` outlet, ``LP`` and ``TD`` text, each on lines below."""
    at = [i for i, line in enumerate(lines) if _code(line.said) in _CODES]
    fields: dict[str, Span] = {}
    for i, after in itertools.pairwise([*at, len(lines)]):
        match = _CODE.fullmatch(lines[i].said)
        assert match
        inline = match.start("value") if match["value"] else None
        start = lines[i].start + inline if inline else _range(lines, i + 1, after)[0]
        fields.setdefault(match["key"], (start, max(start, lines[after - 1].end)))
    if not {"HD", "PD", "SN"} <= fields.keys():
        return None
    text = [fields[key] for key in _PARTS if key in fields]
    found = _Found(fields["HD"], fields["SN"], fields["PD"], fields.get("BY"), fields.get("CY"))
    found.body = (min(s for s, _ in text), max(e for _, e in text)) if text else (0, 0)
    return found


def _proquest(lines: list[_Line]) -> _Found | None:
    """Title, keys, ``Full text:``, text, keys."""
    keyed = {key: i for i, line in reversed(list(enumerate(lines))) if (key := _key(line))}
    if "full text" not in keyed or "proquest document id" not in keyed:
        return None
    found = _Found(surnames_first=True)
    start = keyed["full text"]
    free = [i for i in range(start) if not _key(lines[i]) and not _RULE.fullmatch(lines[i].said)
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


def _span(line: _Line) -> Span:
    return line.start, line.end


def _range(lines: list[_Line], first: int, after: int) -> Span:
    """From one line up to another."""
    if first >= len(lines) or first >= after:
        return (0, 0)
    return lines[first].start, lines[after - 1].end


def _key(line: _Line) -> str:
    match = _KEY.fullmatch(line.said)
    return match["key"].lower() if match else ""


def _value(line: _Line) -> Span:
    """The range of what stands behind a key; nothing at the line's end, where nothing does."""
    match = _KEY.fullmatch(line.said)
    if match is None or not match["value"]:
        return line.end, line.end
    return line.start + match.start("value"), line.end


def _keyed(lines: list[_Line], found: _Found) -> None:
    """What the keys of a head give."""
    for line in lines:
        match _key(line):
            case "byline" if found.byline is None:
                found.byline = _value(line)
            case "headline" if found.title is None:
                found.title = _value(line)
            case _ if line.said.startswith("Copyright ") and found.rights is None:
                found.rights = _span(line)


def _day_line(lines: list[_Line]) -> int | None:
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


def _draft(part: str, lines: list[_Line], found: _Found) -> Draft:
    given: dict[str, object] = {}
    spans: dict[str, Span] = {}
    for name, span in (("title", found.title), ("outlet", found.outlet), ("rights", found.rights)):
        if span and part[slice(*span)].strip():
            given[name], spans[name] = " ".join(part[slice(*span)].split()), span
    if found.day and (stamp := next(find_stamps(part[slice(*found.day)]), None)):
        given["published"], spans["published"] = stamp.value(), found.day
    if found.byline and (said := part[slice(*found.byline)].strip()):
        given["byline"], spans["byline"] = tuple(_names(said, found)), found.byline
    sheet = Sheet(part, list(_pieces(part, lines, found)))
    return Draft(sheet, given, "record", spans={k: s for k, s in spans.items() if given[k]})


def _names(said: str, found: _Found) -> list[str]:
    people = [person.split(", ") for person in said.rstrip(" ;").split("; ")]
    if found.surnames_first and all(len(person) == 2 for person in people):
        return [f"{given} {surname}" for surname, given in people]
    head = said if said.lower().startswith("by ") else f"By {said}"
    return [head[slice(*span)] for span in author_names(head)] or [said]


def _pieces(part: str, lines: list[_Line], found: _Found) -> Iterator[Piece]:
    start, end = found.body
    for line in lines:
        if line.end <= start:
            yield _head_piece(line, found)
        elif line.start < start:
            yield Piece(line.start, start, "promo", "export")
    for piece in read_text(part[start:end]).pieces:
        at = (piece.start + start, piece.end + start)
        is_code = part[slice(*at)] in _PARTS
        yield Piece(*at, "promo", "export") if is_code else Piece(*at)
    for line in lines:
        if line.start >= end:
            yield Piece(line.start, line.end, "promo", "export")


def _head_piece(line: _Line, found: _Found) -> Piece:
    kinds: list[tuple[ZoneKind, Span | None]] = [
        ("headline", found.title), ("stamp", found.day), ("byline", found.byline),
    ]  # fmt: skip
    for kind, span in kinds:
        if span and line.start <= span[0] < line.end:
            return Piece(line.start, line.end, kind, "export")
    return Piece(line.start, line.end, "promo", "export")
