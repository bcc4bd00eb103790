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
