"""Attributions between commas, which parsers often lose: "Snow, she said on Friday, will fall".

The words decide, not the parse: "she said" and what goes with it stand behind a comma, and end at
the next one or with the sentence. All else in the sentence is what she said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.quotes import cues, speaker
from variorum.analysis.quotes.paragraph import ENDS, FAR, sentence_end
from variorum.analysis.quotes.tree import Range, children

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BORDERS = frozenset({",", ";", ":", "—", "–", "--", "(", ")"})
_COMPLEMENTS = ("ccomp", "xcomp", "acomp", "dobj")
_LONG = 14
"""How many tokens an attribution has: "the deputy mayor said in an interview on Friday"."""


def around(verb: Token) -> list[Range]:
    """What a reporting verb says, where it and its speaker stand between commas; else nothing."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or not tells(verb):
        return []
    own = ("ccomp", "xcomp", "acomp") if verb.lemma_ == "tell" else _COMPLEMENTS
    if any(c.i > verb.i for c in children(verb, *own)):
        return []
    who = speaker.of(verb)
    if who is None:
        return []
    doc = verb.doc
    said = min(who[0], verb.i), _end(doc, max(who[1], verb.i + 1))
    if said[1] - said[0] > _LONG or said[0] == 0 or doc[said[0] - 1].text != ",":
        return []
    if not _is_border(doc, said[1]) or any(_is_clause(doc[i], verb) for i in range(*said)):
        return []
    before = _start(doc, said[0]), said[0] - 1
    behind = said[1] + 1, sentence_end(doc, said[1])
    told = [before] if behind[0] >= behind[1] else [before, behind]
    if len(told) == 2 and not _goes_on(doc, before, behind, inverted=verb.i < who[0]):
        told = [before]
    if len(told) == 1 and any(t.is_quote for t in doc[before[0] : behind[1]]):
        return []
    if before[0] >= before[1] or (len(told) == 1 and _is_setting(doc[before[0]])):
        return []
    return told if any(_is_finite(t) for part in told for t in doc[part[0] : part[1]]) else []


def tells(verb: Token) -> bool:
    """Whether a verb reports words said or what papers show, and no wish."""
    return any(
        "clause" in s.takes
        and (s.implies == "showing" or ("quote" in s.takes and s.implies != "demanding"))
        for s in cues.senses(verb)
    )


def _is_setting(first: Token) -> bool:
    """Whether a clause only says when or how it was said: "Asked why, she said …"."""
    return first.tag_ in ("VBG", "VBN", "WRB") or first.lower_ == "asked"


def _end(doc: Doc, i: int) -> int:
    """The comma behind an attribution, or the end of its sentence."""
    last = min(len(doc), i + _LONG)
    while i < last and doc[i].text not in _BORDERS and doc[i].text not in ENDS:
        i += 1
    return i


def _is_border(doc: Doc, i: int) -> bool:
    return i >= len(doc) or doc[i].text == "," or doc[i].text in ENDS or doc[i].is_space


def _is_clause(token: Token, verb: Token) -> bool:
    """Whether another verb stands in an attribution: then it is more than one."""
    return token.i != verb.i and _is_finite(token) and token.head.i != verb.i


def _is_finite(token: Token) -> bool:
    return token.tag_ in _FINITE


def _start(doc: Doc, i: int) -> int:
    """Where the sentence begins."""
    first = max(0, i - FAR)
    while i > first and doc[i - 1].text not in ENDS:
        i -= 1
    return i


def _goes_on(doc: Doc, before: Range, behind: Range, *, inverted: bool) -> bool:
    """Whether what follows the attribution is said, too, and tells nothing of the speaker."""
    first = doc[behind[0]]
    if first.tag_ in ("WDT", "WP", "WP$", "VBG", "VBN", "WRB"):
        return False
    finite = any(_is_finite(t) for t in doc[behind[0] : behind[1]])
    if inverted or first.lower_ in ("a", "an"):  # else the writer's: "polls show, a debate that …"
        return finite and not any(_is_finite(t) for t in doc[before[0] : before[1]])
    return finite or first.tag_ == "TO"
