"""What a text says that a name is: "Acme is a maker of …", "Exampleton, a town in …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.entities.words import KINDS, is_role_head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.analysis.entities.spans import Candidate
    from variorum.analysis.entities.view import View

LONGEST = 7
"""Words that a description has up to its noun at most."""
_BEFORE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})


def by_description(view: View, c: Candidate) -> Iterator[tuple[str, float, str]]:
    """What the noun says that stands beside the name, or after "is"."""
    i = c.last
    if i + 2 >= len(view) or view.titled:
        return
    said = view.lower[i] in ("is", "was")
    if not said and view.words[i] not in (",", "–", "—"):
        return
    noun = described_as(view, i + 1)
    if label := KINDS.get(noun, ""):
        yield label, 2.5, "description"
        yield "PER", -1.0, "description"
    elif said and is_role_head(noun):
        yield "PER", 2.0, "description"


def described_as(view: View, i: int) -> str:
    """The noun of a phrase that begins with an article at token *i*, in lower case."""
    if view.lower[i] not in ("a", "an", "the"):
        return ""
    noun = ""
    for k in range(i + 1, min(i + 1 + LONGEST, len(view))):
        if view.tags[k] == "NOUN" and not view.cap[k]:
            noun = view.lower[k]
        elif view.tags[k] not in _BEFORE_NOUN and view.lower[k] not in ("-", "'s", "’s"):
            break
    return noun
