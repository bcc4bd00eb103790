"""Persons that rules propose: after a form of address or a title, and by a given name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.spans import (
    Candidate,
    can_belong,
    candidate,
    capital,
    hyphened,
    is_initial,
    known_at,
)
from variorum.analysis.entities.words import (
    CALENDAR,
    HONORIFICS,
    LAST,
    NEVER,
    PARTICLES,
    PLAIN,
    TITLES_BEFORE,
    is_role_head,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.analysis.entities.view import View


MOST_BETWEEN = 4
"""Words from a person's name to the noun of what is called after them, the noun among them."""
_ELIDED = re.compile(r"[a-z]{1,4}['’][A-Z]")


def titled_persons(view: View) -> Iterator[Candidate]:
    """Who stands after a form of address or a title: "Mr Grushko", "spokesman Dmitry Peskov"."""
    for i in range(1, len(view)):
        if not view.cap[i] or not view.words[i][0].isalpha():
            continue
        before = i - 1
        if view.words[before] == "." and view.glued(before) and before > 0:
            before -= 1
        word = view.lower[before]
        honoured = word in HONORIFICS and view.cap[before]
        if honoured and (view.lower[i] in HONORIFICS or known_at(view, before) > i):
            continue
        if honoured or (word in TITLES_BEFORE and not view.titled):
            j = _name_run(view, i)
            named = _person_like(view, i, j) or (honoured and view.lower[i] in CALENDAR)
            named = named and not (honoured and _names_a_body(view, j))
            if j > i and named and (honoured or j - i > 1):
                by = "honorific" if honoured else "role"
                yield candidate(view, i, j, "PER", by, 68 if honoured else 66)


def given_names(view: View) -> Iterator[Candidate]:
    """A common given name and the capitalised words after it."""
    names = gazetteer.given_names()
    for i, word in enumerate(view.words):
        if word not in names or i + 1 >= len(view):
            continue
        if i and view.cap[i - 1] and view.tags[i - 1] == "PROPN" and not _is_title(view, i - 1):
            continue
        j = _name_run(view, i)
        if j - i > 1 and _person_like(view, i, j) and not view.shouted:
            yield candidate(view, i, j, "PER", "given-name", 47)


def initialled_persons(view: View) -> Iterator[Candidate]:
    """Who is named by initials, two or more, and a surname: "R B Solberg"."""
    first = 0
    for i in range(1, len(view)):
        if not is_initial(view, i - 1) or view.glued(i):
            first = i
        elif i - first > 1 and _is_surname(view, i):
            yield candidate(view, first, i + 1, "PER", "initial", 56)


def _is_surname(view: View, i: int) -> bool:
    """Whether a word behind initials can be who they are of."""
    if not view.cap[i] or len(view.words[i]) < 3 or view.lower[i] in LAST:
        return False
    return view.lower[i] not in HONORIFICS and _person_like(view, i, i + 1)


def _person_like(view: View, i: int, j: int) -> bool:
    if j - i > 1 and view.lower[j - 1] in LAST and view.lower[j - 1] not in ("bay", "hill"):
        return False
    if view.lower[i] in PLAIN or view.lower[i] in NEVER or is_role_head(view.lower[i]):
        return False
    entry = gazetteer.lookup(view.words[i])
    return entry is None or entry.timid or (j - i > 1 and entry.kind == "place")


def _names_a_body(view: View, i: int) -> bool:
    """Whether the name goes on at *i* as that of what is called after a person.

    "King Example University", "Sir Ann Doe Memorial Hospital".
    """
    for k in range(i, min(i + MOST_BETWEEN, len(view))):
        if not view.cap[k] or view.tags[k] not in ("PROPN", "NOUN", "ADJ"):
            return False
        if LAST.get(view.lower[k]) in ("ORG", "FAC"):
            return True
    return False


def _is_title(view: View, i: int) -> bool:
    return view.lower[i] in HONORIFICS or is_role_head(view.lower[i])


def _name_run(view: View, i: int, most: int = 5) -> int:
    """Where the run of a person's name that starts at *i* ends."""
    j = i
    while j < len(view) and j - i < most * 2:
        if _runs_on(view, i, j):
            j += 1
        else:
            break
    while j > i + 1 and not (view.cap[j - 1] or _ELIDED.match(view.words[j - 1])):
        j -= 1
    return hyphened(view, i, j) if j > i else j


def _runs_on(view: View, i: int, j: int) -> bool:
    """Whether token *j* belongs to the person's name that starts at *i*."""
    if view.cap[j] and view.words[j][0].isalpha():
        return j == i or can_belong(view, j)
    if view.words[j] in ("-", "‐", "’", "'", ".") and view.glued(j):
        irish = view.words[j - 1] == "O" and capital(view, j + 1)
        return irish or _cap_at(view, j + 1)
    if j > i and _ELIDED.match(view.words[j]):
        return True
    return view.lower[j] in PARTICLES and j > i and _after_particles(view, j)


def _cap_at(view: View, i: int) -> bool:
    return i < len(view) and view.cap[i] and view.glued(i)


def _after_particles(view: View, j: int) -> bool:
    for k in range(j, min(j + 4, len(view))):
        if view.cap[k]:
            return True
        if view.lower[k] not in PARTICLES and view.words[k] not in ("-", "’", "'"):
            return False
    return False
