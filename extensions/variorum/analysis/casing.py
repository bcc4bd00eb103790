"""Capitals that say something: a headline's words as the body of the article spells them.

Where every word is capitalised, or every letter, a capital is no evidence of a name, and the model
takes "Ann Doe Urges Council" for one. So before anything is parsed, such a line is set as the body
would set it: "Ann Doe urges council". The letters stay where they are; only their case changes.

What decides on a word, in this order (:data:`RULES`): the names that the body has, how the body
writes the word, names that everybody knows, and words of the language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.words import (
    CALENDAR,
    DAYS,
    HONORIFICS,
    LAST,
    NEVER,
    PLAIN,
    is_role_head,
)
from variorum.analysis.spelled import SHORTENED, WORD, Body, opens
from variorum.model import FOLDED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from variorum.analysis.vocabulary import Vocabulary
    from variorum.model import Block

__all__ = ["as_the_body"]

_SPACES = str.maketrans(
    dict.fromkeys("\t\n\r\v\f\x85\xa0\u2007\u2009\u200a\u2028\u2029\u202f", " ")
)
"""White space that a reader sees as a space, the line ends of a paragraph among it."""
TITLED = 0.7
"""The share of longer words that are capitalised in a title."""
SHOUTED = 0.7
"""The share of words in capitals where all are meant to be."""
SHORT = 6
"""Words a title may have before a full stop: "No. 10", "St. Anne"."""
ACRONYM = 5
"""Letters of an abbreviation at most: a longer word in capitals is a word."""
FEW = 4
"""Words that may all be abbreviations; more are meant to be read."""
LETTERS = 4
"""Letters from which on a word in capitals, amid a sentence, may be a name that the body has."""


def as_the_body(text: str, blocks: Sequence[Block], vocabulary: Vocabulary) -> list[str]:
    """The text of each block, its capitals as the body of the article has them."""
    said = [text[b.start : b.end].translate(_SPACES) for b in blocks]
    loud = [
        b.kind not in FOLDED and (is_titled(s) or is_shouted(s))
        for s, b in zip(said, blocks, strict=True)
    ]
    if not any(loud) and not any(_has_capitals(s) for s in said):
        return said
    body = Body(s for s, lines_up in zip(said, loud, strict=True) if not lines_up)
    return [
        _Title(s, body, vocabulary).written() if lines_up else _calmed(s, body)
        for s, lines_up in zip(said, loud, strict=True)
    ]


def is_titled(line: str) -> bool:
    """Whether most longer words of a line are capitalised and it is no sentence."""
    words = line.split()
    long = [m[0] for m in WORD.finditer(line) if len(m[0]) > 3]
    stopped = words and words[-1].rstrip("”\"'’)").endswith((".", "!"))
    inside = any(w.endswith(".") and len(w) > SHORTENED for w in words[SHORT:])
    if len(long) < 2 or stopped or inside:
        return False
    return sum(w[0].isupper() for w in long) > TITLED * len(long)


def is_shouted(line: str) -> bool:
    """Whether a line is in capitals, and more than abbreviations."""
    words = [m[0] for m in WORD.finditer(line)]
    loud = [w for w in words if w.isupper()]
    spoken = len(words) > FEW or any(len(w) > ACRONYM for w in loud)
    return len(words) > 1 and spoken and len(loud) > SHOUTED * len(words)


def _has_capitals(line: str) -> bool:
    return any(len(m[0]) >= LETTERS and m[0].isupper() for m in WORD.finditer(line))


def _calmed(line: str, body: Body) -> str:
    """A line that isn't in capitals, with the names in it that are: "ANN DOE: We know"."""

    def calm(word: re.Match[str]) -> str:
        said = word[0]
        if len(said) < LETTERS or not said.isupper():
            return said
        return _same_length(said, body.spelling.get(said.lower(), said))

    return WORD.sub(calm, line)


def _same_length(said: str, meant: str) -> str:
    return meant if len(meant) == len(said) else said


class _Title:
    """A line whose capitals say nothing."""

    def __init__(self, line: str, body: Body, vocabulary: Vocabulary) -> None:
        self.line = line
        self.body = body
        self.vocabulary = vocabulary
        self.shouted = is_shouted(line)
        self.words = list(WORD.finditer(line))
        self.known = self._known()
        self.kept: list[bool] = []

    def written(self) -> str:
        """The line with the capitals that mean a name."""
        pieces, end = [], 0
        for i, word in enumerate(self.words):
            pieces += [self.line[end : word.start()], self._set(i)]
            end = word.end()
        return "".join(pieces) + self.line[end:]

    def _set(self, i: int) -> str:
        said = self.words[i][0]
        keep = next((v for rule in RULES if (v := rule(self, i)) is not None), True)
        self.kept.append(keep)
        first = i == 0 or opens(self.line, self.words[i].start())
        if not self.shouted:
            return said if keep or first or said[0].islower() else _same_length(said, said.lower())
        if not keep:
            return _same_length(said, said.capitalize() if first else said.lower())
        low = said.lower()
        entry = self.known.get(i)
        if low in self.body.spelling:
            return _same_length(said, self.body.spelling[low])
        if entry is not None and entry.form.isupper():
            return said
        return said if self._abbreviates(i) else _same_length(said, said.capitalize())

    def _abbreviates(self, i: int) -> bool:
        said = self.words[i][0]
        named = said.capitalize() in gazetteer.given_names()
        return len(said) <= ACRONYM and not named and not self.vocabulary.knows(said.lower())

    def low(self, i: int) -> str:
        """Word *i* in lower case, nothing outside of the line."""
        if not 0 <= i < len(self.words):
            return ""
        word = self.words[i][0].lower()
        return word[:-2] if word.endswith(("'s", "’s")) else word

    def _known(self) -> dict[int, gazetteer.Known]:
        """The words of names that everybody knows."""
        found: dict[int, gazetteer.Known] = {}
        for i, word in enumerate(self.words):
            if i in found or not word[0][0].isupper():
                continue
            hit = gazetteer.match(self.line, word.start(), gazetteer.first_word(word[0]))
            if hit is None or hit[1].timid:
                continue
            for k in range(i, len(self.words)):
                if self.words[k].start() < hit[0][1]:
                    found[k] = hit[1]
        return found

    def by_body_pair(self, i: int) -> bool | None:
        """A name that the body has: "Ann Doe"."""
        pairs = self.body.pairs
        one = (self.low(i - 1), self.low(i)) in pairs and (i == 0 or self.kept[i - 1])
        return True if one or (self.low(i), self.low(i + 1)) in pairs else None

    def by_body(self, i: int) -> bool | None:
        """As the body writes the word."""
        word = self.low(i)
        if word in _DATES:
            return True
        if self.body.capital[word] or self.body.lower[word]:
            return self.body.names(word)
        return None

    def by_fame(self, i: int) -> bool | None:
        """A name that everybody knows; a word that has capitals of its own: "UNICEF"."""
        said = self.words[i][0]
        if self.shouted:
            return True if i in self.known and self.low(i) not in PLAIN else None
        own = any(c.isupper() for c in said[1:])
        return True if i in self.known or own else None

    def by_given_name(self, i: int) -> bool | None:
        """A given name, and what follows one and is no verb."""
        names = gazetteer.given_names()
        if self.words[i][0].capitalize() in names:
            return True
        before = self.words[i - 1][0].capitalize() if i and self.kept[i - 1] else ""
        if before not in names or self.vocabulary.inflected(self.low(i)):
            return None
        return None if self.low(i) in PLAIN else True

    def by_title(self, i: int) -> bool | None:
        """What addresses or describes a person keeps its capital before a name."""
        return True if self.low(i) in HONORIFICS and self.low(i + 1) not in PLAIN else None

    def by_head(self, i: int) -> bool | None:
        """The last word of a name that says what it is: "Kelmouth Council"."""
        named = i > 0 and self.kept[i - 1] and self.low(i - 1) not in PLAIN
        last = self.low(i) in LAST and not self.vocabulary.inflected(self.low(i))
        joined = i > 0 and self.line[self.words[i - 1].end() : self.words[i].start()] == " "
        return True if named and last and joined else None

    def by_language(self, i: int) -> bool | None:
        """A word of the language, by itself or by a form that the body has."""
        word = self.low(i)
        common = word in PLAIN or word in NEVER or is_role_head(word)
        if common or self.body.inflects(word) or self.vocabulary.acts(word):
            return False
        return False if self.shouted and self.vocabulary.knows(word) else None


_DATES = CALENDAR | {day[:3] for day in DAYS} | {"sept", "tues", "thur", "thurs"}


RULES: tuple[Callable[[_Title, int], bool | None], ...] = (
    _Title.by_body_pair,
    _Title.by_body,
    _Title.by_fame,
    _Title.by_given_name,
    _Title.by_title,
    _Title.by_head,
    _Title.by_language,
)
"""Whether a word of a title keeps its capital; the first rule that knows says so, and where none
does it is a name."""
