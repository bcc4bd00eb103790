"""What reports a marked stretch, the word beside it and who speaks: two lists of rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from variorum.analysis.quotes import cues, speaker
from variorum.analysis.quotes.following import behind, mistaken, signature, signed, unlisted
from variorum.analysis.quotes.leading import by_colon, by_comma, by_nothing, colon
from variorum.analysis.quotes.paragraph import ENDS
from variorum.analysis.rules import Rules, described

if TYPE_CHECKING:
    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.analysis.quotes.said import Attribution
    from variorum.analysis.quotes.tree import Range

Attributing: TypeAlias = "Callable[[Paragraph, int], Attribution | None]"
"""What a rule does: it looks beside a stretch of a paragraph, by the stretch's number."""
BEFORE: Rules[Attributing] = described(
    "before-marks", {"colon": by_colon, "comma": by_comma, "no comma": by_nothing}
)
BEHIND: Rules[Attributing] = described(
    "behind-marks",
    {
        "after": behind,
        "after, unlisted verb": unlisted,
        "after, taken for a noun": mistaken,
        "signature": signed,
    },
)


def before(par: Paragraph, i: int) -> Attribution | None:
    """What reports a stretch and stands before it."""
    return _first(BEFORE.as_extended(), par, i)


def after(par: Paragraph, i: int) -> Attribution | None:
    """What reports a stretch and stands behind it."""
    return _first(BEHIND.as_extended(), par, i)


def subject_before(par: Paragraph, i: int) -> Range | None:
    """The subject of the sentence before a stretch, in the same paragraph."""
    stop = par.ranges[i - 1][1] if i > 0 else 0
    for token in reversed(par.doc[stop : par.ranges[i][0]]):
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT":
            return speaker.phrase(token)
    return None


def tells_before(par: Paragraph, i: int) -> bool:
    """Whether the sentence before a stretch reports a clause of its own: "X said it snowed. …" """
    start, end = par.gap(i - 1) if i > 0 else (0, par.ranges[i][0])
    while end > start and not par.words((end - 1, end)):
        end -= 1
    for token in reversed(par.doc[start:end]):
        if token.text in ENDS:
            return False
        reports = token.pos_ == "VERB" and any("clause" in s.takes for s in cues.senses(token))
        if reports and any(c.dep_ == "ccomp" for c in token.rights):
            return True
    return False


def announced(par: Paragraph) -> Attribution | None:
    """``X said:`` at the end of a paragraph, where the next one is what X said."""
    end = len(par.doc)
    while end > 0 and par.doc[end - 1].is_space:
        end -= 1
    if end == 0 or par.doc[end - 1].text != ":":
        return None
    start = end - 1
    while start > 0 and par.doc[start - 1].text not in ENDS:
        start -= 1
    return colon([t for t in par.doc[start:end] if not t.is_space], (start, end))


def signs(par: Paragraph) -> Attribution | None:
    """The name that a paragraph is nothing but, behind a dash: the one before is what it said."""
    return None if par.marks else signature(par, (0, len(par.doc)))


def _first(rules: Rules[Attributing], par: Paragraph, i: int) -> Attribution | None:
    found = (rule.apply(par, i) for rule in rules)
    return next((said for said in found if said is not None), None)
