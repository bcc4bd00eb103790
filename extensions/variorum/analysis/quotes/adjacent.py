"""What stands right beside a reporting verb, where parsers go astray: repairs, before any rule.

| what | example |
|---|---|
| the words between a comma and the verb are its subject | "Kelmouth Telecom Chief Executive, Dr Ann Lee *said*" |
| who says it parts a subject from its predicate | "The bridge, two inspectors *said*, would fall" |
| a day right behind the verb is the day of saying | "She *said* on Monday she would go" |
"""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.quotes.paragraph import ENDS, FAR, sentence_end
from variorum.analysis.quotes.tree import Range, is_state

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PREDICATES = _FINITE | {"MD"}
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_HEADS = frozenset({"PROPN", "NOUN", "PRON"})
_JOINTS = frozenset({"of", "for", "at", "in", "from", "with"})
_TIMES = frozenset({"DATE", "TIME"})
_LONG = 14
"""How many tokens an attribution between commas has."""


def subject(verb: Token) -> Range | None:
    """The noun phrase right before a verb that a comma parts from all else."""
    doc, end = verb.doc, _without_adverbs(verb)
    start = end
    while start > 0 and end - start < _LONG and _is_nominal(doc[start - 1]):
        start -= 1
    while start < end and doc[start].pos_ == "ADP":
        start += 1
    if start == 0 or start >= end or doc[start - 1].text != "," or doc[end - 1].pos_ not in _HEADS:
        return None
    if doc[start].tag_ in ("WP", "WDT", "WP$") or _is_when(doc, start, end):
        return None
    return start, end


def parted(verb: Token) -> tuple[Range, list[Range]] | None:
    """Who speaks between the commas of "X, Y said, would Z", and what is said."""
    who = subject(verb)
    if who is None or not _is_told(verb):
        return None
    doc = verb.doc
    end = verb.i + 1
    while end < min(len(doc), who[0] + _LONG) and doc[end].text not in (",", *ENDS):
        if doc[end].tag_ in _PREDICATES or doc[end].is_quote:
            return None
        end += 1
    behind = end + 1
    while behind < len(doc) and doc[behind].pos_ == "ADV":
        behind += 1
    if end >= len(doc) or behind >= len(doc) or doc[end].text != ",":
        return None
    before = _start(doc, who[0] - 1), who[0] - 1
    whole = before[0], sentence_end(doc, behind)
    if doc[behind].tag_ not in _PREDICATES or any(t.is_quote for t in doc[whole[0] : whole[1]]):
        return None
    if before[0] >= before[1] or any(_is_main(t) for t in doc[before[0] : before[1]]):
        return None
    return who, [before, (end + 1, whole[1])]


def day_of_saying(verb: Token, start: int, end: int) -> Range | None:
    """The words right behind a reporting verb that say on which day it was said.

    They end where the subject of what is said begins.
    """
    doc = verb.doc
    hearer = next((c.right_edge.i for c in verb.rights if c.dep_ in ("dobj", "dative")), verb.i)
    if start not in (verb.i + 1, hearer + 1) or end - start < 2:
        return None
    at = start + (doc[start].lower_ in ("on", "late", "early"))
    at += doc[at].lower_ in ("on", "late", "early")
    first = at
    while at < min(end, start + 6) and (doc[at].ent_type_ in _TIMES or doc[at].text == ","):
        at += 1
    if at == first or doc[first].lower_ in _AHEAD or doc[at - 1].text == ",":
        return None
    return (start, at) if at < end and doc[at].pos_ in (*_NOMINAL, "SCONJ") else None


_AHEAD = frozenset({"next", "tomorrow", "this", "the", "a", "every", "each", "in", "two", "three"})
"""Words of time that are no day of saying: "said next year it would"."""


def _is_told(verb: Token) -> bool:
    """Whether a verb is finite: "two inspectors *have testified*", or taken for a participle."""
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)
    alone = verb.i + 1 < len(verb.doc) and verb.nbor().text == ","
    return verb.tag_ in _FINITE or (verb.tag_ == "VBN" and (perfect or alone))


def _without_adverbs(verb: Token) -> int:
    end = verb.i
    while end > 0 and verb.doc[end - 1].pos_ in ("ADV", "AUX"):
        end -= 1
    return end


def _is_nominal(token: Token) -> bool:
    return token.pos_ in _NOMINAL or token.tag_ == "POS" or token.lower_ in _JOINTS


def _is_when(doc: Doc, start: int, end: int) -> bool:
    """Whether it is a year or a place behind a comma: "On May 4, 2021 he", "Salem, Oregon"."""
    if end - start == 1 and is_state(doc[start]):
        return True
    times = all(t.ent_type_ in _TIMES or t.pos_ == "NUM" for t in doc[start:end])
    return times or (doc[start].ent_type_ == "GPE" and doc[start - 2].ent_type_ == "GPE")


def _is_main(token: Token) -> bool:
    """Whether a verb is finite and stands in no clause that only describes a noun."""
    if token.tag_ not in _PREDICATES:
        return False
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    return verb.dep_ not in ("relcl", "acl")


def _start(doc: Doc, i: int) -> int:
    first = max(0, i - FAR)
    while i > first and doc[i - 1].text not in ENDS and not doc[i].is_sent_start:
        i -= 1
    return i
