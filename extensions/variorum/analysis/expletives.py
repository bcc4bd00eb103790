""" "It" that stands for nothing: "it is raining", "it is clear that …", "made it harder to …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.clauses import OBJECTS
from variorum.analysis.salience import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_empty(token: Token) -> bool:
    """Whether "it" stands for nothing, or for the clause that follows: "it is clear that …"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ in OBJECTS or verb.pos_ in ("ADJ", "ADV"):
        verb = verb if token.dep_ in OBJECTS else verb.head
        if verb.lemma_.lower() in words("agents", "judge"):
            return True
        return any(c.dep_ in ("ccomp", "xcomp", "acomp") and c.i > token.i for c in verb.children)
    if verb.lemma_.lower() in words("agents", "impersonal"):
        return True
    clause = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "advcl", "acl", "relcl")]
    if verb.lemma_ == "be":
        if any(c.lower_ in words("agents", "empty") for c in verb.children if c.dep_ == "attr"):
            return True
        said = [c for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "advmod")]
        below = [
            d for c in said for d in c.children if d.dep_ in ("xcomp", "ccomp", "relcl", "acl")
        ]
        return bool(said) and bool(clause or below)
    if token.dep_ == "nsubjpass":
        told = verb.lemma_.lower() in words("agents", "told")
        return not told and any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    return False
