"""Quoted words to a range of an article's text, and back: a TextQuoteSelector.

White space and the style of quotation marks make no difference; everything else does. Words begin
and end where the text's words do.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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
"""Of longer words a snippet gives the beginning; so many letters of context are compared."""

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
        source = self.article.text
        if end - start > LONGEST:
            end = max(source.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
        exact = fold(source[start:end])
        text, offsets = self._folded
        first = bisect_left(offsets, start)
        last = first + len(exact)
        if exact not in self._telling:
            self._telling[exact] = _telling(text, exact)
        before, after = self._telling[exact].get(first, (0, 0))
        # One side is enough; words that the scrape has glued to others need the rest of them.
        if before <= after <= LONGEST or before <= LONGEST < after:
            after = 0
        elif after <= LONGEST:
            before = 0
        before = before or int(_inside_word(text, first))
        after = after or int(_inside_word(text, last))
        left = _back(text, first, before) if before else first
        right = _ahead(text, last, after) if after else last
        return Target(
            self.article.id,
            " ".join(source[start:end].split()),
            text[left:first].strip(),
            text[last:right].strip(),
        )

    @cached_property
    def _telling(self) -> dict[str, dict[int, tuple[int, int]]]:
        return {}


def _telling(text: str, exact: str) -> dict[int, tuple[int, int]]:
    """By each place of some words, how much before and after them tells it from the others.

    Counted in characters without the space next to the words; nothing where it is the only one.
    """
    places = []
    at = text.find(exact) if exact else -1
    while at >= 0:
        places.append(at)
        at = text.find(exact, at + 1)
    if len(places) < 2:
        return {}
    before = [text[max(0, p - LONGEST) : p].rstrip()[::-1] for p in places]
    after = [text[p + len(exact) : p + len(exact) + LONGEST].lstrip() for p in places]
    return dict(zip(places, zip(_apart(before), _apart(after), strict=True), strict=True))


def _apart(contexts: Sequence[str]) -> list[int]:
    """How many letters of each context no other one begins with; too many where there are none."""
    order = sorted(range(len(contexts)), key=lambda n: contexts[n])
    common = [0] * (len(order) + 1)
    for n in range(1, len(order)):
        one, other = contexts[order[n - 1]], contexts[order[n]]
        pairs = enumerate(zip(one, other, strict=False))
        common[n] = next((k for k, (a, b) in pairs if a != b), min(len(one), len(other)))
    needed = [0] * len(contexts)
    for n, which in enumerate(order):
        enough = max(common[n], common[n + 1]) + 1
        needed[which] = enough if enough <= len(contexts[which]) else LONGEST + 1
    return needed


def _back(text: str, at: int, size: int) -> int:
    """Where context of a size before a place begins, at the beginning of a word."""
    end = at - 1 if text[at - 1 : at] == " " else at
    return text.rfind(" ", 0, end - size) + 1 if end > size else 0


def _ahead(text: str, at: int, size: int) -> int:
    """Where context of a size after a place ends, at the end of a word."""
    begin = at + 1 if text[at : at + 1] == " " else at
    end = text.find(" ", begin + size)
    return end if end >= 0 else len(text)


def fold(words: str) -> str:
    """Words in the form in which they are compared: single spaces, plain marks."""
    return " ".join(words.translate(_PLAIN).split())


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
