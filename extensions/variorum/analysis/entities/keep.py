"""What is no name, although the model or a rule took it for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.almanac import ZONES
from variorum.analysis import gazetteer
from variorum.analysis.dates.lexicon import HOLIDAYS
from variorum.analysis.entities.words import (
    CALENDAR,
    FIRST,
    HONORIFICS,
    LAST,
    NEVER,
    PLAIN,
    PORTFOLIOS,
    is_role_head,
)

if TYPE_CHECKING:
    from variorum.analysis.entities.spans import Candidate
    from variorum.analysis.entities.view import View


def is_name(view: View, c: Candidate) -> bool:
    """Whether a candidate can be a name at all."""
    exact = view.text[c.start : c.end]
    if len(exact) < 2 or not any(ch.isalpha() for ch in exact) or "://" in exact or "www." in exact:
        return False
    if c.by.startswith("gazetteer") or c.by in (
        "glued",
        "handle",
        "outlet",
        "institution",
        "party",
    ):
        return True
    if c.by == "honorific" and exact.lower() in CALENDAR:
        return True
    if not any(view.cap[k] for k in range(c.first, c.last)):
        return False
    if _tells_a_zone(view, c) or _ends_a_feast(view, c) or _is_portfolio(view, c):
        return False
    words = view.lower[c.first : c.last]
    if len(words) == 1 and gazetteer.lookup(exact) is None:
        word = words[0].rstrip(".")
        title = f"{word}." in HONORIFICS  # "Gen (Retd) Ann Doe"
        return not (word in NEVER or word in PLAIN or title or is_role_head(word))
    if all(w in PLAIN or w in HONORIFICS for w in words):
        return False
    if all(w in PLAIN or w in NEVER or is_role_head(w) for w in words):
        headed = words[-1] in LAST or (words[0] in FIRST and "of" in words)
        institution = len(words) > 1 and headed and not is_role_head(words[0])
        return institution or gazetteer.lookup(exact) is not None
    return not _is_title(view, c)


def _tells_a_zone(view: View, c: Candidate) -> bool:
    """Whether the candidate is the zone of the time before it: "2:20 p.m. EST"."""
    if not c.first or view.text[c.start : c.end] not in ZONES:
        return False
    before = view.lower[c.first - 1]
    return before[0].isdigit() or before.replace(".", "") in ("am", "pm", "")


def _ends_a_feast(view: View, c: Candidate) -> bool:
    """Whether the candidate is only the end of a day's name: "New Year's Eve"."""
    name = view.text[c.start : c.end].lower()
    return any(
        feast.endswith(f" {name}")
        and view.text[max(0, c.end - len(feast)) : c.end].lower().replace("’", "'") == feast
        for feast in HOLIDAYS
    )


def _is_portfolio(view: View, c: Candidate) -> bool:
    """Whether the candidate is what a minister is for: "Minister for Trade and Rural Affairs"."""
    if c.by not in ("model", "capitalised", "head") or c.label not in ("", "ORG"):
        return False
    if not all(_is_field(view, k) for k in range(c.first, c.last)):
        return False
    i = c.first - 1
    while i > 0 and c.first - i < FIELDS and _is_field(view, i):
        i -= 1
    return i > 0 and view.lower[i] in ("of", "for") and view.lower[i - 1] in PORTFOLIOS


def _is_field(view: View, i: int) -> bool:
    """Whether a word can belong to the fields of an office: one that names nothing by itself."""
    word = view.words[i]
    named = gazetteer.lookup(word) is not None or word in gazetteer.given_names()
    return view.lower[i] in _JOINS or (view.cap[i] and word.isalpha() and not named)


FIELDS = 12
"""Words of what a minister is for at most."""
_JOINS = frozenset({",", "and", "&", "the"})


def _is_title(view: View, c: Candidate) -> bool:
    """Whether the candidate is an office: "Deputy Secretary of State"."""
    if c.label not in ("ORG", "PER", "GPE", "WORK", "PRODUCT"):
        return False
    words = view.lower[c.first : c.last]
    if "of" in words:
        words = words[: words.index("of")]
    return bool(words) and is_role_head(words[-1]) and c.last - c.first < 7
