"""What a sentence says of its subject, and what it only names on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.material import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from variorum.collation.findings.material import Sentence
    from variorum.model import Span

PREDICATES = frozenset({"acomp", "attr", "dobj", "xcomp"})
"""What follows a mere "is" or "has" and says what is told."""
OWED = frozenset({"must", "should", "ought", "shall"})
"""Verbs of what has to be done."""
KNOWN = frozenset({"the", "these", "those"})
"""Words before a number that is taken as known."""


CLAUSES = frozenset({"advcl", "acl", "ccomp", "conj", "relcl", "parataxis", "csubj"})
"""How a clause hangs on another word."""
BREAKS = frozenset({";", ":", "—", "–", "―", "--"})
"""What stands between two parts of a sentence that make sense by themselves."""
OPENING = frozenset({",", "and", "but", "or", "nor", "so", "yet", *BREAKS})
"""What a clause that is quoted by itself does not begin with."""


def clause(sentence: Sentence, span: Span) -> Span:
    """The least part of a sentence that has some of its words and makes sense by itself."""
    base, tokens = sentence.offset, list(sentence.tokens)
    inside = [n for n, t in enumerate(tokens) if base + t.idx < span[1] and span[0] <= base + t.idx]
    if not inside:
        return span
    starts, ends = _bounds(tokens)
    first = max(n for n in starts if n <= inside[0])
    last = min(n for n in ends if n > inside[-1]) - 1
    while first < inside[0] and tokens[first].lower_ in (*OPENING, "that"):
        first += 1
    while last > inside[-1] and (tokens[last].is_punct or tokens[last].dep_ in ("cc", "mark")):
        last -= 1
    return base + tokens[first].idx, base + tokens[last].idx + len(tokens[last])


def _bounds(tokens: list[Token]) -> tuple[set[int], set[int]]:
    """Where clauses begin and end (half-open) among the words of a sentence."""
    starts, ends = {0}, {len(tokens)}
    at = {t.i: n for n, t in enumerate(tokens)}
    for n, token in enumerate(tokens):
        if token.text in BREAKS:
            starts.add(n + 1)
            ends.add(n)
        elif _is_clause(token):
            left, right = token.left_edge.i, token.right_edge.i
            if left in at and right in at:
                starts.add(at[left])
                ends.add(at[right] + 1)
                # "He said that" makes no sense without what he said.
                ends |= {at[left]} if token.dep_ != "ccomp" else set()
    return starts, ends


def _is_clause(token: Token) -> bool:
    verbs = ("VERB", "AUX")
    joined = token.dep_ != "conj" or token.head.pos_ in verbs
    return token.pos_ in verbs and token.dep_ in CLAUSES and joined


def predicate(sentence: Sentence) -> Token:
    """What a sentence says of its subject: its verb, or what follows a mere "is"."""
    root = sentence.tokens.root
    if root.lemma_.lower() in EMPTY:
        said = [c for c in root.children if c.dep_ in PREDICATES]
        root = said[0] if said else root
    return root


def tokens_in(sentence: Sentence, parts: Iterable[Span]) -> list[Token]:
    """The words of a sentence that stand in any of some ranges."""
    return [
        t for t in sentence.tokens if any(a <= sentence.offset + t.idx < b for a, b in parts)
    ]  # fmt: skip


def describes(token: Token) -> bool:
    """Whether a word only describes what something else is told of: "those eligible"."""
    return token.dep_ == "amod" or (token.pos_ == "ADJ" and token.dep_ not in PREDICATES)


def is_owed(token: Token) -> bool:
    """Whether something is told as what has to be done, not as done."""
    verb = token.head if token.dep_ in PREDICATES and token.head.pos_ == "AUX" else token
    return any(c.dep_ == "aux" and c.lower_ in OWED for c in verb.children)


def introduced(sentence: Sentence, span: Span) -> bool:
    """Whether a count is taken as known where it stands: "most of the 40 pilots"."""
    numbers = [t for t in tokens_in(sentence, [span]) if t.pos_ == "NUM"]
    nouns = {t.head for t in numbers if t.dep_ == "nummod"}
    return any(c.dep_ == "det" and c.lower_ in KNOWN for noun in nouns for c in noun.children)
