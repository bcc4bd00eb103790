"""Several readings of one thing, word by word in columns: which words stand where in each.

The fullest reading, or the one most like the others, is the base; the columns are cut where any
other reading parts from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

__all__ = ["Aligned", "Piece", "aligned", "closest"]

Op = tuple[str, int, int, int, int]

MOST = 400
"""Readings are compared up to so many words."""
JOINT = 3
"""A word of so few letters that two stand alike in between is no reason to cut there."""
_SIGNS = "“”‘’'\"«»,.;:!?()[]…—–-"


@dataclass(frozen=True, slots=True)
class Piece:
    """What a reading has in one column or over several: its words, what they are, and those that
    it adds behind; the words of the base that it lacks are counted."""

    over: int
    how: str
    """``same``, ``changed`` or ``left-out``."""
    words: str
    instead: str
    added: str = ""
    before: str = ""
    """Words that it adds in front, in the first column."""
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Aligned:
    """Readings in columns; the pieces of each in their order."""

    base: int
    columns: int
    pieces: tuple[tuple[Piece, ...], ...]


def closest(readings: Sequence[tuple[str, str]], *, fullest: bool) -> list[int]:
    """Of each article the reading that is most like the base, by its number; the base first.

    *readings* are pairs of an article and words. The base is the longest one with *fullest*, else
    the one that has most words of other articles', and of several the shortest.
    """
    bags = [set(_plain(words.split())) for _article, words in readings]

    def cost(n: int) -> tuple[int, int, int]:
        if fullest:
            return -len(readings[n][1].split()), 0, n
        others: dict[str, int] = {}
        for k, (article, _words) in enumerate(readings):
            if article != readings[n][0]:
                others[article] = max(others.get(article, 0), len(bags[n] & bags[k]))
        return -sum(others.values()), len(bags[n]), n

    base = min(range(len(readings)), key=cost)
    found: dict[str, int] = {readings[base][0]: base}
    for n, (article, _words) in enumerate(readings):
        known = found.get(article)
        if known is None or (known != base and _common(bags, n, base) > _common(bags, known, base)):
            found[article] = n
    return [base, *(n for n in found.values() if n != base)]


def _common(bags: Sequence[set[str]], one: int, other: int) -> int:
    return len(bags[one] & bags[other])


def aligned(texts: Sequence[str], base: int) -> Aligned:
    """All readings against the base."""
    words = [text.split()[:MOST] for text in texts]
    ops = [_ops(words[base], other) for other in words]
    cuts = {0, len(words[base])}
    for listed in ops:
        cuts |= {at for op, i0, i1, _j0, _j1 in listed if op != "equal" for at in (i0, i1)}
    columns = list(pairwise(sorted(cuts)))
    pieces = (_pieces(words[base], other, listed, columns)
              for other, listed in zip(words, ops, strict=True))  # fmt: skip
    return Aligned(base, len(columns), tuple(tuple(made) for made in pieces))


def _ops(base: Sequence[str], other: Sequence[str]) -> list[Op]:
    """How one becomes the other; a small word that both have in between makes no cut."""
    matcher = SequenceMatcher(None, _plain(base), _plain(other), autojunk=False)
    made: list[Op] = []
    for op, i0, i1, j0, j1 in matcher.get_opcodes():
        small = op == "equal" and i1 - i0 == 1 and len(base[i0]) <= JOINT
        if made and small and made[-1][0] == "replace" and i1 < len(base):
            op = "replace"
        if made and op == "replace" and made[-1][0] == "replace":
            _op, a0, _a1, b0, _b1 = made.pop()
            i0, j0 = a0, b0
        made.append((op, i0, i1, j0, j1))
    return made


def _plain(words: Iterable[str]) -> list[str]:
    return [word.casefold().strip(_SIGNS) or word for word in words]


def _pieces(
    base: Sequence[str], other: Sequence[str], ops: Iterable[Op],
    columns: Sequence[tuple[int, int]],
) -> list[Piece]:  # fmt: skip
    made: list[Piece] = []
    before = ""
    for op, i0, i1, j0, j1 in ops:
        words = " ".join(other[j0:j1])
        if op == "insert":
            if made:
                made[-1] = _with(made[-1], words)
            else:
                before = words
            continue
        over = [column for column in columns if i0 <= column[0] and column[1] <= i1]
        if op == "equal":
            for first, last in over:
                at = j0 + first - i0
                same = " ".join(other[at : at + last - first])
                made.append(Piece(1, "same", same, "", before=before))
                before = ""
        else:
            how = "changed" if op == "replace" else "left-out"
            missing = 0 if op == "replace" else i1 - i0
            instead = " ".join(base[i0:i1])
            made.append(Piece(len(over), how, words, instead, "", before, missing))
            before = ""
    return made


def _with(piece: Piece, added: str) -> Piece:
    return Piece(
        piece.over, piece.how, piece.words, piece.instead, f"{piece.added} {added}".strip(),
        piece.before, piece.missing,
    )  # fmt: skip
