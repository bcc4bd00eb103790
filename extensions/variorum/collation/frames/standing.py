"""Whether a clause is denied, and whether it tells of what is done, planned or only possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.frames import acts
from variorum.collation.frames.frame import Standing

if TYPE_CHECKING:
    from spacy.tokens import Token

NONE = acts.words("none")
REFUSING = acts.words("refusing")
PLANNING = acts.words("planning")
POSSIBLE = acts.words("possible")
COMING = acts.words("coming")
ASKING = acts.words("asking")
IF = acts.words("if")
EVER = acts.words("ever")
DENYING = acts.words("denying")
NEARLY = frozenset({"almost", "nearly"})
"""Words by which something did not quite happen."""
DEEP = 6
"""So many steps up the tree what leaves a clause open is looked for."""


def denied(head: Token) -> bool:
    """Whether a verb is denied: by a word at it, by "no" at its subject or object, by a refusal."""
    for child in head.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and has_no(child):
            return True
    above = head.head
    if above.i == head.i:
        return False
    if (
        head.dep_ in ("xcomp", "ccomp")
        and above.lemma_.lower() in REFUSING
        and not _has_subject(head)
    ):
        return not denied(above)
    if head.dep_ == "pcomp" and above.lower_ == "without":
        return True
    if head.dep_ == "xcomp" and above.lemma_ == "have" and _yet(above, head):
        return True
    if head.dep_ == "conj" and above.pos_ in ("VERB", "AUX") and not _has_subject(head):
        return denied(above)
    if head.dep_ == "xcomp" and above.lemma_.lower() in PLANNING | {"be", "have"}:
        return denied(above)
    return False


def _yet(have: Token, head: Token) -> bool:
    """Whether somebody has "yet to do" it."""
    return any(c.lower_ == "yet" for token in (have, head) for c in token.children)


def has_no(noun: Token) -> bool:
    """Whether a noun stands for none: "no charges"."""
    return noun.lower_ in NONE or any(
        c.dep_ in ("det", "preconj") and c.lower_ in ("no", "neither") for c in noun.children
    )


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def standing(head: Token) -> Standing:
    """How a verb stands to what happens."""
    helpers = {c.lower_ for c in head.children if c.dep_ in ("aux", "auxpass")}
    marks = {c.lower_ for c in head.children if c.dep_ in ("mark", "advmod")}
    if helpers & POSSIBLE or marks & (IF | EVER | NEARLY) or _asks(head):
        return Standing.OPEN
    if helpers & COMING:
        return Standing.PLANNED
    above = head.head
    if head.dep_ == "conj" and above.pos_ in ("VERB", "AUX") and not helpers and head.tag_ != "VBD":
        return standing(above)
    if head.dep_ == "xcomp" and "to" in helpers:
        return _of_infinitive(above)
    if head.dep_ == "pcomp" and above.lower_ == "without":
        return Standing.DONE
    if "to" in helpers or (head.dep_ in ("csubj", "advcl", "pcomp") and head.tag_ == "VBG"):
        return Standing.OPEN
    if head.dep_ in ("ccomp", "acl", "relcl") and _open_above(head):
        return Standing.OPEN
    return Standing.DONE


def of_noun(noun: Token, verb: Token) -> Standing:
    """How what a noun tells of stands: as its verb does, and open where that asks for it."""
    if verb is noun:
        return Standing.DONE
    if verb.lemma_.lower() in ASKING | REFUSING | PLANNING | DENYING or denied(verb):
        return Standing.OPEN
    return standing(verb)


def _of_infinitive(above: Token) -> Standing:
    if above.lemma_.lower() == "be" or above.lemma_.lower() in PLANNING:
        return Standing.OPEN if standing(above) is Standing.OPEN else Standing.PLANNED
    if above.lemma_.lower() in REFUSING | {
        "begin",
        "start",
        "continue",
        "manage",
        "have",
        "proceed",
    }:
        return standing(above)
    return Standing.OPEN


def _open_above(head: Token) -> bool:
    """Whether what a clause hangs on leaves open that it happened."""
    for above, _ in zip(head.ancestors, range(DEEP), strict=False):
        if above.lower_ in IF:
            return True
        if above.pos_ == "NOUN" and has_no(above):
            return True
        if above.pos_ in ("VERB", "AUX"):
            marks = {c.lower_ for c in above.children if c.dep_ in ("mark", "aux")}
            return bool(marks & (IF | POSSIBLE)) or denied(above) or above.lemma_ in DENYING
    return False


def _asks(head: Token) -> bool:
    """Whether a verb stands in a question."""
    last = head.sent[-1]
    return last.text == "?" and head.dep_ == "ROOT"
