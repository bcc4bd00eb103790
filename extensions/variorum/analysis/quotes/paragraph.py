"""A block as the rules for speech see it: its marked stretches and the words between them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from variorum.analysis.openings import opening
from variorum.analysis.quotes import unclosed
from variorum.analysis.quotes.cues import quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from variorum.analysis.parse import ParsedBlock
    from variorum.analysis.quotes.marks import Marked
    from variorum.analysis.quotes.tree import Range
    from variorum.model import Span

ENDS = frozenset({".", "!", "?", "…"})
"""Tokens that end a sentence."""
FAR = 120
"""How many tokens a sentence is looked through to either side."""
_POSSESSIVES = frozenset({"'s", "’s"})
"""Possessives, whatever a tagger takes them for."""
_LONG_TITLE = 6
"""Words that a title has at most, where nothing else tells it from speech."""
_LONG_WORD = 3
_LONG_NAME = 3
"""Long words with a capital that are a title and no sentence, whatever it ends with."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OBJECT_TAGS = frozenset({"PROPN", "PRON", "NOUN", "ADJ", "DET", "NUM", "ADV"})


class Paragraph:
    """A block, its parse and its outermost marked stretches.

    ``marks`` may be speech by themselves; ``fragments`` are words within marks in the middle of a
    sentence (``the "new" plan``, ``on NBC's "Today"``): never speech alone, and no border to what
    stands around them. ``ranges`` are the tokens of each of ``marks``, the marks included.
    """

    def __init__(self, parsed: ParsedBlock, marked: Sequence[Marked]) -> None:
        self.block = parsed.block
        self.doc: Doc = parsed.doc
        self.base = parsed.block.start
        self._text: str = parsed.doc.text  # spaCy joins it anew on every call
        self._starts = [t.idx + self.base for t in self.doc] if marked else []
        opens = opening(self._text)
        self.first = self.token_at(self.base + opens) if opens and marked else 0
        """The first token behind a dateline."""
        self.outer = unclosed.mended(self, (m for m in marked if m.depth == 0))
        self.nested = [m for m in marked if m.depth > 0]
        self.marks: list[Marked] = []
        self.fragments: list[Marked] = []
        self.ranges: list[Range] = []
        self._mark_starts = [m.start for m in self.outer]
        for mark in self.outer:
            tokens = self.token_at(mark.start), self.token_at(mark.end)
            if self._is_fragment(tokens[0]) or self._is_named(mark, tokens[0]):
                self.fragments.append(mark)
            else:
                self.marks.append(mark)
                self.ranges.append(tokens)

    def _is_named(self, mark: Marked, at: int) -> bool:
        """Whether it is the title of what stands before it, or of whom somebody told.

        ``the podcast "Late Shelves"``, ``she told "Late Shelves"``
        """
        if at == 0 or not mark.closed:
            return False
        before = self.doc[at - 1]
        words = self.text(mark).rstrip(".,").split()
        capitals = all(w[:1].isupper() or len(w) <= _LONG_WORD for w in words)
        named = before.pos_ == "NOUN" or before.lemma_ == "tell"
        return named and 0 < len(words) <= _LONG_TITLE and capitals

    def _is_fragment(self, at: int) -> bool:
        """Whether the word before a mark runs on into it and doesn't report it."""
        at -= 1
        while at >= 0 and self.doc[at].is_space:
            at -= 1
        if at < 0 or not (
            self.doc[at].is_alpha
            or self.doc[at].like_num
            or self.doc[at].tag_ == "POS"
            or self.doc[at].text in _POSSESSIVES
        ):
            return False
        if self.doc[at].pos_ == "CCONJ" and at > 0 and self.doc[at - 1].text == ",":
            return False
        for steps in range(4):
            token = self.doc[at]
            if token.pos_ in ("VERB", "AUX"):
                return not quotes(token)
            if token.pos_ not in _OBJECT_TAGS or (
                steps == 0 and token.pos_ in ("DET", "ADJ", "NUM")
            ):
                return True
            at -= 1
            if at < 0:
                return True
        return True

    def token_at(self, offset: int) -> int:
        """The first token that begins at an offset of the article or behind it."""
        return bisect_left(self._starts, offset)

    def marks_in(self, start: int, end: int) -> list[Marked]:
        """The outermost marked stretches that overlap a range, in order."""
        low = bisect_left(self._mark_starts, start)
        if low > 0 and self.outer[low - 1].end > start:
            low -= 1
        return self.outer[low : bisect_left(self._mark_starts, end)]

    def inner(self, i: int) -> str:
        """The words of stretch *i*, without its marks."""
        return self.text(self.marks[i])

    def text(self, mark: Marked) -> str:
        """The words within marks."""
        return self.between(*mark.inner).strip()

    def between(self, start: int, end: int) -> str:
        """The text between two offsets of the article."""
        return self._text[start - self.base : end - self.base]

    def is_title(self, mark: Marked) -> bool:
        """Whether it is written as titles and names are: every long word with a capital.

        A full stop within the marks may be the sentence's around them, where it is long.
        """
        text = self.text(mark)
        words = [w for w in text.split() if len(w) > _LONG_WORD]
        ends = text[-1:] in "!?" or (text[-1:] == "." and len(words) < _LONG_NAME)
        return not ends and all(w[:1].isupper() or not w[:1].isalpha() for w in words)

    def is_whole_sentence(self, i: int) -> bool:
        """Whether stretch *i* begins with a capital, ends as a sentence does, and has a verb."""
        start, end = self.ranges[i]
        text = self.inner(i)
        verbs = any(t.tag_ in _FINITE or t.tag_ == "MD" for t in self.doc[start:end])
        return text[:1].isupper() and text[-1:] in ENDS and verbs

    def after(self, i: int) -> Range:
        """The tokens after stretch *i*, to the end of the sentence or the next stretch."""
        start, stop = self.gap(i)
        end = start
        while end < stop and not (self.doc[end].text in ENDS and end > start):
            end += 1
        return start, end

    def before(self, i: int) -> Range:
        """The tokens before stretch *i*, from the start of the sentence or the last stretch."""
        end = self.ranges[i][0]
        stop = self.ranges[i - 1][1] if i > 0 else min(self.first, end)
        start = end
        while start > stop and self.doc[start - 1].text not in ENDS:
            start -= 1
        return start, end

    def gap(self, i: int) -> Range:
        """All tokens between stretch *i* and the next one, or the end."""
        stop = self.ranges[i + 1][0] if i + 1 < len(self.ranges) else len(self.doc)
        return self.ranges[i][1], max(stop, self.ranges[i][1])

    def words(self, part: Range) -> list[Token]:
        """The tokens of a range that are words."""
        return [t for t in self.doc[part[0] : part[1]] if t.is_alpha or t.like_num]

    def ends_sentence(self, part: Range) -> bool:
        """Whether a sentence ends in a range of tokens."""
        return any(t.text in ENDS for t in self.doc[part[0] : part[1]])

    def span(self, part: Range | None) -> Span | None:
        """The offsets of a range of tokens in the article's text."""
        if part is None or part[0] >= part[1]:
            return None
        last = self.doc[part[1] - 1]
        return self.base + self.doc[part[0]].idx, self.base + last.idx + len(last)


def sentence_end(doc: Doc, i: int) -> int:
    """The token that ends the sentence of token *i*, or the one behind the last looked at."""
    last = min(len(doc), i + FAR)
    while i < last and doc[i].text not in ENDS:
        i += 1
    return i
