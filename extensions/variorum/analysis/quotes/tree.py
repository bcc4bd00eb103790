"""Small questions to a dependency parse: extents of phrases, subjects, verb groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_EDGE = frozenset(",;:.-–—…")

Range = tuple[int, int]
"""Tokens of a Doc, half-open."""


def extent(token: Token) -> Range:
    """The tokens of a phrase, from its head's leftmost to its rightmost descendant."""
    return token.left_edge.i, token.right_edge.i + 1


def without(whole: Range, holes: Iterable[Range]) -> list[Range]:
    """What is left of a range when others are cut out of it."""
    start, end = whole
    left = []
    for a, b in sorted(holes):
        if a > start:
            left.append((start, min(a, end)))
        start = max(start, b)
    if start < end:
        left.append((start, end))
    return [r for r in left if r[0] < r[1]]


def trimmed(doc: Doc, part: Range) -> Range:
    """A range without the commas, dashes and spaces at its edges."""
    start, end = part
    while start < end and (doc[start].is_space or doc[start].text[0] in _EDGE):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text[0] in _EDGE):
        end -= 1
    return start, end


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def children(token: Token, *deps: str) -> Iterator[Token]:
    """The children with one of these relations, in order."""
    return (c for c in token.children if c.dep_ in deps)


def is_state(token: Token) -> bool:
    """Whether it is a state's name cut short behind a place: "police in Mesa, *Ariz.* said"."""
    behind = token.i > 0 and token.nbor(-1).text == ","
    return behind and token.pos_ == "PROPN" and token.text.endswith(".")


def is_verb(token: Token) -> bool:
    """Whether it is a verb, an auxiliary one among them."""
    return token.pos_ in ("VERB", "AUX")


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has its ``to``."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: its subject undergoes it; "was held *and blamed*" too."""
    goes_on = verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBN"
    if goes_on and child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None:
        verb = verb.head
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def is_finite_clause(verb: Token) -> bool:
    """Whether a clause has a subject or a complementiser of its own and is no infinitive."""
    if is_infinitive(verb):
        return False
    there = any(c.tag_ == "EX" for c in verb.head.children)  # a parser may hang it too high
    own = [*verb.children, *(c for aux in children(verb, "aux", "auxpass") for c in aux.children)]
    return there or any(c.dep_ in SUBJECTS or c.dep_ in ("expl", "mark") for c in own)


def is_asserted(verb: Token) -> bool:
    """Whether the text says that it happened: no bare infinitive, no modal, no negation."""
    if verb.tag_ == "VB" or verb.dep_ == "ccomp":
        return False
    return not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.lefts)


_CHARGING = frozenset({"accuse", "warn", "suspect", "convict", "remind", "inform", "notify"})
"""Verbs that tell somebody of something."""
_CLIMBS = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ADDING = frozenset({"add", "note", "stress", "emphasise", "emphasize", "explain", "recall"})
"""Verbs that go on with what a speaker said; others ("warning") may be of whom they speak."""


def charge_of(verb: Token) -> list[Token]:
    """The "of" that a parser hung on the hearer: "warned its allies *of* a strike"."""
    hearer = child(verb, "dobj")
    if hearer is None or hearer.i < verb.i or verb.lemma_.lower() not in _CHARGING:
        return []
    if any(
        c.left_edge.dep_ != "aux" or c.dep_ == "xcomp" for c in children(verb, "ccomp", "xcomp")
    ):
        return []
    return [p for p in hearer.rights if p.dep_ == "prep" and p.lower_ == "of"][-1:]


def strayed_from(verb: Token) -> Token | None:
    """The reporting verb that a coordinated verb goes with, where the parse hangs it below.

    "She said it would end and promised help": *promised* has the form of *said*, not of *would
    end*, and no subject of its own; a parser that hangs it on *end* is wrong.
    """
    if _adds(verb):
        return _reporter_above(verb)
    if verb.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX"):
        return None
    if child(verb, "nsubj", "nsubjpass", "mark", "expl") or _form(verb) == _form(verb.head):
        return None
    if verb.tag_ in _FINITE and _is_nonfinite(verb.head):
        found = _finite_above(verb)
        if found is not None:
            return found
    above = verb.head
    for _ in range(_CLIMBS):
        if above.dep_ == "ccomp" and above.head.i < above.i:
            return above.head if _goes_with(verb, above.head) else None
        above = above.head
    return None


def _is_nonfinite(verb: Token) -> bool:
    """Whether a verb is a participle or an infinitive, which no finite verb goes on with."""
    bare = verb.tag_ == "VBG" and child(verb, "aux", "auxpass") is None
    return bare or is_infinitive(verb)


def _finite_above(verb: Token) -> Token | None:
    """ "asked for it to be mended and *promised*": the verb above of the same form."""
    above = verb.head
    for _ in range(_CLIMBS):
        above = above.head
        if above.tag_ == verb.tag_:
            return above if above.i < verb.i else None
    return None


def _adds(verb: Token) -> bool:
    """Whether it is the "adding" of "said it had failed, adding that it was no surprise".

    Behind a closing mark or a dash any verb is that has a clause; behind "and" one beside another
    participle ("telling them it failed and *asking* who paid").
    """
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i < 1:
        return False
    before = verb.nbor(-1)
    if before.pos_ == "CCONJ":
        above = _reporter_above(verb)
        return above is not None and above.tag_ == "VBG"
    if child(verb, "ccomp") is None:
        return False
    adds = before.text == "," and verb.lemma_.lower() in _ADDING
    return adds or before.is_quote or before.text in ("-", "–", "—", "--")


def _reporter_above(verb: Token) -> Token | None:
    above = verb.head
    for _ in range(_CLIMBS):
        if above.dep_ == "ccomp" and above.head.i < above.i:
            return above.head
        above = above.head
    return None


def _goes_with(link: Token, verb: Token) -> bool:
    """Whether a verb has the form of the reporting one, or shares its auxiliary."""
    shares = verb.tag_ == "VBN" and link.tag_ in ("VBN", "VBD") and len(_form(link)) == 1
    return _form(link) == _form(verb) or shares


def _form(verb: Token) -> tuple[str, ...]:
    return (verb.tag_, *(c.lemma_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")))
