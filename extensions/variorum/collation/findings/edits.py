"""Two runs of words compared word by word."""

from __future__ import annotations

import functools
import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from variorum.model import WordChange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.collation.findings.material import Text, Word
    from variorum.model import Span

MOST = 600
"""Runs are compared up to so many words; more is a page, and no one's sentence."""
_OPS: dict[str, Literal["same", "changed", "left-out", "added"]] = {
    "equal": "same", "replace": "changed", "delete": "left-out", "insert": "added",
}  # fmt: skip


_HOUSE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(said), kept)
    for said, kept in (
        (r"(?<=..)is(ation|e|ed|es|er|ers|ing)$", r"iz\1"),
        (r"(?<=...)our(s|ed|ing|able|ful|ite|er|ers)?$", r"or\1"),
        (r"tre(s|d)?$", r"ter\1"),
        (r"(?<=[ei])nce(s|d)?$", r"nse\1"),
        (r"ll(ed|ing|er|ers)$", r"l\1"),
        (r"ogue(s)?$", r"og\1"),
        (r"mme(s|d)?$", r"m\1"),
    )
)
"""What British and American desks spell otherwise, made one; no reader sees these forms."""


def spelt(word: Word) -> str:
    """A word as it is compared where spelling tells nothing: E.U. and EU, labour and labor."""
    return _spelt(word.norm)


@functools.lru_cache(maxsize=65536)
def _spelt(norm: str) -> str:
    plain = norm.replace(".", "").replace("%", "percent") or norm
    if len(plain) > 4:
        for said, kept in _HOUSE:
            plain = said.sub(kept, plain)
    return plain


def changes(base: Sequence[Word], variant: Sequence[Word]) -> tuple[WordChange, ...]:
    """What makes the variant of the base, as runs of words in the order of the base."""
    base, variant = base[:MOST], variant[:MOST]
    if not base or not variant:
        return ()
    match = SequenceMatcher(None, [w.norm for w in base], [w.norm for w in variant], False)
    return tuple(
        WordChange(_OPS[op], _span(base, i0, i1), _span(variant, j0, j1))
        for op, i0, i1, j0, j1 in match.get_opcodes()
    )


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    """The range of some words; where there are none, the empty one before the next word."""
    if first < last:
        return words[first].start, words[last - 1].end
    at = words[first].start if first < len(words) else words[-1].end
    return at, at


def words_of(text: Text, span: Span) -> list[Word]:
    """The words in a range of an article."""
    first, last = text.between(*span)
    return text.words[first:last]


def longest_run(one: Sequence[Word], other: Sequence[Word]) -> tuple[int, int, int]:
    """The longest run of the same words: where it begins in each, and its length."""
    match = SequenceMatcher(
        None, [spelt(w) for w in one[:MOST]], [spelt(w) for w in other[:MOST]], False
    ).find_longest_match()
    return match.a, match.b, match.size
