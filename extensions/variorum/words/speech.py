"""A language in which messages are told: its sentences, lists, numbers and dates."""

from __future__ import annotations

import datetime
import gettext
import re
from collections.abc import Sequence
from dataclasses import dataclass

from babel.dates import format_date
from babel.numbers import format_decimal

from variorum import extending
from variorum.model.messages import (
    Actors,
    Count,
    Day,
    Message,
    Name,
    Notion,
    Number,
    Several,
    Source,
    Sources,
    Value,
    Words,
)
from variorum.words.sentences import SENTENCES, Sentence

MANY, SHOWN = 6, 4
"""Of more things than so many in a sentence, so many are named and the others counted."""
_ISO = re.compile(
    r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(?::\d\d)?)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)

_ENDS_SPEECH = re.compile(r"[^\"“”]*[,.?!…]([\"”])")
"""Words that end a speech which begins before them."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A catalogue, and the code of the language that it is in."""

    catalogue: gettext.NullTranslations
    language: str

    def sentence(self, message: Message) -> str:
        """A message as a sentence of its own."""
        said = self.clause(message)
        return f"{said[:1].upper()}{said[1:]}."

    def clause(self, message: Message) -> str:
        """A message as a part of a sentence: no capital, no full stop."""
        template, counted = self._sentence(message.id), 1
        values = dict(message.values)
        if template.by:
            counted = _size(values[template.by])
        said = (
            self.ngettext(template.one, template.many, counted)
            if template.many
            else self.gettext(template.one)
        )
        return said % {name: self.value(value) for name, value in values.items()}

    def _sentence(self, id_: str) -> Sentence:
        """Ours, or an extension's in this language, or in English."""
        if id_ in SENTENCES:
            return SENTENCES[id_]
        theirs = extending.sentences(self.language)
        return Sentence(theirs[id_] if id_ in theirs else extending.sentences("en")[id_])

    def value(self, value: Value) -> str:
        """What a sentence is told with, as it stands in the sentence."""
        match value:
            case Message():
                return self.clause(value)
            case Source(_, outlet, letter):
                return f"{outlet} ({letter})" if outlet else self.gettext("source %s") % letter
            case Words(text):
                return self.gettext("“%s”") % self._inner(text)
            case Name(text):
                return text
            case Notion(text):
                return self.gettext(text)
            case Day(iso):
                return self.date(iso)
            case Count(number):
                return self.number_words(number)
            case Number(number):
                return self.number(number)
            case Several(members, parted):
                told = [self.value(member) for member in members]
                return "; ".join(told) if parted else self.some(told)
            case Sources(ids) | Actors(ids):
                raise TypeError(f"{ids!r} are ids, which only their story has names for")

    def _inner(self, text: str) -> str:
        """Words that stand in marks, with their own marks as the language has them within marks.

        Where they begin with speech, whose mark stands before them, they get it.
        """
        opening, closing = self.gettext("‘ ’").split()
        if ends := _ENDS_SPEECH.match(text):
            text = f"{'“' if ends[1] == '”' else ends[1]}{text}"
        return text.translate({0x201C: opening, 0x201D: closing, 0x22: "'"})

    def some(self, names: Sequence[str]) -> str:
        """Names as prose; of many the first, and how many more."""
        if len(names) > MANY:
            return self.gettext("%(some)s and %(count)s more") % {
                "some": ", ".join(names[:SHOWN]), "count": self.number(len(names) - SHOWN),
            }  # fmt: skip
        return self.listed(names)

    def listed(self, names: Sequence[str]) -> str:
        """Names as prose: ``A``, ``A and B``, ``A, B and C``."""
        if len(names) < 2:
            return "".join(names)
        return self.gettext("%(some)s and %(last)s") % {
            "some": ", ".join(names[:-1]), "last": names[-1],
        }  # fmt: skip

    def number(self, count: float) -> str:
        """A count in figures: ``1,234``."""
        return format_decimal(count, locale=self.language)

    def number_words(self, count: int) -> str:
        """A count as a word up to ten, in figures above."""
        gettext = self.gettext
        words = (
            gettext("no"), gettext("one"), gettext("two"), gettext("three"), gettext("four"),
            gettext("five"), gettext("six"), gettext("seven"), gettext("eight"), gettext("nine"),
            gettext("ten"),
        )  # fmt: skip
        return words[count] if count < len(words) else self.number(count)

    def date(self, iso: str | None, *, weekday: bool = False, time: bool = True) -> str:
        """An ISO 8601 date, as precise as it is: ``11 January 2022, 20:17 UTC+05:30``.

        What is no such date comes back as it is.
        """
        found = _ISO.fullmatch(iso or "")
        if not found:
            return iso or ""
        year, month, day, clock, zone = found.groups()
        try:
            at = datetime.date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            return iso or ""
        if not month:
            return year
        if not day:
            return self.dated(at, self.gettext("MMMM y"))
        pattern = self.gettext("EEEE d MMMM y") if weekday else self.gettext("d MMMM y")
        said = self.dated(at, pattern)
        if clock and time:
            said += f", {clock}"
            if zone:
                said += " UTC" if zone in ("Z", "+00:00") else f" UTC{zone}"
        return said

    def dated(self, at: datetime.date, pattern: str) -> str:
        """A date by a pattern of CLDR, which is itself a matter of language."""
        return format_date(at, pattern, locale=self.language)

    def gettext(self, words: str) -> str:
        """Some words in this language."""
        return self.catalogue.gettext(words)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of some words that goes with a count."""
        return self.catalogue.ngettext(one, many, count)


def _size(value: Value) -> int:
    """How many a value tells of."""
    match value:
        case Several(members):
            return len(members)
        case Count(number) | Number(number):
            return round(number)
        case _:
            return 1


ENGLISH = Speech(gettext.NullTranslations(), "en")
"""What the commands and the files for other programs are written in."""
