"""Words within marks that no rule has claimed: the last look, by surface alone.

A parser that loses its way in a long sentence leaves quoted words without a clause. Where a
reporting verb and "that" stand before them, they are reported; where they are too many to be a
title, a name or a sneer, they are somebody's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.quotes import cues
from variorum.analysis.quotes.cues import cue_range
from variorum.analysis.quotes.indirect import Report
from variorum.analysis.quotes.mixed import Clause, unmarked
from variorum.analysis.quotes.paragraph import ENDS
from variorum.analysis.quotes.spans import Cover
from variorum.analysis.quotes.tree import is_asserted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from variorum.analysis.quotes.marks import Marked
    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.model import Span

_LONG = 6
"""Words within marks that are too many for a title or a sneer."""
_FAR = 200
"""How many tokens away the rest of the sentence is looked for."""


def leftovers(par: Paragraph, claimed: Iterable[Span]) -> Iterator[Clause]:
    """Quotations made of stretches that nothing else has claimed."""
    cover = Cover(claimed)
    for mark in par.outer:
        if cover.overlaps(mark.start, mark.end) or par.is_title(mark):
            continue
        found = _reported(par, mark, cover)
        if found is not None:
            cover.add(*found.parts[0])
            yield found


def _reported(par: Paragraph, mark: Marked, cover: Cover) -> Clause | None:
    at = par.token_at(mark.start)
    low = max(0, at - _FAR)
    that = None
    for token in reversed(par.doc[low:at]):
        if token.text in ENDS:
            break
        if token.lower_ == "that" and token.dep_ == "mark":
            that = token
        elif that is not None and token.pos_ in ("VERB", "AUX") and _reports_clause(token):
            start = par.base + that.idx
            end = _sentence_end(par, mark)
            return _clause(par, "that, by surface", token, (start, end), cover)
    if len(par.text(mark).split()) < _LONG or at == 0:
        return None
    verb = _governor(par.doc[at - 1])
    if verb is None or not is_asserted(verb):
        return None
    return _clause(par, "long fragment", verb, (mark.start, mark.end), cover)


def _reports_clause(verb: Token) -> bool:
    return any("clause" in s.takes for s in cues.verbs().get(cues.verb_key(verb), ()))


def _clause(par: Paragraph, rule: str, verb: Token, part: Span, cover: Cover) -> Clause | None:
    if cover.overlaps(*part):
        return None
    quoted = tuple(m.inner for m in par.marks_in(*part))
    cue = cue_range(verb)
    if par.marks_in(par.base + verb.idx, par.base + verb.idx + 1):
        cue = cue[0], cue[0]  # 'She "welcomed the offer"': the verb is hers
    report = Report(rule, (), verb, cue, cues.implied_by(verb) or "neutral")
    return Clause(report, unmarked([part], par.marks_in(*part)), quoted)


def _sentence_end(par: Paragraph, mark: Marked) -> int:
    """Where the sentence ends that a stretch stands in, other stretches taken whole."""
    end = mark.end
    if par.text(mark)[-1:] in ENDS:
        return end
    i = par.token_at(mark.end)
    for token in par.doc[i : i + _FAR]:
        if token.text in ENDS:
            break
        end = par.base + token.idx + len(token)
    inside = par.marks_in(mark.end, end)
    return max(end, inside[-1].end) if inside else end


def _governor(token: Token) -> Token | None:
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
