"""What an article says about itself, each with the range it was read from, nothing guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from variorum.model import Basis, Ground, Metadata, Span
from variorum.reading import lexicon
from variorum.reading.dateline import country_of, find_dateline, stamped_place
from variorum.reading.furniture import ADDRESS, author_names, picture_credit
from variorum.reading.language import detect_language
from variorum.reading.splits import stamp_label
from variorum.reading.stamps import find_stamps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from variorum.reading.sheet import Sheet

__all__ = ["find_metadata"]

_TOP = 3
"""Pieces from the top in which an address is the article's own."""


@dataclass(slots=True)
class _Findings:
    """Fields found so far; the first finding of a field stands."""

    values: dict[str, Any] = field(default_factory=dict)
    basis: dict[str, Basis] = field(default_factory=dict)

    def set(self, name: str, value: str | None, basis: Basis) -> None:
        if value and name not in self.values:
            self.values[name] = value
            self.basis[name] = basis

    def add(self, name: str, value: str, basis: Basis) -> None:
        known = self.values.get(name, ())
        if value not in known:
            self.values[name] = (*known, value)
            self.basis.setdefault(name, basis)


def find_metadata(sheet: Sheet, given: Mapping[str, Any], ground: Ground) -> Metadata:
    """Read the metadata of a sheet whose zones are marked.

    What is *given* stands and isn't looked for; *ground* is its basis.
    """
    found = _Findings()
    for find in _FINDERS:
        find(sheet, found)
    for name in given.get("byline", ()):
        full, kind = lexicon.agencies().get(name, ("", "pictures"))
        if kind != "pictures":
            found.add("agency", full, ground)
    if ground == "page data":
        given = _without_agencies(given)
    found.set("language", detect_language(sheet.text), "text")
    for name, value in given.items():
        found.values[name] = value
        if value:
            found.basis[name] = ground
    basis = {name: found.basis[name] for name in sorted(found.basis) if found.values[name]}
    return Metadata(**found.values, basis=basis)


def _without_agencies(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a page gives, without the agencies that it names among the authors."""
    people = tuple(n for n in given.get("byline", ()) if n not in lexicon.agencies())
    return {**given, "byline": people} if people else {k: given[k] for k in given if k != "byline"}


def _title(sheet: Sheet, found: _Findings) -> None:
    for i, piece in enumerate(sheet.pieces):
        if piece.kind == "headline":
            found.set("title", " ".join(sheet.said(i).split()), (piece.start, piece.end))


def _address(sheet: Sheet, found: _Findings) -> None:
    """An address above the article is its own, and its host the outlet's name on the net."""
    for i in range(min(_TOP, sheet.first_prose())):
        if match := ADDRESS.fullmatch(sheet.line(i)):
            span = (sheet.pieces[i].start, sheet.pieces[i].end)
            found.set("url", match.group(), span)


def _outlet(sheet: Sheet, found: _Findings) -> None:
    """What a byline or an invitation calls the site, else the host of the address on top."""
    patterns = lexicon.compiled("boilerplate", "outlets")
    nameless = lexicon.boilerplate()["not_outlets"]
    for i, piece in enumerate(sheet.pieces):
        if piece.kind not in ("byline", "promo"):
            continue
        for pattern in patterns:
            match = pattern.fullmatch(line := sheet.line(i))
            name = match.group("outlet").strip(" ,.'’") if match else ""
            # A name begins with a capital, which a pattern that ignores case can't see.
            if name and name[0] == name[0].upper() and name.lower() not in nameless:
                start = sheet.text.find(name, piece.start, piece.end)
                found.set("outlet", name, (start, start + len(name)) if line else (0, 0))
    if url := found.values.get("url"):
        found.set("outlet", _host(url), found.basis["url"])


def _host(url: str) -> str:
    return re.sub(r"^www\d?\.", "", url.split("://", 1)[-1].split("/", 1)[0].split(":")[0].lower())


def _dateline(sheet: Sheet, found: _Findings) -> None:
    for piece in sheet.pieces:
        if piece.kind == "stamp" and (span := stamped_place(sheet.text, piece.start, piece.end)):
            found.set("place", sheet.text[slice(*span)], span)
    first = sheet.first_prose()
    if first == len(sheet.pieces):
        return
    line = find_dateline(sheet.text, sheet.pieces[first].start, found.values.get("outlet"))
    if line and line.place:
        found.set("place", _as_name(sheet.text[slice(*line.place)]), line.place)
    if line and line.agency:
        _add_agencies(sheet, found, "agency", line.agency)


def _as_name(place: str) -> str:
    """A place printed in capitals as it is written elsewhere."""
    return place.title() if place.isupper() and len(place) > 3 else place


def _stamps(sheet: Sheet, found: _Findings) -> None:
    country = country_of(found.values.get("place"), found.values.get("url"))
    prose = sheet.first_prose()
    for i, piece in enumerate(sheet.pieces):
        if piece.kind != "stamp":
            continue
        said = sheet.said(i)
        for stamp in find_stamps(said):
            start, clock = stamp_label(said, stamp.start)
            clock = "updated" if stamp.late else clock
            if clock or i <= prose + 1:
                span = (piece.start + start, piece.start + stamp.end)
                found.set(clock or "published", stamp.value(country), span)


def _bylines(sheet: Sheet, found: _Findings) -> None:
    for i, piece in enumerate(sheet.pieces):
        if piece.kind == "byline":
            line = sheet.line(i)
            for start, end in author_names(line):
                at = sheet.text.find(line[start:end], piece.start, piece.end)
                if at >= 0:
                    span = (at, at + end - start)
                    found.add("byline", line[start:end], span)
                    _add_agencies(sheet, found, "agency", span, whole=True)


def _credits(sheet: Sheet, found: _Findings) -> None:
    """Agencies of the text are credited above or below it; those amid it, for a part alone."""
    top, end = sheet.first_prose(), sheet.last_prose()
    for i, piece in enumerate(sheet.pieces):
        if piece.kind in ("credit", "stamp") and not top < i < end:
            _add_agencies(sheet, found, "agency", (piece.start, piece.end))
        elif piece.kind == "caption":
            credit = picture_credit(sheet.line(i))
            words = credit.group("credit").split() if credit else sheet.said(i).split()
            # A caption without a credit of its own is a credit alone, where a rule took it so.
            if credit or piece.by == "agency-note":
                at = sheet.text.rfind(words[0], piece.start, piece.end)
                _add_agencies(sheet, found, "photo_agency", (max(at, piece.start), piece.end))


def _add_agencies(
    sheet: Sheet, found: _Findings, name: str, span: Span, *, whole: bool = False
) -> None:
    """Add the agencies named in a range, by their full names."""
    pattern = re.compile(rf"(?<!\w)(?:{lexicon.agency_pattern()})")
    for match in pattern.finditer(sheet.text, *span):
        full, kind = lexicon.agencies()[match.group()]
        rest = sheet.text[match.end() : span[1]].strip().lower()
        if whole and (match.start() != span[0] or rest not in ("", "staff", "news")):
            continue
        if name == "photo_agency" or kind != "pictures":
            found.add(name, full, match.span())


_FINDERS: tuple[Callable[[Sheet, _Findings], None], ...] = (
    _title,
    _address,
    _outlet,
    _dateline,
    _stamps,
    _bylines,
    _credits,
)
