"""Reports that name the speaker aside: "according to X", "as X said", "in X's view", "X: …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.entities.words import LAST, is_role_head
from variorum.analysis.quotes import cues, speaker
from variorum.analysis.quotes.indirect import Report
from variorum.analysis.quotes.paragraph import FAR
from variorum.analysis.quotes.tree import Range, child, extent, without

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


_VIEWS = frozenset({"view", "opinion", "word", "telling", "estimation", "judgment", "judgement",
                    "assessment", "eye"})  # fmt: skip
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART"})
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TOLD_BY = frozenset(
    ("report", "study", "survey", "poll", "source", "expert", "witness", "witnesses", "family",
     "victim", "resident", "lawyer", "scientist", "researcher", "analyst", "critic", "people",
     "review", "audit", "letter")
)  # fmt: skip
"""Nouns of those who are told to have said something, and of what says it for them."""
_NAME = 6
"""Words that the name before a headline's colon may have."""


def headline(doc: Doc) -> Iterator[Report]:
    """``Minister: Talks have failed``: a headline's colon says who says it."""
    for colon in doc[: _NAME + 1]:
        if colon.text == ":":
            break
        if colon.pos_ not in _NAMING:
            return
    else:
        return
    rest = doc[colon.i + 1 :]
    if (
        colon.i > 0
        and _can_speak(doc[colon.i - 1])
        and any(t.pos_ in ("VERB", "AUX") for t in rest)
    ):
        part = colon.i + 1, len(doc)
        who = 0, colon.i
        yield Report("headline colon", (part,), colon, (colon.i, colon.i + 1), "neutral", who)


def _can_speak(word: Token) -> bool:
    """Whether the last word before a headline's colon is of somebody: no "Ferry accident:"."""
    said = word.lower_
    told_by = said in _TOLD_BY or said.removesuffix("s") in _TOLD_BY
    known = is_role_head(said) or LAST.get(said) == "ORG"
    return word.ent_type_ in _SPEAKING or told_by or known


def according(token: Token) -> Iterator[Report]:
    """ "The bridge will close, according to X"."""
    if token.lower_ != "according":
        return
    to = child(token, "prep")
    whom = child(to, "pobj") if to is not None else None
    if to is None or whom is None:
        return
    parts = without(_bracketed(token) or extent(_clause_of(token)), [extent(token)])
    cue = token.i, to.i + 1
    yield Report("according to", tuple(parts), token, cue, "neutral", speaker.phrase(whom))


def _bracketed(aside: Token) -> Range | None:
    """What stands before an aside that ends brackets: "(12 of them, according to Ann Lee)"."""
    doc = aside.doc
    end = aside.right_edge.i + 1
    if end >= len(doc) or doc[end].text != ")":
        return None
    start = aside.i
    while start > max(0, aside.i - FAR) and doc[start - 1].text not in ("(", ")"):
        start -= 1
    return (start, end) if doc[start - 1].text == "(" and start < aside.i else None


def as_said(mark: Token) -> Iterator[Report]:
    """ "The bridge will close, as X said"."""
    if mark.lower_ != "as" or mark.dep_ != "mark":
        return
    verb = mark.head
    subject = child(verb, "nsubj")
    if verb.dep_ != "advcl" or subject is None or child(verb, "ccomp", "xcomp") is not None:
        return
    senses = cues.verbs().get(cues.verb_key(verb), ())
    put_it = verb.lemma_ == "put" and child(verb, "dobj") is not None
    told = any({"quote", "clause"} <= s.takes and s.implies != "demanding" for s in senses)
    if not put_it and (not told or child(verb, "dobj") is not None):
        return
    clause = _clause_of(verb)
    parts = without(extent(clause), [extent(verb)])
    implies = senses[0].implies if senses else "neutral"
    yield Report("as X said", tuple(parts), verb, (verb.i, verb.i + 1), implies)


def in_view(prep: Token) -> Iterator[Report]:
    """ "In X's view, the bridge will close"."""
    if prep.lower_ != "in" or prep.dep_ != "prep":
        return
    view = child(prep, "pobj")
    whose = child(view, "poss") if view is not None else None
    if view is None or whose is None or view.lemma_ not in _VIEWS:
        return
    clause = _clause_of(prep)
    parts = without(extent(clause), [extent(prep)])
    cue = view.i, view.i + 1
    yield Report("view of", tuple(parts), view, cue, "believing", speaker.phrase(whose))


def _clause_of(aside: Token) -> Token:
    """The verb of the clause an aside stands beside; of coordinated ones the first."""
    head = aside.head
    while head.pos_ not in ("VERB", "AUX") and head.dep_ != "ROOT":
        head = head.head
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    return head
