"""An article and the file it was read from: which line some words are on."""

from __future__ import annotations

import re
from functools import cached_property

from variorum.corrections.selector import Words
from variorum.model import Article

RUN = 8
"""So many words are looked for, to find a place of the text in the file."""

_WORD = re.compile(r"\w+")


class SourceFile:
    """An article, and the file it was read from."""

    def __init__(self, article: Article, raw: str) -> None:
        self.article = article
        self.raw = raw

    @cached_property
    def words(self) -> Words:
        """The article's words, to point to some of them."""
        return Words(self.article)

    @cached_property
    def _index(self) -> tuple[list[str], list[int], dict[str, list[int]]]:
        found = list(_WORD.finditer(self.raw))
        said = [m.group() for m in found]
        index: dict[str, list[int]] = {}
        for n, word in enumerate(said):
            index.setdefault(word, []).append(n)
        return said, [m.start() for m in found], index

    def line(self, offset: int) -> int | None:
        """The line of the file that a range begins on, by the words that stand there.

        Where the file has them several times the one is taken that lies where the range does.
        """
        text = self.article.text
        if self.raw == text:
            return text.count("\n", 0, offset) + 1
        wanted = [m.group() for m in _WORD.finditer(text, offset, offset + 200)][:RUN]
        said, starts, index = self._index
        for size in range(len(wanted), 0, -1):
            hits = [n for n in index.get(wanted[0], ()) if said[n : n + size] == wanted[:size]]
            if hits:
                ahead = len(self.raw) - (len(text) - offset)
                best = min(hits, key=lambda n: abs(starts[n] - ahead))
                return self.raw.count("\n", 0, starts[best]) + 1
        return None
