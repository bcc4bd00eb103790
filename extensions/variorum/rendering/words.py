"""The interface's own words: translation, dates, numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from babel import Locale, UnknownLocaleError
from sphinx.locale import _ as _of_sphinx
from sphinx.locale import get_translation, get_translator

from variorum.words.speech import Speech

CATALOGUE = "variorum"
LOCALE = Path(__file__).parents[1] / "locale"

_translate = get_translation(CATALOGUE)


def _(words: str) -> str:
    """The interface's words in the site's language."""
    return str(_translate(words))


def _n(one: str, many: str, count: int) -> str:
    """The form of some words that goes with a count; the count itself is yet to be put in."""
    return str(get_translator(CATALOGUE).ngettext(one, many, count))


def template_words(words: str, **values: str) -> str:
    """Words of a template: ours or, where our catalogue has none, Sphinx's; filled with values."""
    said = _(words)
    said = said if said != words else str(_of_sphinx(words))
    return said % values if values else said


def language() -> str:
    """The language the interface speaks: that of its catalogue, English without one.

    Dates and numbers follow it rather than ``language`` in conf.py, so that a site never mixes
    months of one language into words of another.
    """
    return str(get_translator(CATALOGUE).info().get("language", "en"))


def direction(language: str | None) -> str:
    """The ``dir`` of words in a language by its code; ``auto`` where it isn't known."""
    try:
        return str(Locale.parse((language or "").replace("-", "_")).text_direction)
    except (ValueError, UnknownLocaleError):
        return "auto"


def speech() -> Speech:
    """The site's language, as one in which messages are told."""
    return Speech(get_translator(CATALOGUE), language())


def date_words(iso: str | None, *, weekday: bool = False, time: bool = True) -> str:
    """An ISO 8601 date, as precise as it is: ``11 January 2022, 20:17 UTC+05:30``.

    What is no such date comes back as it is.
    """
    return speech().date(iso, weekday=weekday, time=time)


def _dated(at: date, pattern: str) -> str:
    return speech().dated(at, pattern)


def day_and_month(at: date) -> str:
    """``12 Jan``."""
    return _dated(at, _("d MMM"))


def month_and_year(at: date) -> str:
    """``Jan 2022``."""
    return _dated(at, _("MMM y"))


def weekday_name(at: date) -> str:
    """``Tuesday``."""
    return _dated(at, "EEEE")


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


def number(count: int) -> str:
    """A count in figures: ``1,234``."""
    return speech().number(count)


def number_words(count: int) -> str:
    """A count as a word up to ten, in figures above."""
    return speech().number_words(count)


def capital(words: str) -> str:
    """Words at the start of a sentence or a line."""
    return words[:1].upper() + words[1:]


def reports(count: int) -> str:
    """``Five reports``, ``One report``."""
    if count == 1:
        return _("One report")
    return capital(_n("%s report", "%s reports", count) % number_words(count))


def listed(names: Sequence[str]) -> str:
    """Names as prose: ``A``, ``A and B``, ``A, B and C``."""
    return speech().listed(names)
