"""Reported clauses that a parser hung elsewhere, or took for no clause at all."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from variorum.analysis.quotes import cues
from variorum.analysis.quotes.paragraph import ENDS
from variorum.analysis.quotes.tree import (
    SUBJECTS,
    Range,
    child,
    children,
    extent,
    is_finite_clause,
    is_infinitive,
    is_verb,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKING = frozenset({"ask", "wonder", "question", "inquire", "enquire"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WP", "WDT"})
_FAR = 60
"""How many tokens of a phrase or a sentence are looked through."""


def clause(verb: Token) -> Range | None:
    """The clause a verb reports that isn't its complement in the parse."""
    return below_hearer(verb) or _behind_hearer(verb) or _asked(verb) or _rest(verb)


def below_hearer(verb: Token) -> Range | None:
    """ "told a meeting of mayors *that snow would fall*": hung on those who heard it."""
    hearer = child(verb, "dobj", "dative")
    if hearer is None or hearer.i < verb.i or not _takes(verb, "clause"):
        return None
    if hearer.lemma_.lower() in cues.nouns():
        return None  # "repeated the claim that snow would fall": the claim has its own rule
    for token in islice(hearer.subtree, _FAR):
        if token.dep_ in ("acl", "ccomp", "relcl") and token.i > hearer.i:
            that = child(token, "mark")
            if that is not None and that.lower_ == "that" and that.i == token.left_edge.i:
                return extent(token)
    return None


def _behind_hearer(verb: Token) -> Range | None:
    """ "told the Harbour Post *it would snow*": hung elsewhere, or on who heard it."""
    if verb.lemma_ != "tell" or any(is_verb(c) for c in children(verb, "ccomp")):
        return None
    hearer = child(verb, "dobj", "dative", "ccomp")
    if hearer is None or hearer.i < verb.i:
        return None
    doc = verb.doc
    for token in doc[hearer.i + 1 : min(len(doc), hearer.i + _FAR)]:
        if token.text in ENDS or token.is_punct:
            return None
        told = token.left_edge.i == hearer.i + 1 and is_verb(token)
        if told and any(c.dep_ in SUBJECTS and c.tag_ not in _RELATIVE for c in token.lefts):
            return hearer.i + 1, token.right_edge.i + 1
    return None


def _asked(verb: Token) -> Range | None:
    """ "asked the mayor *if it would snow*": hung on the verb as a condition."""
    if verb.lemma_.lower() not in _ASKING:
        return None
    for c in children(verb, "advcl"):
        if c.left_edge.lower_ in ("if", "whether") and c.left_edge.i > verb.i:
            return extent(c)
    return None


def _rest(verb: Token) -> Range | None:
    """ "The mayor said *snow, however light, will close it*": the sentence's rest, if a clause.

    Only of a verb that takes a clause and no thing, that has a subject, and no complement.
    """
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i + 1 >= len(verb.doc):
        return None
    if not _takes(verb, "clause") or _takes(verb, "object", "about", "of"):
        return None
    complements = _COMPLEMENTS if verb.lemma_ == "say" else _COMPLEMENTS | {"dobj"}
    found = (c for c in verb.rights if c.dep_ in complements and not _is_broken(c))
    if child(verb, "nsubj") is None or any(found):
        return None
    start = end = verb.i + 1
    while end < min(len(verb.doc), start + _FAR) and verb.doc[end].text not in ENDS:
        end += 1
    rest = verb.doc[start:end]
    if not rest or rest[0].is_punct:
        return None
    plain = list(takewhile(lambda t: not t.is_quote, rest))
    told = any(t.tag_ in _FINITE and _governor(t).dep_ not in _BESIDE for t in plain)
    return (start, end) if told and any(t.dep_ in SUBJECTS for t in plain) else None


def _is_broken(clause: Token) -> bool:
    """Whether a parser made a clause of a noun or an adjective."""
    if clause.dep_ != "ccomp" or is_infinitive(clause) or clause.tag_ in (*_FINITE, "VBG"):
        return False
    return not is_finite_clause(clause)


def _governor(verb: Token) -> Token:
    """The main verb of an auxiliary, else itself."""
    return verb.head if verb.dep_ in ("aux", "auxpass") else verb


_BESIDE = frozenset({"relcl", "advcl", "acl"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "acomp", "oprd", "prep", "advmod", "npadvmod", "advcl"})


def _takes(verb: Token, *frames: str) -> bool:
    senses = cues.senses(verb)
    return any(f in s.takes or (f != "clause" and f in s.quoting) for s in senses for f in frames)


def coordinated(verb: Token, end: int) -> int:
    """Where a clause ends that goes on with another: "said it snows *and that it will last*"."""
    doc = verb.doc
    at = end + 1 if end < len(doc) and doc[end].text == "," else end
    if at + 1 >= len(doc) or doc[at].pos_ != "CCONJ" or doc[at + 1].lower_ != "that":
        return end
    that = doc[at + 1]
    return max(end, that.head.right_edge.i + 1) if that.dep_ == "mark" else end
