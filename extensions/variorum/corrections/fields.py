"""The fields a correction can set, by what it is about, and how each is written."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, get_args

from variorum import extending
from variorum.collation.authority import KINDS as LABELS
from variorum.corrections.records import Value
from variorum.model import FindingKind
from variorum.reading import schema
from variorum.told import EDITABLE

LONGEST_TEXT = 2_000
"""Characters of a text that an editor wrote."""
LAST_PLACE = 9
"""So many findings may be pinned to a front page."""

_FINDING = re.compile(r"f[0-9a-f]{10}")
_TIMEX = re.compile(
    r"(?:[0-9X]{4}|[0-9]{2}X{2})(?:-(?:[0-9X]{2}|W[0-9X]{2}|Q[1-4X]|H[12X]|SP|SU|FA|WI)"
    r"(?:-[0-9X]{1,2})?)?(?:T(?:[0-9X]{2}(?::[0-9]{2}){0,2}|MO|MI|AF|EV|NI|DT))?"
    r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
    r"|P(?:[0-9X]+(?:\.[0-9]+)?(?:[YMWDQE]|DE|CE))*(?:T(?:[0-9X]+(?:\.[0-9]+)?[HMS])+)?"
    r"|(?:PRESENT|PAST|FUTURE)_REF|[0-9]{2,3}"
)


def text(said: Any) -> Value:
    """Words on one line; nothing is nothing."""
    if said is None:
        return None
    if not isinstance(said, str):
        raise ValueError("must be text")
    if len(said) > LONGEST_TEXT:
        raise ValueError(f"must be no longer than {LONGEST_TEXT:,} characters")
    return " ".join(said.split()) or None


def needed(said: Any) -> Value:
    """Words, at least one."""
    words = text(said)
    if words is None:
        raise ValueError("must not be empty")
    return words


def people(said: Any) -> Value:
    """One actor, several, or nobody: ids, or names."""
    if isinstance(said, list):
        named = tuple(str(needed(name)) for name in said)
        return named[0] if len(named) == 1 else named or None
    return text(said)


def number(said: Any) -> Value:
    """A number, or nothing where that end is open."""
    words = text(said)
    if words is None:
        return None
    try:
        value = float(str(words).replace(",", "").replace("_", ""))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"must be a number, not {words!r}")
    return int(value) if value.is_integer() else value


def timex(said: Any) -> Value:
    """A date or a duration in ISO 8601, as TIMEX3 writes it."""
    words = text(said)
    if words is not None and not _TIMEX.fullmatch(str(words)[:40]):
        raise ValueError(f"must be a date such as 2022-01-12 or 2022-W02, not {words!r}")
    return words


def one_of(*known: str) -> Callable[[Any], Value]:
    """One of some words."""

    def read(said: Any) -> Value:
        if said not in known:
            raise ValueError(f"must be one of {', '.join(known)}, not {said!r}")
        return str(said)

    return read


def salience(said: Any) -> Value:
    """1 to 3; 3 is seen first."""
    return int(str(one_of("1", "2", "3")(said)))


def place(said: Any) -> Value:
    """A place on a front page, from 1."""
    return int(str(one_of(*map(str, range(1, LAST_PLACE + 1)))(said)))


def day(said: Any) -> Value:
    """A day in ISO 8601."""
    words = text(said)
    try:
        return words and datetime.date.fromisoformat(str(words)).isoformat()
    except ValueError as error:
        raise ValueError(f"must be a day such as 2022-02-01, not {words!r}") from error


def finding_kind(said: Any) -> Value:
    """A kind of difference: one of ours, or one that an extension adds."""
    return one_of(*get_args(FindingKind), *extending.kinds())(said)


def which(said: Any) -> Value:
    """A finding's kind, or its id."""
    if isinstance(said, str) and _FINDING.fullmatch(said):
        return said
    return FIELDS["finding"]["kind"](said)


def article_field(name: str, said: Any) -> Value:
    """What is said of an article itself, as story.yaml has it."""
    for _name, value, complaint in schema.check({name: said}):
        if complaint:
            raise ValueError(complaint.removeprefix(f"{name} "))
        given: Value = value
        return given
    raise ValueError("is empty")


FIELDS: Mapping[str, Mapping[str, Callable[[Any], Value]]] = {
    "entity": {"kind": one_of(*sorted(LABELS)), "actor": needed, "metonym_for": text},
    "reference": {"actor": people},
    "role": {"actor": text},
    "quote": {
        "speaker": people,
        "kind": one_of("direct", "mixed", "indirect"),
        "addressee": text,
        "medium": text,
        "cue": text,
    },
    "date": {"value": timex, "kind": one_of("date", "time", "duration", "set")},
    "figure": {"low": number, "high": number, "unit": text, "of": text},
    "finding": {
        "kind": finding_kind,
        "salience": salience,
        "explanation": needed,
    },
    "article": {name: partial(article_field, name) for name in EDITABLE},
    "statement": {},
    "actor": {"name": needed},
}
"""By what a correction is about: its fields, and what reads each."""

OF_VERB: Mapping[str, Mapping[str, Callable[[Any], Value]]] = {"pin": {"place": place}}
"""The fields of verbs that set none of the thing's own."""

NEEDED: Mapping[str, Sequence[str]] = {
    "entity": ("kind",), "reference": ("actor",), "date": ("value",),
    "finding": ("kind", "explanation"),
}  # fmt: skip
"""What has to be said of something that is added."""
