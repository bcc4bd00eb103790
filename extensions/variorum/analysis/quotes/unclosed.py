"""Where speech ends that no mark closes, or a mark that stands a space too late.

| what | example |
|---|---|
| the closing mark is missing | ``"The ferry is late, Ann Lee said.`` |
| it leans on the words behind it | ``"The ferry is late, "Ann Lee said.`` |
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.analysis.quotes.cues import quotes
from variorum.analysis.quotes.said import NOMINAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from variorum.analysis.quotes.marks import Marked
    from variorum.analysis.quotes.paragraph import Paragraph

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PHRASE = 5
"""How many words the name before a reporting verb has."""
_WITHIN = frozenset({"i", "we", "you"})
"""Who speaks or hears within marks: "I said" behind a comma may be what was said."""
_LEADS_ON = frozenset(",?!")


def verb_at(doc: Doc, i: int) -> Token | None:
    """The verb of "X said" or "said X" that begins at a token."""
    verb = doc[i]
    while verb.i + 1 < len(doc) and verb.i < i + _PHRASE and _names(verb, i):
        verb = doc[verb.i + 1]
    return verb if verb.tag_ in _FINITE and quotes(verb) and not doc[i].like_num else None


def _names(token: Token, start: int) -> bool:
    """Whether a word may stand in a name: "Lang - Holt", which a scrape parted, too."""
    return token.pos_ in NOMINAL or (token.text == "-" and token.i > start)


def mended(par: Paragraph, marks: Iterable[Marked]) -> list[Marked]:
    """The outermost stretches, none of which takes in the words that report it."""
    found: list[Marked] = []
    for mark in marks:
        if not (found and _closes(par, found[-1], mark)):
            found.append(mark if mark.closed else _clipped(par, mark))
    return found


def _closes(par: Paragraph, before: Marked, mark: Marked) -> bool:
    """Whether a mark taken for an opening one closes the stretch before it."""
    if before.closed or mark.closed or par.between(before.end, mark.start).strip():
        return False
    leads_on = par.between(before.inner[0], before.inner[1])[-1:] in _LEADS_ON
    return leads_on and verb_at(par.doc, par.token_at(mark.inner[0])) is not None


def _clipped(par: Paragraph, mark: Marked) -> Marked:
    doc = par.doc
    for token in doc[par.token_at(mark.inner[0]) : par.token_at(mark.end)]:
        if token.text not in _LEADS_ON or token.i + 1 >= len(doc):
            continue
        verb = verb_at(doc, token.i + 1)
        if verb is not None and _only_reports(verb, token.i + 1):
            end = par.base + token.idx + 1
            return replace(mark, end=end, inner=(mark.inner[0], end))
    return mark


def _only_reports(verb: Token, start: int) -> bool:
    """Whether a verb behind a comma has no clause of its own, and is of nobody within marks."""
    if verb.i == start:
        return verb.dep_ == "ROOT"
    told = verb.lemma_ == "tell"
    own = ("ccomp", "xcomp") if told else ("ccomp", "xcomp", "dobj")
    reports = not any(c.dep_ in own for c in verb.rights)
    return reports and not any(t.lower_ in _WITHIN for t in verb.doc[start : verb.i])
