"""Which way the clause around an expression looks: behind the writer, or ahead.

Read off the parse: the verb that governs the expression, its auxiliaries, verbs of intention
above it ("is set to meet Monday"), and prepositions that say it outright ("ahead of Monday's
talks"). Returns -1 (past), 1 (future) or 0, and the words that told.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from variorum.analysis.dates.lexicon import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

INTENT = frozenset(WORDS["direction"]["intent"])
MODALS = frozenset(WORDS["direction"]["modals"])
WISHES = frozenset(WORDS["direction"]["wishes"])
BEHIND = frozenset(WORDS["direction"]["before_now"])
AHEAD = frozenset(WORDS["direction"]["after_now"])
APPOINTED = frozenset(WORDS["direction"]["appointed"])
FOLLOWING = frozenset(WORDS["direction"]["following"])
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
STEPS = 12
"""How many heads are climbed at most: far more than any sentence needs."""


class Look(NamedTuple):
    """A direction and the words it was read from."""

    way: int
    words: str = ""


NOWHERE = Look(0)


def lemma(token: Token) -> str:
    """The form a word is listed by; of "hoped" and "hoping" spaCy makes "hop"."""
    return "hope" if token.lower_ in ("hoped", "hoping") else token.lemma_.lower()


def look(span: Span) -> Look:
    """The direction of the clause that governs *span*."""
    if (teller := _teller(span)) is not None:
        return _verb(teller, through_noun=False)
    token, through_noun = span.root, False
    hint = Look(0)
    for _ in range(STEPS):
        if token.tag_.startswith("VB") or token.tag_ == "MD":
            verb = _wished(token, span) or _told(token, span) or _verb(token, through_noun)
            return _settle(hint, verb, token)
        hint = _preposition(token, span) if not hint.way else hint
        if token.pos_ in ("NOUN", "PROPN") and not span.start <= token.i < span.end:
            through_noun = True
            if any(_intends(c) for c in token.lefts):
                return Look(1, token.text)
        if token.head == token:
            break
        token = token.head
    return _settle(hint, NOWHERE, token)


def _intends(word: Token) -> bool:
    """Whether a word before a noun puts it ahead: "the planned talks", not "Oslo-bound trucks"."""
    glued = word.i > 0 and word.nbor(-1).text in ("-", "‐")
    return lemma(word) in INTENT and not glued


def _wished(verb: Token, span: Span) -> Look | None:
    """What somebody wished to do on the day: "She hoped to meet him on Friday"."""
    if lemma(verb) not in WISHES or any(c.lower_ == "had" for c in verb.lefts):
        return None
    for done in verb.rights:
        if done.dep_ in ("xcomp", "ccomp") and done.tag_ == "VB" and done.i < span.start:
            return Look(1, f"{verb.text} {done.text}")
    return None


def _told(verb: Token, span: Span) -> Look | None:
    """What is now told of a day's deed: "Friday's purchases are far below".

    What is to come is said to be so.
    """
    owner = span[-1].i + 1 < len(span.doc) and span[-1].nbor(1).tag_ == "POS"
    deed = span.root.head
    before = owner and deed.tag_ in ("NN", "NNS") and deed.head.dep_ in ("prep", "dobj", "pobj")
    plain = verb.tag_ in ("VBZ", "VBP", "VBG") and not any(c.dep_ == "aux" for c in verb.children)
    return Look(-1, verb.text) if before and plain else None


def recalls(span: Span) -> bool:
    """Whether an expression stands in what somebody recalls: "said it had sunk on April 2"."""
    for clause in itertools.islice(span.root.ancestors, STEPS):
        if clause.dep_ in ("ccomp", "relcl") and any(c.lower_ == "had" for c in clause.lefts):
            return clause.head.i < span.start or clause.dep_ == "relcl"
    return False


def _teller(span: Span) -> Token | None:
    """The verb of "She *said* on Monday she would go", whose day a parser gives to the going."""
    first = span[0]
    if first.i and first.nbor(-1).dep_ == "prep" and first.nbor(-1).lower_ in ("on", "in"):
        first = first.nbor(-1)
    for clause in itertools.islice(span.root.ancestors, STEPS):
        if clause.dep_ == "ccomp" and clause.left_edge.i >= first.i:
            told = clause.left_edge.i == first.i and clause.head.i < first.i
            return clause.head if told and clause.head.tag_ == "VBD" else None
    return None


def _preposition(token: Token, span: Span) -> Look:
    word = token.lower_
    if word == "ahead" or word in APPOINTED:
        return Look(2, "ahead of" if word == "ahead" else word)
    if word == "for" and token.head.tag_ == "VBN" and lemma(token.head) in INTENT:
        return Look(2, f"{token.head.text} for")
    if token.dep_ != "prep":
        return Look(0)
    if word == "before":
        return Look(1, word)
    if word == "since" and token == span.root.head:
        return Look(-2, word)
    if word in AHEAD and token == span.root.head and token.i > token.head.i:
        return Look(2, word)
    return Look(-1, word) if word in BEHIND else Look(0)


def _settle(hint: Look, verb: Look, governor: Token) -> Look:
    """A strong preposition (±2) beats the verb, except that of a past perfect."""
    if abs(hint.way) == 2 and not any(c.lower_ == "had" for c in governor.children):
        return Look(hint.way // 2, hint.words)
    return verb if verb.way or not hint.way else Look(1 if hint.way > 0 else -1, hint.words)


def _verb(verb: Token, through_noun: bool) -> Look:
    for _ in range(STEPS):
        found = _finite(verb, through_noun)
        if found is not None:
            return found
        head = verb.head
        words = verb.text
        if verb.tag_ == "VB" and lemma(head) in INTENT:
            had = (*head.children, *head.head.children)  # of "due" the helpers are its verb's
            past = any(c.lower_ == "had" for c in had)
            return Look(-1 if past else 1, f"{head.text} {words}")
        while not (head.tag_.startswith("VB") or head.head == head):
            head = head.head
        if head == verb or not head.tag_.startswith("VB"):
            return Look(1 if verb.tag_ == "VB" else 0, words)
        verb, through_noun = head, False
    return Look(0)


def _finite(verb: Token, through_noun: bool) -> Look | None:
    """What a verb's own form says; ``None`` where its head has to be asked."""
    helpers = _helpers(verb)
    words = " ".join([*(h.text for h in helpers), verb.text])
    said = {h.lower_ for h in helpers}
    intent = lemma(verb) in INTENT
    if said & WILL:
        return Look(1, words)
    if through_noun and lemma(verb) in FOLLOWING:
        return Look(-1, words)
    if said & MODALS:
        return Look(-1 if verb.tag_ == "VBN" and "have" in said else 1, words)
    if "did" in said:
        return Look(-1, words)
    if verb.tag_ == "VBD":
        return Look(1 if intent and through_noun else -1, words)
    if verb.tag_ == "VBN":
        present = said & {"is", "are", "'s", "’s", "be"} and "been" not in said
        # "Wednesday's session was planned for three hours": what is told of it lies behind.
        told = "had" in said or (through_noun and said & {"was", "were"})
        appointed = lemma(verb) in APPOINTED and not told
        return Look(1 if present or appointed else -1, words)
    if verb.tag_ in ("VBZ", "VBP"):
        return Look(1, words)
    if verb.tag_ == "VBG" and said:
        return Look(1 if intent or not said & {"was", "were", "been"} else -1, words)
    if verb.tag_ == "VBG" and verb.lemma_ in ("start", "begin"):
        return Look(1, words)
    return None


def _helpers(verb: Token) -> list[Token]:
    """A verb's auxiliaries; "replaced" in "would be cut out and replaced" has those before it."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    shares = not own and verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ != "VBD"
    return _helpers(verb.head) if shares else own
