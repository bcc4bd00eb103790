"""What each article leads with: its first sentence, and the words of it that tell the matter."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.collation.findings.view import Lead
from variorum.collation.frames.parsed import has_subject, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from variorum.collation.findings.material import Material, Sentence


JOINING = frozenset({"cc", "mark"})
"""What joins two parts of a clause: "and", "that"."""


def leads(material: Material) -> Iterator[Lead]:
    """The lead of each article that has a sentence beside headline and captions."""
    for text in material.texts.values():
        first = next((s for s in text.sentences if s.kind == "paragraph"), None)
        if first is not None:
            told = (text.reading(*span) for span in _told(first))
            yield Lead(text.reading(first.start, first.end), tuple(told))


def _told(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The ranges of the words that say who does what; none where nobody is said to do anything.

    What somebody is told to have said belongs to it, what else hangs on the clause does not.
    """
    root = sentence.tokens.root
    if root.pos_ not in ("VERB", "AUX") or not has_subject(root):
        return
    said = (c for c in root.children if c.dep_ == "ccomp" and has_subject(c))
    kept = sorted({t.i: t for clause in (root, *said) for t in own(clause)}.items())
    words = [token for _, token in kept if not token.is_punct]
    breaks = [n for n, (a, b) in enumerate(pairwise(words), 1) if _apart(a, b)]
    for start, end in pairwise((0, *breaks, len(words))):
        last = words[end - 1]
        yield sentence.offset + words[start].idx, sentence.offset + last.idx + len(last)


def _apart(one: Token, other: Token) -> bool:
    """Whether more stands between two words than what joins them."""
    between = one.doc[one.i + 1 : other.i]
    return any(t.dep_ not in JOINING and not t.is_punct and not t.is_space for t in between)
