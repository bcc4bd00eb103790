"""What reports words within marks: the reporting word and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.quotes import speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.analysis.quotes.tree import Range

NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
DASHES = frozenset({"-", "–", "—", "--"})
_PARTICLES = frozenset({"in", "back", "out", "up", "on", "off"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """What reports a marked stretch, in tokens of its block."""

    rule: str
    cue: Token | None
    cue_range: Range | None
    speaker: Range | None
    segment: Range
    """The part of a sentence it was found in."""


def beside(verb: Token, segment: Range) -> Range | None:
    """The noun phrase right before a verb or parted from it by commas, else the one behind it."""
    doc = verb.doc
    end = verb.i
    while end > segment[0] and doc[end - 1].pos_ in ("ADV", "AUX"):
        if doc[end - 1].tag_ == "MD" and doc[end - 1].is_title:
            return end - 1, end  # "Will wrote": a name, whatever a tagger takes it for
        end -= 1
    start = end
    while start > segment[0] and doc[start - 1].pos_ in NOMINAL:
        start -= 1
    if start < end:
        return start, end
    apart = speaker.apart(verb)
    if apart is not None and apart.i >= segment[0]:
        return speaker.phrase(apart)
    if verb.lemma_ == "tell":
        return None  # "told AFP": who hears it
    start = verb.i + 1
    if start + 1 < segment[1] and doc[start].lower_ in _PARTICLES:
        start += 1  # "chimed in Ann Lee"
    if start < segment[1] and speaker.is_time(doc[start]):
        return None
    end = start
    while end < segment[1] and (doc[end].pos_ in NOMINAL or doc[end].tag_ == "POS"):
        end += 1
    return (start, end) if start < end else None
