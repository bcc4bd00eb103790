"""Names that the text gives an abbreviation: "World Example Body (WEB)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.entities.spans import Candidate, candidate
from variorum.analysis.entities.words import LAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.analysis.entities.view import View

LONGEST = 9
"""Letters of an abbreviation at most."""
SHORTEST = 3
"""Letters that its name's initials have to be for it to be no chance."""
_SMALL = frozenset({"of", "the", "for", "and", "&", "in", "on", "to", "de", "la", "del", "-"})


def introduced_names(view: View) -> Iterator[Candidate]:
    """Names whose initials stand in brackets behind them."""
    for i in range(2, len(view) - 1):
        if view.words[i - 1] != "(" or view.words[i + 1] != ")":
            continue
        short = view.words[i]
        if short.isalpha() and short.isupper() and SHORTEST <= len(short) <= LONGEST:
            first = _begin(view, i - 1, short)
            if i - 1 - first > 1 and LAST.get(view.lower[i - 2], "ORG") == "ORG":
                yield candidate(view, first, i - 1, "ORG", "introduced", 59)


def _begin(view: View, end: int, short: str) -> int:
    """Where the name begins that ends before token *end* and has these initials, else *end*."""
    left = short
    for k in range(end - 1, max(-1, end - 1 - 2 * len(short)), -1):
        word = view.words[k]
        if not view.cap[k]:
            if view.lower[k] not in _SMALL:
                return end
            continue
        said = word if word.isupper() else word[0]
        if not left.endswith(said):
            return end
        left = left.removesuffix(said)
        if not left:
            return k
    return end
