"""Which way the clause around an expression looks: behind the writer, or ahead.

Read off the parse: the verb that governs the expression, its auxiliaries, verbs of intention
above it ("is set to meet Monday"), and prepositions that say it outright ("ahead of Monday's
talks"). Returns -1 (past), 1 (future) or 0, and the words that told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.analysis.dates.lexicon import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

INTENT = frozenset(WORDS["direction"]["intent"])
MODALS = frozenset(WORDS["direction"]["modals"])
BEHIND = frozenset(WORDS["direction"]["before_now"])
AHEAD = frozenset(WORDS["direction"]["after_now"])
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
STEPS = 12
"""How many heads are climbed at most: far more than any sentence needs."""


class Look(NamedTuple):
    """A direction and the words it was read from."""

    way: int
    words: str = ""


def look(span: Span) -> Look:
    """The direction of the clause that governs *span*."""
    token, prepositional, through_noun = span.root, 0, False
    for _ in range(STEPS):
        if token.tag_.startswith("VB") or token.tag_ == "MD":
            found = _verb(token, through_noun)
            if found.way <= 0 and prepositional > 0:
                return Look(1, "ahead of")
            if found.way == 0 and prepositional:
                return Look(prepositional)
            return found
        word = token.lower_
        if word == "ahead" or (word == "before" and token.dep_ == "prep"):
            prepositional = 1
        elif word in BEHIND and token.dep_ == "prep" and not prepositional:
            prepositional = -1
        elif token.pos_ in ("NOUN", "PROPN") and token not in span:
            through_noun = True
            if any(c.lemma_.lower() in INTENT for c in token.lefts):
                return Look(1, token.text)
        if token.head == token:
            break
        token = token.head
    return Look(prepositional)


def _verb(verb: Token, through_noun: bool) -> Look:
    for _ in range(STEPS):
        helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        words = " ".join([*(h.text for h in helpers), verb.text])
        said = {h.lower_ for h in helpers}
        intent = verb.lemma_.lower() in INTENT
        if said & WILL or "going" in said:
            return Look(1, words)
        if said & MODALS:
            return Look(-1 if verb.tag_ == "VBN" and "have" in said else 1, words)
        if verb.tag_ == "VBD":
            return Look(1 if intent and through_noun else -1, words)
        if verb.tag_ == "VBN":
            if intent:
                return Look(1, words)
            return Look(1 if said & {"is", "are", "'s", "’s", "be"} and "been" not in said else -1, words)
        if verb.tag_ in ("VBZ", "VBP"):
            return Look(1, words)
        if verb.tag_ == "VBG" and said:
            return Look(1 if intent or not said & {"was", "were", "been"} else -1, words)
        if verb.tag_ == "VBG" and verb.lemma_ in ("start", "begin"):
            return Look(1, words)
        head = verb.head
        if verb.tag_ == "VB" and (head == verb or _intends(head)):
            return Look(1, f"{head.text} {words}" if head != verb else words)
        while not (head.tag_.startswith("VB") or head.head == head):
            head = head.head
        if head == verb or not head.tag_.startswith("VB"):
            return Look(1 if verb.tag_ == "VB" else 0, words)
        verb, through_noun = head, False
    return Look(0)


def _intends(head: Token) -> bool:
    return head.lemma_.lower() in INTENT
