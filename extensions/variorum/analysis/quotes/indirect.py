"""Reported clauses, found in the parse: who said that what, with or without "that".

Each complement a reporting word may take has its rule; the lexicons say which word takes which.
A rule gives a :class:`Report`: the words reported, the cue, and where to look for the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.quotes import cues
from variorum.analysis.quotes.tree import (
    SUBJECTS,
    Range,
    child,
    children,
    extent,
    is_asserted,
    is_finite_clause,
    is_infinitive,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


_SELF = frozenset({"i", "you"})
"""Outside quotation marks these are the author and the reader: opinion, not report."""
_RAISING = frozenset({"seem", "appear"})
"""Verbs whose subject belongs to what is reported."""
_CONTENT_LINKS = frozenset(
    {"because", "if", "unless", "until", "although", "though", "so", "since", "lest", "even"}
)


@dataclass(frozen=True, slots=True)
class Report:
    """Words reported, in tokens of one block's Doc."""

    rule: str
    parts: tuple[Range, ...]
    cue: Token
    """The word that reports: its subject or possessor is the speaker."""
    cue_range: Range
    implies: str
    speaker: Range | None = None
    """The speaker, where the rule itself knows."""
    if_quoted: bool = False
    """Whether it is speech only where words stand within marks in it."""

    @property
    def tells(self) -> bool:
        """Whether it gives words said, rather than a matter or an attitude."""
        return self.rule in ("according to", "view of", "as X said") or self.rule.endswith(
            ".clause"
        )


def reports(doc: Doc) -> Iterator[Report]:
    """Every clause or phrase that a word of the lexicons reports."""
    verbs, nouns = cues.verbs(), cues.nouns()
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            senses = verbs.get(cues.verb_key(token))
            if senses:
                yield from _by_verb(token, senses)
        elif token.pos_ == "NOUN":
            senses = nouns.get(token.lemma_.lower())
            if senses:
                yield from _by_noun(token, senses)


def _by_verb(verb: Token, senses: tuple[cues.Sense, ...]) -> Iterator[Report]:
    subject = child(verb, "nsubj")
    if subject is not None and subject.lower_ in _SELF:
        return
    for frame, parts, cue in _complements(verb):
        sense = cues.sense_of(senses, frame)
        if sense is not None:
            yield _report(sense, frame, parts, verb, cue)


def _complements(verb: Token) -> Iterator[tuple[str, list[Range], Range]]:
    """What a verb governs, as (frame, parts, cue)."""
    cue = verb.i, verb.i + 1
    particle = child(verb, "prt")
    if particle is not None and particle.i == verb.i + 1:
        cue = verb.i, verb.i + 2
    obj = child(verb, "dobj")
    for clause in children(verb, "ccomp", "xcomp", "oprd", "acomp", "advcl"):
        if clause.dep_ == "advcl":
            continue
        if clause.dep_ == "ccomp" and is_finite_clause(clause):
            if clause.i < verb.i and child(verb, "nsubj", "nsubjpass") is None:
                continue
            yield "clause", _clause(verb, clause), cue
        elif is_infinitive(clause):
            start, end = extent(clause)
            if obj is not None and obj.i < clause.i:
                start = min(start, extent(obj)[0])
            undergone = child(verb, "nsubjpass") or (
                child(verb, "nsubj") if verb.lemma_ in _RAISING else None
            )
            yield "to", [*([extent(undergone)] if undergone is not None else []), (start, end)], cue
        elif clause.tag_ == "VBG" and clause.dep_ in ("xcomp", "ccomp"):
            yield "gerund", [extent(clause)], cue
        elif clause.dep_ in ("oprd", "ccomp", "xcomp", "acomp"):
            start, end = extent(clause)
            if obj is not None and obj.i < clause.i:
                start = min(start, extent(obj)[0])
            if (
                verb.dep_ != "acl" or verb.tag_ != "VBN"
            ):  # "a firm called X" names, it doesn't report
                yield "small", without((start, end), _reporting(verb)), cue
    if verb.dep_ == "parataxis" and child(verb, "nsubj") and not child(verb, "ccomp", "dobj"):
        yield "clause", without(extent(verb.head), [extent(verb)]), cue
    if obj is not None and obj.i > verb.i and is_asserted(verb):
        yield "object", [extent(obj)], cue
    preps = list(children(verb, "prep", "agent"))
    if obj is not None and verb.lemma_ == "accuse":
        preps += (p for p in children(obj, "prep") if p.lower_ == "of")
    for prep in preps:
        if prep.i < verb.i:
            continue
        if prep.right_edge.i == prep.i:
            continue
        if prep.lower_ == "as":
            start = obj.left_edge.i if obj is not None and obj.i > verb.i else prep.i
            yield "as", [(start, prep.right_edge.i + 1)], cue
        else:
            end = max([prep.right_edge.i + 1, *_infinitives(verb, prep)])
            start = prep.i + 1
            if prep.lower_ == "for" and obj is not None and obj.i > verb.i:
                start = obj.left_edge.i
            yield prep.lower_, [(start, end)], (cue[0], prep.i + 1) if prep.i == cue[1] else cue


def _infinitives(verb: Token, prep: Token) -> list[int]:
    """Where an infinitive ends that follows a preposition: "called on X to resign"."""
    return [
        c.right_edge.i + 1
        for c in verb.rights
        if c.i > prep.right_edge.i
        and c.dep_ in ("xcomp", "advcl", "ccomp")
        and is_infinitive(c)
        and c.left_edge.i == prep.right_edge.i + 1
    ]


def _clause(verb: Token, clause: Token) -> list[Range]:
    """The reported clause, without the words that report it and what only the parse added to it."""
    start, end = extent(clause)
    astray = _astray(verb, clause)
    if astray is not None:
        end = astray
    if clause.i > verb.i:
        for c in clause.rights:
            if c.dep_ == "advcl" and c.lemma_ == "ask" and c.left_edge.lower_ == "when":
                end = min(end, c.left_edge.i)
        for c in verb.rights:
            if c.i > clause.i and c.dep_ == "advcl" and _belongs(c):
                end = max(end, c.right_edge.i + 1)
    return without((start, end), _reporting(verb))


def _reporting(verb: Token) -> list[Range]:
    """The words that report: the verb, its subject, its auxiliaries."""
    return [(verb.i, verb.i + 1)] + [
        extent(c) for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in ("aux", "prt")
    ]


def _astray(verb: Token, clause: Token) -> int | None:
    """Where a coordinated verb begins that goes with the reporting verb, not with the clause.

    "She said it would end and promised help": *promised* has the form of *said*, not of *would
    end*, and no subject of its own; a parser that hangs it on *end* is wrong.
    """
    if clause.i < verb.i:
        return None
    link: Token | None = clause
    while link is not None and (link := child(link, "conj")) is not None:
        if link.pos_ not in ("VERB", "AUX") or child(link, "nsubj", "nsubjpass", "mark", "expl"):
            continue
        if _form(link) != _form(clause) and _goes_with(link, verb):
            start = link.left_edge.i
            while verb.doc[start - 1].dep_ == "cc" or verb.doc[start - 1].is_punct:
                start -= 1
            return start
    return None


def _goes_with(link: Token, verb: Token) -> bool:
    """Whether a verb has the form of the reporting one, or shares its auxiliary."""
    shares = verb.tag_ == "VBN" and link.tag_ in ("VBN", "VBD") and len(_form(link)) == 1
    return _form(link) == _form(verb) or shares


def _form(verb: Token) -> tuple[str, ...]:
    return (verb.tag_, *(c.lemma_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")))


def _belongs(clause: Token) -> bool:
    """Whether an adverbial clause says more of what is reported, not of the reporting."""
    first = clause.left_edge
    return first.lower_ in _CONTENT_LINKS or (
        first.lower_ in ("should", "had", "were") and first.i < clause.i
    )


def _by_noun(noun: Token, senses: tuple[cues.Sense, ...]) -> Iterator[Report]:
    for c in noun.rights:
        if c.dep_ in ("acl", "ccomp", "relcl"):
            frame = "to" if is_infinitive(c) else "clause"
            if frame == "clause" and not any(
                m.dep_ == "mark" and m.lower_ == "that" for m in c.children
            ):
                continue
            parts = [extent(c)]
        elif c.dep_ == "prep":
            frame = c.lower_
            parts = [(c.i + 1, c.right_edge.i + 1)]
        else:
            continue
        sense = cues.sense_of(senses, frame)
        if sense is not None:
            yield _report(sense, frame, parts, noun, (noun.i, noun.i + 1))


def _report(
    sense: cues.Sense, frame: str, parts: list[Range], word: Token, cue: Range
) -> Report:
    if_quoted = frame not in sense.takes
    rule = f"{sense.group}.{frame}"
    return Report(rule, tuple(parts), word, cue, sense.implies, if_quoted=if_quoted)
