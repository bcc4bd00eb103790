"""Reported clauses set against the marks: what is quoted in them, and which of them stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.quotes.paragraph import ENDS
from variorum.analysis.quotes.spans import Cover, joined
from variorum.analysis.quotes.tree import trimmed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from variorum.analysis.quotes.indirect import Report
    from variorum.analysis.quotes.marks import Marked
    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.model import Span

_GOES_ON = frozenset(
    {"because", "if", "unless", "even", "although", "though", "compared", "had", "so", "than",
     "for", "to", "of", "that", "about", "against", "with", "rather"}
)  # fmt: skip
"""Words that show, right behind a closing mark, that the clause isn't over."""
_DASHES = frozenset({"-", "–", "—", "--"})
_FAR = 200
"""How many tokens back the sentence before is looked for."""


@dataclass(slots=True)
class Clause:
    """A reported clause that stands: its parts, and the ranges within marks in them."""

    report: Report
    parts: tuple[Span, ...]
    quoted: tuple[Span, ...]

    def add(self, mark: Marked) -> None:
        """Take in a stretch of speech that follows."""
        self.parts = (*self.parts, mark.inner)
        self.quoted = (*self.quoted, mark.inner)

    @property
    def size(self) -> int:
        """Characters in all its parts."""
        return sum(end - start for start, end in self.parts)


def clauses(par: Paragraph, reports: Iterable[Report], taken: Container[Span]) -> list[Clause]:
    """The reports of a paragraph that stand, outermost first where one lies in another.

    *taken* are the ranges within marks that are speech of their own.
    """
    found = [c for c in (_clause(par, r, taken) for r in reports) if c is not None]
    found.sort(key=lambda c: (-c.size, c.parts))
    kept: list[Clause] = []
    cover = Cover()
    for clause in found:
        if not any(cover.overlaps(*p) for p in clause.parts):
            kept.append(clause)
            for part in clause.parts:
                cover.add(*part)
    return kept


def _clause(par: Paragraph, report: Report, taken: Container[Span]) -> Clause | None:
    at = par.base + report.cue.idx
    if par.marks_in(at, at + 1):
        return None
    spans: list[Span] = []
    for part in report.parts:
        start, end = trimmed(par.doc, part)
        if start < end and _links(par, start):
            start += 1
        if start >= end:
            continue
        whole = par.span((start, end))
        assert whole is not None
        spans.append(_ended(par, _with_marks(par, whole)))
    parts = joined(spans)
    marks = [m for part in parts for m in par.marks_in(*part)]
    if not parts or any(m.inner in taken for m in marks):
        return None
    if report.if_quoted and not marks:
        return None
    return Clause(report, unmarked(parts, marks), tuple(m.inner for m in marks))


def _links(par: Paragraph, at: int) -> bool:
    """Whether a token links a sentence to the one before: "*But* snow fell, she said"."""
    opens = at == 0 or par.doc[at - 1].text in ENDS
    return opens and par.doc[at].pos_ == "CCONJ"


def unmarked(parts: Sequence[Span], marks: Iterable[Marked]) -> tuple[Span, ...]:
    """The parts, without the marks of those that stand within one pair as a whole."""
    whole = {(m.start, m.end): m.inner for m in marks}
    return tuple(whole.get(part, part) for part in parts)


def _with_marks(par: Paragraph, whole: Span) -> Span:
    """A range that cuts no marked stretch in two, and goes on where the clause does."""
    start, end = whole
    marks = par.marks_in(start, end)
    if marks:
        start, end = min(start, marks[0].start), max(end, marks[-1].end)
        if end == marks[-1].end:
            end = _behind_mark(par, end)
    return start, end


def _ended(par: Paragraph, whole: Span) -> Span:
    """A range that ends with a marked stretch where the sentence does, or the writer goes on.

    The sentence ends within marks (``a "good job." That …``), or what follows them tells what
    else the speaker did (``"New York values," stating that …``).
    """
    start, end = whole
    for mark in par.marks_in(start, end):
        if mark.end >= end:
            continue
        last = par.text(mark)[-1:]
        i = par.token_at(mark.end)
        while i < len(par.doc) and (par.doc[i].is_space or par.doc[i].text in _DASHES):
            i += 1
        if i >= len(par.doc):
            continue
        behind = par.doc[i]
        dashed = behind.i > 0 and behind.nbor(-1).text in _DASHES
        goes_on = behind.tag_ == "VBG" and (last == "," or dashed)
        if goes_on or (last in ENDS and last and behind.text[0].isupper()):
            return start, mark.end
    return whole


def _behind_mark(par: Paragraph, end: int) -> int:
    """Where a clause ends that goes on behind the comma that a closing mark took inside.

    Parsers stop at ``,"``; "because …" or "compared to …" behind it still is what was said.
    """
    i = par.token_at(end)
    tokens = par.doc[i : i + _FAR]
    first = next((t for t in tokens if not t.is_space), None)
    if first is None or first.lower_ not in _GOES_ON:
        return end
    for token in tokens:
        if token.text in ENDS or token.is_quote:
            break
        end = par.base + token.idx + len(token)
    return end


def last_of(par: Paragraph, clauses: Mapping[int, Clause], end: int) -> Clause | None:
    """The clause reported in the sentence that ends where token *end* begins, if one is.

    *clauses* are those of the paragraph by the token of their reporting word.
    """
    low = max(0, end - _FAR)
    while end > low and not par.words((end - 1, end)):
        end -= 1
    start = end
    while start > low and par.doc[start - 1].text not in ENDS:
        start -= 1
    there = [c for i in range(start, end) if (c := clauses.get(i)) and c.report.tells]
    return max(there, key=lambda c: c.size, default=None)
