"""Tells quantities from numbers that name, label, date or score: rules, in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.figures import lexicon
from variorum.analysis.rules import Rules, described

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from variorum.analysis.figures.counted import Counted
    from variorum.analysis.figures.measure import Quantity


@dataclass(frozen=True, slots=True)
class Seen:
    """A quantity in its context: ``first`` and ``after`` are tokens, the number's and the next."""

    quantity: Quantity
    text: str
    doc: Doc
    first: int
    after: int
    counted: Counted | None
    headline: bool
    """Whether the block is set in capitals word by word, so that they tell nothing."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing says that it is a quantity: no unit, no bound, no noun, no scale."""
        q = self.quantity
        return self.counted is None and q.unit is None and not q.bound and q.numeral.scale == 1

    @property
    def is_plain(self) -> bool:
        """Whether it is a number of digits alone, without comma, unit, scale or bound."""
        q = self.quantity
        said = self.text[q.numeral.start : q.numeral.end]
        return said.isdigit() and q.unit is None and not q.bound and not q.joined

    @property
    def counts_beside(self) -> bool:
        """Whether a plural noun follows."""
        return self.counted is not None and self.counted.beside and self.counted.plural

    @property
    def previous(self) -> str:
        """The word before, as printed; empty at the start."""
        return self.doc[self.first - 1].text if self.first else ""

    @property
    def following(self) -> str:
        """The word after."""
        return self.doc[self.after].text if self.after < len(self.doc) else ""


_NAMES = frozenset(
    {"PERSON", "ORG", "PRODUCT", "LAW", "FAC", "EVENT", "WORK_OF_ART", "GPE", "NORP", "LOC"}
)
_DETERMINERS: frozenset[str] = frozenset(lexicon.CONTEXT["determiners"]["words"])
_CHAIN = re.compile(
    rf"\s?[-–—/:]\s?\d|-[a-z]{{2,4}}-(?:\d|(?:{lexicon.one_of(lexicon.CARDINALS)})\b)",
    re.IGNORECASE,
)
_CHAINED = re.compile(r"\d\s?[-–—/:]\s?$|\w-(?:in|to|on|by|for|of)-$", re.IGNORECASE)
_OLD = re.compile(
    r"[-\s]{0,3}(?:year|month|week|day)s?[-\s]{1,3}olds?\b|[-\s]{1,3}old\b(?<=[- s] old)",
    re.IGNORECASE,
)
_NUMBER_SIGN = re.compile(r"\bnos?\.\s{0,2}$", re.IGNORECASE)
_AGE_OF = re.compile(
    r"\bage[ds]?(?: of| between)?\s(?:\d{1,3}(?:,| and| to| or|,? and)\s)?$", re.IGNORECASE
)
_PERSONS = frozenset(["he", "she"])
_REACH = 12
"""Words within which a subject is looked for."""
_OPENERS = frozenset("([")
_COMMAS = frozenset(",;|")


def _in_chain(s: Seen) -> bool:
    """2-1, 555-0100, 24/7, one-on-one, a two-in-three chance."""
    q = s.quantity
    tail = _CHAIN.match(s.text, q.core_end)
    head = _CHAINED.search(s.text[max(0, q.start - 6) : q.start])
    if tail or head:
        return True
    return q.joined and s.is_bare and re.search(r"\d[-–—]\d", s.text[q.start : q.end]) is not None


def _in_name(s: Seen) -> bool:
    """Within what the parse takes for a name: "Nord Stream 2", "Five Eyes"."""
    token = s.doc[s.first]
    if token.ent_type_ not in _NAMES or s.headline:
        return False
    if token.ent_iob_ == "I":
        return s.doc[s.first - 1].text[:1].isupper() and not s.counts_beside
    nxt = s.doc[s.first + 1] if s.first + 1 < len(s.doc) else None
    return nxt is not None and nxt.ent_iob_ == "I" and nxt.text[:1].isupper() and (
        token.text[:1].isupper() or token.text.isdigit()
    )  # fmt: skip


def _after_name(s: Seen) -> bool:
    """Boeing 737, Article 5, World Cup 2022."""
    if not s.is_plain or s.headline or not s.previous[:1].isupper():
        return False
    tag = s.doc[s.first - 1].tag_
    return tag in ("NNP", "NN", "NNPS") and not (s.counts_beside and tag == "NNPS")


def _before_name(s: Seen) -> bool:
    """20 Minutes, 24 News: a name that begins with a number."""
    return s.is_plain and s.is_bare and not s.headline and s.following[:1].isupper()


def _capital(s: Seen) -> bool:
    """Seven written with a capital within a sentence belongs to a name."""
    word = s.doc[s.first]
    return (
        s.quantity.numeral.kind in ("words", "vague")
        and word.text[:1].isupper()
        and not s.headline
        and bool(s.previous)
        and not word.is_sent_start
        and s.previous not in "\"“‘'(:—–-"
    )


def _labelled(s: Seen) -> bool:
    label = s.previous
    if _NUMBER_SIGN.search(s.text[max(0, s.quantity.start - 6) : s.quantity.start]):
        return True
    if label.lower() not in lexicon.LABELS or s.quantity.bound or s.quantity.unit:
        return False
    return not s.counts_beside or label.lower() in ("no", "no.", "aged", "number")


def _in_street(s: Seen) -> bool:
    words = [t.text for t in s.doc[s.after : s.after + 4]]
    named = [w for w in words if w[:1].isupper()]
    return (
        s.is_plain and words[:1] == named[:1] and any(w.lower() in lexicon.STREETS for w in named)
    )


def _is_age(s: Seen) -> bool:
    """A 35-year-old man, at the age of 90, Mr Moss was 71."""
    if _OLD.match(s.text, s.quantity.end):
        return True
    if not s.is_bare:
        return False
    if _AGE_OF.search(s.text[max(0, s.quantity.start - 24) : s.quantity.start]):
        return True
    number = s.doc[s.first]
    head = number.head
    return number.dep_ == "attr" and any(
        t.head == head and t.dep_ == "nsubj" and (t.ent_type_ == "PERSON" or t.lower_ in _PERSONS)
        for t in s.doc[max(0, head.i - _REACH) : head.i]
    )


def _is_offset(s: Seen) -> bool:
    """ "Two days later", "a few weeks before the vote", "three harvests ago" date something."""
    if s.quantity.unit in lexicon.TIME_UNITS:
        return s.following.lower() in lexicon.OFFSETS
    beyond = s.doc[s.after + 1 : s.after + 2]
    return s.counted is not None and any(t.lower_ == "ago" for t in beyond)


def _is_marker(s: Seen) -> bool:
    """ "1." or "2)" at the start of a paragraph."""
    starts = not s.text[: s.quantity.start].strip("([ \t")
    return starts and s.is_plain and s.text[s.quantity.end : s.quantity.end + 1] in (".", ")", ":")


def _is_aside(s: Seen) -> bool:
    """An age or a key: "Ada Moss, 45, said", "(7)"."""
    if not s.is_bare or s.quantity.numeral.kind != "digits":
        return False
    before, after = s.previous[-1:], s.following[:1]
    return (before in _COMMAS and (after in _COMMAS or after == ".")) or (
        before in _OPENERS and after in ").]"
    )


def _is_pronoun(s: Seen) -> bool:
    """ "No one", "one of the", "one day"; a "one" that counts has a noun beside it."""
    q = s.quantity
    if q.joined or q.bound or q.numeral.low != 1 or q.numeral.kind not in ("words", "digits"):
        return False
    if q.unit is not None or q.numeral.scale != 1:
        return q.unit in ("day", "times", "year", "minute", "second")
    c = s.counted
    if c is None or not c.beside or s.previous.lower() in _DETERMINERS:
        return True
    if s.doc[s.after].tag_ not in ("NN", "JJ", "JJR", "JJS", "NNP", "HYPH"):
        return True  # "one captured by a camera"
    singular = s.doc[s.after].lower_ if s.after < len(s.doc) else ""
    return singular in lexicon.NOT_ONE or any(
        lexicon.plural(w) == c.noun.split()[-1] for w in lexicon.NOT_ONE
    )


def _is_vague_alone(s: Seen) -> bool:
    """ "A few", "several" and "scores" without a noun count nothing."""
    if s.quantity.numeral.kind != "vague" or s.quantity.numeral.scale != 1 or s.counted:
        return False
    said = lexicon.plain(s.text[s.quantity.numeral.start : s.quantity.numeral.end])
    return said in lexicon.VAGUE and s.quantity.unit is None


def _is_pointed_at(s: Seen) -> bool:
    """ "The two", "these three": the people themselves, not how many."""
    return s.is_bare and s.previous.lower() in _DETERMINERS


def _is_loose(s: Seen) -> bool:
    """A short number between words that neither count nor are counted."""
    if not s.is_bare:
        return False
    if s.quantity.joined:
        return " to " in s.text[s.quantity.start : s.quantity.end]
    if "," in s.text[s.quantity.numeral.start : s.quantity.numeral.end]:
        return False  # what is printed with a comma has been counted
    number = s.doc[s.first]
    if s.is_plain and number.dep_ == "nummod" and number.head.i > s.first:
        noun = number.head  # "a 717 jet" tells its make, "22 new aircraft" how many
        return noun.tag_ == "NN" and noun.lower_ not in lexicon.COLLECTIVE
    return s.doc[s.first].dep_ not in (
        "nsubj", "nsubjpass", "dobj", "pobj", "attr", "nummod", "conj", "ROOT", "appos",
    ) or s.doc[s.first].tag_ != "CD"  # fmt: skip


RULES: Rules[Callable[[Seen], bool]] = described(
    "figures",
    {
        "chain": _in_chain,
        "marker": _is_marker,
        "name": _in_name,
        "after-name": _after_name,
        "before-name": _before_name,
        "capital": _capital,
        "label": _labelled,
        "street": _in_street,
        "age": _is_age,
        "offset": _is_offset,
        "aside": _is_aside,
        "pronoun": _is_pronoun,
        "vague": _is_vague_alone,
        "pointed": _is_pointed_at,
        "loose": _is_loose,
    },
)
"""What speaks against a quantity; the first that holds drops it."""


def refused(seen: Seen) -> str:
    """The name of the rule that drops a quantity; empty where none does."""
    rules = RULES.as_extended()
    return next((rule.name for rule in rules if rule.apply(seen)), "")
