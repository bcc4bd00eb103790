"""Words that look like dates and mostly aren't: "may", "march", "second", "Sun", "fall".

Two tables: one asks of every atom before atoms are joined, the other of what stands in the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.dates.meaning import Atom, Fixed, Length, Recurring, Timed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_MONTH_WORDS = frozenset({"may", "march", "august"})
_LEADS = frozenset(
    "in since until till by from to through during of early late mid last next this each every "
    "between and before after or for per".split()
)


def _span(atom: Atom, doc: Doc) -> Span | None:
    return doc.char_span(atom.start, atom.end, alignment_mode="expand")


def as_atom(atom: Atom, doc: Doc) -> bool:
    """Whether an atom may be what it seems, whatever stands beside it."""
    said = doc.text[atom.start : atom.end]
    if atom.rule == "month":
        return said[0].isupper() and not (said.lower() == "may" and _is_modal(atom, doc))
    if atom.rule in ("weekday", "names", "turned-name"):
        return said.lower() == said or said != said.lower()
    if isinstance(atom.meaning, Length) and atom.meaning.unit == "second":
        span = _span(atom, doc)
        return span is not None and span[-1].tag_ in ("NN", "NNS") and span[0].lower_ != "the"
    return True


def _is_modal(atom: Atom, doc: Doc) -> bool:
    span = _span(atom, doc)
    return span is not None and span[0].tag_ == "MD"


def as_expression(atom: Atom, doc: Doc) -> bool:
    """Whether what stands in the end is a temporal expression."""
    check = _CHECKS.get(atom.rule)
    return check is None or check(atom, doc)


def _lone_month(atom: Atom, doc: Doc) -> bool:
    said = doc.text[atom.start : atom.end]
    span = _span(atom, doc)
    if span is None:
        return False
    before = span[0].nbor(-1).lower_ if span[0].i else ""
    if len(said) <= 4 and said.lower() not in ("may", "june", "july"):
        return before in _LEADS  # an abbreviation alone: "in Dec."
    if span[0].ent_type_ == "PERSON" and before not in _LEADS:
        return False
    return said.lower() not in _MONTH_WORDS or before in _LEADS or span[0].ent_type_ == "DATE"


def _lone_weekday(atom: Atom, doc: Doc) -> bool:
    said = doc.text[atom.start : atom.end]
    return said.lower().endswith("day") and said[0].isupper()


def _lone_year(atom: Atom, doc: Doc) -> bool:
    text, start, end = doc.text, atom.start, atom.end
    if text[start : start + 1] in "'’":
        return not text[start - 1 : start].isalnum() and text[end : end + 1] not in "'’"
    if text[start - 1 : start] in set("-–.,/:$£€#%+*_=&@") - {""} and start:
        if not (text[start - 1] in "-–/" and text[start - 2 : start - 1].isalnum()):
            return False
        if text[start - 2 : start - 1].isdigit() and text[start - 5 : start - 1].isdigit() is False:
            return False
    after = text[end : end + 2]
    if after[:1] in ("%", "°") or (after[:1] in (",", ".", ":", "/") and after[1:].isdigit()):
        return False
    span = _span(atom, doc)
    if span is None:
        return False
    token = span[-1]
    if token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.head.i > token.i:
        return False
    return not (token.i and token.nbor(-1).lower_ in ("$", "no.", "number", "about", "some", "nearly"))


def _lone_season(atom: Atom, doc: Doc) -> bool:
    span = _span(atom, doc)
    if span is None:
        return False
    token = span[-1]
    if len(span) == 1 and span[0].i and span[0].nbor(-1).lower_ in ("in", "during", "by", "until", "since"):
        return token.tag_ == "NN"
    return len(span) > 1 and token.tag_ in ("NN", "NNP") and token.dep_ not in ("compound", "nsubj")


def _never(atom: Atom, doc: Doc) -> bool:
    return False


def _adverbial(atom: Atom, doc: Doc) -> bool:
    """A bare plural only where it is an adverbial: "for years", "years of war", not "20s years"."""
    span = _span(atom, doc)
    if span is None:
        return False
    token = span.root
    before = span[0].nbor(-1).lower_ if span[0].i else ""
    return before in ("for", "in", "within", "over", "after", "of", "by", "through") or token.dep_ in (
        "npadvmod", "advmod",
    )  # fmt: skip


def _adverb(atom: Atom, doc: Doc) -> bool:
    span = _span(atom, doc)
    return span is not None and not (span[0].tag_ == "NNP")


def _reference(atom: Atom, doc: Doc) -> bool:
    span = _span(atom, doc)
    if span is None:
        return False
    word = span.text.lower()
    if word in ("current", "recent", "future"):
        return span[0].tag_ == "JJ" and span[0].dep_ == "amod"
    if word == "now":
        return span[0].tag_ == "RB" and doc.text[atom.end : atom.end + 1] != "-"
    return True


def _year_like(atom: Atom, doc: Doc) -> bool:
    return isinstance(atom.meaning, Fixed | Recurring | Timed)


_CHECKS = {
    "month": _lone_month,
    "weekday": _lone_weekday,
    "year": _lone_year,
    "season": _lone_season,
    "half": _never,
    "part": _never,
    "plural": _adverbial,
    "adverb": _adverb,
    "reference": _reference,
}
