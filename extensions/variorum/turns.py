"""Transcripts: lines that say at their head who speaks, "Q: …", "Ann Lee: …", "LEE: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_NAME = r"[^\W\d_][\w.’'-]{0,30}"
_LINE = re.compile(rf"(?P<label>{_NAME}(?: {_NAME}){{0,3}}):\s{{1,3}}(?=\S)")
_ENDS = ".?!…—”\"'’"
ASKED_AND_ANSWERED = frozenset({"Q", "A", "Question", "Answer"})
"""Labels that are nobody's name."""
_FEWEST = 3
"""So many turns make a transcript; a question and its answer do, too."""


def labels(lines: Sequence[str]) -> dict[int, int]:
    """How long the label of each turn is, with its colon; empty where it is no transcript.

    A transcript has turns of two speakers right behind each other, and one of them speaks again.
    """
    found = {n: match for n, line in enumerate(lines) if (match := _turn(line))}
    said = Counter(match["label"] for match in found.values())
    answers = {"Q", "A"} <= said.keys() or {"Question", "Answer"} <= said.keys()
    again = max(said.values(), default=0) > 1 and len(found) >= _FEWEST
    alternate = any(
        n + 1 in found and found[n + 1]["label"] != match["label"] for n, match in found.items()
    )
    return {n: m.end() for n, m in found.items()} if alternate and (again or answers) else {}


def _turn(line: str) -> re.Match[str] | None:
    match = _LINE.match(line)
    if match is None or line.rstrip()[-1] not in _ENDS:
        return None
    return match if all(word[0].isupper() for word in match["label"].split()) else None
