"""How far what is reported reaches: where a reported clause begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.quotes import adjacent, astray
from variorum.analysis.quotes.cues import senses, strayed_from
from variorum.analysis.quotes.tree import (
    SUBJECTS,
    Range,
    children,
    extent,
    is_infinitive,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_CONTENT_LINKS = frozenset(
    {"because", "if", "unless", "until", "although", "though", "so", "since", "lest", "even"}
)
_FAR = 200
"""How many tokens of a clause are looked through, however long it is."""
_INVERTED = frozenset({"should", "had", "were"})
_DASHES = frozenset({"-", "–", "—", "--"})
_LOOSE = frozenset({"appos", "npadvmod", "dep", "attr", "dobj", "conj", "nsubj", "oprd"})
"""What parsers take a noun for that stands beside a clause."""


def clause_of(verb: Token, clause: Token) -> list[Range]:
    """The reported clause, without the words that report it and what only the parse added to it."""
    start, end = extent(clause)
    if clause.i > verb.i:
        near = verb.doc[clause.i + 1 : min(end, clause.i + _FAR)]
        linked = (t for t in near if strayed_from(t) == verb and _leaves(t, verb))
        end = min([end, *(_link_before(t) for t in linked)])
        start = _with_there(clause, start)
        if (day := adjacent.day_of_saying(verb, start, end)) is not None:
            start = day[1]
        for c in clause.rights:
            asked = c.lemma_ == "ask" and c.left_edge.lower_ == "when"
            if c.dep_ == "advcl" and (asked or _behind_dash(c)):
                end = min(end, c.left_edge.i)
        for c in verb.rights:
            if c.i > clause.i and c.dep_ == "advcl" and _belongs(c) and not _behind_dash(c):
                end = max(end, c.right_edge.i + 1)
        end = min([end, *(_remarks(verb.doc, clause.i + 1, end))])
        end = astray.coordinated(clause, end)
    return [*without((start, end), reporting(verb)), *_resumed(verb, clause)]


def _resumed(verb: Token, clause: Token) -> list[Range]:
    """What follows the attribution: "It would be wrong, she said, *to wait*"."""
    after = (c for c in children(verb, "ccomp", "xcomp", "advcl") if c.i > verb.i > clause.i)
    return [extent(c) for c in after if is_infinitive(c) and _behind_comma(c)]


def _behind_comma(clause: Token) -> bool:
    at = clause.left_edge.i
    return "," in (clause.doc[at].text, clause.doc[at - 1].text)


def reporting(verb: Token) -> list[Range]:
    """The words that report: the verb, its subject, its auxiliaries."""
    return [(verb.i, verb.i + 1)] + [
        extent(c) for c in verb.children if c.dep_ in SUBJECTS or c.dep_ in ("aux", "prt")
    ]


def _with_there(clause: Token, start: int) -> int:
    """Where a clause starts whose "there" a parser left to the reporting verb."""
    before = start - 1
    while before > 0 and clause.doc[before].is_quote:
        before -= 1
    return before if before >= 0 and clause.doc[before].tag_ == "EX" else start


def _leaves(link: Token, verb: Token) -> bool:
    """Whether a coordinated verb goes with the reporting one, and not with what was said.

    "She said it would end *and promised* help", "said it would end, *and left*"; but "said it
    should not close *and carried* goods".
    """
    if link.tag_ != verb.tag_ or senses(link):
        return True
    start = _link_before(link)
    return "," in (link.doc[start].text, link.doc[start - 1].text)


def _remarks(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Where a noun begins by which the writer sums up: "said it would end, *a step that …*"."""
    for noun in doc[start : min(end, start + _FAR)]:
        first = noun.left_edge
        ends = noun.pos_ == "NOUN" and noun.dep_ in _LOOSE and noun.right_edge.i + 2 >= end
        if ends and first.lower_ in ("a", "an") and doc[first.i - 1].text in (",", *_DASHES):
            described = any(c.dep_ in ("relcl", "acl", "prep") for c in noun.rights)
            if described and noun.head.ent_type_ != "PERSON":
                yield first.i


def _link_before(verb: Token) -> int:
    """Where the "and" begins that stands before a coordinated verb and what belongs to it."""
    start = verb.left_edge.i
    while start > 0 and (verb.doc[start - 1].dep_ == "cc" or verb.doc[start - 1].is_punct):
        start -= 1
    return start


def _belongs(clause: Token) -> bool:
    """Whether an adverbial clause says more of what is reported, not of the reporting."""
    first = clause.left_edge
    return first.lower_ in _CONTENT_LINKS or (first.lower_ in _INVERTED and first.i < clause.i)


def _behind_dash(clause: Token) -> bool:
    """Whether a dash parts a clause from what is reported: it is the writer's."""
    first = clause.left_edge
    return first.i > 0 and first.nbor(-1).text in _DASHES


def conditions(verb: Token, matter: Token) -> list[int]:
    """Where a condition ends that follows what is warned of: "of a strike if pay falls"."""
    return [
        without_aside(c.doc, extent(c))[1]
        for c in verb.rights
        if c.dep_ in ("advcl", "ccomp") and _belongs(c) and c.left_edge.i == matter.right_edge.i + 1
    ]


def without_aside(doc: Doc, part: Range) -> Range:
    """A range without the relative clause behind a comma that ends it: that is the writer's."""
    start, end = part
    for token in doc[start : min(end, start + _FAR)]:
        first = token.left_edge.i
        ends = token.dep_ == "relcl" and first > start + 1 and token.right_edge.i + 2 >= end
        if ends and doc[first - 1].text == ",":
            return start, first - 1
    return part


def is_condition(clause: Token) -> bool:
    """Whether a clause is a condition put as a question: "should it rain"."""
    first = clause.left_edge
    return first.dep_ in ("aux", "auxpass") and first.lower_ in _INVERTED


def around(verb: Token) -> list[Range]:
    """What a verb between commas stands in: "Snow, says Oslo, will fall"."""
    said = extent(verb)
    behind = [c for c in children(verb, "nsubj") if c.i > verb.i]
    if behind:  # what stands before it is no part of it
        said = verb.i, behind[-1].right_edge.i + 1
    whole = extent(verb.head)
    return without((min(whole[0], verb.left_edge.i), whole[1]), [said])
