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
    is_finite_clause,
    is_infinitive,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token


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


def reports(doc: Doc) -> Iterator[Report]:
    """Every clause or phrase that a word of the lexicons reports."""
    verbs, nouns = cues.verbs(), cues.nouns()
    for token in doc:
        if token.lower_ == "according":
            yield from _according(token)
        elif token.pos_ in ("VERB", "AUX"):
            senses = verbs.get(cues.verb_key(token))
            if senses:
                yield from _by_verb(token, senses)
        elif token.pos_ == "NOUN":
            senses = nouns.get(token.lemma_.lower())
            if senses:
                yield from _by_noun(token, senses)


def _by_verb(verb: Token, senses: tuple[cues.Sense, ...]) -> Iterator[Report]:
    for frame, parts, cue in _complements(verb):
        for sense in senses:
            if frame in sense.takes:
                yield Report(f"{sense.group}.{frame}", tuple(parts), verb, cue, sense.implies)
                break


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
            yield "clause", _clause(verb, clause), cue
        elif is_infinitive(clause):
            start, end = extent(clause)
            if obj is not None and obj.i < clause.i:
                start = min(start, extent(obj)[0])
            yield "to", [(start, end)], cue
        elif clause.tag_ == "VBG" and clause.dep_ in ("xcomp", "ccomp"):
            yield "gerund", [extent(clause)], cue
        elif clause.dep_ in ("oprd", "ccomp", "xcomp", "acomp"):
            start, end = extent(clause)
            if obj is not None and obj.i < clause.i:
                start = min(start, extent(obj)[0])
            yield "small", [(start, end)], cue
    if obj is not None and obj.i > verb.i:
        yield "object", [extent(obj)], cue
    for prep in children(verb, "prep", "agent"):
        if prep.i < verb.i:
            continue
        pobj = child(prep, "pobj", "pcomp")
        if pobj is None:
            continue
        if prep.lower_ == "as":
            start = obj.left_edge.i if obj is not None and obj.i > verb.i else prep.i
            yield "as", [(start, prep.right_edge.i + 1)], cue
        else:
            whole = (prep.i + 1, prep.right_edge.i + 1)
            yield prep.lower_, [whole], (cue[0], prep.i + 1) if prep.i == cue[1] else cue


def _clause(verb: Token, clause: Token) -> list[Range]:
    """The reported clause without the words that report it."""
    holes = [(verb.i, verb.i + 1)]
    holes += [extent(c) for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in ("aux", "prt")]
    return without(extent(clause), holes)


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
        for sense in senses:
            if frame in sense.takes:
                yield Report(
                    f"{sense.group}.{frame}",
                    tuple(parts),
                    noun,
                    (noun.i, noun.i + 1),
                    sense.implies,
                )
                break


def _according(token: Token) -> Iterator[Report]:
    to = child(token, "prep")
    pobj = child(to, "pobj") if to is not None else None
    if to is None or pobj is None:
        return
    head = token.head
    while head.dep_ in (
        "prep",
        "pobj",
        "amod",
        "advmod",
        "pcomp",
        "npadvmod",
        "appos",
        "nummod",
        "attr",
        "dobj",
        "nsubj",
        "conj",
    ) and head.pos_ not in ("VERB", "AUX"):
        head = head.head
    whole = extent(head)
    parts = without(whole, [extent(token)])
    yield Report("according to", tuple(parts), token, (token.i, to.i + 1), "neutral", extent(pobj))
