"""When a page was published: what its data, its address and its own stamps say together."""

from __future__ import annotations

import datetime
import email.utils
import logging
import re
from typing import TYPE_CHECKING

from variorum.reading.schema import check
from variorum.reading.stamps import find_stamps, parse_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

__all__ = ["address_day", "as_printed", "best_date", "date_of", "searched_day"]

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?")
_SLASHES = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)(.*)", re.DOTALL)
_OFFSET = re.compile(r"([+-]\d\d)(\d\d)$")
_FIRST_YEAR = 1980
"""The year before which no page was published: earlier ones are programs' empty values."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ADDRESS = re.compile(
    rf"[/=-]((?:19|20)\d\d)[/-]?({'|'.join(_MONTHS)}|\d\d)[a-z]*[/-]?(\d\d)(?=[/_.-]|$)"
)
_WEST, _EAST = 8, 12
"""Hours from Greenwich within which most papers appear, to the west and to the east."""
_LAST_DAY = "2100-01-01"


def date_of(value: object) -> str | None:
    """A date in any form that pages use, as ISO 8601; ``None`` where it is none, or an empty value.

    A program's empty value ("0001-01-01", the first of its epoch) is no date.
    """
    if not isinstance(value, str) or len(value) > 100:
        return None
    said = " ".join(value.split())
    for read in (_iso, _compact, _slashes, _mail, parse_stamp):
        if date := read(said):
            return date if int(date[:4]) >= _FIRST_YEAR else None
    return None


def _iso(said: str) -> str | None:
    whole = _OFFSET.sub(r"\1:\2", said)
    for _, date, _ in check({"published": whole}) if "-" in said[:5] else ():
        return str(date) if date else None
    return None


def _compact(said: str) -> str | None:
    """``20200319T110235Z``."""
    match = _COMPACT.fullmatch(said)
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    clock = f"T{hour}:{minute}" + (f":{second}" if second else "") + (offset or "") if hour else ""
    return _iso(f"{year}-{month}-{day}{clock}")


def _slashes(said: str) -> str | None:
    match = _SLASHES.fullmatch(said)
    return match and _iso(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}{match[4]}")


def _mail(said: str) -> str | None:
    """``Thu, 19 Mar 2020 11:02:35 GMT``."""
    parts = (
        email.utils.parsedate_tz(said) if ":" in said and re.match(r"[A-Za-z]{3},", said) else None
    )
    if parts is None:
        return None
    try:
        moment = datetime.datetime(*parts[:6])
    except ValueError:
        return None
    if parts[9] is None:
        return moment.isoformat()
    zone = datetime.timezone(datetime.timedelta(seconds=parts[9]))
    return moment.replace(tzinfo=zone).isoformat()


def address_day(url: str | None) -> str | None:
    """The day in a page's address: ``/2020/03/19/``, ``/2020/mar/19/``, ``/20200319/``."""
    for match in _ADDRESS.finditer((url or "").lower()):
        month = match[2] if match[2].isdigit() else f"{_MONTHS.index(match[2]) + 1:02}"
        if day := _iso(f"{match[1]}-{month}-{match[3]}"):
            return day
    return None


def best_date(dates: Iterable[str], url: str | None) -> str | None:
    """The first date, in the words of one that says where the clock stood.

    A time in Greenwich may fall on the day after the one that the paper names; a date of the same
    moment with an offset, or else the day in the address, says which it is.
    """
    known = list(dates)
    if not known:
        return None
    first = _moment(known[0])
    if first is None or first.utcoffset() != datetime.timedelta(0):
        return known[0]
    for date in known[1:]:
        moment = _moment(date)
        if moment and moment.utcoffset() and abs(moment - first) < datetime.timedelta(minutes=1):
            return date
    day = address_day(url)
    return day if day and day in _local_days(first) - {known[0][:10]} else known[0]


def as_printed(date: str, days: Set[str]) -> str:
    """A date, or the one of the *days* that a page prints, where that is the day it was there.

    A time in Greenwich says no more of the day than one that is printed beside it.
    """
    moment = _moment(date)
    if moment is None or moment.utcoffset() or date[:10] in days:
        return date
    there = days & _local_days(moment)
    return next(iter(there)) if len(there) == 1 else date


def _moment(date: str) -> datetime.datetime | None:
    moment = datetime.datetime.fromisoformat(date) if len(date) > 10 else None
    return moment if moment and moment.tzinfo else None


def _local_days(moment: datetime.datetime) -> set[str]:
    hours = (datetime.timedelta(hours=h) for h in (-_WEST, _EAST))
    return {(moment + shift).date().isoformat() for shift in hours}


def searched_day(text: str, shown: str) -> str | None:
    """The day that htmldate finds in a page of this source *text*, if a date there says so.

    *shown* are its words.
    """
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        day = find_date(text, original_date=True, max_date=_LAST_DAY)
    except Exception:  # A page it stumbles over is read without it.
        return None
    if not day:
        return None
    forms = (day, day.replace("-", "/"), day.replace("-", "."), day.replace("-", ""))
    printed = any(form in text for form in forms)
    return day if printed or any(stamp.day == day for stamp in find_stamps(shown)) else None
