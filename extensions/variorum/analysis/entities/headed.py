"""Names that say what they are by their first or last word: "Ministry of Health", "Tana River"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.spans import Candidate, candidate, capital
from variorum.analysis.entities.words import DAYS, FIRST, HEADS_OF, LAST, PLAIN, is_role_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.analysis.entities.view import View


MOST_WORDS = 16
"""Words of a name at most: what keeps long runs of capitals from costing time."""


def headed_names(view: View) -> Iterator[Candidate]:
    """Names whose first or last word says what they are: "Ministry of Health", "Tana River"."""
    if view.titled or view.shouted:
        return
    for i, word in enumerate(view.lower):
        if not view.cap[i]:
            continue
        if word in FIRST and _goes_on_of(view, i + 1):
            j = _headed_end(view, i + 2)
            if word in ("ministry", "department", "institute", "faculty"):
                j = _fields_end(view, j)
            if j > i + 2:
                begin = _headed_begin(view, i)
                yield candidate(view, begin, j, FIRST[word], "head", 57 + j - begin)
        elif i and view.cap[i - 1]:
            two = LAST.get(f"{view.lower[i - 1]} {word}")
            begin = _headed_begin(view, i) if two or word in LAST else i
            if begin < i - (two is not None):
                yield candidate(view, begin, i + 1, two or LAST[word], "head", 56 + i - begin)


def _goes_on_of(view: View, i: int) -> bool:
    if i + 1 >= len(view) or view.lower[i + 1] in DAYS:
        return False
    return view.lower[i] in ("of", "for", "de", "on")


def _headed_begin(view: View, head: int) -> int:
    i = head
    while i > 0 and head - i < 7:
        word = view.lower[i - 1]
        if view.cap[i - 1] and view.words[i - 1][0].isalpha():
            if word in PLAIN and (view.first[i - 1] or word in ("the", "a", "an", "our", "former")):
                break
            i -= 1
        elif (
            i > 1
            and view.cap[i - 2]
            and not (word == "of" and _is_office(view.lower[i - 2]))
            and (word in ("&", "of") or (word == "-" and view.glued(i - 1) and view.glued(i)))
        ):
            i -= 1
        else:
            break
    while i < head and not view.cap[i]:
        i += 1
    return i


def _is_office(word: str) -> bool:
    """Whether a word is the office of who heads what "of" goes on to name."""
    return is_role_head(word) and word not in HEADS_OF


def _headed_end(view: View, i: int) -> int:
    """Where a name that goes on after "of" ends: "… of Foreign Affairs and Trade"."""
    j = i
    while j < len(view) and j - i < MOST_WORDS:
        word = view.lower[j]
        if (view.cap[j] and view.words[j][0].isalpha()) or (word in ("the",) and j == i):
            j += 1
        elif word in ("and", "&", "of", "for") and capital(view, j + 1) and j > i:
            if word == "and" and _is_place(view, j - 1):
                break
            j += 1
        elif word == "in" and j > i + 1 and capital(view, j + 1) and _is_place(view, j + 1):
            if "and" not in view.lower[i:j] and not _bracketed(view, j + 2):
                break
            j += 1
        elif word == "-" and view.glued(j) and j + 1 < len(view) and view.glued(j + 1):
            j += 1 if view.cap[j + 1] else 2
        else:
            break
    return j if j > i and view.cap[j - 1] else i


def _fields_end(view: View, i: int) -> int:
    """Where a list of fields ends that goes on at *i*: "… of Health, Sports and Youth", or *i*."""
    j = i
    while j + 1 < len(view) and view.words[j] == "," and j - i < MOST_WORDS:
        if view.lower[j + 1] == "and":
            j += 1
        if not _is_field(view, j + 1):
            return i
        stop = j + 1
        while _is_field(view, stop):
            stop += 1
        if view.lower[j] == "and":
            return stop
        if stop + 1 < len(view) and view.lower[stop] == "and" and _is_field(view, stop + 1):
            stop += 1
            while _is_field(view, stop):
                stop += 1
            return stop
        j = stop
    return i


def _is_field(view: View, i: int) -> bool:
    """Whether a capitalised word is no name known, as those of what a ministry is for."""
    return (
        capital(view, i)
        and view.words[i].isalpha()
        and gazetteer.lookup(view.words[i]) is None
        and view.words[i] not in gazetteer.given_names()
    )


def _bracketed(view: View, i: int) -> bool:
    """Whether an abbreviation in brackets follows, so that the name ends here."""
    return i + 2 < len(view) and view.words[i] == "(" and view.words[i + 2] == ")"


def _is_place(view: View, i: int) -> bool:
    entry = gazetteer.lookup(view.words[i])
    return entry is not None and entry.label in ("GPE", "LOC")
