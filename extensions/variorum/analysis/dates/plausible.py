"""Words that look like dates and mostly aren't: "may", "march", "second", "Sun", "fall".

One check of every atom before atoms are joined, and a table of checks, by rule, of what stands
alone in the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from variorum.analysis import gazetteer
from variorum.analysis.dates.lexicon import WORDS
from variorum.analysis.dates.meaning import Atom, Fixed, Length
from variorum.analysis.dates.tense import look
from variorum.analysis.entities.words import is_role_head
from variorum.analysis.salience import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span

_MONTH_WORDS = frozenset({"may", "march", "august"})
_AMOUNTS = frozenset({"about", "some", "nearly", "than", "least"})
_LEADS = frozenset(WORDS["month_leads"])


class Seen(NamedTuple):
    """An atom where it stands; *text* is the block's (``doc.text`` is made anew at every call)."""

    atom: Atom
    span: Span
    text: str

    @property
    def said(self) -> str:
        """The atom's own words."""
        return self.text[self.atom.start : self.atom.end]


def see(atom: Atom, doc: Doc, text: str) -> Seen | None:
    """The atom with its tokens, if it has any."""
    span = doc.char_span(atom.start, atom.end, alignment_mode="expand")
    return Seen(atom, span, text) if span is not None else None


def as_atom(seen: Seen) -> bool:
    """Whether an atom may be what it seems, whatever stands beside it."""
    atom, span, _ = seen
    if atom.rule == "month":
        return seen.said[0].isupper() and not (seen.said.lower() == "may" and span[0].tag_ == "MD")
    if atom.rule == "turned-name":
        return span[0].lower_ != "that" or span[0].tag_ == "DT"
    if isinstance(atom.meaning, Length) and atom.meaning.unit == "second":
        return span[-1].tag_ in ("NN", "NNS") and span[0].lower_ != "the"
    return True


def as_expression(seen: Seen) -> bool:
    """Whether what stands in the end is a temporal expression."""
    check = CHECKS.get(seen.atom.rule.removeprefix("quantifier+"))
    return check is None or check(seen)


def _before(span: Span) -> str:
    return span[0].nbor(-1).lower_ if span[0].i else ""


def _month(seen: Seen) -> bool:
    span = seen.span
    said = span.text.lower()
    if len(said) <= 4 and said not in ("may", "june", "july"):
        return _before(span) in _LEADS  # an abbreviation alone: "in Dec."
    if span[0].ent_type_ == "PERSON" and _before(span) not in _LEADS:
        return False
    if said == "march" and _is_a_march(span):
        return False
    return said not in _MONTH_WORDS or _before(span) in _LEADS or span[0].ent_type_ == "DATE"


def _is_a_march(span: Span) -> bool:
    """ "The Million Man March", "the March on Washington", "the Women's March"."""
    if _before(span) in _LEADS:
        return False
    behind = span.doc[span.end : span.end + 2]
    goes_on = len(behind) == 2 and behind[0].lower_ in ("on", "for", "of")
    named = goes_on and (behind[1].text[0].isupper() or behind[1].lower_ == "our")
    before = span[0].nbor(-1) if span[0].i else None
    return named or (before is not None and before.pos_ == "PROPN" and before.text[0].isupper())


def _weekday(seen: Seen) -> bool:
    span = seen.span
    return span.text.lower().endswith("day") and span.text[0].isupper()


def _year(seen: Seen) -> bool:
    """Not a sum, a measure, a part of a number or of a name."""
    atom, span, text = seen
    start, end = atom.start, atom.end
    before, after = text[max(start - 1, 0) : start], text[end : end + 2]
    if text[start] in "'’":
        return not before.isalnum() and after[:1] not in ("'", "’")
    if before and before in ".,/:#%+*_=&@":
        return False
    if before in ("-", "–") and text[max(start - 2, 0) : start - 1].isdigit():
        return False
    if after[:1] in ("%", "°") or (after[:1] in (",", ".", ":", "/") and after[1:].isdigit()):
        return False
    year = span[-1]
    if year.dep_ == "nummod" and year.head.tag_ == "NNS" and year.head.i > year.i:
        round_number = isinstance(atom.meaning, Fixed) and atom.meaning.point.index % 100 == 0
        round_number = round_number or atom.rule.startswith("quantifier")
        return not round_number and _before(span) not in _AMOUNTS
    if len(span) == 1 and _is_version(span):
        return False
    return _before(span) not in ("$", "£", "€", "no.", "number")


def _is_version(span: Span) -> bool:
    """Whether a year is a product's: "Windows Server 2012"."""
    named = span.doc[max(span.start - 2, 0) : span.start]
    known = [gazetteer.lookup(t.text) for t in named]
    product = any(entry is not None and entry.label == "PRODUCT" for entry in known)
    return product and all(t.text[0].isupper() for t in named[-1:])


def _spelled_year(seen: Seen) -> bool:
    """ "Twelve hundred students" are no year."""
    span = seen.span
    return span.root.dep_ != "nummod" and _before(span) not in _AMOUNTS


def _season(seen: Seen) -> bool:
    span = seen.span
    season = span[-1]
    if len(span) == 1:
        return _before(span) in ("in", "by", "until", "since") and season.tag_ == "NN"
    if len(span) == 2 and span[0].lower_ == "the" and _before(span) not in ("in", "during", "over"):
        return False
    return season.tag_ in ("NN", "NNP") and season.dep_ not in ("compound", "nsubj")


def _decade(seen: Seen) -> bool:
    """Not somebody's age: "in her mid-twenties"."""
    return _before(seen.span) not in ("his", "her", "their", "my", "your", "our", "whose")


def _never(seen: Seen) -> bool:
    """Only ever a part of an expression."""
    _atom, _span, _text = seen
    return False


def _complete(seen: Seen) -> bool:
    """ "The day before yesterday", not "the day before"."""
    span = seen.span
    return span[-1].lower_ not in ("before", "after")


def _plural(seen: Seen) -> bool:
    """ "For years", "years of war", not "the 20s years"."""
    span = seen.span
    return _before(span) in ("for", "in", "within", "over", "after", "of", "by", "through") or (
        span.root.dep_ in ("npadvmod", "advmod")
    )


def _length(seen: Seen) -> bool:
    """Not a rate ("four flights a week"), nor somebody's age, which no calendar holds."""
    span = seen.span
    said = span.text.lower().replace("-", " ")
    following = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    if (said.endswith(("year old", "years old")) or following == "old") and not _of_a_thing(span):
        return False
    if said.endswith(" quarter") and following == "of" and _is_part_of(span):
        return False
    rate = span[0].lower_ in ("a", "an") and len(span) == 2 and span.root.dep_ == "npadvmod"
    return not (rate and span.root.head.pos_ in ("NOUN", "NUM", "PROPN", "SYM"))


def _of_a_thing(span: Span) -> bool:
    """Whether what is so old is no person: "the dispute is eight years old"."""
    old = span.doc[span.end] if span[-1].lower_ != "old" else span[-1]
    if old.dep_ != "acomp":
        return False
    who = next((c for c in old.head.lefts if c.dep_ == "nsubj"), None)
    return (
        who is not None
        and who.tag_ == "NN"
        and not is_role_head(who.lower_)
        and who.lower_
        not in words("people", "nouns") | words("gender", "feminine") | words("gender", "masculine")
    )


def _is_part_of(span: Span) -> bool:
    """Whether "a quarter of" divides what is no year: "a quarter of the shares"."""
    return not any(
        t.ent_type_ == "DATE" or t.lower_ == "year" for t in span.doc[span.end + 1 :][:3]
    )


def _turned_unit(seen: Seen) -> bool:
    """Not a programme: "This Week", amid a sentence."""
    words = [t for t in seen.span if t.is_alpha]
    inside = not words[0].is_sent_start and not _is_titled(seen.span)
    return not (inside and len(words) > 1 and all(t.text[0].isupper() for t in words))


def _turned_name(seen: Seen) -> bool:
    """Not "this march", which somebody walks in."""
    name = seen.span[-1]
    return name.lower_ not in _MONTH_WORDS or name.text[0].isupper()


def _is_titled(span: Span) -> bool:
    return all(t.text[0].isupper() for t in span.sent if t.is_alpha and len(t) > 3)


def _today(seen: Seen) -> bool:
    """Not a newspaper or a programme: "USA TODAY", "Malaysia Today", "the Today show"."""
    span = seen.span
    if not seen.said[0].isupper() or span[0].is_sent_start:
        return True
    before = span[0].nbor(-1)
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    named = before.is_alpha and before.text[0].isupper() and not _is_titled(span)
    shown = before.lower_ in ("the", "’s", "'s", "on") or before.is_quote
    return not named and not (shown and (behind is None or behind.pos_ != "PRON"))


def _adverb(seen: Seen) -> bool:
    span = seen.span
    return span[0].tag_ != "NNP" and not (span[0].lower_ == "quarterly" and span[0].dep_ == "amod")


def _reference(seen: Seen) -> bool:
    atom, span, text = seen
    word = span.text.lower()
    if word in ("current", "recent"):
        return span[0].tag_ == "JJ" and span[0].dep_ == "amod"
    if word == "soon":
        return look(span).way > 0 and _before(span) not in ("as", "too", "so", "how")
    if word == "now":
        after = text[atom.end : atom.end + 1]
        return span[0].tag_ == "RB" and after != "-"
    return True


def _clock(seen: Seen) -> bool:
    """ "High Noon" is a film."""
    span = seen.span
    return not (span.text[0].isupper() and not span[0].is_sent_start)


def _overnight(seen: Seen) -> bool:
    span = seen.span
    return span[0].tag_ == "RB"


def _names(seen: Seen) -> bool:
    """ "Fridays", not "two Fridays ago"."""
    span = seen.span
    return not span[0].i or span[0].nbor(-1).pos_ not in ("NUM", "ADJ")


def _day_of_month(seen: Seen) -> bool:
    """ "On the 14th", not "on the 14th floor"."""
    span = seen.span
    following = span.doc[span.end].pos_ if span.end < len(span.doc) else ""
    return _before(span) in _LEADS | {"on"} and following not in ("NOUN", "PROPN", "ADJ", "NUM")


CHECKS: dict[str, Callable[[Seen], bool]] = {
    "month": _month,
    "day-of-month": _day_of_month,
    "weekday": _weekday,
    "today": _today,
    "turned-unit": _turned_unit,
    "turned-name": _turned_name,
    "modifier+decade": _decade,
    "decade": _decade,
    "names": _names,
    "year": _year,
    "spelled-year": _spelled_year,
    "season": _season,
    "half": _never,
    "part": _never,
    "week-of-month": _never,
    "day-beside": _complete,
    "plural": _plural,
    "length": _length,
    "adverb": _adverb,
    "reference": _reference,
    "clock": _clock,
    "overnight": _overnight,
}
"""By the rule that recognised it; what was joined to something else needs no check."""
