"""How the sentences of an article spell its words: with a capital, without, and beside which."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SHORTENED", "WORD", "Body", "opens"]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS = frozenset("!?:;…“”\"‘'(—–•*|/")
"""Marks behind which a capital may be the sentence's; so it may behind a full stop or a dash."""
SHORTENED = 3
"""Characters of a word with a full stop that is taken for an abbreviation: "Jr.", "St."."""
STEM = 4
"""Letters that two forms of one word share at least: "urges", "urged"."""


class Body:
    """How the sentences of an article write its words."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.capital: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        self.spelling: dict[str, str] = {}
        self.pairs: set[tuple[str, str]] = set()
        """Two words that stand together with a capital each: "Ann Doe"."""
        self.stems: set[str] = set()
        for sentence in sentences:
            self._read(sentence)

    def _read(self, sentence: str) -> None:
        before: re.Match[str] | None = None
        for word in WORD.finditer(sentence):
            said = word[0]
            low = said.lower()
            together = before is not None and sentence[before.end() : word.start()] in (" ", "-")
            if not said[0].isupper():
                self.lower[low] += 1
                if len(low) >= STEM:
                    self.stems.add(low)
            elif not said.isupper() or len(said) == 1:
                if before is not None and together and before[0][0].isupper():
                    self.pairs.add((before[0].lower(), low))
                    self.spelling.setdefault(before[0].lower(), before[0])
                    self.spelling.setdefault(low, said)
                if not opens(sentence, word.start()):
                    self.capital[low] += 1
                    self.spelling.setdefault(low, said)
            before = word

    def names(self, word: str) -> bool:
        """Whether the body writes a word with a capital, and seldom without one."""
        return self.capital[word] > self.lower[word]

    def inflects(self, word: str) -> bool:
        """Whether the body has another form of a word, without a capital."""
        stem = word.removesuffix("s").removesuffix("e")
        for ending in ("ing", "ed", "d"):
            stem = stem.removesuffix(ending)
        if len(stem) < STEM - 1:
            return False
        forms = (stem + ending for ending in ("", "e", "s", "es", "ed", "d", "ing", "ment", "er"))
        return any(form in self.stems for form in forms)


def opens(sentence: str, at: int) -> bool:
    """Whether a capital may be there because a sentence begins."""
    before = sentence[max(0, at - 8) : at].rstrip()
    if not before or before[-1] in _OPENS:
        return True
    if before[-1] == "-":
        return not sentence[at - 1 : at].strip()
    # "St. Anne", "Jr. says": a short word's full stop ends no sentence.
    return before[-1] == "." and len(before.split()[-1]) > SHORTENED
