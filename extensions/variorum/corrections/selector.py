"""Quoted words to a range of an article's text, and back: a TextQuoteSelector.

White space and the style of quotation marks make no difference; everything else does. Words begin
and end where the text's words do.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from variorum.corrections.records import Target
from variorum.model import Article, Span

MANY = 50
"""So many places of the same words are looked at."""
NEAREST = 3
COMMON = 200
"""A word that stands so often in an article finds no candidates."""
LONGEST = 160
"""Of longer words a snippet gives the beginning."""
STEP = 12
"""By so many characters the context of a snippet grows."""

_PLAIN = str.maketrans("“”„‟«»‘’‚‛`´", "\"\"\"\"\"\"''''''")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Words:
    """An article's text in the form in which quoted words are looked for."""

    article: Article

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The text with single spaces and plain marks, and each character's offset."""
        letters: list[str] = []
        offsets: list[int] = []
        for at, letter in enumerate(self.article.text.translate(_PLAIN)):
            if not letter.isspace():
                letters.append(letter)
            elif not letters or letters[-1] != " ":
                letters.append(" ")
            else:
                continue
            offsets.append(at)
        return "".join(letters), offsets

    def find(self, target: Target) -> list[Span]:
        """The ranges that a target's words and context fit."""
        _text, offsets = self._folded
        places = self._places(fold(target.prefix), fold(target.exact), fold(target.suffix))
        found = [(offsets[start], offsets[end - 1] + 1) for start, end in sorted(set(places))]
        if len(found) > 1:
            # Typed exactly so, marks and all, is better than nearly so.
            words = target.exact.split()
            same = [s for s in found if self.article.text[s[0] : s[1]].split() == words]
            found = same or found
        return found

    def _places(self, before: str, exact: str, after: str) -> Iterator[Span]:
        """Where some words stand between others, with or without a space between."""
        text, _offsets = self._folded
        if not exact:
            return
        gaps = ((" ", "") if words else ("",) for words in (before, after))
        for left, right in product(*gaps):
            lead = len(before) + len(left)
            whole = f"{before}{left}{exact}{right}{after}"
            at = text.find(whole)
            found = 0
            while at >= 0 and found < MANY:
                start, end = at + lead, at + lead + len(exact)
                # Scrapes glue words together; whoever gives the rest of the word means it so.
                begun = (before and not left) or not _inside_word(text, start)
                ended = (after and not right) or not _inside_word(text, end)
                if begun and ended:
                    found += 1
                    yield start, end
                at = text.find(whole, at + 1)

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for number, span in enumerate(self._spans):
            index[self.article.text[slice(*span)].casefold()].append(number)
        return dict(index)

    @cached_property
    def _spans(self) -> list[Span]:
        return [m.span() for m in _WORD.finditer(self.article.text)]

    def nearest(self, exact: str) -> list[Span]:
        """Ranges whose words are most like some that are not found, the most alike first."""
        wanted = [m.group().casefold() for m in _WORD.finditer(exact)]
        votes: Counter[int] = Counter()
        for number, word in enumerate(wanted):
            for other in [word] if word in self._index else self._like(word):
                for at in self._index[other] if len(self._index[other]) <= COMMON else ():
                    votes[at - number] += 1
        enough = max(1, len(wanted) // 3)
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        found: list[Span] = []
        for first, count in ranked:
            first, last = max(0, first), min(len(self._spans), first + len(wanted)) - 1
            span = (self._spans[first][0], self._spans[last][1])
            if count >= enough and not any(s[0] < span[1] and span[0] < s[1] for s in found):
                found.append(span)
            if len(found) == NEAREST:
                break
        return found

    def _like(self, word: str) -> list[str]:
        """Words of the article that are spelled nearly so."""
        same = [w for w in self._index if abs(len(w) - len(word)) < 3 and w[:1] == word[:1]]
        return difflib.get_close_matches(word, same[:1000], NEAREST, 0.75) if len(word) > 3 else []

    def target(self, start: int, end: int) -> Target:
        """The words of a range with as much context as tells them from others in the article."""
        text = self.article.text
        if end - start > LONGEST:
            end = max(text.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
        exact = " ".join(text[start:end].split())
        target = Target(self.article.id, exact)
        size = 0
        while len(self.find(target)) != 1 and size < LONGEST:
            size += STEP
            before = _cut(text[max(0, start - size) : start], start - size, last=True)
            after = _cut(text[end : end + size], len(text) - end - size, last=False)
            for prefix, suffix in ((before, ""), ("", after), (before, after)):
                target = Target(self.article.id, exact, prefix, suffix)
                if len(self.find(target)) == 1:
                    break
        return target


def fold(words: str) -> str:
    """Words in the form in which they are compared: single spaces, plain marks."""
    return " ".join(words.translate(_PLAIN).split())


def _cut(words: str, more: int, *, last: bool) -> str:
    """Context without the word it begins, or ends, in the middle of; *more* goes on beyond it."""
    said = " ".join(words.split())
    if more > 0 and " " in said:
        return said.partition(" ")[2] if last else said.rpartition(" ")[0]
    return said


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
