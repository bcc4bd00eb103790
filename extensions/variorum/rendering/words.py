"""The interface's own words: translation, dates, numbers."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date
from sphinx.locale import get_translation

_translate = get_translation("variorum")


def _(words: str) -> str:
    """The interface's words in the site's language."""
    return str(_translate(words))


_ISO = re.compile(
    r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(?::\d\d)?)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)


def date_words(iso: str | None, *, weekday: bool = False, time: bool = True) -> str:
    """An ISO 8601 date, as precise as it is: ``11 January 2022, 20:17 UTC+05:30``.

    What is no such date comes back as it is.
    """
    found = _ISO.fullmatch(iso or "")
    if not found:
        return iso or ""
    year, month, day, clock, zone = found.groups()
    try:
        at = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return iso or ""
    if not month:
        return year
    if not day:
        return format_date(at, "MMMM y", locale="en")
    said = format_date(at, "EEEE d MMMM y" if weekday else "d MMMM y", locale="en")
    if clock and time:
        said += f", {clock}"
        if zone:
            said += " UTC" if zone in ("Z", "+00:00") else f" UTC{zone}"
    return said


def span_words(first: str, last: str) -> str:
    """Two ISO dates as a span without repetition: ``9 to 27 January 2022``."""
    a, b = date_words(first, time=False), date_words(last, time=False)
    if a == b:
        return a
    left, right = a.split(), b.split()
    while len(left) > 1 and left[-1] == right[-1] and len(left) == len(right):
        left.pop()
        right.pop()
    return _("%(first)s to %(last)s") % {"first": " ".join(left), "last": b}


def range_words(first: str, last: str | None) -> str:
    """A span whose end may be open: ``9 to 27 January 2022``, ``9 January 2022 or later``."""
    if last is None:
        return _("%s or later") % date_words(first, time=False)
    return span_words(first, last)


def number_words(count: int) -> str:
    """A count as a word up to ten, in figures above."""
    words = (
        _("no"), _("one"), _("two"), _("three"), _("four"), _("five"),
        _("six"), _("seven"), _("eight"), _("nine"), _("ten"),
    )  # fmt: skip
    return words[count] if count < len(words) else f"{count:,}"


def reports(count: int) -> str:
    """``Five reports``, ``One report``."""
    said = _("%s report") if count == 1 else _("%s reports")
    words = said % number_words(count)
    return words[:1].upper() + words[1:]


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Names as prose: ``A``, ``A and B``, ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}
