"""What stands behind prepositions beside a reporting verb: "accused her *of lying*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.quotes.content import conditions
from variorum.analysis.quotes.matters import is_when
from variorum.analysis.quotes.tree import Range, charge_of, child, children, extent, is_infinitive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_RELATIVE = frozenset({"WP", "WDT"})


def by_preposition(
    verb: Token, obj: Token | None, cue: Range
) -> Iterator[tuple[str, list[Range], Range]]:
    """What a verb and its object have behind prepositions, as (frame, parts, cue)."""
    at = obj.left_edge.i if obj is not None and obj.i > verb.i else None
    for prep in (*children(verb, "prep", "agent"), *charge_of(verb)):
        if prep.i < verb.i or prep.right_edge.i == prep.i or is_when(prep):
            continue
        with_it = (cue[0], prep.i + 1) if prep.i == cue[1] else cue
        taken_for = _taken_for(verb, prep)
        if taken_for is not None:
            yield "to as", [(prep.i + 1, taken_for.right_edge.i + 1)], with_it
        elif prep.lower_ == "as":
            start = prep.i if at is None else at
            yield "as", [*_undergone(verb), (start, prep.right_edge.i + 1)], cue
        else:
            todo = _infinitives(verb, prep)
            end = max([prep.right_edge.i + 1, *todo, *conditions(verb, prep)])
            blamed = verb.lemma_ == "accuse" or (prep.lower_ == "for" and verb.lemma_ != "ask")
            start = at if blamed and at is not None else prep.i + 1
            accused = _undergone(verb) if blamed and prep.lower_ == "of" else []
            frame = "on to" if prep.lower_ == "on" and todo else prep.lower_
            yield frame, [*accused, (start, end)], with_it


def _undergone(verb: Token) -> list[Range]:
    """The subject of a passive: "*The deal* was seen as a risk"."""
    whom = child(verb, "nsubjpass")
    return [extent(whom)] if whom is not None and whom.tag_ not in _RELATIVE else []


def _taken_for(verb: Token, prep: Token) -> Token | None:
    """What somebody is called: "referred to her *as a liar*"."""
    if prep.lower_ != "to":
        return None
    return next((c for c in children(verb, "prep") if c.lower_ == "as" and c.i > prep.i), None)


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
