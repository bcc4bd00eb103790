"""The shapes of titles and descriptions of persons, read off the words around a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.words import (
    HONORIFICS,
    PERSON_VERBS,
    ROLE_MODIFIERS,
    is_role_head,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.analysis.entities.view import View

__all__ = ["CLOSES", "POSSESSIVE", "Tokens", "activity", "apposition", "parts", "title_ending"]

LONGEST = 14
"""Words of a title at most."""
ACTIVITIES: frozenset[str] = frozenset(gazetteer.table("titles.toml")["activities"])
"""What someone is said to do who holds an office: "speaks for"."""

Tokens = tuple[int, int]
"""First and last token, half-open."""
POSSESSIVE = frozenset({"'s", "’s"})


def title_ending(v: View, names: list[str], end: int) -> Tokens | None:
    """The title that ends with token *end*: "NATO Secretary-General", "president of Examplia"."""
    if end < 0 or names[end] == "PER":
        return None
    i = end
    headed = -1
    while i >= 0 and end - i < LONGEST and _may_stand(v, names, i, headed):
        if (is_role_head(v.lower[i]) and v.tags[i] != "VERB") or _joined_head(v, i):
            headed = i
        i -= 1
    start = i + 1
    if headed < 0 or v.lower[end] in _EDGE or not _reaches(v, names, headed, end):
        return None
    for k in range(start, headed):
        if v.lower[k] in ("of", "for"):
            start = k + 1
    start = _whole_word(v, _own_title(v, start, end), headed)
    while start < headed and (
        not v.words[start][0].isalnum() or v.lower[start] in _EDGE or v.lower[start] == "-"
    ):
        start += 1
    return (start, end + 1)


def _whole_word(v: View, start: int, headed: int) -> int:
    """Leave out the rest of a compound that begins before: "three-year-old | son"."""
    if v.words[start] == "-" and start < headed:
        start += 1
    if start and v.words[start - 1] == "-" and v.glued(start):
        start += 1
        while start + 1 < headed and v.words[start] == "-":
            start += 2
    return min(start, headed)


def _own_title(v: View, start: int, end: int) -> int:
    """Leave out what "of" or "for" relates to the person: "a rival of | President"."""
    if v.cap[end] and is_role_head(v.lower[end]):
        for k in range(end - 1, start - 1, -1):
            if v.lower[k] in ("of", "for") and k > start and not v.cap[k - 1]:
                return k + 1
    return start


_EDGE = frozenset(
    {"under", "of", "for", "and", "the", "a", "an", "'s", "’s", "&", "to", "his", "her", "their"}
)


def _joined_head(v: View, i: int) -> bool:
    """Whether a head is written with a hyphen that the parser divides: "Secretary-General"."""
    return (
        v.lower[i] == "general" and i > 1 and v.words[i - 1] == "-" and is_role_head(v.lower[i - 2])
    )


def _may_stand(v: View, names: list[str], i: int, headed: int) -> bool:
    """Whether token *i* can belong to the title whose later part is read."""
    word = v.lower[i]
    if is_role_head(word) or word in ROLE_MODIFIERS or names[i] in _NAMED or word in HONORIFICS:
        return not (v.first[i] and word in ("then", "new", "late"))
    if word in ("'s", "’s", "-", "&"):
        return i > 0 and (names[i - 1] in _NAMED or word == "-")
    if word in ("’", "'"):
        return i > 0 and names[i - 1] in _NAMED
    if word in ("of", "for"):
        return True
    if word == "and":
        return (
            i > 0
            and v.tags[i - 1] in ("NOUN", "PROPN", "ADJ")
            and headed >= 0
            and v.cap[i + 1] == v.cap[i - 1]
            and _title_word(v, i - 1)
        )
    if word == "the":
        return i > 0 and v.lower[i - 1] in ("of", "for")
    if v.tags[i] in ("ADJ", "NOUN", "PROPN") and names[i] != "PER":
        # What stands before a title with a capital is the sentence's: "the tariffs | President".
        return v.cap[i] or (v.tags[i] in ("ADJ", "NOUN") and not (headed >= 0 and v.cap[headed]))
    return False


def _title_word(v: View, i: int) -> bool:
    return v.cap[i] or is_role_head(v.lower[i]) or v.lower[i] in ROLE_MODIFIERS


_NAMED = frozenset({"GPE", "NORP", "ORG", "LOC", "FAC"})


def _reaches(v: View, names: list[str], headed: int, end: int) -> bool:
    """Whether from the leftmost head to the name there is one title and no other noun."""
    heads = [k for k in range(headed, end + 1) if is_role_head(v.lower[k]) or _joined_head(v, k)]
    if heads[-1] == end:
        return True
    return (
        any(v.lower[k + 1] in ("of", "for", "to") for k in heads if k + 1 <= end)
        and names[end] != "PER"
    )


def parts(v: View, names: list[str], start: int, stop: int) -> Iterator[Tokens]:
    """Two titles in a row ("US negotiator Deputy Secretary of State") are two."""
    for k in range(start, stop - 1):
        lower_head = is_role_head(v.lower[k]) and not v.cap[k]
        if (
            lower_head
            and v.cap[k + 1]
            and (v.lower[k + 1] in ROLE_MODIFIERS or is_role_head(v.lower[k + 1]))
        ):
            yield start, k + 1
            yield from parts(v, names, k + 1, stop)
            return
    yield start, stop


def apposition(v: View, names: list[str], i: int) -> Tokens | None:
    """The description after a name: ", a senior Examplian official,"."""
    start = i
    while start < len(v) and v.lower[start] in (
        "the",
        "a",
        "an",
        "who",
        "is",
        "was",
        "his",
        "her",
        "its",
        "their",
    ):
        if v.lower[start] == "who" and v.lower[min(start + 1, len(v) - 1)] not in ("is", "was"):
            return None
        start += 1
    head = -1
    j = start
    while j < len(v) and j - start < LONGEST:
        word = v.lower[j]
        if is_role_head(word) and names[j] != "PER":
            head = j
        elif word in ("of", "for", "at", "in", "to", "from") and head >= 0:
            stop = _complement(v, names, j + 1)
            return (start, stop if stop > j + 1 else head + 1)
        elif not _describes(v, names, j):
            break
        j += 1
    if head + 1 < len(v) and (names[head + 1] == "PER" or _inserted(v, head + 1)):
        return None
    if head < 0 or (j < len(v) and v.words[j] not in CLOSES and j - head > 3):
        return None
    return (start, head + 1)


def _inserted(v: View, i: int) -> bool:
    """Whether a verb that reports ends an inserted clause: "Mr Doe, two inspectors said, …"."""
    return v.tags[i] == "VERB" and (
        v.lower[i] in PERSON_VERBS or (i + 1 < len(v) and v.words[i + 1] == ",")
    )


def _describes(v: View, names: list[str], j: int) -> bool:
    """Whether token *j* can belong to a description before its noun."""
    if names[j] == "PER":
        return _owns(v, names, j)
    return (
        v.tags[j] in ("ADJ", "NOUN", "PROPN", "NUM")
        or v.lower[j] in ROLE_MODIFIERS
        or v.lower[j] in ("'s", "’s", "-", "and", "&", "’", "'")
        or _hyphened(v, j)
    )


def _owns(v: View, names: list[str], i: int) -> bool:
    """Whether a person's name is a possessive: "Ann Doe's lawyer"."""
    while i < len(v) and names[i] == "PER":
        i += 1
    return i < len(v) and v.lower[i] in POSSESSIVE


def _hyphened(v: View, i: int) -> bool:
    """Whether a word is part of a compound: "second-ranking"."""
    return (i > 0 and v.words[i - 1] == "-" and v.glued(i)) or (
        i + 1 < len(v) and v.words[i + 1] == "-" and v.glued(i + 1)
    )


CLOSES = frozenset({",", ".", ";", ")", "–", "—", "who", "and", ":"})


def _complement(v: View, names: list[str], i: int) -> int:
    """Where "of the Examplian foreign ministry" ends, from after "of"."""
    j = i
    while j < len(v) and j - i < 8:
        word = v.lower[j]
        inside = v.tags[j] in ("ADJ", "NOUN", "PROPN", "NUM") or names[j]
        small = word in (
            "the",
            "a",
            "an",
            "of",
            "for",
            "and",
            "'s",
            "’s",
            "-",
            "&",
            "its",
            "his",
            "her",
        )
        if names[j] == "PER" or not (inside or small):
            break
        j += 1
    while j > i and (v.lower[j - 1] in _EDGE or v.lower[j - 1] in HONORIFICS):
        j -= 1
    return j


def activity(v: View, names: list[str], i: int) -> Tokens | None:
    """What someone does for a living: ", who speaks for the Harbour Museum,"."""
    if v.words[i] == ",":
        i += 1
    if i + 2 >= len(v) or v.lower[i] != "who":
        return None
    j = i + 2 if v.lower[i + 1] in ACTIVITIES else i + 3
    if j > i + 2 and " ".join(v.lower[i + 1 : j]) not in ACTIVITIES:
        return None
    stop = _complement(v, names, j)
    return (i, stop) if stop > j else None
