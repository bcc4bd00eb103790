"""What is named where no clause tells what was said of it: how far it reaches, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.quotes import cues
from variorum.analysis.quotes.addressee import circumstances
from variorum.analysis.quotes.tree import child, is_asserted, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RELATIVE = frozenset({"WP", "WDT"})
_NOBODY = frozenset({"this", "that", "these", "those", "nobody", "everyone", "everybody"})
_TIMES = frozenset({"DATE", "TIME"})
_GOES_WITH = frozenset({"as", "for", "on", "over", "about", "in", "to", "from", "with", "against"})
"""What begins a phrase that says more of what is named: "criticised her *over* the bridge"."""


def matter_end(verb: Token, obj: Token) -> int:
    """Where what is named ends: with what a parser hung on the verb right behind it."""
    end = obj.right_edge.i + 1
    labels = cues.sense_of(cues.senses(verb), "as") is not None
    goes_with = _GOES_WITH - {"as"} if labels else _GOES_WITH
    medium = circumstances(verb).medium
    for c in verb.rights:
        if c.left_edge.i != end:
            continue
        if c.dep_ == "prep" and (_is_setting(c) or (medium and c.i == medium[0] - 1)):
            break
        follows = c.dep_ == "prep" and c.lower_ in goes_with
        if follows or (c.dep_ in ("xcomp", "advcl") and is_infinitive(c)):
            end = c.right_edge.i + 1
    return end


def _is_setting(prep: Token) -> bool:
    """Whether a phrase says when: "on Monday"."""
    return any(t.ent_type_ in _TIMES for t in prep.subtree)


def is_no_matter(obj: Token) -> bool:
    """Whether an object names nothing one could react to: a day, or only "it"."""
    return obj.ent_type_ in _TIMES or obj.lower_ in ("it", "this", "that", "so")


def is_when(prep: Token) -> bool:
    """Whether a phrase says when: "protested *on Wednesday*"."""
    time = child(prep, "pobj")
    return time is not None and time.ent_type_ in _TIMES and prep.lower_ in ("on", "at", "over")


def is_indefinite(obj: Token) -> bool:
    """Whether an object is something new, not somebody or something known already."""
    known = any(c.dep_ == "poss" or c.lower_ == "the" for c in obj.lefts)
    return obj.pos_ == "NOUN" and not obj.ent_type_ and not known


def is_stated(verb: Token) -> bool:
    """Whether a sentence says of somebody, and not only in passing, that they do."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ in _RELATIVE or subject.lower_ in _NOBODY:
        return False
    if subject.lower_ == "it" and subject.dep_ == "nsubjpass":
        return False  # "it is planned to"
    finite = verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.lefts)
    return finite and is_asserted(verb) and verb.dep_ not in ("relcl", "acl")
