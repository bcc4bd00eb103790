"""Two versions of one article: what was added, dropped and changed, and whether a note says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.collation.parallel import level, words_apart
from variorum.model import Article, Block, Span

__all__ = ["Passage", "note_of", "passages"]

How = Literal["same", "changed", "moved", "added", "dropped"]

ALIKE = 0.4
"""Paragraphs of two versions are one if so many of their words are the same."""
WITHIN = 0.8
"""So are those of which one has so many of the other's words: it was made longer or shorter."""
SHORT = 8
"""A paragraph of fewer words is found again only as a whole."""
MOST = 40_000
"""So many pairs of paragraphs are compared; longer texts are set level where they are the same."""

_WORD = re.compile(r"\w+")
_NOTE = re.compile(
    r"\bthis (?:story|article|report|page|post|piece|item|headline)\b[^.\n]{0,60}"
    r"\b(?:updated|corrected|amended|revised|changed|clarified|edited)\b"
    r"|\b(?:an|the) (?:earlier|previous|original) version of (?:this|the)\b"
    r"|^\W{0,3}(?:corrections?|clarification|updated?|editor['’]s note)\s?[:–—]",
    re.IGNORECASE | re.MULTILINE,
)
"""How outlets say under or over a text that it isn't the first one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the later version beside its own of the earlier one, or one alone.

    The words that make two differ are ranges of each text: ``changed``, or ``only`` in one.
    """

    how: How
    before: Block | None
    after: Block | None
    apart: tuple[Sequence[tuple[Span, str]], Sequence[tuple[Span, str]]] = ((), ())


def passages(earlier: Article, later: Article) -> list[Passage]:
    """Every paragraph of both, in the later's order; what was dropped stands where it stood."""
    compared = _Compared(earlier, later)
    return list(compared.passages())


class _Compared:
    """Two versions, paragraph by paragraph."""

    def __init__(self, earlier: Article, later: Article) -> None:
        self.earlier, self.later = earlier, later
        self.bags = [[_bag(a, block) for block in a.blocks] for a in (earlier, later)]
        many = len(earlier.blocks) * len(later.blocks) > MOST
        self.weights = self._equal() if many else self._alike()
        self.chain = level(self.weights) if self.weights else []

    def _equal(self) -> dict[tuple[int, int], int]:
        there: dict[str, int] = {}
        for j, block in enumerate(self.later.blocks):
            there.setdefault(self.later.text[block.start : block.end], j)
        words = (self.earlier.text[block.start : block.end] for block in self.earlier.blocks)
        return {
            (i, there[said]): self.bags[0][i].total() + 1
            for i, said in enumerate(words)
            if said in there
        }

    def _alike(self) -> dict[tuple[int, int], int]:
        return {
            (i, j): common
            for i, one in enumerate(self.bags[0])
            for j, other in enumerate(self.bags[1])
            if (common := self._headlines(i, j) or _common(one, other))
        }

    def _headlines(self, i: int, j: int) -> int:
        """A headline's place is a headline, whatever it says."""
        both = self.earlier.blocks[i].kind == self.later.blocks[j].kind == "headline"
        return self.bags[1][j].total() if both else 0

    def passages(self) -> Iterator[Passage]:
        """Level pairs, and between them what only one of the two has."""
        moved = self._moved()
        done = [0, 0]
        for i, j in [*self.chain, (len(self.bags[0]), len(self.bags[1]))]:
            for n in range(done[0], i):
                if n not in moved.values():
                    yield Passage("dropped", self.earlier.blocks[n], None)
            for n in range(done[1], j):
                if n in moved:
                    yield self._pair(moved[n], n, "moved")
                else:
                    yield Passage("added", None, self.later.blocks[n])
            if i < len(self.bags[0]) and j < len(self.bags[1]):
                yield self._pair(i, j, "changed")
            done = [i + 1, j + 1]

    def _moved(self) -> dict[int, int]:
        """Paragraphs that are in both, and not in the same order: later by earlier ones."""
        level_before, level_after = {i for i, _j in self.chain}, {j for _i, j in self.chain}
        found: dict[int, int] = {}
        for (i, j), _weight in sorted(self.weights.items(), key=lambda item: (-item[1], item[0])):
            if i in level_before or j in level_after or j in found or i in found.values():
                continue
            found[j] = i
        return found

    def _pair(self, i: int, j: int, how: How) -> Passage:
        before, after = self.earlier.blocks[i], self.later.blocks[j]
        here, there, _ratio = words_apart(
            self.earlier.text, (before.start, before.end),
            self.later.text, (after.start, after.end),
        )  # fmt: skip
        words = (
            self.earlier.text[before.start : before.end].split(),
            self.later.text[after.start : after.end].split(),
        )
        same: How = "same" if how == "changed" and words[0] == words[1] else how
        return Passage(same, before, after, (here, there))


def _bag(article: Article, block: Block) -> Counter[str]:
    return Counter(_WORD.findall(article.text[block.start : block.end].casefold()))


def _common(one: Counter[str], other: Counter[str]) -> int:
    """How many words two paragraphs have in common, if they are one."""
    if not one or not other:
        return 0
    common = (one & other).total()
    shorter, longer = sorted((one.total(), other.total()))
    if common == longer:
        return common
    if shorter < SHORT:
        return 0
    return common if common / longer >= ALIKE or common / shorter >= WITHIN else 0


def note_of(later: Article) -> str:
    """The sentence by which a version says that it isn't the first; "" where none does."""
    for block in later.blocks:
        said = later.text[block.start : block.end]
        if found := _NOTE.search(said):
            before, behind = said.rfind(". ", 0, found.start()), said.find(". ", found.end())
            start = before + 2 if before >= 0 else 0
            end = behind + 1 if behind >= 0 else len(said)
            return " ".join(said[start:end].split())
    return ""
