"""What a quantity counts: the head of the noun phrase beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.figures import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_MODIFIERS = frozenset(
    {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "VBN", "VBG", "CD", "$", "HYPH", "AFX", "POS"}
)
_REACH = 12
"""Words within which a phrase's head is looked for."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun counted, as the figure gives it; ``beside`` where no "of" parts it."""

    noun: str
    beside: bool
    plural: bool


def counted(doc: Doc, after: int, *, one: bool, unit: str | None) -> Counted | None:
    """What is counted by the number that ends before token *after*.

    *one* says that the number is 1; a *unit* may stand between it and the noun.
    """
    measure = unit is not None
    if after >= len(doc):
        return None
    if not measure and doc[after].text in ("-", "‑") and not doc[after - 1].whitespace_:
        return _hyphenated(doc, after)
    beside = doc[after].lower_ not in ("of", "in")
    if doc[after].lower_ == "in" and not (
        unit in lexicon.MONEY.values() and _is_stuff(doc, after + 1)
    ):
        return None
    start = after if beside else after + 1
    if doc[after].lower_ in lexicon.PEOPLE and (
        after + 1 == len(doc) or doc[after + 1].tag_ not in _NOUNS
    ):
        return Counted(doc[after].lower_, True, True)
    if measure and beside and doc[start].tag_ == "HYPH":
        start += 1
    a_share = measure and beside and unit != "%"
    if a_share and start < len(doc) and doc[start].tag_ in ("DT", "PRP$", "VBG", "VBN"):
        return None  # "$5 a share", "$5 spent on paint"
    head = _head(doc, start, possessor=beside and not measure)
    if head is None or (beside and head.lower_ in lexicon.NO_THINGS):
        return None
    if one and beside and not measure:
        if head.tag_ in _PLURALS:
            return None
        return Counted(_shown(head, start, lexicon.plural(head.lower_)), True, False)
    is_plural = head.tag_ in _PLURALS or head.lower_ in lexicon.IRREGULAR.values()
    if head.tag_ == "NNP" and not (is_plural or head.lower_.endswith("s")):
        return None
    if not (is_plural or measure or head.lower_ in lexicon.COLLECTIVE):
        return None
    return Counted(_shown(head, start), beside, is_plural)


def _hyphenated(doc: Doc, after: int) -> Counted | None:
    """ "A 12-member panel" counts members."""
    if after + 1 >= len(doc) or doc[after].whitespace_:
        return None
    noun = doc[after + 1]
    if not noun.is_alpha or not noun.is_lower or noun.lower_ in lexicon.NOT_COUNTED:
        return None
    if noun.tag_ not in _NOUNS:
        return None
    return Counted(lexicon.plural(noun.lower_), True, True)


def _is_stuff(doc: Doc, i: int) -> bool:
    """What follows "in" of "$4 billion in foreign aid", and not of "in the north"."""
    return i < len(doc) and doc[i].is_lower and doc[i].tag_ in ("JJ", "NN", "NNS")


def _head(doc: Doc, start: int, *, possessor: bool) -> Token | None:
    """The head of the phrase from *start*, or the *possessor* where it has one.

    "Two sailors' boots" counts sailors, "two of the sailor's boots" boots.
    """
    head: Token | None = None
    for i in range(start, min(start + _REACH, len(doc))):
        token = doc[i]
        tag = token.tag_
        if tag in _NOUNS and token.text[0].isalpha():
            if head is not None and head.is_lower and not token.is_lower:
                return head
            head = token
            following = doc[i + 1].tag_ if i + 1 < len(doc) else ""
            if tag in _PLURALS and (possessor or following != "POS") and token.dep_ != "compound":
                return head
        elif tag == "POS" and possessor:
            return head
        elif tag in ("POS", "HYPH"):
            head = None  # what came before belongs to a word yet to come
        elif tag in _MODIFIERS or _leads_on(doc, i):
            if head is not None:
                return head
        else:
            return head
    return head


def _leads_on(doc: Doc, i: int) -> bool:
    """A comma between adjectives, an adverb before one, a preposition within a compound."""
    token, following = doc[i], doc[i + 1].tag_ if i + 1 < len(doc) else ""
    if token.text == ",":
        return following == "JJ" and doc[i - 1].tag_ == "JJ"
    if token.tag_ == "CC":
        return following in ("JJ", "VBN") and doc[i - 1].tag_ in ("JJ", "VBN")
    if token.tag_ in ("RB", "RBR", "RBS"):
        return following in ("JJ", "VBN", "RB")
    return token.tag_ == "IN" and following == "HYPH"


def _is_noun_before(doc: Doc, i: int) -> bool:
    return doc[i].tag_ == "NN" and doc[i].is_lower and (i == 0 or doc[i - 1].tag_ != "HYPH")


def _shown(head: Token, start: int, noun: str = "") -> str:
    """The noun with nouns that make it another thing ("police officers"), without adjectives."""
    if head.tag_ in ("NNP", "NNPS") and not (head.is_lower or head.is_upper):
        return noun.capitalize() if noun else head.text
    words = [noun or head.lower_]
    i = head.i - 1
    while i >= start and head.i - i <= 2 and _is_noun_before(head.doc, i):
        words.insert(0, head.doc[i].lower_)
        i -= 1
    return " ".join(words)
