"""Reported clauses set against the marks: what is quoted in them, and which of them stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.quotes.paragraph import ENDS
from variorum.analysis.quotes.tree import trimmed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from variorum.analysis.quotes.indirect import Report
    from variorum.analysis.quotes.marks import Marked
    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.model import Span


GOES_ON = frozenset(
    {"because", "if", "unless", "even", "although", "though", "compared", "had", "so", "than", "for",
     "to", "of", "about", "against", "with", "rather"}
)  # fmt: skip
"""Words that show, right behind a closing mark, that the clause isn't over."""


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


def clauses(par: Paragraph, reports: Iterable[Report], taken: Collection[Span]) -> list[Clause]:
    """The reports of a paragraph that stand, outermost first where one lies in another."""
    free = [m for m in par.outer if m.inner not in taken]
    gone = [(m.start, m.end) for m in par.outer if m.inner in taken]
    built: list[Clause] = []
    for report in reports:
        at = par.base + report.cue.idx
        if any(m.start <= at < m.end for m in par.outer):
            continue
        parts = []
        for part in report.parts:
            start, end = trimmed(par.doc, part)
            if start >= end:
                continue
            a = par.base + par.doc[start].idx
            z = par.base + par.doc[end - 1].idx + len(par.doc[end - 1])
            for m in free:
                if m.start < z and a < m.end:
                    a, z = min(a, m.start), max(z, m.end)
            parts.append((a, _after_mark(par, free, z) or z))
        if not parts or any(g[0] < p[1] and p[0] < g[1] for g in gone for p in parts):
            continue
        parts = _joined(parts)
        within = [m.inner for m in free if any(p[0] <= m.start and m.end <= p[1] for p in parts)]
        built.append(Clause(report, tuple(parts), tuple(within)))
    built.sort(key=lambda c: (-sum(b - a for a, b in c.parts), c.parts))
    kept: list[Clause] = []
    for clause in built:
        if not any(
            p[0] < q[1] and q[0] < p[1] for k in kept for p in k.parts for q in clause.parts
        ):
            kept.append(clause)
    return kept


def _after_mark(par: Paragraph, free: Sequence[Marked], end: int) -> int | None:
    """Where a clause ends that goes on behind the comma that a closing mark took inside.

    Parsers stop at ``,"``; "because …" or "compared to …" behind it still is what was said.
    """
    if not any(m.end == end for m in free):
        return None
    span = par.doc.char_span(end - par.base, len(par.doc.text), alignment_mode="expand")
    if span is None:
        return None
    words = [t for t in span if not t.is_space]
    if not words or words[0].lower_ not in GOES_ON:
        return None
    last = None
    for token in words:
        if token.text in ENDS or token.is_quote:
            break
        last = token
    return None if last is None else par.base + last.idx + len(last)


def _joined(parts: list[Span]) -> list[Span]:
    done: list[Span] = []
    for a, z in sorted(parts):
        if done and a <= done[-1][1]:
            done[-1] = (done[-1][0], max(z, done[-1][1]))
        else:
            done.append((a, z))
    return done


def last_of(par: Paragraph, clauses: Iterable[Clause], end: int) -> Clause | None:
    """The clause reported in the sentence that ends where token *end* begins, if one is."""
    stop = end
    while stop > 0 and (par.doc[stop - 1].is_space or not par.words((stop - 1, stop))):
        stop -= 1
    start = stop
    while start > 0 and par.doc[start - 1].text not in ENDS:
        start -= 1
    there = [c for c in clauses if start <= c.report.cue.i < stop and c.report.tells]
    return max(there, key=lambda c: sum(b - a for a, b in c.parts), default=None)
