"""What an article says about itself, each with the range it was read from, nothing guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from variorum.model import Basis, Ground, Metadata, Span
from variorum.reading import lexicon
from variorum.reading.dateline import Dateline, country_of, find_dateline, stamped_place
from variorum.reading.furniture import ADDRESS, author_names, picture_credit
from variorum.reading.head.addresses import day_in
from variorum.reading.head.cells import Cell
from variorum.reading.head.file_name import outlet_in
from variorum.reading.head.lines import Key, body_start, cells_in, key_in
from variorum.reading.head.outlets import host_of, named, of_address, of_host, of_known_host
from variorum.reading.language import detect_language
from variorum.reading.stamps import find_stamps, parse_stamp, stamp_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from variorum.reading.sheet import Sheet

__all__ = ["find_metadata"]

_TOP = 6
"""Pieces from the top in which an address is the article's own."""
_RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_DATELINES = 4
"""Paragraphs of which one may begin with the dateline."""


@dataclass(slots=True)
class _Findings:
    """Fields found so far; the first finding of a field stands."""

    values: dict[str, Any] = field(default_factory=dict)
    basis: dict[str, Basis] = field(default_factory=dict)
    dated: Span | None = None
    """The day of the dateline."""

    def set(self, name: str, value: str | None, basis: Basis) -> None:
        if value and name not in self.values:
            self.values[name] = value
            self.basis[name] = basis

    def add(self, name: str, value: str, basis: Basis) -> None:
        known = self.values.get(name, ())
        if value not in known:
            self.values[name] = (*known, value)
            self.basis.setdefault(name, basis)


def find_metadata(
    sheet: Sheet, given: Mapping[str, Any], ground: Ground, file_name: str = ""
) -> Metadata:
    """Read the metadata of a sheet whose zones are marked.

    What is *given* stands and isn't looked for; *ground* is its basis. The stem of the
    *file_name* counts where nothing else names the outlet.
    """
    found = _Findings()
    found.set("url", given.get("url"), ground)
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
    _from_address(sheet, found)
    if not found.values.get("outlet"):
        found.values.pop("outlet", None)
        found.set("outlet", outlet_in(file_name), "file")
    _without_own_name(found)
    basis = {name: found.basis[name] for name in sorted(found.basis) if found.values[name]}
    return Metadata(**found.values, basis=basis)


def _from_address(sheet: Sheet, found: _Findings) -> None:
    """The day in the article's address, where nothing printed says when it was published."""
    if found.values.get("published") or not (url := found.values.get("url")):
        return
    if dated := day_in(url):
        day, (start, end) = dated
        basis = found.basis["url"]
        at = sheet.text.find(url, *basis) if isinstance(basis, tuple) else -1
        found.values.pop("published", None)
        found.set("published", day, (at + start, at + end) if at >= 0 else "address")


def _without_own_name(found: _Findings) -> None:
    """An outlet's own name is no credit of an agency."""
    full, kind = lexicon.agencies().get(str(found.values.get("outlet")), ("", ""))
    if kind == "outlet":
        agencies = found.values.get("agency", ())
        found.values["agency"] = tuple(name for name in agencies if name != full)


def _keys(sheet: Sheet, found: _Findings) -> None:
    """What the one who saved the text wrote down: ``Outlet: …``, ``Author: …``."""
    for i, piece in enumerate(sheet.pieces):
        if piece.by == "key-line" and (key := key_in(sheet, i)):
            _KEYS.get(key.field, _as_it_is)(key, found)


def _as_it_is(key: Key, found: _Findings) -> None:
    found.set(key.field, key.value, key.span)


def _keyed_outlet(key: Key, found: _Findings) -> None:
    url = key.value.lower().startswith(("http://", "https://"))
    if url:
        found.set("url", key.value, key.span)
    host = of_host(host_of(key.value)) if url else None
    found.set("outlet", host or named(key.value) or key.value, key.span)


def _keyed_day(key: Key, found: _Findings) -> None:
    found.set(key.field, parse_stamp(key.value), key.span)


def _keyed_names(key: Key, found: _Findings) -> None:
    for name in re.split(r"\s*(?:[;|&]|,|\band\b)\s*", key.value):
        full = lexicon.agencies().get(name, (name, ""))[0] if key.field == "agency" else name
        if full:
            found.add(key.field, full, key.span)


_KEYS: dict[str, Callable[[Key, _Findings], None]] = {
    "outlet": _keyed_outlet, "source": _keyed_outlet, "retrieved": _keyed_day,
    "byline": _keyed_names, "agency": _keyed_names,
}  # fmt: skip


def _given_outlet(sheet: Sheet, found: _Findings) -> None:
    """The line that says what the file's name has before a dash."""
    for i, piece in enumerate(sheet.pieces):
        if piece.by == "given-outlet":
            found.set("outlet", sheet.line(i), (piece.start, piece.end))


def _head_lines(sheet: Sheet, found: _Findings) -> None:
    """What the lines of the head name: the outlet, and those who wrote it."""
    for cell, span in _cells(sheet):
        if cell.kind == "outlet" and not cell.led:
            found.set("outlet", cell.value, span)
        elif cell.kind == "author":
            found.add("byline", _as_name(cell.value), span)


def _whose_text(sheet: Sheet, found: _Findings) -> None:
    """Of whom else's text the head tells ("By CNN", "Reuters, 4 May 2021").

    Where nothing names another outlet, an outlet's name is its own; an agency's is only in a cell
    of its own ("Reuters | 4 May 2021"), for others print its name beside the day, too.
    """
    for cell, span in _cells(sheet):
        if cell.kind not in ("agency", "outlet"):
            continue
        full, kind = lexicon.agencies().get(cell.value, (cell.value, ""))
        barred = sheet.text[span[1] : span[1] + 3].strip().startswith("|")
        if "outlet" not in found.values and (cell.kind == "outlet" or barred):
            found.set("outlet", cell.value, span)
        elif kind and full != found.values.get("outlet"):
            found.add("agency", full, span)


def _cells(sheet: Sheet) -> Iterator[tuple[Cell, Span]]:
    for i in range(len(sheet.pieces)):
        if _is_head_line(sheet, i):
            yield from cells_in(sheet, i)


def _is_head_line(sheet: Sheet, i: int) -> bool:
    """Whether a line is read by its cells: whatever rule took it, if it names an outlet."""
    piece = sheet.pieces[i]
    if piece.by in ("head-line", "bare-author"):
        return True
    return (
        piece.kind == "byline"
        and piece.by != "key-line"
        and any(cell.kind == "outlet" for cell, _ in cells_in(sheet, i))
    )


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
    for i in range(min(_TOP, body_start(sheet))):
        if match := ADDRESS.fullmatch(sheet.line(i)):
            span = (sheet.pieces[i].start, sheet.pieces[i].end)
            found.set("url", match.group(), span)


def _outlet(sheet: Sheet, found: _Findings) -> None:
    """A known host of the address, what a byline or an invitation calls the site, or any host."""
    url = found.values.get("url") or ""
    basis = found.basis.get("url")
    where: Basis = basis if isinstance(basis, tuple) else "address"
    found.set("outlet", of_known_host(host_of(url)), where)
    for i, piece in enumerate(sheet.pieces):
        if piece.kind not in ("byline", "promo", "credit") or piece.by == "key-line":
            continue
        line = sheet.line(i)
        if not line or _is_head_line(sheet, i) or not (name := _site_name(line)):
            continue
        start = sheet.text.find(name, piece.start, piece.end)
        span = (start, start + len(name))
        full, kind = lexicon.agencies().get(name, (name, ""))
        if kind == "agency" and _RIGHTS.search(line):
            found.add("agency", full, span)
        elif piece.kind != "credit" or (kind != "agency" and named(name)):
            found.set("outlet", name, span)
    found.set("outlet", of_address(url), where)


def _site_name(line: str) -> str | None:
    """What a line calls the site it stands on."""
    for pattern in lexicon.compiled("boilerplate", "outlets"):
        match = pattern.fullmatch(line)
        name = match.group("outlet").strip(" ,.'’") if match else ""
        # A name begins with a capital, which a pattern that ignores case can't see.
        if (
            re.search(r"[^\W\d_]", name)
            and not name[0].islower()
            and name.lower() not in lexicon.boilerplate()["not_outlets"]
        ):
            return name
    return None


def _dateline(sheet: Sheet, found: _Findings) -> None:
    for piece in sheet.pieces:
        if piece.kind == "stamp" and (span := stamped_place(sheet.text, piece.start, piece.end)):
            found.set("place", sheet.text[slice(*span)], span)
    line = _first_dateline(sheet, found.values.get("outlet"))
    if line is None:
        return
    sheet.dateline = (line.start, line.end)
    if line.place:
        found.set("place", _as_name(sheet.text[slice(*line.place)]), line.place)
    if line.date:
        found.dated = line.date
    if line.agency:
        said = sheet.text[slice(*line.agency)].strip()
        if said in lexicon.agencies():
            _add_agencies(sheet, found, "agency", line.agency)
        else:
            found.add("agency", said, line.agency)


def _first_dateline(sheet: Sheet, outlet: str | None) -> Dateline | None:
    """The dateline of the first paragraph; behind standfirsts, only one that is sure."""
    top = body_start(sheet)
    tried = 0
    for i, piece in enumerate(sheet.pieces):
        if piece.kind is not None and piece.by != "dateline":
            continue
        line = find_dateline(sheet.text, piece.start, outlet, piece.end)
        if line and (i <= top or line.agency or line.date or _is_in_capitals(sheet, line)):
            return line
        tried += 1
        if tried == _DATELINES:
            break
    return None


def _is_in_capitals(sheet: Sheet, line: Dateline) -> bool:
    return line.place is not None and sheet.text[slice(*line.place)].isupper()


def _dated(sheet: Sheet, found: _Findings) -> None:
    """The day that a dateline prints with its year, where the article has no other."""
    if found.dated:
        found.set("published", parse_stamp(sheet.text[slice(*found.dated)]), found.dated)


def _as_name(place: str) -> str:
    """A place printed in capitals as it is written elsewhere."""
    return place.title() if place.isupper() and len(place) > 3 else place


def _stamps(sheet: Sheet, found: _Findings) -> None:
    country = country_of(found.values.get("place"), found.values.get("url"))
    prose = body_start(sheet)
    for i, piece in enumerate(sheet.pieces):
        if piece.kind != "stamp" or piece.by == "dateline":
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
        if piece.kind == "byline" and piece.by != "key-line" and not _is_head_line(sheet, i):
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
        if piece.by in ("head-line", "key-line"):
            continue
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
    _keys,
    _given_outlet,
    _head_lines,
    _address,
    _outlet,
    _whose_text,
    _dateline,
    _stamps,
    _dated,
    _bylines,
    _credits,
)
